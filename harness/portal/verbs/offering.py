"""Is a control offered? Absent and nothing like it: no. Absent but something resembles it: the adapter is stale."""

from __future__ import annotations

from harness.catalog.adapters import Place, Step
from harness.model import Blocked
from harness.portal.locate import Found, candidates, locate, look
from harness.portal.waiting import poll
from harness.portal.walk import TaskOver, Walk
from harness.portal.wording import named, resembling


async def is_there(walk: Walk, place: Place) -> bool:
    """Waits a little only when the page is still asking its server."""
    budget = walk.window.patience.facts if walk.window.still_loading() else 0.2

    async def attempt() -> bool | None:
        return bool(await look(walk.window.page, place)) or None

    return bool(await poll(attempt, budget))


async def refuse_if_renamed(walk: Walk, place: Place) -> None:
    """Raises Blocked when something on the page looks like the place under a new name."""
    if place.kind in {"role", "css", "url"} or not place.name or place.name.isdigit():
        return
    other = resembling(place.name, await candidates(walk.window.page, place.kind), walk.stage.spoken_for)
    if other:
        raise Blocked(f"không thấy {named(place)}, nhưng trang có «{other}»: có lẽ đã đổi tên",
                      owner="bộ kết nối hoặc cổng dịch vụ công", candidates=(other,))


async def offered_control(walk: Walk, place: Place, step: Step) -> Found:
    """The control; records the flag fact, and ends the task when it is not offered."""
    there = await is_there(walk, place)
    if not there:
        await refuse_if_renamed(walk, place)
    walk.stage.flag(walk, step.offered, there, f"trang {walk.window.page.url} › {named(place)}")
    if not there:
        raise TaskOver
    return await locate(walk.window, place, walk.window.patience.control)
