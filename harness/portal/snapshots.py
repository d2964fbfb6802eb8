"""Pictures and accessible trees of pages; and all the words an adapter uses."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from textwrap import indent

from playwright.async_api import Error, Frame

from harness.catalog.adapters import Adapter, Place
from harness.portal.covering import TAKEN, Hidden, boxes, covered
from harness.portal.script import PageMoving, ask, frames
from harness.portal.window import Window


async def aria(window: Window) -> str:
    """The accessible tree as text, frames included; empty for what has none (a PDF viewer, a closed page).

    From our own script: Playwright's snapshot loads a script of its own into each new page, 40–60 ms a time.
    """
    if window.page.is_closed():
        return ""
    try:
        return "\n".join([await _tree(frame) for frame in frames(window.page)])
    except (Error, PageMoving):
        return ""


async def _tree(frame: Frame) -> str:
    told = str(await ask(frame, "tree"))
    return f"- iframe {json.dumps(frame.url)}:\n{indent(told, '  ')}" if frame.parent_frame else told


async def picture(window: Window, hidden: Hidden) -> bytes | None:
    """A picture of what is in view, covered where it shows what is hidden: about 50 ms, so at milestones only.

    Places are taken before and after: what moved meanwhile is covered at both. A page that is being replaced gives
    no picture, because nobody could say what it shows.
    """
    if window.page.is_closed():
        return None
    try:
        before = await boxes(window.page, hidden)
        taken = await window.page.screenshot(type="jpeg", quality=TAKEN, scale="css", timeout=5000)
        after = await boxes(window.page, hidden)
        return await asyncio.to_thread(covered, taken, before | after)
    except (Error, PageMoving):
        return None


def words_of(adapter: Adapter) -> Iterator[str]:
    """Every name that the adapter uses anywhere: those are not new spellings of one another."""

    def words(place: Place | None) -> Iterator[str]:
        if place:
            yield from place.words
            yield from words(place.of)
            yield from words(place.within)

    for task in (*adapter.tasks.values(), *adapter.gateway.values()):
        for step in task.every_step():
            yield from step.values
            for place in (step.place, step.next, *step.facts.values()):
                yield from words(place)
            for condition in (step.condition, step.until):
                yield from words(condition.place if condition else None)
