"""open, press, wait, expect, if_seen, as, use: moving about."""

from __future__ import annotations

from harness.catalog.adapters import Condition, Step
from harness.model import Blocked
from harness.portal.conditions import first_of, unmet, until
from harness.portal.moving import press, press_found
from harness.portal.verbs.offering import offered_control
from harness.portal.waiting import poll
from harness.portal.walk import TaskOver, Walk
from harness.portal.wording import named


async def open_step(walk: Walk, step: Step) -> None:
    await walk.window.goto(await walk.text(step.address))


async def press_step(walk: Walk, step: Step) -> None:
    if step.place is None:
        raise Blocked("bước press không nói bấm vào đâu", owner="bộ kết nối")
    place = await walk.place(step.place)
    if step.offered:
        found = await offered_control(walk, place, step)
        await press_found(walk.window, place, found)
    else:
        found = await press(walk.window, place)
    if found.rung not in {"label", "name"}:  # reached by nearness, by its text or by a selector only
        walk.stage.recorder.event("rung", task=walk.task, place=named(place), rung=found.rung)
    if step.until:
        await _hold(walk, step.until, step.budget)


async def wait_step(walk: Walk, step: Step) -> None:
    if step.condition:
        await _hold(walk, step.condition, step.budget)


async def expect_step(walk: Walk, step: Step) -> None:
    """The proof that what went before worked."""
    if step.condition:
        await _hold(walk, step.condition, step.budget)


async def _hold(walk: Walk, written: Condition, budget: float | None) -> None:
    condition = await walk.condition(written)
    patience = walk.window.patience.condition if budget is None else budget
    # What others bring about (an officer, a queue) shows on a fresh page only; a press shows by itself.
    waits_for_others = budget is not None or bool(condition.equals)
    if not await until(walk.window, condition, patience, reload_after=2.0 if waits_for_others else None):
        raise await unmet(walk.window, condition, patience)


async def if_seen_step(walk: Walk, step: Step) -> None:
    """Takes the inner steps when it is seen; the next step's own place is the sign that it will not come."""
    if step.condition is None:
        return
    conditions = [await walk.condition(step.condition)]
    after = walk.following
    if after and after.condition:
        conditions.append(await walk.condition(after.condition))
    elif after and after.verb == "press" and after.place:
        conditions.append(Condition(await walk.place(after.place)))
    budget = walk.window.patience.glimpse if step.budget is None else step.budget
    if await first_of(walk.window, conditions, budget) == 0:
        await walk.run(step.then)


async def as_step(walk: Walk, step: Step) -> None:
    await walk.act_as(step.what)


async def use_step(walk: Walk, step: Step) -> None:
    if step.what == "gateway":
        await _use_gateway(walk)
        return
    await walk.run(walk.stage.adapter.tasks[step.what].steps)


async def _reach_gateway(walk: Walk) -> None:
    """Until the payer's page, or the popup that was opened for it, is no longer the portal's."""
    own = tuple(walk.stage.adapter.origins.values())

    async def attempt() -> bool | None:
        url = walk.window.page.url
        return (not url.startswith((*own, "about:"))) or None

    await poll(attempt, walk.window.patience.control)  # on a portal that pays in its own pages it never leaves
    await walk.window.settle()


async def _use_gateway(walk: Walk) -> None:
    """Modes: tasks of the gateway's adapter (pay, cancel), and two of ours: `stop` leaves the gateway untouched,
    `leave` pays and closes the page before it can come back."""
    mode = await walk.text("@pay.mode")
    stage = walk.stage
    await _reach_gateway(walk)
    own = walk.window.page.url.startswith(tuple(stage.adapter.origins.values()))
    entered = {"url": walk.window.page.url.partition("?")[0], "own": own}
    stage.recorder.fact("payment.entered", entered, "trang nhận thông tin thẻ")
    if mode == "stop":
        raise TaskOver
    tasks = stage.adapter.gateway
    task = tasks.get("pay" if mode == "leave" else mode)
    if task is None:
        raise Blocked(f"bộ kết nối cổng thanh toán không có cách «{mode}»", owner="bộ kết nối", candidates=tuple(tasks))
    if mode != "leave":
        await walk.run(task.steps)
        return
    walk.leaving = True
    await walk.window.cut_off(walk.window.origin)  # the way back is closed, as when a browser is shut
    try:
        await walk.run(task.steps)
        await walk.window.page.close()
    finally:  # whatever comes next in this window finds the portal again
        await walk.window.restore()
    raise TaskOver
