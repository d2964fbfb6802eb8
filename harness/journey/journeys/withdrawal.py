"""The applicant takes a dossier back; its form carries markup, and the officers' accounts are tried on the way."""

from __future__ import annotations

from datetime import timedelta

from harness.journey import errands
from harness.journey.desk import Desk
from harness.journey.journeys.complete import record_deliveries
from harness.journey.scene import Scene
from harness.model import Blocked
from harness.portal.markup import MARK, marked_reason, seen_by
from harness.portal.probes import FormProbes
from harness.simulators import clock

TRIES = 6  # wrong passwords in a row; a portal locks after five or fewer
AWAY = 12  # hours that the officer leaves the desk


async def walk(scene: Scene) -> None:
    desk = Desk(scene)
    await errands.sign_in(scene)
    sent = await hand_in_marked(scene)
    async with scene.attempt():
        await scene.stage.perform("officer_view")
        reason = marked_reason()
        await desk.act("withdrawal", "withdraw", 7, words=reason)
        row = await desk.act("go-on", "go_on")  # must not lead anywhere
        scene.relay.event("after-withdrawal", status=row["one_stop"])
        window = await scene.stage.window("officer")
        rows = [await seen_by(window, where, text) for where, text in {**sent, "lý do rút hồ sơ": reason}.items()]
        scene.fact("officer.markup", rows, "trang hồ sơ ở một cửa điện tử")
    if scene.simulators:
        await record_deliveries(scene, [], files=False)
    async with scene.attempt():
        await locked_out(scene)
    async with scene.attempt():
        await left_alone(scene)
    scene.tell_troubles()


async def hand_in_marked(scene: Scene) -> dict[str, str]:
    """A full dossier with markup in every free text; without it when the portal does not take such a text."""
    stage, probes = scene.stage, FormProbes(scene.stage, mark=MARK)
    await stage.perform("start")
    try:
        await probes.type_hard_texts()
    except Blocked as refused:
        scene.relay.event("markup-refused", words=refused.sentence)
        await errands.hand_in(scene)
        return {}
    for task in ("attach", "review", "submit"):
        await stage.perform(task)
    errands.submitted(scene)
    return {label: text for (_, label), text in probes.sent.items()}


async def locked_out(scene: Scene) -> None:
    """Wrong passwords in a row, then the right one."""
    if "officer_wrong_password" not in scene.stage.adapter.tasks:
        return
    for number in range(TRIES):
        await scene.stage.perform("officer_wrong_password", words=f"sai-mat-khau-{number}")
    entered = True
    try:
        await scene.stage.perform("officer_spare_sign_in")
    except Blocked:
        entered = False
    scene.fact("officer.lockout", {"tries": TRIES, "entered": entered}, "trang đăng nhập của cán bộ")


async def left_alone(scene: Scene) -> None:
    """The officer comes back after hours to a browser that was left open."""
    if "officer_still_in" not in scene.stage.adapter.tasks or not scene.stage.adapter.clock_header:
        return
    await scene.stage.perform("officer_view")
    await scene.stage.pretend((clock.now() + timedelta(hours=AWAY)).isoformat(), "officer")
    inside = True
    try:
        await scene.stage.perform("officer_still_in")
    except Blocked:
        inside = False
    scene.fact("officer.idle", {"hours": AWAY, "inside": inside}, "một cửa điện tử, sau khi bỏ máy")
