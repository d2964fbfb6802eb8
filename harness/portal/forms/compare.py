"""Does a control hold what it was given? Pure."""

from __future__ import annotations

import re
from pathlib import Path

from harness.portal.forms.control import Control
from harness.portal.forms.match import key
from harness.portal.forms.pickers import ends, is_day, is_moment, is_period
from harness.portal.forms.setters import parts
from harness.portal.parsers import date, flag, fold


def held(control: Control) -> str:
    """What the control holds, as a person would say it: dates as dd/mm/yyyy."""
    if control.kind == "date" and (day := date(control.value)):
        return "/".join(reversed(day.split("-")))
    return control.value


def agrees(control: Control, value: str) -> bool:  # noqa: PLR0911 — one answer a kind
    shown = held(control)
    if control.kind in {"checkbox", "switch"}:
        return bool(shown) == (flag(value) or key(value) == key(control.label))
    if control.kind == "typed-date" and is_period(value):
        return [date(end) for end in ends(shown)] == [date(end) for end in ends(value)]
    if control.kind in {"date", "typed-date", "datetime"}:
        return date(shown) is not None and date(shown) == date(value)
    if control.kind in {"combobox", "listbox", "picker"}:
        return _chosen(control, value)
    if control.kind in {"select", "radio"}:
        return key(shown) == key(value) or any(o.checked and o.value == value and value for o in control.options)
    if control.kind == "multiselect":
        return {key(p) for p in shown.split(", ")} == {key(p) for p in parts(value, control)}
    if control.kind == "file":
        return [Path(p).name for p in value.split(";")] == [p.strip() for p in shown.split(",")]
    if control.kind == "number" or control.limits.get("inputmode") in {"numeric", "decimal"}:
        return _digits(shown) == _digits(value)
    if is_day(value) and control.kind in {"text", "picker"}:
        return date(shown) is not None and date(shown) == date(value)
    return fold(shown) == fold(value)


def _chosen(control: Control, value: str) -> bool:
    """The same entries, in any order; some controls say all of theirs in one line."""
    if is_moment(value):
        return _moment(control.value) == _moment(value)
    wanted = {key(part) for part in parts(value, control)}
    if {key(words) for words in control.chosen} == wanted:
        return True
    return key(held(control)) == key(value) or {key(words) for words in control.value.split(",")} == wanted


def parts_of(shown: str) -> list[str]:
    """Entries that a control or a profile says in one text."""
    return [fold(part) for part in re.split(r"[\n;,]", shown) if fold(part)]


def _moment(text: str) -> str:
    hour = re.search(r"\d{1,2}:\d{2}", text)
    return date(text) or (hour[0].zfill(5) if hour else text)


def _digits(text: str) -> str:
    return re.sub(r"\D", "", re.sub(r"[.,]0{1,2}$", "", text.strip()))
