"""What several walks do alike: sign in, hand in a dossier, look at it, ask the other sides what they saw."""

from __future__ import annotations

import asyncio
import time
from typing import Any

from harness.journey.scene import Scene
from harness.model import Blocked

OWED = 5.0  # seconds that a payment may take to show on the citizen's page
AGAIN = 0.2  # seconds between two looks at the same page
MOST_DOSSIERS = 4  # that one walk may create; with `complete` at most four a service


async def sign_in(scene: Scene) -> None:
    """Signs in as the applicant and records what the identity provider and the browser hold of it."""
    window = await scene.stage.window()
    since = len(window.network.visited)
    try:
        await scene.stage.perform("sign_in")
    finally:
        rows = [{"address": url.partition("?")[0], "asks": "response_type=" in url}
                for url in window.network.visited[since:]]
        scene.fact("identity.visits", rows, "đường đi của trình duyệt khi đăng nhập")
    scene.fact("cookies", await window.cookies(), "trình duyệt, ngay sau khi đăng nhập")
    if scene.simulators:
        scene.fact("identity.authorizations", authorizations(scene), "nhà cung cấp định danh › yêu cầu xác thực")


def authorizations(scene: Scene) -> list[dict[str, Any]]:
    """Those of this sign-in, without the codes."""
    return [
        {"params": dict(a.params), "redeemed": a.redeemed, "redirect_uri": a.redirect_uri, "at": a.at}
        for a in scene.other_sides().identity.authorizations()
        if a.identity_number == scene.applicant.identity_number and a.at >= scene.started and not a.probe
    ]


async def hand_in(scene: Scene) -> str:
    """A full dossier, from finding the service to the confirmation; gives its code."""
    if scene.dossiers >= MOST_DOSSIERS:
        raise Blocked(f"đã tạo {scene.dossiers} hồ sơ mà hồ sơ nào cũng bị ghi đã thanh toán; không tạo thêm",
                      owner="cổng dịch vụ công")  # fmt: skip
    for task in ("start", "fill", "attach", "review", "submit"):
        await scene.stage.perform(task)
    submitted(scene)
    return scene.stage.dossier


def before_paying(scene: Scene) -> list[str]:
    """The officer's steps that come before payment on this portal: none where one pays right after handing in."""
    order = [step for step in scene.stage.adapter.order if step != "submit"]
    return order[: order.index("pay")] if "pay" in order else []


def submitted(scene: Scene) -> None:
    """The ledger of what was created on the portal."""
    scene.dossiers += 1
    if scene.stage.dossier:
        scene.run_file.created(scene.stage.dossier, scene.service.code, scene.journey)


async def look_until(scene: Scene, fact: str, wanted: object, budget: float) -> object:
    """Looks at the dossier as its owner, again while it does not yet show what is wanted; gives what it shows.

    ``budget``: seconds that what others did may take to show.
    """
    deadline = time.monotonic() + budget
    while True:
        await scene.stage.perform("track")
        shown = scene.relay.last(fact)
        if shown == wanted or time.monotonic() >= deadline:
            return shown
        await asyncio.sleep(AGAIN)


async def payment_status(scene: Scene, *, wanted: str = "") -> object:
    """``wanted``: waits a while for it, because a notice may be under way; "" takes what is there."""
    return await look_until(scene, "payment.status", wanted, OWED if wanted else 0)


def orders(scene: Scene) -> list[dict[str, Any]]:
    """What this walk's browser brought to the gateway, as the gateway took it down."""
    return [
        {"txn_ref": o.txn_ref, "amount": o.amount, "order_info": o.order_info, "signature_valid": o.signature_valid,
         "params": dict(o.params), "state": o.state, "problems": list(o.problems), "at": o.at}
        for o in scene.other_sides().gateway.orders() if o.txn_ref in scene.relay.payments
    ]  # fmt: skip


def notices(scene: Scene, *references: str) -> list[dict[str, Any]]:
    """Notices sent about these orders (all of this walk's when none is named), with the portal's answers."""
    wanted = references or tuple(scene.relay.payments)
    return [as_row(n) for n in scene.other_sides().gateway.notices() if n.txn_ref in wanted]


def as_row(notice: Any) -> dict[str, Any]:
    names = ("kind", "txn_ref", "amount", "rsp_code", "message", "http_status", "at")
    return {name: getattr(notice, name) for name in names}


def record_gateway(scene: Scene) -> None:
    if scene.simulators:
        scene.fact("gateway.orders", orders(scene), "cổng thanh toán › lệnh nhận được")
        scene.fact("gateway.notices", notices(scene), "cổng thanh toán › thông báo đã gửi")


def mails(scene: Scene) -> list[dict[str, Any]]:
    """To the applicant since this walk began."""
    return [
        {"to": m.to, "subject": m.subject, "text": m.text, "at": m.at,
         "attachments": [name for name, _ in m.attachments]}
        for m in scene.other_sides().mailbox.messages(scene.applicant.email) if m.at >= scene.started
    ]  # fmt: skip

