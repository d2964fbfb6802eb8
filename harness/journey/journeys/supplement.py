"""One dossier through all that may come between reception and result: more papers, more money, more time, a stop."""

from __future__ import annotations

import hashlib
import tempfile
from datetime import date, datetime, time, timedelta
from pathlib import Path

from harness.catalog.workdays import VIETNAM, calendar, moment
from harness.journey import errands
from harness.journey.desk import Desk
from harness.journey.journeys.complete import pay, record_deliveries
from harness.journey.papers import further_paper
from harness.journey.scene import Scene
from harness.simulators import clock

LATER_FEE = 20_000  # đồng
ASK, REPLY = "Xin cho biết nơi đăng ký trước đây (tin thử 1)?", "Tôi đăng ký tại xã Mẫu cũ (tin thử 2)."


async def walk(scene: Scene) -> None:
    desk = Desk(scene)
    await errands.sign_in(scene)
    await errands.hand_in(scene)
    async with scene.attempt():
        await waiting_for_reception(desk)
    friday = quiet_friday(clock.now().date())
    async with scene.attempt():
        await receive(desk, friday)
        await ask_and_answer(desk, friday)
        async with scene.attempt():
            await exchange(desk)
        if scene.service.fee:
            await later_fee(desk)
        await lateness(desk)
        await stop(desk)
    if scene.simulators:
        await record_deliveries(scene, [str(row["one_stop"]) for row in desk.acts], files=False)
    scene.tell_troubles()


def quiet_friday(after: date) -> datetime:
    """Nine o'clock on the next Friday that works and is followed by a Monday and a Tuesday that do."""
    days = calendar()
    friday = after + timedelta(days=(4 - after.weekday()) % 7 or 7)
    while not all(days.is_working(friday + timedelta(days=n)) for n in (0, 3, 4)):
        friday += timedelta(days=7)
    return datetime.combine(friday, time(9), VIETNAM)


async def waiting_for_reception(desk: Desk) -> None:
    """What the officer sees of a dossier that nobody has received: at once, and two working days later."""
    scene, rows = desk.scene, []
    if "reception" not in scene.stage.adapter.tasks:
        return
    now, days = clock.now(), calendar()
    later = days.next_working(days.next_working(now.date() + timedelta(days=1)) + timedelta(days=1))
    for at in (None, datetime.combine(later, time(16, 30), VIETNAM)):
        if at and not desk.has_clock:
            break
        await desk.turn_to(at, "officer")
        await scene.stage.perform("reception")
        rows.append({"at": (at or now).isoformat(), "shown": scene.relay.last("reception.notice")})
    await desk.turn_to(None, "officer")
    scene.fact("reception.watch", rows, "một cửa điện tử, hồ sơ chưa tiếp nhận")


async def receive(desk: Desk, friday: datetime) -> None:
    """And payment, before or after it, as on this portal; always in the present: the gateway has no test clock."""
    pays_later = bool(errands.before_paying(desk.scene))
    if not pays_later:
        await pay(desk.scene)
    await desk.turn_to(friday)
    desk.went_on(await desk.act("receive", "receive", 2))
    if pays_later:
        await desk.turn_to(None, "applicant")
        await pay(desk.scene)


async def ask_and_answer(desk: Desk, friday: datetime) -> None:
    """Asked on a Friday, answered on the Tuesday after: two working days and four calendar days."""
    scene = desk.scene
    await desk.turn_to(friday + timedelta(hours=1))
    desk.went_on(await desk.act("supplement", "supplement_ask", 5))
    await scene.stage.perform("supplement_letter")
    await desk.turn_to(friday + timedelta(days=4, hours=1))
    with tempfile.TemporaryDirectory(prefix="kiemthu-") as folder:
        paper = further_paper(Path(folder), scene.stage.dossier)
        content = paper.read_bytes()
        sent = {"name": paper.name, "sha256": hashlib.sha256(content).hexdigest()}
        scene.fact("supplement.sent", sent, "giấy tờ mà người nộp bổ sung")
        await scene.stage.perform("supplement_answer", words="Tôi gửi giấy tờ bổ sung.", file=str(paper))
    await scene.stage.perform("officer_view")
    await desk.act("answer", "officer_files")
    async with scene.attempt():
        await desk.act("supplement-again", "supplement_ask")


async def exchange(desk: Desk) -> None:
    """The officer asks, the applicant reads it and answers, the officer reads the answer."""
    stage = desk.scene.stage
    sent = [{"by": "officer", "text": ASK}, {"by": "applicant", "text": REPLY}]
    desk.scene.fact("exchange.sent", sent, "trao đổi trên hồ sơ")
    await stage.perform("officer_talk", words=ASK)
    await stage.perform("talk", words=REPLY)
    await stage.perform("officer_files")


async def later_fee(desk: Desk) -> None:
    """Money asked for in mid-course, paid in the present, then processing goes on."""
    scene = desk.scene
    desk.went_on(await desk.act("fee", "fee_later", 6, amount=str(LATER_FEE)))
    at = desk.at
    await desk.turn_to(None, "applicant")
    await scene.stage.perform("pay", mode="pay")
    errands.record_gateway(scene)
    await errands.payment_status(scene, wanted="paid")
    await desk.turn_to(datetime.fromisoformat(at) if at else None)
    desk.went_on(await desk.act("go-on", "process", 4))


async def lateness(desk: Desk) -> None:
    """On the day before the due date the officer sees that it cannot be kept."""
    scene = desk.scene
    due = moment(scene.relay.last("due_date.one_stop"))
    if due is None or not desk.has_clock or not desk.at:
        return
    eve = datetime.combine(due.date() - timedelta(days=1), time(15), VIETNAM)
    if eve <= datetime.fromisoformat(desk.at):
        return  # a limit of hours leaves no day before
    new = due.date()
    for _ in range(3):
        new = calendar().next_working(new + timedelta(days=1))
    await desk.turn_to(eve)
    await desk.act("reappoint", "reappoint", day=f"{new:%d/%m/%Y}")
    await scene.stage.perform("apology_letter")
    later = calendar().next_working(new + timedelta(days=1))
    async with scene.attempt():
        await desk.act("reappoint-again", "reappoint", day=f"{later:%d/%m/%Y}")


async def stop(desk: Desk) -> None:
    await desk.act("stop", "stop", 8)
    await desk.scene.stage.perform("stop_letter")
