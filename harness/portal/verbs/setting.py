"""set: a few controls, the service's form, or its papers."""

from __future__ import annotations

import re

from harness.catalog.adapters import Step
from harness.model import Blocked, Paper
from harness.portal.forms import Control, Wanted, fill, inspect_form
from harness.portal.forms.match import clean, match
from harness.portal.forms.settle import now
from harness.portal.waiting import poll
from harness.portal.walk import Walk

_COMPONENT = re.compile(r"\b[A-Z]{1,4}\d{3,}\b")  # KQ003984: the code of a component in the national catalogue


async def set_step(walk: Walk, step: Step) -> None:
    if step.what == "form":
        await set_form(walk, step)
    elif step.what == "papers":
        await set_papers(walk)
    else:
        wanted = [
            Wanted("", await walk.text(label), await walk.text(value), value) for label, value in step.values.items()
        ]
        seen = await _until_there(walk, wanted)
        try:
            await fill(walk.window, wanted, seen=seen)
        except Blocked as trouble:
            if trouble.owner == "hồ sơ dịch vụ":  # these labels are the adapter's own
                trouble.owner = "bộ kết nối"
            raise


async def _until_there(walk: Walk, wanted: list[Wanted]) -> list[Control]:
    """The page's controls, once those are there that a step names (it may still be coming); [] when they never are."""

    async def attempt() -> list[Control] | None:
        controls = await inspect_form(walk.window.page)
        return None if match(wanted, controls).unused else controls

    return await poll(attempt, walk.window.patience.control) or []


async def wanted_values(walk: Walk) -> list[Wanted]:
    """The profile's form with references resolved. `values` of the task's data go before the profile's."""
    instead = walk.data.get("values", {})
    wanted = []
    for (section, label), source in walk.stage.service.values.items():
        value = instead.get((section, label), source)
        wanted.append(Wanted(section, label, await walk.text(value), source))
    return wanted


async def set_form(walk: Walk, step: Step) -> None:
    filling = await fill(
        walk.window, await wanted_values(walk),
        next=await walk.place(step.next) if step.next else None,
        until=await walk.condition(step.until) if step.until else None,
        at_page=walk.data.get("at_page"), propose=walk.data.get("propose"),
    )
    place = f"biểu mẫu, {filling.pages} trang"
    walk.stage.read(walk, "form.prefilled", [r.as_prefill() for r in filling.records], place)
    walk.stage.read(walk, "form.fields", [r.as_field() for r in filling.records], place)


async def set_papers(walk: Walk) -> None:
    """Gives every paper to its slot; slots are recorded as the page shows them."""
    papers: tuple[Paper, ...] = tuple(walk.data.get("papers", walk.stage.service.papers))
    wanted = [Wanted("", paper.label, str(paper.file), paper.file.name) for paper in papers]
    controls = await _until_there(walk, wanted) or await inspect_form(walk.window.page)
    slots = [c for c in controls if c.kind == "file"]
    walk.stage.read(walk, "attach.slots", [slot_row(slot) for slot in slots], "trang đính kèm › các ô tải tệp")
    if wanted:
        await fill(walk.window, wanted, seen=controls)
    held = await inspect_form(walk.window.page)
    walk.stage.recorder.event("papers", slots=[{"label": s.label, "value": (now(s, held) or s).value} for s in slots])


def slot_row(slot: Control) -> dict[str, object]:
    words = f"{slot.label} {slot.hint} {slot.limits.get('code', '')} {slot.code}"
    code = _COMPONENT.search(words)
    return {"label": clean(slot.label), "code": code[0] if code else "", "required": slot.required, "hint": slot.hint,
            "accept": slot.limits.get("accept", ""), "sections": list(slot.sections)}
