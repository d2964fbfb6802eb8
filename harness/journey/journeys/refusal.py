"""A dossier that was paid for is refused; the national portal fails once while it is told."""

from __future__ import annotations

from typing import Any

from harness.journey import errands
from harness.journey.desk import Desk
from harness.journey.journeys.complete import DELIVERED, pay, record_deliveries
from harness.journey.scene import Scene

RETRIED = 8.0  # seconds that a portal may take to send once more what was refused
GIVEN_BACK = 6.0  # seconds that a portal may take to ask the gateway for a refund


async def walk(scene: Scene) -> None:
    desk = Desk(scene)
    await errands.sign_in(scene)
    await errands.hand_in(scene)
    await reach_paid(desk)
    others = scene.simulators
    if others and scene.service.integrated:
        others.national.fail_next(dossier=scene.stage.dossier)
    await desk.act("refusal", "refuse", 3)
    await scene.stage.perform("refusal_letter")
    if others:
        await told_again(scene)
        if scene.service.fee:
            await given_back(scene)
        await record_deliveries(scene, ["3"], files=False)
    for task in ("sync_warnings", *(["reconcile"] if scene.service.fee else [])):
        async with scene.attempt():
            await scene.stage.perform(task)
    scene.tell_troubles()


async def reach_paid(desk: Desk) -> None:
    """Where one pays after reception, papers are asked for then: who has been received is refused for their want."""
    scene = desk.scene
    earlier = errands.before_paying(scene)
    for step in earlier:
        await scene.stage.perform(step)
    await pay(scene)
    if earlier:
        desk.went_on(await desk.act("supplement", "supplement_ask", 5))


async def told_again(scene: Scene) -> None:
    """Until a call after the failed one is taken."""

    def taken() -> bool:
        return bool(scene.other_sides().national.dossier_packets(scene.stage.dossier))

    if scene.service.integrated:
        await scene.until(taken, RETRIED)


async def given_back(scene: Scene) -> None:
    """The refund that the portal asks the gateway for, and the applicant's notice of it."""
    gateway, paid = scene.other_sides().gateway, {order["txn_ref"]: order["amount"] for order in errands.orders(scene)}

    def refunds() -> list[dict[str, Any]]:
        return [
            {"txn_ref": q.txn_ref, "amount": q.amount, "paid": paid[q.txn_ref], "code": q.response_code,
             "signature_valid": q.signature_valid, "at": q.at}
            for q in gateway.queries() if q.command == "refund" and q.txn_ref in paid
        ]  # fmt: skip

    await scene.until(refunds, GIVEN_BACK)
    scene.fact("gateway.refunds", refunds(), "cổng thanh toán › yêu cầu hoàn tiền")
    await scene.until(lambda: any("hoàn" in m["text"] for m in errands.mails(scene)), DELIVERED if refunds() else 0)
