"""The same person tries again: without a mouse, twice at once, after his session ended, after the network broke."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from harness.journey.journeys import broken_off, twice
from harness.journey.planner import AGAIN
from harness.journey.returning import Returning
from harness.journey.scene import Scene
from harness.portal.forms.fill import FormPage
from harness.portal.keyboard import without_mouse
from harness.portal.probes import Rows


async def walk(scene: Scene) -> None:
    person = Returning(scene)
    for journey in AGAIN:
        if scene.wants(journey):
            with scene.recording(journey):
                await PARTS[journey](person)


async def keyboard(person: Returning) -> None:
    """Every page of the form, filled in; the first one is also turned by Enter."""
    rows: Rows = []

    async def at_page(page: FormPage) -> None:
        rows.append(await without_mouse(page, turns=not rows))

    await person.come_in()
    await person.stage.perform("start")
    try:
        await person.stage.perform("fill", at_page=at_page)
    finally:
        person.scene.fact("keyboard.pages", rows, "các trang biểu mẫu, chỉ dùng bàn phím")


async def sign_out(person: Returning) -> None:
    """The cookies of before, kept by somebody, after the person has left."""
    stage = person.stage
    await person.come_in()
    await stage.perform("mine")
    window = await stage.window()
    address, kept = window.page.url, await window.context.cookies()
    before = await stage.visit(address, actor="applicant")
    await stage.perform("sign_out")
    person.inside = False
    await window.context.add_cookies(kept)  # type: ignore[arg-type]
    after = await stage.visit(address, actor="applicant")
    name = [person.scene.applicant.full_name]
    person.scene.fact("sign_out.replay", {"url": address, "before": before.reveals(name), "after": after.reveals(name),
                                          "status": after.status}, "trang Hồ sơ của tôi, cookie cũ")  # fmt: skip
    await window.context.clear_cookies()


PARTS: dict[str, Callable[[Returning], Awaitable[None]]] = {
    "keyboard": keyboard,
    "double": twice.double,
    "expiry": broken_off.expiry,
    "cut": broken_off.cut,
    "sign-out": sign_out,
}
