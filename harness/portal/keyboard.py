"""A page of the form without a mouse: what Tab reaches, whether one sees where one is, whether one gets away again."""

from __future__ import annotations

import contextlib
from typing import Any

from playwright.async_api import Error

from harness.model import Blocked
from harness.portal.forms import Control, inspect_form
from harness.portal.forms.compare import held
from harness.portal.forms.fill import FormPage
from harness.portal.forms.match import clean
from harness.portal.locate import locate
from harness.portal.restoring import restore, return_to, same_field
from harness.portal.script import ask
from harness.portal.turning import signature
from harness.portal.waiting import poll
from harness.portal.window import Window

MOST = 200  # stops on one page
STUCK = 3  # presses that leave the focus where it is
TURNED = 4.0  # seconds until Enter on the button has turned the page
_KEYS = {  # kind → keys that change it, keys that take that back
    "text": (("End", "1"), ("Backspace",)), "textarea": (("End", "1"), ("Backspace",)),
    "select": (("ArrowDown",), ("ArrowUp",)), "checkbox": (("Space",), ("Space",)),
}  # fmt: skip


async def without_mouse(page: FormPage, *, turns: bool) -> dict[str, Any]:
    """One row; the page is left as it was. `turns`: also presses the button that goes on, by Enter."""
    window = page.window
    kept, address = await inspect_form(window.page), window.page.url
    stops, trapped = await _tab_through(window)
    reached = {tag for stop in stops for tag in (stop["tag"], stop["of"])}
    controls = [c for c in kept if not c.disabled and c.kind != "file"]
    missed = [clean(c.label) for c in controls if not reached & _tags(c)]
    own = {tag for c in controls for tag in _tags(c)}
    untyped = [clean(c.label) for c in controls if not await _typed(window, c)] if not trapped else []
    await restore(window, kept)
    row: dict[str, Any] = {
        "page": page.number, "controls": len(controls), "missed": missed, "trapped": trapped, "untyped": untyped,
        "invisible": [stop["name"] for stop in stops if not stop["visible"] and stop["tag"] in own],
        "next_reached": None, "next_works": None,
    }  # fmt: skip
    if page.next:
        button = await locate(window, page.next, window.patience.control)
        row["next_reached"] = await _tag_of(button.locator) in reached
        if turns:
            row["next_works"] = await _enter(window, button.locator, kept)
            await return_to(window, address, kept)
    return row


def _tags(control: Control) -> set[str]:
    """Of a set of radios any one stands for all: the arrows do the rest."""
    return {control.tag, control.click, *(o.tag for o in control.options), *(o.click for o in control.options)} - {""}


async def _tab_through(window: Window) -> tuple[list[dict[str, Any]], str]:
    """(stops in order, the name of what does not let go)."""
    page = window.page
    await page.evaluate("() => { document.body.tabIndex = -1; document.body.focus(); "
                        "document.body.removeAttribute('tabindex'); }")
    stops: list[dict[str, Any]] = []
    still = 0
    while len(stops) < MOST:
        await page.keyboard.press("Tab")
        at = await ask(page, "focused")
        if not at["tag"]:
            break  # out of the page, to the browser's own controls
        if stops and at["tag"] == stops[-1]["tag"]:
            still += 1
            if still >= STUCK:
                return stops, str(at["name"])
            continue
        still = 0
        if at["tag"] in {stop["tag"] for stop in stops}:
            return stops, "" if at["tag"] == stops[0]["tag"] else str(at["name"])
        stops.append(at)
    return stops, ""


async def _typed(window: Window, control: Control) -> bool:
    """Whether keys change it; kinds that keys change in ways of their own are not tried."""
    keys = _KEYS.get(control.kind)
    full = control.limits.get("maxlength") and len(control.value) >= int(control.limits["maxlength"])
    if keys is None or control.readonly or full or (control.kind == "select" and len(control.options) < 2):
        return True
    there, back = keys
    if control.kind == "select" and control.options[-1].checked:
        there, back = back, there
    try:
        await control.locator.focus()
    except Error:
        return True  # it is drawn anew: Tab has shown whether it is reached
    before = held(control)
    for key in there:
        await window.page.keyboard.press(key)
    present = same_field(await inspect_form(window.page), control)
    changed = present is None or held(present) != before
    if changed:
        for key in back:
            await window.page.keyboard.press(key)
    return changed


async def _tag_of(locator: Any) -> str:
    return str(await locator.get_attribute("data-kt") or "")


async def _enter(window: Window, button: Any, kept: list[Control]) -> bool:
    before = signature(kept)
    await button.focus()
    await window.page.keyboard.press("Enter")
    await window.settle()

    async def turned() -> bool | None:
        controls = await inspect_form(window.page)
        return (signature(controls) != before) or None

    with contextlib.suppress(Blocked):
        return bool(await poll(turned, TURNED))
    return False
