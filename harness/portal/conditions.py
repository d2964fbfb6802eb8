"""One language of conditions for wait, expect, until and if_seen."""

from __future__ import annotations

import re
import time

from playwright.async_api import Page

from harness.catalog.adapters import Condition
from harness.model import Blocked
from harness.portal.locate import alerts, candidates, seen
from harness.portal.script import PageMoving
from harness.portal.waiting import poll
from harness.portal.window import Window
from harness.portal.wording import named, nearest, perhaps


async def holds(page: Page, condition: Condition) -> bool:
    place = condition.place
    if place.kind == "url":
        is_there = any(_address_matches(word, page.url) for word in place.words)
    else:
        is_there = await seen(page, place, condition.equals)
    return is_there is not condition.gone


def _address_matches(pattern: str, url: str) -> bool:
    """``*`` stands for anything; without one the words must be part of the address."""
    if "*" not in pattern:
        return pattern in url
    return re.search(".*".join(re.escape(part) for part in pattern.split("*")), url) is not None


async def until(window: Window, condition: Condition, budget: float, *, reload_after: float | None = None) -> bool:
    """Waits for the condition on the window's page. With `reload_after` seconds, looks again at a fresh page:
    for what an officer or a queue brings about. A page that was sent by a form is never reloaded."""
    fresh_at = time.monotonic() + reload_after if reload_after is not None else None

    async def attempt() -> bool | None:
        nonlocal fresh_at
        if await holds(window.page, condition):
            return True
        if fresh_at is not None and time.monotonic() > fresh_at and window.may_reload():
            await window.reload()
            fresh_at = time.monotonic() + 1.0
        return None

    return bool(await poll(attempt, budget))


async def first_of(window: Window, conditions: list[Condition], budget: float) -> int | None:
    """Which of the conditions holds first; None when none does in time."""

    async def attempt() -> int | None:
        for index, condition in enumerate(conditions):
            if await holds(window.page, condition):
                return index
        return None

    return await poll(attempt, budget)


async def unmet(window: Window, condition: Condition, budget: float) -> Blocked:
    """The sentence for a condition that did not come true."""
    page, place = window.page, condition.place
    try:
        near = () if place.kind == "url" else nearest(place.name, await candidates(page, place.kind))
        said = await alerts(page)
    except PageMoving:
        near, said = (), []
    if condition.gone:
        sentence = f"đã chờ {budget:.0f} giây mà {named(place)} vẫn còn trên trang"
    elif condition.equals and await seen(page, place):
        sentence = f"đã chờ {budget:.0f} giây mà {named(place)} vẫn chưa là «{condition.equals}»"
        near = ()
    else:
        sentence = f"đã chờ {budget:.0f} giây mà không thấy {named(place)}{perhaps(near)}"
    if said:
        sentence += f"; trang báo: «{said[0]}»"
    return Blocked(sentence, owner="bộ kết nối hoặc cổng dịch vụ công", page=page.url, candidates=near)
