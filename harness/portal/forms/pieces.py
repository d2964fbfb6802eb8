"""One answer in several boxes: day, month and year; hour and minute; the two ends of a period."""

from __future__ import annotations

import re
from collections.abc import Sequence

from harness.model import Blocked
from harness.portal.forms.compare import agrees, held
from harness.portal.forms.control import Control
from harness.portal.forms.match import Pair
from harness.portal.forms.pickers import ends
from harness.portal.forms.refusing import refuse
from harness.portal.forms.setters import set_value
from harness.portal.parsers import date

_HOUR = re.compile(r"(?<!\d)(\d{1,2})[:h](\d{2})")


def split(controls: Sequence[Control], value: str) -> list[str]:
    """What goes into each box; empty when the value is not made of that many pieces."""
    if controls[0].part in {"from", "to"}:
        found = ends(value)
        return found if len(found) == len(controls) else []
    if controls[0].part == "hour":
        hour = _HOUR.search(value)
        return [hour[1].zfill(2), hour[2]] if hour and len(controls) == 2 else []
    day = date(value)
    if day is None:
        return []
    year, month, number = day.split("-")
    pieces = {"day": number, "month": month, "year": year}
    return [_as_offered(control, pieces[control.part]) for control in controls]


def _as_offered(control: Control, digits: str) -> str:
    """A list may say «Tháng 11», «11» or «Th11» for 11."""
    for option in control.options:
        found = re.findall(r"\d+", option.label)
        if len(found) == 1 and int(found[0]) == int(digits):
            return option.label
    return digits


async def set_parts(controls: Sequence[Control], value: str) -> str:
    """Sets each box. Raises Blocked when the value cannot be divided among them."""
    pieces = split(controls, value)
    if not pieces:
        raise refuse(controls[0], value, f"câu trả lời này gồm {len(controls)} ô, giá trị không chia được cho chúng")
    for control, piece in zip(controls, pieces, strict=True):
        if not _holds(control, piece):
            await set_value(control, piece)
    return "từng ô"


def parts_lost(pair: Pair, controls: Sequence[Control]) -> Blocked | None:
    """Why the boxes do not hold the value together."""
    for control, piece in zip(controls, split(controls, pair.wanted.value), strict=True):
        if not control.disabled and not control.readonly and not _holds(control, piece):
            shown = held(control)
            return refuse(control, piece, f"ô đang giữ «{shown}»" if shown else "ô vẫn trống sau khi đặt")
    return None


def joined(controls: Sequence[Control]) -> str:
    """What the boxes hold, as the profile would write it."""
    if controls[0].part in {"from", "to"}:
        return " – ".join(held(control) for control in controls)
    if controls[0].part == "hour":
        return ":".join(held(control).zfill(2) for control in controls)
    pieces = {control.part: "".join(re.findall(r"\d+", held(control))) for control in controls}
    return "/".join(pieces.get(part, "").zfill(2) for part in ("day", "month", "year"))


def _holds(control: Control, piece: str) -> bool:
    shown = "".join(re.findall(r"\d+", held(control)))
    return agrees(control, piece) or (piece.isdigit() and shown.isdigit() and int(shown) == int(piece))
