"""A finished page opened from disk in a real browser: what it complains of, asks for, breaks, and how it reads."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, Page

from harness.portal import browser as browsers
from harness.portal.audit import violations

Act = Callable[[Page], Awaitable[Any]]
TEXT = "h1, h2, p, th, td, button, dd"
WIDTHS = (1280, 390)  # a desk, a telephone


@dataclass
class Look:
    complaints: list[str] = field(default_factory=list)  # of the console, and errors nobody caught
    outside: list[str] = field(default_factory=list)  # addresses asked for that are not this file
    unfit: list[dict[str, Any]] = field(default_factory=list)  # broken rules of WCAG 2 A, AA
    too_wide: list[int] = field(default_factory=list)  # window widths at which the page scrolls sideways
    fonts: dict[str, int] = field(default_factory=dict)  # font → letters set in it
    title: str = ""
    answer: Any = None  # what `act` gave back


def look_at(pages: Mapping[str, tuple[Path, Act | None]]) -> dict[str, Look]:
    """All pages in one browser, one after the other."""

    async def all_of_them() -> dict[str, Look]:
        async with browsers.browser() as browser:
            return {name: await _look(browser, path, act) for name, (path, act) in pages.items()}

    return asyncio.run(all_of_them())


async def _look(browser: Browser, path: Path, act: Act | None) -> Look:
    look = Look()
    context = await browser.new_context(viewport={"width": WIDTHS[0], "height": 900}, locale="vi-VN")
    page = await context.new_page()
    page.on("console", lambda said: look.complaints.append(said.text) if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda wrong: look.complaints.append(str(wrong)))
    address = path.as_uri()
    beside = address.rsplit("/", 1)[0]  # a bundle's pictures lie beside its page
    page.on("request", lambda asked: None if _own(asked.url, address, beside) else look.outside.append(asked.url))
    await page.goto(address)
    look.title = await page.title()
    look.unfit = await violations(page)
    look.fonts = await fonts(page)
    for width in WIDTHS:
        await page.set_viewport_size({"width": width, "height": 900})
        if await page.evaluate("() => document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            look.too_wide.append(width)
    await page.set_viewport_size({"width": WIDTHS[0], "height": 900})
    if act:
        look.answer = await act(page)
        look.unfit += await violations(page)
    await context.close()
    return look


def _own(asked: str, address: str, beside: str) -> bool:
    picture = asked.startswith(f"{beside}/") and asked.endswith((".webp", ".jpg"))
    return picture or asked.split("#", maxsplit=1)[0] == address


async def fonts(page: Page, selector: str = TEXT) -> dict[str, int]:
    """The fonts that really drew these elements, from the browser itself."""
    session = await page.context.new_cdp_session(page)
    await session.send("DOM.enable")
    await session.send("CSS.enable")
    root = (await session.send("DOM.getDocument", {"depth": 0}))["root"]["nodeId"]
    found: dict[str, int] = {}
    nodes = await session.send("DOM.querySelectorAll", {"nodeId": root, "selector": selector})
    for node in nodes["nodeIds"][:400]:
        for font in (await session.send("CSS.getPlatformFontsForNode", {"nodeId": node}))["fonts"]:
            found[font["familyName"]] = found.get(font["familyName"], 0) + int(font["glyphCount"])
    return found
