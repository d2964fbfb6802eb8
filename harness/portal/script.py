"""The script that looks at pages from inside: one round trip answers what would take dozens from outside."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Frame, Page

_FOLDER = Path(__file__).parent / "page"
_PARTS = ("text", "names", "sections", "controls", "widget", "inspect", "parts", "places", "read", "popup",
          "calendar", "tree", "cover", "api", "obstacles", "looks")
SOURCE = "\n".join(["(() => {", *((_FOLDER / f"{part}.js").read_text("utf-8") for part in _PARTS), "})();"])
_CALL = "([name, given]) => window.__kiemthu ? window.__kiemthu[name](given) : '\\u0000missing'"
# What the browser says when the page is being replaced under a question; asking again is right then.
_MOVING = ("context was destroyed", "frame was detached", "Cannot find context", "navigating", "Frame got detached")


class PageMoving(Exception):  # noqa: N818 — a signal, not an error: the page is being replaced
    """The page was replaced while it was asked."""


async def ask(frame: Frame | Page, name: str, given: Any = None) -> Any:
    """Asks the script in the page. Raises PageMoving when the page changes meanwhile."""
    try:
        answer = await frame.evaluate(_CALL, [name, given])
        if answer == "\0missing":  # a document made before our script could enter, e.g. about:blank written into
            await frame.evaluate(SOURCE)
            answer = await frame.evaluate(_CALL, [name, given])
    except PlaywrightError as error:
        if any(words in error.message for words in _MOVING) or _closed_by_itself(frame):
            raise PageMoving from error
        raise
    return answer


def _closed_by_itself(frame: Frame | Page) -> bool:
    """A popup that has done its work; not a browser that died."""
    page = frame.page if isinstance(frame, Frame) else frame
    browser = page.context.browser
    return page.is_closed() and browser is not None and browser.is_connected()


def frames(page: Page) -> list[Frame]:
    """The page's own frame first, then the frames in it that show something."""
    inner = [f for f in page.frames if f is not page.main_frame and not f.is_detached() and f.url != "about:blank"]
    return [page.main_frame, *inner]
