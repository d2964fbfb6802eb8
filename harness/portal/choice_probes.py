"""Chooses the options of lists, radios and ticks one after the other, and looks what the page holds then."""

from __future__ import annotations

from typing import Any

from harness.model import Blocked
from harness.portal.forms import Control, inspect_form
from harness.portal.forms.compare import agrees
from harness.portal.forms.inspect import look_again
from harness.portal.forms.lists import offered
from harness.portal.forms.match import clean
from harness.portal.forms.setters import attempt, ways
from harness.portal.probes import Rows
from harness.portal.restoring import restore, same_field
from harness.portal.waiting import poll
from harness.portal.window import Window

CHOSEN = {"select", "radio", "combobox", "listbox", "checkbox", "switch"}
DRAWN = {"combobox", "listbox"}
MOST = {"select": 4, "radio": 4}  # options tried of one list; of a list that the page draws itself:
MOST_DRAWN = 2
LOADED = 0.4  # seconds until a list that depends on another one has its entries, once all answers are there


async def options_of(control: Control) -> tuple[list[str], bool]:
    """Labels, and whether these are all: a list that the page draws may show only a part of its entries."""
    labels = [option.label for option in control.options]
    if labels or control.kind not in DRAWN or control.disabled or control.readonly:
        return labels, True
    return await offered(control), False


async def try_choices(window: Window, kept: list[Control]) -> Rows:
    """Ends with the page as it was in `kept`."""
    rows: Rows = []
    waiting = [c for c in kept if c.kind == "select" and not c.options]  # lists that wait for another choice
    for field in kept:
        if field.kind not in CHOSEN or field.disabled or field.readonly:
            continue
        for option in await _some_of(field):
            rows.append(await _try(window, field, option))
            for other in waiting if field.kind in {"select", *DRAWN} else []:
                if await _has_filled(window, other):
                    rows.append(_row(other, f"sau khi chọn «{option}» ở ô «{clean(field.label)}»", taken=True))
                else:
                    rows.append(_row(other, f"sau khi chọn «{option}» ở ô «{clean(field.label)}»", taken=False,
                                     why="danh sách phụ thuộc vẫn trống"))  # fmt: skip
        await restore(window, kept)
    return depending(rows)


def depending(rows: Rows) -> Rows:
    """A list that stays empty whatever was chosen at another field does not depend on that field."""
    def parent(row: dict[str, Any]) -> str:
        return str(row["option"]).rpartition(" ở ô ")[2] if row["option"].startswith("sau khi chọn") else ""

    filled = {(row["label"], parent(row)) for row in rows if parent(row) and row["taken"]}
    some = {label for label, _ in filled}
    return [row for row in rows if not parent(row) or row["label"] not in some or (row["label"], parent(row)) in filled]


async def _some_of(field: Control) -> list[str]:
    """First, last and some between, so that the one that is chosen now is left at least once."""
    if field.kind in {"checkbox", "switch"}:
        return ["không", "có"] if field.value else ["có", "không"]
    labels, _ = await options_of(field)
    most = MOST.get(field.kind, MOST_DRAWN)
    if len(labels) <= most:
        return labels
    step = (len(labels) - 1) / (most - 1)
    return [labels[round(index * step)] for index in range(most)]


async def _try(window: Window, field: Control, option: str) -> dict[str, Any]:
    controls = await inspect_form(window.page)
    present = same_field(controls, field)
    if present is None:
        return _row(field, option, taken=False, why="ô không còn trên trang")
    why = ""
    for number in range(2):
        try:
            _way, setter = ways(present, option)[-number]  # the most usual way, then the last resort
            await attempt(present, option, setter)
            why = ""
        except Blocked as trouble:
            why = trouble.sentence
        await window.settle()
        present = await look_again(present) or present
        if not why and agrees(present, option):
            return _row(field, option, taken=True)
    return _row(field, option, taken=False, why=why or f"ô giữ «{present.value}»")


async def _has_filled(window: Window, field: Control) -> bool:
    async def seen() -> bool | None:
        controls = await inspect_form(window.page)
        present = same_field(controls, field)
        return bool(present and present.options) or None

    return bool(await poll(seen, LOADED))


def _row(field: Control, option: str, *, taken: bool, why: str = "") -> dict[str, Any]:
    return {"section": field.section, "label": clean(field.label), "kind": field.kind, "option": option,
            "taken": taken, "why": why}  # fmt: skip
