"""Turning the page of a wizard: did it move on, did it end, or did the page refuse?"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from harness.catalog.adapters import Condition, Place
from harness.model import Blocked
from harness.portal.conditions import holds
from harness.portal.forms.control import Control
from harness.portal.forms.inspect import inspect_form
from harness.portal.forms.match import key
from harness.portal.forms.settle import leave_field
from harness.portal.locate import alerts, passing
from harness.portal.moving import press
from harness.portal.waiting import poll
from harness.portal.window import Window
from harness.portal.wording import named


class Turn(Enum):
    DONE = auto()  # `until` holds
    NEXT = auto()  # another page of the form
    REFUSED = auto()  # the same page, complaining
    STUCK = auto()  # the same page, silent


def signature(controls: Sequence[Control]) -> tuple[tuple[str, str], ...]:
    """Tells pages of a wizard apart, whatever they hold and complain about."""
    return tuple((control.code or control.label, control.kind) for control in controls)


def outline(controls: Sequence[Control]) -> tuple[tuple[str, str], ...]:
    """The page as a person reads it: some libraries give a control another name in the source at every load."""
    return tuple((key(control.label), control.kind) for control in controls)


async def try_turn(window: Window, next_place: Place, until: Condition | None, budget: float, *,
                   heard: list[str] | None = None) -> Turn:
    """Presses and says what became of it, without judging. `heard`: takes what the page says in passing meanwhile.

    Held against the page as it stands at the press: after a way back some libraries name every control anew. The
    field typed in last is left first: a sentence that comes or goes as it is left would move the button from under
    the pointer, and the press would be lost.
    """
    await leave_field(window)
    before = signature(await inspect_form(window.page))
    asked, quiet = len(window.dialogs), await passing(window.page) if heard is not None else []
    hints = set(await alerts(window.page))  # some libraries keep a field's hint where they put its errors
    await press(window, next_place)

    async def attempt() -> Turn | None:
        if until is not None and await holds(window.page, until):
            return Turn.DONE
        if heard is not None:
            said = [*window.dialogs[asked:], *(words for words in await passing(window.page) if words not in quiet)]
            heard.extend(words for words in said if words not in heard)
        controls = await inspect_form(window.page)
        if controls and signature(controls) != before:
            return Turn.NEXT
        if signature(controls) == before and (
                any(c.invalid for c in controls) or set(await alerts(window.page)) - hints):
            return Turn.REFUSED
        return None

    return await poll(attempt, budget) or Turn.STUCK


async def turn_page(window: Window, next_place: Place, until: Condition | None) -> Turn:
    """Turns the page. Raises Blocked with the page's own complaint when it refuses."""
    heard: list[str] = []
    turn = await try_turn(window, next_place, until, window.patience.condition, heard=heard)
    if turn in {Turn.DONE, Turn.NEXT}:
        return turn
    complaints = await complaints_of(window) or heard
    said = "; ".join(complaints[:5]) or "trang không nói vì sao"
    raise Blocked(f"bấm {named(next_place)} nhưng biểu mẫu không sang trang: {said}",
                  owner="hồ sơ dịch vụ hoặc cổng dịch vụ công", page=window.page.url)


async def complaints_of(window: Window) -> list[str]:
    """«label: message» of every field that complains, then what the page says at large."""
    controls = await inspect_form(window.page)
    words = [f"{c.label}: {c.error or c.validity}" for c in controls if c.error or (c.invalid and c.validity)]
    return list(dict.fromkeys([*words, *await alerts(window.page)]))
