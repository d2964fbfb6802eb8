"""read: facts from places, many in one look."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from harness.catalog.adapters import Place, Step
from harness.model import Blocked
from harness.portal.locate import spec
from harness.portal.parsers import fact_value
from harness.portal.script import ask, frames
from harness.portal.verbs.offering import refuse_if_renamed
from harness.portal.waiting import poll
from harness.portal.walk import Walk
from harness.portal.wording import named


async def read_step(walk: Walk, step: Step) -> None:
    """Reads every fact of the step. What is not on the page, and nothing like it, is recorded as None."""
    places = {fact: await walk.place(place) for fact, place in step.facts.items()}
    shown, title = await _shown(walk, places)
    for fact, place in places.items():
        await _record(walk, fact, place, shown.get(fact), title)
    await walk.stage.after_read(walk)


async def _shown(walk: Walk, places: dict[str, Place]) -> tuple[dict[str, Any], str]:
    """What the page shows, as far as it does, and its title."""
    wanted = {fact: spec(place) for fact, place in places.items() if place.kind != "url"}

    async def attempt() -> dict[str, Any] | None:
        seen: dict[str, Any] = {}
        title = ""
        for frame in frames(walk.window.page):
            left = {fact: place for fact, place in wanted.items() if fact not in seen}
            if left or not frame.parent_frame:
                answer = await ask(frame, "values", left)
                title = title or answer["title"]
                seen.update({fact: value for fact, value in answer["facts"].items() if value["found"]})
        attempts.append((seen, title))
        return seen if len(seen) == len(wanted) else None

    attempts: list[tuple[dict[str, Any], str]] = []
    await poll(attempt, walk.window.patience.facts if walk.window.still_loading() else 0.1)
    return attempts[-1] if attempts else ({}, "")


async def _record(walk: Walk, fact: str, place: Place, answer: dict[str, Any] | None, title: str) -> None:
    where = f"{title or walk.window.page.url} › {named(place)}"
    if place.kind == "url":
        walk.stage.read(walk, fact, walk.window.page.url, where)
        return
    if answer is None:
        await refuse_if_renamed(walk, place)
        walk.stage.read(walk, fact, None, f"{where} (không thấy trên trang)")
        return
    if answer["found"] > 1:
        many = f"{named(place)} có {answer['found']} giá trị khác nhau trên trang"
        raise Blocked(f"{many}; hãy nói rõ chỗ nào bằng `in:`", owner="bộ kết nối",
                       candidates=tuple(answer.get("names", ())))
    if len(place.words) > 1 and answer.get("names"):  # of several spellings, the one that was there
        where = f"{title or walk.window.page.url} › {named(replace(place, words=(answer['names'][0],)))}"
    raw = answer["value"]
    value = fact_value(fact, walk.stage.kind_of(fact), raw, walk.stage.adapter)
    if value is None:
        where += f" («{str(raw)[:80]}»)"
    walk.stage.read(walk, fact, value, where)
