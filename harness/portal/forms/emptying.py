"""A drawn list as if nothing had been chosen: by its own cross, by deleting what it shows, by keys."""

from __future__ import annotations

from playwright.async_api import Error

from harness.portal.forms.control import Control
from harness.portal.script import ask

QUICK = 1500  # ms: none of these ways may hold up a walk


async def clear_list(control: Control) -> None:
    """Tries the ways a person has; one that the list has not got is passed over."""
    locator = control.locator
    try:
        await locator.hover(force=True, timeout=QUICK)  # the cross of some libraries shows under the pointer only
        cross = await ask(control.frame, "cross", control.tag)
        if cross:
            await control.marked_locator(cross).click(timeout=QUICK)
        elif await ask(control.frame, "editable", control.tag):
            await locator.fill("", timeout=QUICK)
        else:
            await locator.press("Backspace", timeout=QUICK)
    except Error:
        return  # whoever probes looks at what the list holds afterwards
