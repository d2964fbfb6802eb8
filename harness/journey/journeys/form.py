"""A signed-in applicant tries out the electronic form itself: every control, every choice, the edge of every value."""

from __future__ import annotations

from datetime import timedelta

from harness.journey import errands
from harness.journey.scene import Scene
from harness.model import Blocked
from harness.portal.forms.compare import held
from harness.portal.forms.match import clean, key
from harness.portal.probes import Rows
from harness.portal.script import ask
from harness.portal.survey import FormSurvey
from harness.simulators import clock


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
        await consent(scene)
        if "declaration" in stage.adapter.tasks:
            await stage.perform("declaration")
    async with scene.attempt():
        await by_night(scene)
    async with scene.attempt():
        await second(scene)
    async with scene.attempt():
        if "estimate" in stage.adapter.tasks:
            await exemption(scene, survey.controls)
    scene.tell_troubles()


async def consent(scene: Scene) -> None:
    """The boxes on the page before sending, as they stand while nobody has touched them."""
    page = (await scene.stage.window()).page
    scene.fact("consent.boxes", await ask(page, "consents"), f"trang xem lại {page.url}")


async def by_night(scene: Scene) -> None:
    """Hands the dossier in on a Sunday at 23:00; when that fails, once more in office hours: was it the hour?"""
    now = clock.now()
    sunday = (now + timedelta(days=6 - now.weekday())).replace(hour=23, minute=0, second=0, microsecond=0)
    refused, by_day = "", ""
    try:
        await scene.stage.pretend(sunday.isoformat())
        await scene.stage.perform("submit")
        errands.submitted(scene)
    except Blocked as trouble:
        if not scene.stage.adapter.clock_header:
            raise
        refused = trouble.sentence
        await scene.stage.pretend((sunday - timedelta(days=5, hours=13)).isoformat())  # Tuesday, 10:00
        by_day = await errands.hand_in(scene)  # raises when the hour was not the reason
    finally:
        if scene.stage.adapter.clock_header:
            await scene.stage.pretend("")
    code = "" if refused else scene.stage.dossier
    shown = scene.relay.last("submission.at") if code else None
    row = {"at": sunday.isoformat(), "code": code, "shown": shown, "refused": refused, "by_day": by_day}
    scene.fact("form.night", row, "nộp hồ sơ lúc 23 giờ Chủ nhật")


async def second(scene: Scene) -> None:
    """After the first dossier: what the same person finds in the first page of another service's form."""
    other = scene.neighbour or scene.service
    with scene.stage.about(other):
        await scene.stage.perform("start")
        controls = await scene.stage.form_inspect()
    fields = [{"section": c.section, "label": clean(c.label), "value": held(c)} for c in controls if c.kind != "file"]
    scene.fact("form.second", {"service": other.code, "name": other.name, "fields": fields}, f"tờ khai «{other.name}»")


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
