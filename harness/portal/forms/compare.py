"""Does a control hold what it was given? Pure."""

from __future__ import annotations

import re
from pathlib import Path

from harness.portal.forms.control import Control
from harness.portal.forms.match import key
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
    if control.kind in {"date", "typed-date", "datetime"}:
        return date(shown) is not None and date(shown) == date(value)
    if control.kind in {"select", "radio", "combobox", "listbox"}:
        return key(shown) == key(value) or any(o.checked and o.value == value and value for o in control.options)
    if control.kind == "multiselect":
        return {key(p) for p in shown.split(", ")} == {key(p) for p in parts(value, control)}
    if control.kind == "file":
        return [Path(p).name for p in value.split(";")] == [p.strip() for p in shown.split(",")]
    if control.kind == "number" or control.limits.get("inputmode") in {"numeric", "decimal"}:
        return _digits(shown) == _digits(value)
    return fold(shown) == fold(value)


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)
