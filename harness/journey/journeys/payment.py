"""Everything that can go wrong with a payment, on as few dossiers as possible.

One unpaid dossier serves the probes that must not pay it; «browser closed» pays it in the end, «duplicate» uses the
paid one, «lost» needs one more. A fresh dossier is made only when a probe has (wrongly) turned one paid.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from harness.journey import errands
from harness.journey.planner import PAYMENT
from harness.journey.scene import Scene
from harness.model import Blocked
from harness.simulators import Gateway, Order

ASKED_BACK = 20.0  # seconds that a portal may take to ask about a payment whose notice was lost


class Payer:
    """The applicant at the gateway, and which of his dossiers is still unpaid."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.stage = scene.stage
        self.gateway: Gateway = scene.other_sides().gateway
        self.unpaid = ""  # a dossier that can still be paid
        self.paid_order = ""  # TxnRef of the order that paid a dossier
        self.signed_in = False

    async def take_unpaid(self) -> None:
        """Makes sure that the stage is about a dossier that is not paid."""
        if not self.signed_in:
            await errands.sign_in(self.scene)
            self.signed_in = True
        if not self.unpaid:
            self.unpaid = await errands.hand_in(self.scene)
            for step in errands.before_paying(self.scene):
                await self.stage.perform(step)
        self.stage.dossier = self.unpaid

    async def status(self, *, wanted: str = "") -> object:
        found = await errands.payment_status(self.scene, wanted=wanted)
        if found == "paid":
            self.unpaid = ""
        return found

    async def look(self, when: str) -> None:
        """``when``: before | after an attempt that must not pay; a fact each, so that none passes for the other."""
        shown = await self.status()
        self.scene.fact(f"payment.{when}", shown, "trang hồ sơ › tình trạng thanh toán")

    async def open_order(self) -> Order:
        """Goes to the gateway and leaves its page as it is."""
        known = len(self.orders())
        await self.stage.perform("pay", mode="stop")
        return self.order_since(known)

    def orders(self) -> list[Order]:
        """Those that this walk's browser has brought to the gateway; a reference used twice is two orders."""
        return [order for order in self.gateway.orders() if order.txn_ref in self.scene.relay.payments]

    def record_orders(self) -> None:
        self.scene.fact("gateway.orders", errands.orders(self.scene), "cổng thanh toán › lệnh nhận được")

    def order_since(self, known: int) -> Order:
        """The order that the browser has brought to the gateway since."""
        order = next(reversed(self.orders()[known:]), None)
        if order is None:
            raise Blocked("cổng dịch vụ công không đưa người nộp tới cổng thanh toán nên không thử được tình huống này",
                          owner="cổng dịch vụ công")  # fmt: skip
        if order.state == "rejected":
            self.record_orders()  # the order itself is what some criteria judge
            why = "; ".join(order.problems) or "chữ ký của lệnh không đúng"
            raise Blocked(f"cổng thanh toán không nhận lệnh của cổng dịch vụ công ({why}) nên không thử được tiếp",
                          owner="cổng dịch vụ công")  # fmt: skip
        return order

    async def notify(self, reference: str, **how: Any) -> None:
        """Sends a notice from the gateway's side and records the portal's answers."""
        sent = await asyncio.to_thread(self.gateway.send_notice, reference, **how)
        self.scene.fact("gateway.notices", [errands.as_row(n) for n in sent], "cổng thanh toán › thông báo đã gửi")


async def walk(scene: Scene) -> None:
    payer = Payer(scene)
    for journey in PAYMENT:
        if scene.wants(journey):
            with scene.recording(journey):
                await PROBES[journey](payer)


async def cancelled(payer: Payer) -> None:
    await payer.take_unpaid()
    known = len(payer.orders())
    await payer.stage.perform("pay", mode="cancel")
    payer.order_since(known)
    errands.record_gateway(payer.scene)
    await payer.look("after")
    offered = await payer.stage.is_offered("pay")
    payer.scene.fact("payment.retry_offered", offered, "trang hồ sơ, sau khi hủy")
    if offered:
        await payer.open_order()  # a further attempt at the same dossier: its reference must be its own
        payer.record_orders()
    else:
        payer.unpaid = ""  # what cannot be paid any more is no use to the probes that follow


async def forged(payer: Payer) -> None:
    await refused(payer, lambda order: payer.notify(order.txn_ref, forge_signature=True))


async def wrong_amount(payer: Payer) -> None:
    await refused(payer, lambda order: payer.notify(order.txn_ref, amount=max(1, order.amount - 1)))


async def unknown(payer: Payer) -> None:
    await refused(payer, lambda order: payer.notify(f"{order.txn_ref[:-1]}~", amount=order.amount))


async def suspicious(payer: Payer) -> None:
    """The bank holds the money back: a genuine notice that is no payment yet."""
    await refused(payer, lambda order: payer.notify(order.txn_ref, response_code="07", transaction_status="07"))


async def tampered_return(payer: Payer) -> None:
    async def come_back(order: Order) -> None:
        await payer.stage.go(payer.gateway.return_url(order.txn_ref, "00", sign=False))

    await refused(payer, come_back)


async def refused(payer: Payer, attack: Callable[[Order], Awaitable[None]]) -> None:
    """Status before, the attack on an order at the gateway that nobody has paid, status after."""
    await payer.take_unpaid()
    await payer.look("before")
    await attack(await payer.open_order())
    payer.record_orders()
    await payer.look("after")


async def browser_closed(payer: Payer) -> None:
    await payer.take_unpaid()
    known = len(payer.orders())
    await payer.stage.perform("pay", mode="leave")
    order = payer.order_since(known)
    payer.paid_order = order.txn_ref
    sent = errands.notices(payer.scene, order.txn_ref)
    payer.scene.fact("gateway.notices", sent, "cổng thanh toán › thông báo đã gửi")
    await payer.status(wanted="paid")


async def duplicate(payer: Payer) -> None:
    if not payer.paid_order:
        await payer.take_unpaid()
        known = len(payer.orders())
        await payer.stage.perform("pay", mode="pay")
        payer.paid_order = payer.order_since(known).txn_ref
    await asyncio.to_thread(payer.gateway.send_notice, payer.paid_order, times=2, parallel=True)
    sent = errands.notices(payer.scene, payer.paid_order)
    payer.scene.fact("gateway.notices", sent, "cổng thanh toán › mọi thông báo của giao dịch")
    await payer.status()


async def lost(payer: Payer) -> None:
    """Paid at the gateway, back in the portal with a genuine return, and no notice ever comes."""
    scene = payer.scene
    await payer.take_unpaid()
    order = await payer.open_order()
    payer.gateway.settle(order.txn_ref)
    payer.unpaid = ""  # the money is taken, whatever the portal will say of it
    await payer.stage.go(payer.gateway.return_url(order.txn_ref, "00", sign=True))
    await payer.status()

    def queries() -> list[dict[str, Any]]:
        return [{"txn_ref": q.txn_ref, "at": q.at} for q in payer.gateway.queries() if q.txn_ref == order.txn_ref]

    await scene.until(queries, ASKED_BACK)
    scene.fact("gateway.queries", queries(), "cổng thanh toán › truy vấn QueryDr")
    await payer.status(wanted="paid")


async def anonymous(payer: Payer) -> None:
    """Somebody who only knows the code pays, in a browser where nobody is signed in."""
    scene = payer.scene
    await payer.take_unpaid()
    try:
        await payer.stage.perform("pay_by_code", actor="visitor", mode="pay")
    finally:
        errands.record_gateway(scene)
    await payer.status(wanted="paid")


PROBES: dict[str, Callable[[Payer], Awaitable[None]]] = {
    "payment-cancelled": cancelled,
    "payment-forged": forged,
    "payment-wrong-amount": wrong_amount,
    "payment-unknown": unknown,
    "payment-suspicious": suspicious,
    "payment-tampered-return": tampered_return,
    "payment-browser-closed": browser_closed,
    "payment-duplicate": duplicate,
    "payment-lost": lost,
    "payment-anonymous": anonymous,
}
