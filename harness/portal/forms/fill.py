"""Fills a form of any number of pages: inspect, match, set, read back, turn the page."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from harness.catalog.adapters import Condition, Place
from harness.model import Blocked
from harness.portal.conditions import holds, unmet
from harness.portal.forms.compare import agrees, held
from harness.portal.forms.control import Control, FieldRecord
from harness.portal.forms.inspect import inspect_form
from harness.portal.forms.match import (
    Matching,
    Pair,
    Wanted,
    key,
    match,
    required_without_value,
    say_ambiguous,
    say_required,
    say_unused,
)
from harness.portal.forms.setters import must_wait, parts, refuse, set_value, type_again
from harness.portal.script import ask, frames
from harness.portal.turning import Turn, signature, turn_page
from harness.portal.waiting import poll
from harness.portal.window import Window

MOST_PAGES = 20
TYPED = {"text", "textarea", "number", "typed-date", "time"}


@dataclass(slots=True)
class FormPage:
    """One page of the wizard, filled and about to be turned; handed to probes."""

    number: int
    window: Window
    pairs: list[Pair]
    next: Place | None
    until: Condition | None


AtPage = Callable[[FormPage], Awaitable[None]]


@dataclass(slots=True)
class Filling:
    """What happened: a record for each value, and all that was met on the way."""

    records: list[FieldRecord] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)  # every «section › label» met
    pages: int = 0


async def fill(window: Window, wanted: Sequence[Wanted], *,  # noqa: PLR0913 — the parts of one `set: form`
               next: Place | None = None,  # noqa: A002 — the adapter's word
               until: Condition | None = None, at_page: AtPage | None = None,
               within: dict[str, Any] | None = None) -> Filling:
    """Sets every value under its label, in any order, over the pages that `next` turns, until `until` holds."""
    filling = Filling()
    pending = list(wanted)
    while True:
        filling.pages += 1
        pairs = await _fill_page(window, pending, wanted, filling, within, strict=next is not None or until is not None)
        pending = [want for want in pending if want not in [pair.wanted for pair in pairs]]
        page = FormPage(filling.pages, window, pairs, next, until)
        if at_page:
            await at_page(page)
        if next is None or (until is None and not pending):
            break
        if filling.pages >= MOST_PAGES:
            raise Blocked(f"biểu mẫu vẫn chưa hết sau {MOST_PAGES} trang", owner="bộ kết nối", page=window.page.url)
        before = signature(await inspect_form(window.page))
        turn = await turn_page(window, next, until, before)
        if turn is Turn.DONE:
            break
    if until is not None and next is None and not await holds(window.page, until):
        raise await unmet(window, until, 0)
    if pending:
        sentences = [say_unused(want, filling.titles) for want in pending]
        raise Blocked("; ".join(sentences), owner="hồ sơ dịch vụ", page=window.page.url,
                      candidates=tuple(filling.titles))
    return filling


async def _fill_page(  # noqa: PLR0913
                     window: Window, pending: list[Wanted], values: Sequence[Wanted], filling: Filling,
                     within: dict[str, Any] | None, *, strict: bool) -> list[Pair]:
    """Sets what this page asks for; looks again while setting makes further fields appear."""
    pairs: list[Pair] = []
    left = list(pending)
    first_seen: dict[str, str] = {}
    controls = await _form(window, within)
    while True:
        for control in controls:
            first_seen.setdefault(control.tag, held(control))
        filling.titles += [c.title for c in controls if c.title not in filling.titles]
        found = match(left, controls)
        _refuse_ambiguous(found, window.page.url)
        if not found.pairs:
            break
        # Lists that do not hold their choice yet come last: what they depend on may be on this page.
        for pair in sorted(found.pairs, key=lambda p: must_wait(p.controls[0], p.wanted.value)):
            await _set_pair(window, pair)
        await _leave_field(window)
        controls = await _verified(window, found.pairs, within)
        filling.records += [_record(pair, controls, first_seen) for pair in found.pairs]
        pairs += found.pairs
        left = [want for want in left if want not in [pair.wanted for pair in found.pairs]]
    empty = required_without_value(controls) if strict else []
    if empty:
        sentences = [say_required(control, values) for control in empty]
        raise Blocked("; ".join(sentences), owner="hồ sơ dịch vụ", page=window.page.url,
                      candidates=tuple(c.title for c in empty))
    return pairs


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


async def _set_pair(window: Window, pair: Pair) -> None:
    value = pair.wanted.value
    if pair.rung == "group":
        chosen = parts(value, pair.controls[0])
        for control in pair.controls:
            await set_value(control, "có" if any(key(part) == key(control.label) for part in chosen) else "không")
        return
    (control,) = pair.controls
    if agrees(control, value) or control.disabled or control.readonly:
        return  # prefilled rightly, or locked: what it holds is read back and judged
    await set_value(control, value)
    if control.kind not in TYPED:
        await window.settle()  # a choice may load a dependent list or show further fields


async def _leave_field(window: Window) -> None:
    for frame in frames(window.page):
        await ask(frame, "blur")
    await window.settle()


async def _verified(window: Window, pairs: list[Pair], within: dict[str, Any] | None) -> list[Control]:
    """Reads everything back in one look; what did not take is typed again, key by key, once."""
    controls = await inspect_form(window.page, within)
    again = [p for p in pairs if p.rung != "group" and not _took(p, controls)]
    for pair in again:
        control = now(pair.controls[0], controls)
        if control and control.kind in TYPED and not control.readonly and not control.disabled:
            await type_again(control, pair.wanted.value)
    if again:
        await _leave_field(window)
        controls = await inspect_form(window.page, within)
    for pair in again:
        control = now(pair.controls[0], controls)
        if control and not held(control) and pair.wanted.value and not control.disabled and not control.readonly \
                and control.kind not in {"checkbox", "switch"}:
            raise refuse(control, pair.wanted.value, "ô vẫn trống sau khi đặt")
    return controls


def now(control: Control, controls: Sequence[Control]) -> Control | None:
    """The same control in a later inspection; by its label when the page has drawn it anew."""
    same = [c for c in controls if c.tag == control.tag and c.frame is control.frame]
    if same:
        return same[0]
    alike = [c for c in controls if c.names[:1] == control.names[:1] and c.sections == control.sections]
    return alike[0] if len(alike) == 1 else None


def _took(pair: Pair, controls: Sequence[Control]) -> bool:
    control = now(pair.controls[0], controls)
    return control is None or control.disabled or control.readonly or agrees(control, pair.wanted.value)


def _record(pair: Pair, controls: Sequence[Control], first_seen: dict[str, str]) -> FieldRecord:
    control = pair.controls[0]
    later = [now(c, controls) or c for c in pair.controls]
    shown = ", ".join(c.label for c in later if c.value) if pair.rung == "group" else held(later[0])
    section = pair.wanted.section or control.section
    return FieldRecord(section, pair.wanted.label, control.kind, control.required, first_seen.get(control.tag, ""),
                       pair.wanted.source, pair.wanted.value, shown, pair.rung)
