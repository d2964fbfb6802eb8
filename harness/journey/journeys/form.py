"""A signed-in applicant tries out the electronic form itself: every control, every choice, the edge of every value."""

from __future__ import annotations

from harness.journey import errands
from harness.journey.scene import Scene
from harness.portal.survey import FormSurvey


async def walk(scene: Scene) -> None:
    stage = scene.stage
    await errands.sign_in(scene)
    await stage.perform("start")
    if scene.service.form:
        await FormSurvey(stage).run()
    scene.tell_troubles()
