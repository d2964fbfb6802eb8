"""Citizen → gateway → officer → citizen: one dossier from the first click to the rating."""

from __future__ import annotations

from typing import Any

from harness.journey import errands
from harness.journey.journeys import aftermath
from harness.journey.papers import amount_on, text_of
from harness.journey.scene import Scene
from harness.model import Compromised, NotObserved

STAYS = 0  # a step that leaves the status as it is
EXPECTED = {"submit": 1, "pay": STAYS, "receive": 2, "process": 4, "issue": 9, "deliver": 10}  # canonical statuses
DELIVERED = 8.0  # seconds that mails and packets may take after the last step
SHOWN = 3.0  # seconds that an officer's step may take to show on the citizen's page


async def walk(scene: Scene) -> None:
    await errands.sign_in(scene)
    steps: list[dict[str, object]] = []
    async with scene.attempt():
        for step in order(scene):
            if step == "submit":
                await errands.hand_in(scene)
            elif step == "pay":
                await pay(scene)
            else:
                await scene.stage.perform(step)
            await observe(scene, step, steps)
    if scene.stage.dossier:
        await collect(scene, steps)
    scene.tell_troubles()


def order(scene: Scene) -> list[str]:
    """The adapter says when payment falls; handing over follows the result's issue where it is a step of its own."""
    tasks = scene.stage.adapter.tasks
    found: list[str] = []
    for step in scene.stage.adapter.order:
        found += [step] if step in EXPECTED else []
        found += ["deliver"] if step == "issue" and "deliver" in tasks else []
    return found


async def pay(scene: Scene) -> None:
    """Where nothing is to be paid, only looks whether payment is offered."""
    if not scene.service.fee:
        offered = await scene.stage.is_offered("pay")
        scene.fact("payment.offered", offered, "trang hồ sơ › nút thanh toán")
        return
    bills: list[dict[str, Any]] = []
    async with scene.attempt():
        await aftermath.look_for_keys(scene)
        await aftermath.ask_for_bill(scene, "before", bills)
    try:
        await scene.stage.perform("pay", mode="pay")
    finally:
        errands.record_gateway(scene)
    async with scene.attempt():
        if any(order["state"] == "paid" for order in errands.orders(scene)):  # who could not pay still owes
            await aftermath.ask_for_bill(scene, "after", bills)
        await aftermath.ask_for_bill(scene, "unknown", bills)


async def observe(scene: Scene, step: str, steps: list[dict[str, object]]) -> None:
    """What citizen and officer are shown after a step."""
    expected = EXPECTED[step] or (steps[-1]["expected"] if steps else EXPECTED["submit"])
    shown = await errands.look_until(scene, "status.portal", expected, SHOWN)
    officer = scene.relay.last("status.one_stop") if step not in {"submit", "pay"} else None
    steps.append({"step": step, "expected": expected, "portal": shown, "one_stop": officer})
    scene.fact("status.steps", steps, f"trang hồ sơ và một cửa điện tử, sau bước «{step}»")


async def collect(scene: Scene, steps: list[dict[str, object]]) -> None:
    """What the applicant takes home, what anybody may look up, what others were told."""
    walked = {str(step["step"]) for step in steps}
    if scene.service.result.is_document and walked >= {"issue"}:
        async with scene.attempt():
            await scene.stage.perform("result")
        async with scene.attempt():
            await aftermath.verify(scene)
    async with scene.attempt():
        await scene.stage.perform("papers_back")
        read_papers(scene)
    async with scene.attempt():
        if "mine" in scene.stage.adapter.tasks:
            await scene.stage.perform("mine")
    async with scene.attempt():
        await scene.stage.perform("lookup", actor="visitor")
    if scene.service.result.is_document and walked >= {"issue"}:
        async with scene.attempt():
            await scene.stage.perform("store")
    if walked >= set(order(scene)):
        async with scene.attempt():
            await scene.stage.perform("rate")
    if scene.simulators:
        await record_deliveries(scene, [str(step["expected"]) for step in steps])


def read_papers(scene: Scene) -> None:
    for name, fact in (("slip", "slip.text"), ("receipt", "fee.receipt")):
        try:
            text = text_of(scene.relay.to.latest(name))
        except NotObserved:
            continue  # not offered, or not a PDF: judged by its bytes
        scene.fact(fact, text if name == "slip" else amount_on(text), f"tệp {name}")


async def record_deliveries(scene: Scene, statuses: list[str], *, files: bool = True) -> None:
    """Waits for what comes in the background, then writes down all that came. `files`: opens the links sent, too."""
    others, code = scene.other_sides(), scene.stage.dossier
    told = {s for s in statuses if s != "1"}

    def arrived() -> bool:
        rows = {str(row.data.get("TrangThai", "")) for row in others.national.progress_rows(code)}
        packets = not scene.service.integrated or (told <= rows and bool(others.national.dossier_packets(code)))
        return packets and any(code in f"{m['subject']} {m['text']}" for m in errands.mails(scene))

    await scene.until(arrived, DELIVERED)
    packets = [{"at": p.at, "is_updating": p.is_updating, "data": dict(p.data)}
               for p in others.national.dossier_packets(code)]  # fmt: skip
    progress = [{"at": p.at, "data": dict(p.data)} for p in others.national.progress_rows(code)]
    scene.fact("national.dossiers", packets, "Cổng DVC quốc gia › DongBoHoSoMC")
    scene.fact("national.progress", progress, "Cổng DVC quốc gia › CapNhatTienDoHoSoMC")
    scene.fact("national.calls", calls(scene), "Cổng DVC quốc gia › mọi lần gọi về hồ sơ này")
    if files:
        place = "liên kết trong gói tin, mở mà không đăng nhập"
        scene.fact("national.files", await files_sent(scene, packets, "TaiLieuNop", "DuongDanTaiTepTin"), place)
        results = await files_sent(scene, packets, "DanhSachGiayToKetQua", "DuongDanTepTinKetQua")
        scene.fact("national.results", results, place)
        aftermath.ask_national(scene)
    received = errands.mails(scene)
    for mail in received:
        text = "\n".join(str(mail[name]) for name in ("at", "to", "subject", "text"))
        scene.relay.to.keep("mails", str(mail["subject"]), text)
    scene.fact("mails", received, "hộp thư của người nộp")


async def files_sent(
    scene: Scene, packets: list[dict[str, Any]], papers: str, field: str
) -> list[dict[str, object]]:
    """What is behind the links to these papers in the latest packet."""
    last = packets[-1]["data"] if packets else {}
    found = []
    for row in last.get(papers) or []:
        link = str(row.get(field) or "")
        if link.startswith("http"):
            try:
                seen = await scene.stage.visit(link, actor="visitor")
            except Compromised:  # a link that leads nowhere is what was seen, not a broken walk
                found.append({"url": link, "status": 0, "size": 0, "sha256": ""})
            else:
                found.append({"url": link, "status": seen.status, "size": len(seen.content), "sha256": seen.sha256})
    return found


def calls(scene: Scene) -> list[dict[str, Any]]:
    return [
        {"service": call.service, "is_updating": str(call.body.get("isUpdating", "")), "at": call.at,
         "error_code": str(call.answer.get("error_code", "")), "message": str(call.answer.get("message", ""))}
        for call in scene.other_sides().national.calls_about(scene.stage.dossier)
    ]  # fmt: skip
