"""What a form asks of some people only: fields behind other choices, rows that may be added. Looked for, bounded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from harness.model import Blocked
from harness.portal.forms import Control, fill, inspect_form
from harness.portal.forms.fill import FormPage
from harness.portal.forms.match import clean, match
from harness.portal.forms.setters import set_value
from harness.portal.forms.settle import now
from harness.portal.script import ask, frames
from harness.portal.waiting import poll
from harness.portal.window import Window

KINDS = frozenset({"radio", "select", "checkbox", "switch", "combobox", "listbox"})
MOST_OPTIONS = 8  # of one list: longer ones name places and peoples, and ask nothing more
MOST_TRIES = 16  # of one page
MOST_ADDERS = 3  # of one page
APPEARS = 0.4  # seconds until fields that a choice brings are there
ROW = 2.0  # seconds until a row that was asked for is there


@dataclass(frozen=True, slots=True)
class Row:
    """A control of a row that was added: under which section it goes, numbered."""

    section: str
    control: Control


Choice = tuple[Control, Sequence[str], str]  # a control, its entries, the one that it holds


async def brought(page: FormPage, chosen: Iterable[Choice]) -> dict[str, dict[str, list[str]]]:
    """Tag of a control → other choice → labels of the fields that it makes appear. The page ends as it began."""
    window, found, tries = page.window, dict[str, dict[str, list[str]]](), 0
    for control, entries, held in chosen:
        ticked = control.kind in {"checkbox", "switch"}
        others = ["không" if held else "có"] if ticked else [entry for entry in entries if entry != held]
        if control.kind not in KINDS or control.disabled or len(entries) > MOST_OPTIONS:
            continue
        if not held and not ticked:
            continue  # nobody can take such an answer back
        for other in others:
            if tries >= MOST_TRIES:
                break
            tries += 1
            labels = await _behind(window, control, other)
            if labels:
                found.setdefault(control.tag, {})[other] = labels
        await _choose(window, control, held or "không")
    await _as_before(page)
    return found


async def _behind(window: Window, control: Control, entry: str) -> list[str]:
    before = {(c.section, c.label) for c in await inspect_form(window.page)}
    if not await _choose(window, control, entry):
        return []

    async def more() -> list[str] | None:
        there = await inspect_form(window.page)
        return [clean(c.label) for c in there if c.label and (c.section, c.label) not in before] or None

    return list(dict.fromkeys(await poll(more, APPEARS) or []))


async def _choose(window: Window, control: Control, entry: str) -> bool:
    present = now(control, await inspect_form(window.page))
    if present is None:
        return False
    try:
        await set_value(present, entry)
    except Blocked:
        return False
    await window.settle()
    return True


async def _as_before(page: FormPage) -> None:
    """What went away with another choice came back empty."""
    wanted = [pair.wanted for pair in page.pairs]
    there = match(wanted, await inspect_form(page.window.page))
    await fill(page.window, [pair.wanted for pair in there.pairs])


async def rows_added(window: Window) -> list[Row]:
    """Presses each «Thêm …» of the page once; the controls that have come, by the number of their row."""
    rows: list[Row] = []
    for frame in frames(window.page):
        adders: list[dict[str, Any]] = await ask(frame, "adders")
        for adder in adders[:MOST_ADDERS]:
            before = {c.tag for c in await inspect_form(window.page)}
            await frame.locator(f'[data-kt="{adder["tag"]}"]').click()
            await window.settle()

            async def come(before: set[str] = before) -> list[Control] | None:
                return [c for c in await inspect_form(window.page) if c.tag not in before and c.label] or None

            controls = await poll(come, ROW) or []
            there = await inspect_form(window.page)
            for control in controls:
                section = clean(control.section) or clean(adder["section"])
                number = sum(c.label == control.label and c.section == control.section for c in there)
                rows += [Row(f"{section} [{max(number, 1)}]", control)] if section else []
    return rows
