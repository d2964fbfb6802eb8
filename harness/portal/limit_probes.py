"""Types values at the edge of what fields may hold, turns the page, and writes down what it took."""

from __future__ import annotations

import contextlib
import datetime
from dataclasses import dataclass
from typing import Any

from playwright.async_api import Error

from harness.portal.boundaries import Limit, limits_for
from harness.portal.forms import Control, inspect_form
from harness.portal.forms.compare import held
from harness.portal.forms.fill import FormPage
from harness.portal.forms.match import clean
from harness.portal.forms.settle import leave_field
from harness.portal.parsers import date
from harness.portal.probes import PROBE_PATIENCE, Rows
from harness.portal.restoring import restore, return_to, same_field
from harness.portal.turning import Turn, try_turn

_MOVED = {Turn.DONE, Turn.NEXT}


@dataclass(frozen=True, slots=True)
class _Try:
    field: Control
    limit: Limit


class LimitProbes:
    """All fields of a page get a value each before it is turned; who is not named in the answer is tried alone."""

    def __init__(self, page: FormPage, today: datetime.date) -> None:
        self.page = page
        self.window = page.window
        self.today = today
        self.rows: Rows = []

    async def run(self) -> Rows:
        if self.page.next is None:
            return []
        kept = await inspect_form(self.window.page)
        own = {pair.controls[0].tag for pair in self.page.pairs if pair.wanted.source.startswith("@applicant.")}
        table = [(field, limits_for(field, self.today, own=field.tag in own)) for field in kept]
        for good in (False, True):
            left = [(field, [one for one in found if one.good is good]) for field, found in table]
            while any(found for _, found in left):
                await self._round([_Try(field, found.pop(0)) for field, found in left if found], kept)
        return self.rows

    async def _round(self, tries: list[_Try], kept: list[Control]) -> None:
        unclear = await self._turn(tries, kept)
        for one in unclear if len(tries) > 1 else []:
            await self._turn([one], kept)

    async def _turn(self, tries: list[_Try], kept: list[Control]) -> list[_Try]:
        """Puts the values in and turns the page; gives those that the answer says nothing about."""
        address = self.window.page.url
        tries = [one for one in tries if await self._put(one)]
        if not tries or self.page.next is None:
            await restore(self.window, kept)
            return []
        await leave_field(self.window)
        typed = await inspect_form(self.window.page)
        shown = {id(one): held(same_field(typed, one.field) or one.field) for one in tries}
        turn = await try_turn(self.window, self.page.next, self.page.until, PROBE_PATIENCE)
        after = [] if turn in _MOVED else await inspect_form(self.window.page)
        unclear = []
        for one in tries:
            present = same_field(after, one.field)
            words = _complaint(one.field, present) if present else ""
            if turn not in _MOVED and not words and len(tries) > 1:
                unclear.append(one)
            else:
                self._note(one, shown[id(one)], accepted=turn in _MOVED, message=words)
        if turn in _MOVED:
            await return_to(self.window, address, kept)
        else:
            await restore(self.window, kept)
        return unclear

    async def _put(self, one: _Try) -> bool:
        controls = await inspect_form(self.window.page)
        present = same_field(controls, one.field)
        if present is None:
            return False
        value = (date(one.limit.value) or "") if present.kind == "date" else one.limit.value
        with contextlib.suppress(Error):  # a box that only its calendar fills cannot be typed into wrongly
            await present.locator.fill(value, timeout=1500)
            return True
        return False

    def _note(self, one: _Try, shown: str, *, accepted: bool, message: str) -> None:
        row: dict[str, Any] = {
            "section": one.field.section, "label": clean(one.field.label), "meaning": one.limit.meaning,
            "value": one.limit.value, "why": one.limit.why, "good": one.limit.good, "held": shown,
            "accepted": accepted, "message": message,
        }  # fmt: skip
        self.rows.append(row)


def _complaint(before: Control, after: Control) -> str:
    """What the page says at the field that it did not say before; «…» when it only marks it."""
    said = after.error if after.error != before.error else ""
    return said or after.validity or ("…" if after.invalid and not before.invalid else "")
