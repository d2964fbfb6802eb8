"""What a portal does with less, or other, than it asks for: the pieces of the `incomplete` journey.

Works from the inspection of the form and the adapter's own steps; knows nothing of any one portal.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from harness.catalog.adapters import Condition, Place, Step
from harness.model import Blocked
from harness.portal.forms import Control, inspect_form
from harness.portal.forms.emptying import clear_list
from harness.portal.forms.fill import FormPage
from harness.portal.forms.match import clean, key
from harness.portal.forms.setters import set_value
from harness.portal.forms.settle import now
from harness.portal.hostile import hard_text, is_free_text, malformed_for
from harness.portal.locate import alerts, spec
from harness.portal.script import ask, frames
from harness.portal.stage import Stage
from harness.portal.turning import Turn, outline, signature, try_turn
from harness.portal.waiting import poll
from harness.portal.walk import Walk
from harness.portal.window import Window

PROBE_PATIENCE = 3.0  # seconds: a page that refuses does so at once
Rows = list[dict[str, Any]]


class FormProbes:
    """Walks the `fill` task once; on every page tries what must be refused, then goes on properly."""

    def __init__(
        self, stage: Stage, *, task: str = "fill", mark: str = "",
        each_page: Callable[[str], Awaitable[None]] | None = None,
    ) -> None:
        self.stage = stage
        self.task = task
        self.each_page = each_page  # e.g. an audit of every step
        self.mark = mark
        self.refusals: Rows = []
        self.sent: dict[tuple[str, str], str] = {}  # (section, label) → hard text that was typed

    async def run(self) -> None:
        """Ends where the task ends. Records form.refusals."""
        await self.stage.perform(self.task, at_page=self._at_page)
        self.stage.recorder.fact("form.refusals", self.refusals, "các trang biểu mẫu")

    async def type_hard_texts(self) -> None:
        """Fills the form with hard texts in every free text and tries nothing else."""
        await self.stage.perform(self.task, at_page=self._type_hard_texts)

    async def shown_texts(self) -> Rows:
        """On the page that shows all data before sending: how the hard texts came back. Records form.texts."""
        window = await self.stage.window()
        rows = []
        for (section, label), sent in self.sent.items():
            # One label may stand in several sections; a page without the section's heading shows it once.
            scoped = Place("row", (label,), within=Place("heading", (section,))) if section else Place("row", (label,))
            answer = await ask(window.page, "value", spec(scoped))
            if not answer["found"]:
                answer = await ask(window.page, "value", spec(Place("row", (label,))))
            rows.append({"label": label, "sent": sent, "shown": answer["value"]})
        self.stage.recorder.fact("form.texts", rows, f"trang xem lại {window.page.url}")
        return rows

    async def _at_page(self, page: FormPage) -> None:
        if self.each_page:
            await self.each_page(f"biểu mẫu, trang {page.number}")
        if page.next is None:
            return
        for control in await inspect_form(page.window.page):
            if _may_be_emptied(control):
                await self._try(page, control, "empty", "")
        for control in await inspect_form(page.window.page):
            bad = malformed_for(control)
            if bad:
                await self._try(page, control, "malformed", bad)
        await self._type_hard_texts(page)

    async def _try(self, page: FormPage, field: Control, probe: str, value: str) -> None:
        """One field emptied or spoilt, the page turned, the answer written down, the field mended."""
        window = page.window
        controls = await inspect_form(window.page)
        target = _same(controls, field)
        if target is None or page.next is None:
            return
        address, before, kept = window.page.url, signature(controls), target.value
        if probe == "empty":
            await empty(target)
            left = _same(await inspect_form(window.page), field)
            if left is not None and left.value and left.value == kept:
                return  # a list without a way back: nobody can leave it empty any more
        else:
            await set_value(target, value)
        turn = await try_turn(window, page.next, page.until, PROBE_PATIENCE)
        after = _same(await inspect_form(window.page), field) if turn not in {Turn.DONE, Turn.NEXT} else None
        row = await refusal(window, target, after, probe, turn)
        if after is None:
            await come_back(window, address, before, outline(controls))
        if not (row["advanced"] and probe == "empty" and await self._never_empty(window, field, kept)):
            self.refusals.append(row)
        await self._mend(page, field, kept)

    async def _never_empty(self, window: Window, field: Control, kept: str) -> bool:
        """A radio that was unset behind the page's back, and that the page went on with as it was answered.

        Nobody can unset one by hand: libraries that keep the answer themselves never hear of it.
        """
        there = _same(await inspect_form(window.page), field) if field.kind == "radio" else None
        return bool(kept) and there is not None and there.value == kept

    async def _mend(self, page: FormPage, field: Control, kept: str) -> None:
        """Puts the field's own value back, and the whole page's when it was drawn anew."""
        controls = await inspect_form(page.window.page)
        target = _same(controls, field)
        if target and kept and target.value != kept:
            await set_value(target, kept)
        for pair in page.pairs:
            for control in pair.controls:
                present = now(control, controls) or _same(controls, control)
                if present and not present.value and present is not target and pair.rung != "group":
                    await set_value(present, pair.wanted.value)
        await page.window.settle()

    async def _type_hard_texts(self, page: FormPage) -> None:
        for pair in page.pairs:
            control = pair.controls[0]
            if not is_free_text(control, pair.wanted.source, pair.wanted.value):
                continue
            present = _same(await inspect_form(page.window.page), control)
            if present:
                text = hard_text(self.mark, present.limits.get("maxlength"), lines=present.kind == "textarea")
                await set_value(present, text)
                self.sent[pair.wanted.section or control.section, clean(control.label)] = text


def _may_be_emptied(control: Control) -> bool:
    return control.required and not control.disabled and not control.readonly and control.kind != "file"


def _same(controls: list[Control], field: Control) -> Control | None:
    """The field on the page as it stands now; one label may stand in several sections."""
    found = [c for c in controls if key(c.label) == key(field.label)]
    exact = [c for c in found if c.sections == field.sections]
    near = [c for c in found if c.section == field.section]  # a page that refuses may gain headings above
    return next(iter(exact or near or found), None)


async def empty(control: Control) -> None:
    """As if never filled in."""
    if control.kind in {"select", "multiselect"}:
        await ask(control.frame, "unchoose", control.tag)
    elif control.kind in {"radio", "checkbox", "switch"}:
        for tag in [o.tag for o in control.options] or [control.tag]:
            await ask(control.frame, "unchoose", tag)
    elif control.kind in {"combobox", "listbox", "picker"}:
        await clear_list(control)
    else:
        await control.locator.fill("")
    for frame in frames(control.frame.page):
        await ask(frame, "blur")


async def refusal(window: Window, target: Control, after: Control | None, probe: str, turn: Turn) -> dict[str, Any]:
    """What the page answered. `channel`: inline, native (the browser's bubble), summary, or none."""
    at_field = after.error if after else ""
    native = after.validity if after else ""
    said = await alerts(window.page) if after else []
    message = at_field or native or (said[0] if said else "")
    channel = "inline" if at_field else "native" if native else "summary" if said else "none"
    return {
        "label": clean(target.label), "section": target.section, "kind": target.kind, "probe": probe,
        "advanced": turn in {Turn.DONE, Turn.NEXT}, "message": message, "channel": channel,
        "near": bool(at_field or native), "aria_invalid": bool(after and after.invalid),
        "required_mark": target.marked, "created": False,
    }  # fmt: skip


async def come_back(
    window: Window, address: str, before: tuple[tuple[str, str], ...], looks: tuple[tuple[str, str], ...] = (),
) -> None:
    """To the page of the form that should not have been left. Raises Blocked when that cannot be done.

    `looks`: its outline, for pages whose controls have other names in the source at every load.
    """

    async def drawn() -> bool | None:
        """By scripts perhaps, a moment after the page has come."""
        controls = await inspect_form(window.page)
        return signature(controls) == before or (bool(looks) and outline(controls) == looks) or None

    if window.page.url != address:
        await window.goto(address)
    if not await poll(drawn, 1.0):
        await window.page.go_back(wait_until="domcontentloaded")
        await window.settle()
    if not await poll(drawn, 1.0):
        raise Blocked("không quay lại được trang biểu mẫu sau khi thử bỏ trống", owner="cổng dịch vụ công")


def turning_of(walk_steps: tuple[Step, ...], what: str) -> tuple[Step, Place, Condition | None]:
    """The step that sets the form or the papers, the control that goes on from there, and its sign of success."""
    for index, step in enumerate(walk_steps):
        if step.verb == "set" and step.what == what:
            if step.next:
                return step, step.next, step.until
            press = next((s for s in walk_steps[index + 1 :] if s.verb == "press" and s.place), None)
            if press and press.place:
                wait = next((s.condition for s in walk_steps[index + 1 :] if s.condition), None)
                return step, press.place, press.until or wait
    raise Blocked(f"bộ kết nối không nói bấm gì sau khi đặt {what}", owner="bộ kết nối")


async def place_of(walk: Walk, place: Place, until: Condition | None) -> tuple[Place, Condition | None]:
    return await walk.place(place), await walk.condition(until) if until else None
