"""Dates and hours in boxes that a page makes by itself: typed as the box shows them, or picked."""

from __future__ import annotations

import re

from harness.portal.forms.control import Control
from harness.portal.forms.inspect import once_changed
from harness.portal.forms.lists import close, open_list, press
from harness.portal.parsers import date
from harness.portal.script import ask

OPENING = 0.8  # seconds until a calendar has opened
MOST_STEPS = 400  # presses from the month that a calendar opens at: some go by months only
_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2}-\d{2}")
_HOUR = re.compile(r"([01]?\d|2[0-3])[:h]([0-5]\d)")
_BETWEEN = re.compile(r"\s*(?:\n|;|–|—|→|\s-\s|\bđến\b)\s*", re.IGNORECASE)
_SHAPE = re.compile(r"(?P<a>d{1,2}|m{1,2}|y{4})(?P<s>[/.-])(?P<b>d{1,2}|m{1,2})(?P=s)(?P<c>d{1,2}|m{1,2}|y{4})",
                    re.IGNORECASE)


def is_day(value: str) -> bool:
    return bool(_DAY.fullmatch(value.strip())) and date(value) is not None


def is_hour(value: str) -> bool:
    return bool(_HOUR.fullmatch(value.strip()))


def is_moment(value: str) -> bool:
    return is_day(value) or is_hour(value)


def spelled(control: Control, value: str) -> str:
    """The day in the order that the box asks for: «yyyy-mm-dd», «mm/dd/yyyy» …; dd/mm/yyyy when it does not say."""
    day = date(value)
    shape = _SHAPE.search(f"{control.limits.get('placeholder', '')} {control.hint}")
    if day is None or shape is None:
        return value
    year, month, date_ = day.split("-")
    pieces = {"y": year, "m": month, "d": date_}
    return shape["s"].join(pieces[shape[part][0].lower()] for part in "abc")


def ends(text: str) -> list[str]:
    """«01/02/2026 – 15/03/2026» → its two ends; whatever has no ends is one."""
    return [end for end in _BETWEEN.split(text.strip().removeprefix("từ ").removeprefix("Từ ")) if end]


def is_period(value: str) -> bool:
    return len(ends(value)) == 2 and all(is_day(end) for end in ends(value))


def spelled_period(control: Control, value: str) -> str:
    """Both ends in one box, joined as its placeholder joins them."""
    shapes = [*_SHAPE.finditer(hint := f"{control.limits.get('placeholder', '')} {control.hint}")]
    joint = hint[shapes[0].end() : shapes[1].start()] if len(shapes) > 1 else " - "
    return joint.join(spelled(control, end) for end in ends(value))


async def pick_moment(control: Control, value: str) -> bool:
    """Types a day or an hour and leaves the box. False when the value is neither."""
    if not is_moment(value):
        return False
    if control.readonly or (control.kind == "picker" and not await control.locator.is_editable()):
        await pick(control, value)
        return True
    await control.locator.fill(spelled(control, value) if is_day(value) else value)
    await control.locator.press("Tab")  # commits it, and closes a calendar that popped up over the next field
    return True


async def type_and_enter(control: Control, value: str) -> None:
    """Key by key into the open calendar, confirmed with Enter: boxes that forget what was only typed."""
    await open_list(control)
    opened = await _opened(control)
    box = await ask(control.frame, "typing")
    if not box["editable"]:
        return
    keyboard = control.frame.page.keyboard
    await keyboard.press("ControlOrMeta+a")
    await keyboard.type(spelled(control, value) if is_day(value) else value)
    if opened:  # without one, Enter would send the form
        await keyboard.press("Enter")
    await once_changed(control, 0.3)
    await close(control)


async def pick(control: Control, value: str) -> bool:
    """Opens the calendar or clock and presses its way to the value. False when nothing opens: the box is locked."""
    await open_list(control)
    if not await _opened(control):
        return False
    if is_day(value):
        await _pick_day(control, value)
    else:
        await _pick_hour(control, value)
    confirm = await ask(control.frame, "confirming")
    if confirm:
        await press(control, confirm)
    await once_changed(control, 0.3)
    await close(control)
    return True


async def _opened(control: Control) -> bool:
    return bool(await ask(control.frame, "opened", {"budget": OPENING * 1000}))


async def _pick_day(control: Control, value: str) -> None:
    year, month, day = (int(part) for part in (date(value) or "0-0-0").split("-"))
    for _step in range(MOST_STEPS):
        move = await ask(control.frame, "calendar", {"year": year, "month": month, "day": day})
        if move is None:
            return
        target = control.marked_locator(move["tag"])
        if move["do"] == "select":
            await target.select_option(value=move["value"])
        elif move["do"] == "fill":
            await target.fill(move["value"])
            await target.press("Enter")
        else:
            await press(control, move["tag"])
        if move["do"] == "day":
            return


async def _pick_hour(control: Control, value: str) -> None:
    found = _HOUR.fullmatch(value.strip())
    if found is None:
        return
    way = await ask(control.frame, "clock", {"hour": int(found[1]), "minute": int(found[2])})
    if way is None:
        return
    for tag, number in zip(way.get("boxes", ()), found.groups(), strict=False):
        await control.marked_locator(tag).fill(number)
        await control.marked_locator(tag).press("Tab")
    for tag in way.get("columns", ()):
        await press(control, tag)
