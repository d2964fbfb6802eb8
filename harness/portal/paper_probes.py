"""Papers left out, and files that must be refused, on the page where papers are attached."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from harness.catalog.adapters import Condition, Place, Step
from harness.model import Paper
from harness.portal.forms import Control, inspect_form
from harness.portal.forms.match import clean, key
from harness.portal.hostile import file_probes, size_limit
from harness.portal.locate import alerts
from harness.portal.probes import PROBE_PATIENCE, Rows, come_back, place_of, turning_of
from harness.portal.script import ask
from harness.portal.stage import Stage
from harness.portal.turning import Turn, signature, try_turn
from harness.portal.verbs.setting import slot_row
from harness.portal.window import Window


@dataclass(slots=True)
class _Page:
    window: Window
    address: str
    signature: tuple[tuple[str, str], ...]
    next: Place
    until: Condition | None


class PaperProbes:
    """Stops before the papers are given; afterwards `perform("attach")` goes on as usual from the same page."""

    def __init__(self, stage: Stage, *, task: str = "attach") -> None:
        self.stage = stage
        self.task = task

    async def run(self) -> None:
        """Records attach.slots, attach.refusals (each required paper left out) and attach.probes."""
        sets_papers, next_place, until = turning_of(self.stage.adapter.tasks[self.task].steps, "papers")

        def stop(step: Step) -> bool:
            return step is sets_papers

        walk = await self.stage.perform(self.task, stop_before=stop)
        place, condition = await place_of(walk, next_place, until)
        controls = await inspect_form(walk.window.page)
        page = _Page(walk.window, walk.window.page.url, signature(controls), place, condition)
        slots = [c for c in controls if c.kind == "file"]
        self.stage.recorder.fact("attach.slots", [slot_row(s) for s in slots], "trang đính kèm › các ô tải tệp")
        self.stage.recorder.fact("attach.refusals", await self._left_out(page, slots), "trang đính kèm")
        if slots and self.stage.service.papers:
            self.stage.recorder.fact("attach.probes", await self._files(page, slots), "trang đính kèm")

    async def _left_out(self, page: _Page, slots: list[Control]) -> Rows:
        """Turns the page without any paper: every required slot must say so."""
        required = [slot for slot in slots if slot.required and not slot.value]
        if not required:
            return []
        turn = await try_turn(page.window, page.next, page.until, PROBE_PATIENCE)
        rows: Rows = []
        advanced = turn in {Turn.DONE, Turn.NEXT}
        after = [] if advanced else await inspect_form(page.window.page)
        said = [] if advanced else await alerts(page.window.page)
        for slot in required:
            present = _same_slot(after, slot)
            own = (present.error or present.validity) if present else ""
            message = own or next((words for words in said if key(slot.label) in key(words)), said[0] if said else "")
            rows.append({"label": clean(slot.label), "advanced": advanced, "message": message, "near": bool(own),
                         "created": False})
        if advanced:
            await come_back(page.window, page.address, page.signature)
        return rows

    async def _files(self, page: _Page, slots: list[Control]) -> Rows:
        paper = self.stage.service.papers[0]
        hint = " ".join([*(s.hint for s in slots), await ask(page.window.page, "whole")])
        rows: Rows = []
        with tempfile.TemporaryDirectory() as folder:
            for probe in file_probes(Path(folder), paper.file, size_limit(hint)):
                accepted, message = await self._give(page, paper, probe.path)
                rows.append({"probe": probe.name, "file": probe.path.name[:80], "size": probe.path.stat().st_size,
                             "accepted": accepted, "message": message})
        if signature(await inspect_form(page.window.page)) != page.signature:
            await come_back(page.window, page.address, page.signature)
        return rows

    async def _give(self, page: _Page, paper: Paper, path: Path) -> tuple[bool, str]:
        """The file in the paper's slot, proper files in the others, the page turned."""
        if page.window.page.url != page.address or signature(await inspect_form(page.window.page)) != page.signature:
            await come_back(page.window, page.address, page.signature)
        for slot in [c for c in await inspect_form(page.window.page) if c.kind == "file"]:
            file = path if key(slot.label) == key(paper.label) else self._proper(slot)
            if file and (key(slot.label) == key(paper.label) or (slot.required and not slot.value)):
                await slot.locator.set_input_files(file)
                await page.window.settle()
        turn = await try_turn(page.window, page.next, page.until, PROBE_PATIENCE)
        if turn in {Turn.DONE, Turn.NEXT}:
            return True, ""
        present = [c for c in await inspect_form(page.window.page) if key(c.label) == key(paper.label)]
        said = [*(c.error or c.validity for c in present), *await alerts(page.window.page)]
        return False, next((words for words in said if words), "")

    def _proper(self, slot: Control) -> Path | None:
        return next((p.file for p in self.stage.service.papers if key(p.label) == key(slot.label)), None)


def _same_slot(controls: list[Control], slot: Control) -> Any:
    return next((c for c in controls if c.kind == "file" and key(c.label) == key(slot.label)), None)
