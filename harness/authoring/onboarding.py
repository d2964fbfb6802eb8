"""One service from its code to a draft of its profile: the page, the form, the upload slots."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from harness.authoring.form_walk import FormWalk
from harness.authoring.meanings import Table, key
from harness.authoring.opening import Studio
from harness.authoring.profile_text import Draft
from harness.authoring.published import Facts, gather
from harness.authoring.slots import Proposed, Slot, propose
from harness.catalog import drafts
from harness.catalog.procedures import Procedure
from harness.model import Blocked, Paper, Persona, Result, Service, TimeLimit, Trouble
from harness.portal.forms import inspect_form
from harness.portal.parsers import VIETNAM
from harness.portal.stage import Stage
from harness.portal.verbs.setting import slot_row

Told = Callable[[str], None]


def provisional(code: str, name: str, portal: str, ruleset: str, field_name: str = "") -> Service:
    """As much of a service as finding it on a portal needs."""
    return Service(
        code=code, name=name or code, field="", field_name=field_name, agency="", portal=portal, ruleset=ruleset,
        level="toàn trình", applicant="", case={}, form=(), papers=(), fees=(), time_limit=TimeLimit(0, "day"),
        result=Result("", "notice", ()),
    )  # fmt: skip


class Onboarding:
    """``await draft(code)``; raises Trouble when the portal cannot even be asked."""

    def __init__(self, studio: Studio, browser: Any, persona: Persona, table: Table, folder: Path, *,  # noqa: PLR0913 — all that a draft is made of
                 ruleset: str, told: Told) -> None:  # fmt: skip
        self.studio, self.browser, self.persona, self.table = studio, browser, persona, table
        self.folder, self.ruleset, self.told = folder, ruleset, told

    async def draft(self, code: str) -> tuple[Draft, FormWalk]:
        """The draft, and the walk with every control that was met."""
        catalog = self.studio.catalog
        record = catalog.procedures.get(code)
        adapter = self.studio.environment.adapter
        service = provisional(
            code, record.name if record else "", adapter.id, self.ruleset, record.field if record else ""
        )
        async with self.studio.stage(self.browser, service, self.persona, self.folder / code) as stage:
            recorder: Any = stage.recorder
            await _find(stage, record, self.told)
            facts = gather(code, recorder.last, record)
            stage.service = replace(stage.service, name=facts.name, agency=facts.agency)
            walk = FormWalk(stage, self.table, datetime.now(VIETNAM).date(), told=self.told)
            trouble, papers = "", []
            try:
                await self._open(stage)
                if await walk.run():
                    papers = await self._papers(stage, record)
                else:
                    trouble = walk.trouble.sentence if walk.trouble else "không đi hết tờ khai"
            except Trouble as stopped:
                trouble = stopped.sentence
        return self._of(code, facts, walk, tuple(papers), trouble), walk

    def _of(self, code: str, facts: Facts, walk: FormWalk, papers: tuple[Proposed, ...], trouble: str) -> Draft:
        catalog = self.studio.catalog
        known = drafts.folders(catalog.services.values())
        field = facts.field_name or "chưa phân loại"
        return Draft(code, drafts.folder_of(field, known), self.studio.environment.adapter.id, self.ruleset, "",
                     facts, walk.met, papers, trouble)  # fmt: skip

    async def _open(self, stage: Stage) -> None:
        self.told("đăng nhập")
        await stage.perform("sign_in")
        self.told("mở tờ khai")
        await stage.perform("start")

    async def _papers(self, stage: Stage, record: Procedure | None) -> list[Proposed]:
        """What every slot takes; the files are given too, so that the draft is known to pass."""
        window = await stage.window()
        slots = [Slot(row["label"], row["required"], row["accept"], row["hint"], row["code"])
                 for row in (_row(c) for c in await inspect_form(window.page) if c.kind == "file")]  # fmt: skip
        self.told(f"đính kèm: {len(slots)} ô tải tệp")
        recorder: Any = stage.recorder
        found = propose(slots, sorted((self.studio.catalog.root / "catalog/samples").glob("*.*")), record,
                        str(recorder.last("attach.hint") or ""))  # fmt: skip
        papers = tuple(Paper(p.label, p.file, p.code, p.required) for p in found if p.file)
        await stage.perform("attach", papers=papers)
        return found


def _row(control: Any) -> dict[str, Any]:
    return slot_row(control)


async def _find(stage: Stage, record: Procedure | None, told: Told) -> None:
    """Opens the procedure page, as a visitor; by the name that the portal's own search gives when none is known."""
    told("mở trang thủ tục")
    try:
        if record:
            await stage.perform("find", actor=_looker(stage))
            return
    except Blocked:
        if "search" not in stage.adapter.tasks:
            raise
    name = await _name_by_search(stage, told)
    stage.service = replace(stage.service, name=name)
    await stage.perform("find", actor=_looker(stage))


async def _name_by_search(stage: Stage, told: Told) -> str:
    told("hỏi tên dịch vụ ở ô tìm kiếm")
    recorder: Any = stage.recorder
    code = stage.service.code
    await stage.perform("search", actor=_looker(stage), query=code)
    hits = [str(hit) for hit in recorder.last("search.hits") or []]
    fitting = [hit for hit in hits if code in hit] or (hits if len(hits) == 1 else [])
    lines = [line for hit in fitting[:1] for line in hit.splitlines() if line.strip()]
    name = max(
        (line for line in lines if code not in line), key=len, default=lines[0].replace(code, "") if lines else ""
    )
    if not key(name):
        raise Blocked(f"ô tìm kiếm của cổng không tìm thấy dịch vụ nào có mã «{code}»", owner="cổng dịch vụ công",
                      candidates=tuple(hits[:3]))  # fmt: skip
    return name.strip(" -–—:·")


def _looker(stage: Stage) -> str:
    return "visitor" if "visitor" in stage.adapter.actors else "applicant"
