"""How many clicks from the home page to the service: a breadth-first walk over links, as a visitor would."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from playwright.async_api import Error
from rapidfuzz import fuzz

from harness.portal.failures import origin_of
from harness.portal.parsers import fold
from harness.portal.script import ask
from harness.portal.window import Window

_DOCUMENTS = (".pdf", ".doc", ".docx", ".xls", ".xlsx", ".zip", ".jpg", ".png", ".css", ".js", ".ico", ".svg")
_LEADING = ("dịch vụ công", "thủ tục", "danh sách", "lĩnh vực")  # words of links that lead towards services


@dataclass(frozen=True, slots=True)
class Trail:
    """`clicks` is None when the page was not reached within the budget; `pages` were opened to find out."""

    clicks: int | None
    path: tuple[str, ...]  # the words of each link pressed
    pages: int


@dataclass(slots=True)
class _Search:
    target: str
    names: tuple[str, ...]  # service name and words near it: which links are tried first
    seen: set[str] = field(default_factory=set)
    pages: int = 0


async def explore(  # noqa: PLR0913 — the walk's budget has three sides
                  window: Window, target: str, names: Iterable[str], *, start: str = "/", most_clicks: int = 4,
                  most_pages: int = 40, seconds: float = 30.0) -> Trail:  # fmt: skip
    """Presses links from `start` until one leads to `target` (an address), level by level."""
    search = _Search(_plain(target), tuple(fold(n).casefold() for n in names))
    deadline = time.monotonic() + seconds
    level: list[tuple[str, tuple[str, ...]]] = [(window.address(start), ())]
    if _plain(level[0][0]) == search.target:
        return Trail(0, (), 0)
    for clicks in range(1, most_clicks + 1):
        following: list[tuple[str, tuple[str, ...]]] = []
        for url, path in level:
            if search.pages >= most_pages or time.monotonic() > deadline:
                return Trail(None, (), search.pages)
            links = await _links(window, url, search)
            for link in links:
                if _plain(link["href"]) == search.target:
                    return Trail(clicks, (*path, fold(link["name"])), search.pages)
            following += [(link["href"], (*path, fold(link["name"]))) for link in links]
        level = sorted(following, key=lambda step: -_promise(step[1][-1], search.names))
    return Trail(None, (), search.pages)


async def _links(window: Window, url: str, search: _Search) -> list[dict[str, Any]]:
    """Links of the page that were not met before, on the same host."""
    search.pages += 1
    try:
        await window.goto(url)
        links: list[dict[str, Any]] = await ask(window.page, "links")
    except Error:
        return []  # a link that leads nowhere is no way to the service
    fresh = []
    for link in links:
        plain = _plain(link["href"])
        same_host = origin_of(plain) == origin_of(window.origin)
        if plain not in search.seen and same_host and not plain.lower().endswith(_DOCUMENTS):
            search.seen.add(plain)
            fresh.append(link)
    return fresh


def _plain(url: str) -> str:
    """Without a fragment that only scrolls (a hash route stays) and without a trailing slash."""
    head, mark, tail = url.partition("#")
    return (head if not tail.startswith(("/", "!")) else head + mark + tail).rstrip("/")


def _promise(words: str, names: tuple[str, ...]) -> float:
    text = words.casefold()
    score = max((fuzz.WRatio(text, name) for name in names), default=0.0)
    return score + (50 if any(lead in text for lead in _LEADING) else 0)
