"""Fills a form of any number of pages: inspect, match, set, read back, turn the page."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from harness.catalog.adapters import Condition, Place
from harness.model import Blocked
from harness.portal.conditions import holds, unmet
from harness.portal.forms.compare import held
from harness.portal.forms.control import Control, FieldRecord
from harness.portal.forms.inspect import inspect_form
from harness.portal.forms.match import (
    Matching,
    Pair,
    Wanted,
    match,
    required_without_value,
    say_ambiguous,
    say_required,
    say_unused,
)
from harness.portal.forms.pieces import joined
from harness.portal.forms.rows import add_row
from harness.portal.forms.settle import Setting, now, set_pairs, verify
from harness.portal.locate import alerts
from harness.portal.turning import Turn, turn_page
from harness.portal.waiting import poll
from harness.portal.window import Window

MOST_PAGES = 20


@dataclass(slots=True)
class FormPage:
    """One page of the wizard, filled and about to be turned; handed to probes."""

    number: int
    window: Window
    pairs: list[Pair]
    next: Place | None
    until: Condition | None


AtPage = Callable[[FormPage], Awaitable[None]]
# Values for controls just met, for a form whose labels nobody has written down yet.
Propose = Callable[[Sequence[Control]], Awaitable[Sequence[Wanted]]]


@dataclass(slots=True)
class Filling:
    """What happened: a record for each value, and all that was met on the way."""

    records: list[FieldRecord] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)  # every «section › label» met
    pages: int = 0


async def fill(window: Window, wanted: Sequence[Wanted], *,  # noqa: PLR0913 — the parts of one `set: form`
               next: Place | None = None,  # noqa: A002 — the adapter's word
               until: Condition | None = None, at_page: AtPage | None = None,
               within: dict[str, Any] | None = None, into: Filling | None = None,
               propose: Propose | None = None, seen: Sequence[Control] = ()) -> Filling:
    """Sets every value under its label, in any order, over the pages that `next` turns, until `until` holds.

    `into`: where to note what happens, for a caller that wants it even when this raises Blocked.
    `seen`: the first page's controls, from a caller that has just looked at them.
    """
    filling = into if into is not None else Filling()
    pending = list(wanted)
    while True:
        filling.pages += 1
        pairs = await _fill_page(window, pending, wanted, filling, within, strict=next is not None or until is not None,
                                 propose=propose, seen=seen if filling.pages == 1 else ())
        pending = [want for want in pending if want not in [pair.wanted for pair in pairs]]
        page = FormPage(filling.pages, window, pairs, next, until)
        if at_page:
            await at_page(page)
        if next is None or (until is None and not pending):
            break
        if filling.pages >= MOST_PAGES:
            raise Blocked(f"biểu mẫu vẫn chưa hết sau {MOST_PAGES} trang", owner="bộ kết nối", page=window.page.url)
        turn = await turn_page(window, next, until)
        if turn is Turn.DONE:
            break
    if until is not None and next is None and not await holds(window.page, until):
        raise await unmet(window, until, 0)
    if pending:
        sentences = [say_unused(want, filling.titles) for want in pending]
        said = await alerts(window.page)
        if said:
            sentences.append(f"trang đang báo: «{said[0]}»")
        raise Blocked("; ".join(sentences), owner="hồ sơ dịch vụ", page=window.page.url,
                      candidates=tuple(filling.titles))
    return filling


async def _fill_page(  # noqa: PLR0913
                     window: Window, pending: list[Wanted], values: Sequence[Wanted], filling: Filling,
                     within: dict[str, Any] | None, *, strict: bool, propose: Propose | None = None,
                     seen: Sequence[Control] = ()) -> list[Pair]:
    """Sets what this page asks for; looks again while setting makes further fields appear."""
    pairs: list[Pair] = []
    left = list(pending)
    first_seen: dict[str, str] = {}
    troubles: list[Blocked] = []
    controls = list(seen) or await _form(window, within)
    while True:
        for control in controls:
            first_seen.setdefault(control.tag, held(control))
        filling.titles += [c.title for c in controls if c.title not in filling.titles]
        left += await propose(controls) if propose else ()
        found = match(left, controls)
        _refuse_ambiguous(found, window.page.url)
        if not found.pairs:
            if await add_row(window, left, controls):
                controls = await _form(window, within)
                continue
            break
        done = await set_pairs(window, found.pairs)
        controls = await verify(window, done, within)
        troubles += [one.trouble for one in done if one.trouble]
        filling.records += [_record(one, controls, first_seen) for one in done]
        pairs += found.pairs
        left = [want for want in left if want not in [pair.wanted for pair in found.pairs]]
        if left and not strict:
            controls = await _further(window, within, left, controls)
    empty = required_without_value(controls) if strict and not troubles else []
    sentences = [*(trouble.sentence for trouble in troubles), *(say_required(control, values) for control in empty)]
    if sentences:
        raise Blocked("; ".join(sentences), owner=troubles[0].owner if troubles else "hồ sơ dịch vụ",
                      page=window.page.url, candidates=tuple(c.title for c in empty))
    return pairs


async def _further(window: Window, within: dict[str, Any] | None, left: list[Wanted],
                   controls: list[Control]) -> list[Control]:
    """The controls once one that is still wanted has appeared; fields may come a moment after what shows them."""

    async def attempt() -> list[Control] | None:
        later = await inspect_form(window.page, within)
        return later if match(left, later).pairs else None

    return await poll(attempt, 0.5) or controls


async def _form(window: Window, within: dict[str, Any] | None) -> list[Control]:
    """The controls; a form drawn by script may come a moment after its page."""

    async def attempt() -> list[Control] | None:
        return await inspect_form(window.page, within) or None

    return await poll(attempt, 1.0 if window.still_loading() else 0.3) or []


def _refuse_ambiguous(found: Matching, url: str) -> None:
    if found.ambiguous:
        sentences = [say_ambiguous(want, controls) for want, controls in found.ambiguous]
        raise Blocked("; ".join(sentences), owner="hồ sơ dịch vụ", page=url,
                      candidates=tuple(c.title for _w, controls in found.ambiguous for c in controls))


def _record(one: Setting, controls: Sequence[Control], first_seen: dict[str, str]) -> FieldRecord:
    pair = one.pair
    control = pair.controls[0]
    later = [now(c, controls) or c for c in pair.controls]
    if pair.rung == "group":
        shown = ", ".join(c.label for c in later if c.value)
    else:
        shown = joined(later) if pair.rung == "parts" else held(later[0])
    section = pair.wanted.section or control.section
    return FieldRecord(section, pair.wanted.label, control.kind, control.required, first_seen.get(control.tag, ""),
                       pair.wanted.source, pair.wanted.value, shown, pair.rung, one.way, one.spent)
