"""A signed-in applicant tries out the electronic form itself: every control, every choice, the edge of every value."""

from __future__ import annotations

from harness.journey import errands
from harness.journey.scene import Scene
from harness.portal.forms.match import key
from harness.portal.probes import Rows
from harness.portal.survey import FormSurvey


async def walk(scene: Scene) -> None:
    stage = scene.stage
    await errands.sign_in(scene)
    await stage.perform("start")
    survey = FormSurvey(stage)
    if scene.service.form:
        await survey.run()
    async with scene.attempt():
        if scene.service.papers and "from_store" in stage.adapter.tasks:
            await stage.perform("from_store", paper=scene.service.papers[0].label)
    async with scene.attempt():
        await stage.perform("attach")
        await stage.perform("review")
        if "declaration" in stage.adapter.tasks:
            await stage.perform("declaration")
    async with scene.attempt():
        if "estimate" in stage.adapter.tasks:
            await exemption(scene, survey.controls)
    scene.tell_troubles()


async def exemption(scene: Scene, controls: Rows) -> None:
    """The amount that the form tells for somebody who pays all, and for somebody who pays less. Hands nothing in."""
    for item in scene.service.fees:
        less = [option for option, amount in item.rates.items() if amount < item.online]
        if not less:
            continue
        rows: Rows = []
        control = next((c for c in controls if {key(o) for o in less} <= {key(o) for o in c["options"]}), None)
        whole = [o for o in control["options"] if key(o) not in {key(rate) for rate in item.rates}] if control else []
        for option in [*whole[:1], *less[:1]] if control else []:
            shown = await estimated(scene, control or {}, option)
            rows.append({"section": control and control["section"], "label": control and control["label"],
                         "option": option, "shown": shown})  # fmt: skip
        scene.fact("form.exemption", rows, "phí tạm tính trên tờ khai")


async def estimated(scene: Scene, control: dict[str, object], option: str) -> object:
    """The same form again, with another answer at this one control."""
    asked = next((place for place in scene.service.values if key(place[1]) == key(str(control["label"]))), None)
    if asked is None:
        return None
    await scene.stage.perform("start")
    await scene.stage.perform("fill", values={asked: option})
    await scene.stage.perform("estimate")
    return scene.relay.last("fee.estimate")
