"""Opening pages and pressing controls, and waiting for what that brings about."""

from __future__ import annotations

from playwright.async_api import Error
from playwright.async_api import TimeoutError as BrowserTimeout

from harness.catalog.adapters import Place
from harness.model import Blocked
from harness.portal.locate import Found, locate
from harness.portal.window import Window
from harness.portal.wording import named


async def press(window: Window, place: Place, budget: float | None = None) -> Found:
    """Presses the one control of that name; popups, dialogs and navigations are followed."""
    found = await locate(window, place, window.patience.control if budget is None else budget)
    await press_found(window, place, found)
    return found


async def press_found(window: Window, place: Place, found: Found) -> None:
    try:
        await found.locator.click()
    except BrowserTimeout as error:
        raise Blocked(f"thấy {named(place)} nhưng không bấm được: {_why(error)}", owner="cổng dịch vụ công",
                      page=window.page.url) from error
    except Error as error:
        if "closed" not in error.message:  # a popup that closes itself on the press has done its work
            raise
    await window.settle()


def _why(error: Error) -> str:
    if "intercepts pointer events" in error.message:
        return "bị một phần khác của trang che"
    if "not enabled" in error.message:
        return "đang bị khóa"
    return "không phản hồi"
