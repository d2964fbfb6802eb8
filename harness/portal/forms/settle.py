"""Sets the controls of a page one by one, then makes sure that the page holds what was set."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from harness.model import Blocked
from harness.portal.forms.compare import agrees, held
from harness.portal.forms.control import Control
from harness.portal.forms.inspect import inspect_form, look_again
from harness.portal.forms.match import Pair, key
from harness.portal.forms.pickers import is_moment
from harness.portal.forms.pieces import parts_lost, set_parts
from harness.portal.forms.refusing import refuse
from harness.portal.forms.setters import PICKED, TYPED, attempt, must_wait, parts, set_value, ways
from harness.portal.script import ask, frames
from harness.portal.window import Window


@dataclass(slots=True)
class Setting:
    """One value on its way: the way that worked, the time spent, and what went wrong."""

    pair: Pair
    way: str = ""
    spent: float = 0.0  # seconds
    trouble: Blocked | None = None


async def set_pairs(window: Window, pairs: Sequence[Pair]) -> list[Setting]:
    """Each value once, the most usual way; what is refused is tried again when all others have been set."""
    # Lists that do not hold their choice yet come last: what they depend on may be on this page.
    queue = [Setting(pair) for pair in sorted(pairs, key=lambda p: must_wait(p.controls[0], p.wanted.value))]
    refused = [one for one in queue if not await _set(window, one)]
    await _once_more(window, refused)
    return queue


async def _once_more(window: Window, refused: Sequence[Setting]) -> None:
    for one in refused:
        seen = [await look_again(control) or control for control in one.pair.controls]
        one.pair = replace(one.pair, controls=tuple(seen))
        await _set(window, one)


async def _set(window: Window, one: Setting) -> bool:
    started = time.perf_counter()
    try:
        one.way = await _set_pair(window, one.pair, again=one.trouble is not None)
        one.trouble = None
    except Blocked as trouble:
        one.trouble = trouble
    one.spent += time.perf_counter() - started
    return one.trouble is None


async def _set_pair(window: Window, pair: Pair, *, again: bool = False) -> str:
    """The way it was set; "" when the control held the value, or is locked."""
    value = pair.wanted.value
    if pair.rung == "group":
        chosen = parts(value, pair.controls[0])
        for control in pair.controls:
            await set_value(control, "có" if any(key(part) == key(control.label) for part in chosen) else "không")
        return "bấm"
    if pair.rung == "parts":
        return await set_parts(pair.controls, value)
    (control,) = pair.controls
    # What a failed search has left in the box is no choice: it does not count as held already.
    if (agrees(control, value) and not again) or control.disabled or _locked(control, value):
        return ""  # prefilled rightly, or locked: what it holds is read back and judged
    await set_value(control, value)
    if control.kind not in TYPED:
        await window.settle()  # a choice may load a dependent list or show further fields
    return ways(control, value)[0][0]


def _locked(control: Control, value: str) -> bool:
    """A box that cannot be typed in may still open a calendar."""
    return control.readonly and not (control.kind in PICKED and is_moment(value))


async def leave_field(window: Window) -> None:
    for frame in frames(window.page):
        await ask(frame, "blur")
    await window.settle()


async def verify(window: Window, done: Sequence[Setting], within: dict[str, Any] | None) -> list[Control]:
    """Reads everything back in one look; what did not take is set the next way, until it takes."""
    await leave_field(window)
    controls = await inspect_form(window.page, within)
    again = [one for one in done if not one.trouble and len(one.pair.controls) == 1 and not _took(one.pair, controls)]
    for one in done:
        if one.pair.rung == "parts" and not one.trouble:
            one.trouble = parts_lost(one.pair, [now(c, controls) or c for c in one.pair.controls])
    if not again:
        return controls
    for one in again:
        control = now(one.pair.controls[0], controls)
        if control:
            started = time.perf_counter()
            await _other_ways(window, one, control)
            one.spent += time.perf_counter() - started
    if any(not one.trouble for one in again):  # a list that had nothing to offer may depend on one of them
        await _once_more(window, [one for one in done if one.trouble and one not in again])
    await leave_field(window)
    return await inspect_form(window.page, within)


async def _other_ways(window: Window, one: Setting, control: Control) -> None:
    value = one.pair.wanted.value
    tried = [one.way]
    why = ""
    for way, setter in ways(control, value)[1:]:
        try:
            await attempt(control, value, setter)
        except Blocked as trouble:
            why = trouble.sentence.rpartition(": ")[2]
        tried.append(way)
        await leave_field(window)
        control = await look_again(control) or control
        if agrees(control, value):
            one.way = way
            return
    if control.readonly and held(control):
        return  # no calendar has opened: the box is locked, and what it holds is judged
    # What was typed may come back in the portal's own spelling: it is recorded, and judged by the checks.
    if control.kind in TYPED and control.kind != "typed-date" and held(control) and not is_moment(value):
        return
    shown = f"ô đang giữ «{held(control)}»" if held(control) else "ô vẫn trống sau khi đặt"
    one.trouble = refuse(control, value, f"đã {', '.join(w for w in tried if w)}; {why or shown}")


def now(control: Control, controls: Sequence[Control]) -> Control | None:
    """The same control in a later inspection; by its label when the page has drawn it anew."""
    same = [c for c in controls if c.tag == control.tag and c.frame is control.frame]
    if same:
        return same[0]
    alike = [c for c in controls if c.names[:1] == control.names[:1] and c.sections == control.sections]
    return alike[0] if len(alike) == 1 else None


def _took(pair: Pair, controls: Sequence[Control]) -> bool:
    control = now(pair.controls[0], controls)
    value = pair.wanted.value
    return control is None or control.disabled or _locked(control, value) or agrees(control, value)
