"""A signed-in applicant leaves out and spoils what must be given; nothing is handed in."""

from __future__ import annotations

from harness.journey import errands
from harness.journey.scene import Scene
from harness.portal.paper_probes import PaperProbes
from harness.portal.probes import FormProbes


async def walk(scene: Scene) -> None:
    stage = scene.stage
    await errands.sign_in(scene)
    await stage.perform("start")
    form = FormProbes(stage, each_page=audit_of(scene))
    if scene.service.form:
        await form.run()
    async with scene.attempt():
        await stage.audit("giấy tờ kèm theo")
        await PaperProbes(stage).run()
    await stage.perform("attach")
    await stage.perform("review")
    await stage.audit("xem lại hồ sơ")
    await form.shown_texts()
    scene.tell_troubles()


def audit_of(scene: Scene):  # type: ignore[no-untyped-def]
    async def audit(page: str) -> None:
        await scene.stage.audit(page)

    return audit
