"""One page as a person who has never seen it would list it: boxes, buttons, links, headings, rows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from harness.portal.forms import Control, inspect_form
from harness.portal.locate import candidates
from harness.portal.parsers import fold
from harness.portal.script import ask
from harness.portal.waiting import poll
from harness.portal.window import Window

ALIKE = 5  # looks in a row that see the same text: what a script fetches comes in pieces
DRAWN = 3.0  # seconds that a page made by script may take until it shows something to press


@dataclass(frozen=True, slots=True)
class Link:
    words: str
    href: str  # "" of a button


@dataclass(slots=True)
class View:
    url: str
    title: str
    controls: list[Control]
    links: list[Link]
    buttons: list[str]
    headings: list[str]
    rows: list[str]
    lists: list[str]
    text: str = field(repr=False)

    @property
    def path(self) -> str:
        """As an adapter writes an address: without the origin."""
        parts = urlsplit(self.url)
        return (
            (parts.path or "/")
            + (f"?{parts.query}" if parts.query else "")
            + (f"#{parts.fragment}" if parts.fragment else "")
        )

    def box(self, words: re.Pattern[str], kinds: Iterable[str] = ("text", "combobox", "number")) -> Control | None:
        """The first box whose names say it; a search box says it by its type."""
        fitting = [c for c in self.controls if c.kind in kinds and not c.disabled]
        named = [c for c in fitting if any(words.search(text) for _rung, text in c.names)]
        return next(iter(named), None)

    def password(self) -> Control | None:
        return next((c for c in self.controls if c.limits.get("type") == "password"), None)

    def button(self, words: re.Pattern[str]) -> str:
        """Buttons before links, the shortest name first: a card of a page is a link with a long name."""
        found = [name for name in self.buttons if words.search(name)]
        found = found or [link.words for link in self.links if words.search(link.words)]
        return min(found, key=len, default="")

    def link(self, words: re.Pattern[str]) -> Link | None:
        found = [link for link in self.links if words.search(link.words)]
        found = found or [Link(name, "") for name in self.buttons if words.search(name)]
        return min(found, key=lambda link: len(link.words), default=None)


async def view(window: Window) -> View:
    """The page as it stands, once it says something and has stopped changing."""
    said, alike = "", 0

    async def still() -> bool | None:
        nonlocal said, alike
        before, said = said, str(await ask(window.page, "whole"))
        alike = alike + 1 if said and said == before else 0
        return alike >= ALIKE or None

    await poll(still, DRAWN)
    pressable = await candidates(window.page, "button")
    page = window.page
    raw: list[dict[str, Any]] = await ask(page, "links")
    links = [Link(fold(one["name"]), one["href"]) for one in raw if fold(one["name"])]
    named = {link.words for link in links}
    return View(
        page.url, fold(await page.title()), await inspect_form(page), links,
        [fold(name) for name in pressable if fold(name) not in named],
        [fold(h) for h in await candidates(page, "heading")],
        [fold(r) for r in await candidates(page, "row")], [fold(r) for r in await candidates(page, "list")],
        str(await ask(page, "whole")),
    )  # fmt: skip
