"""The session ends while the form is filled in; the network breaks while it is handed in."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from typing import Any

from harness.journey import errands
from harness.journey.returning import Returning
from harness.model import Trouble
from harness.portal.forms import inspect_form
from harness.portal.forms.fill import FormPage
from harness.portal.forms.match import clean
from harness.portal.handing_in import HandingIn
from harness.portal.in_flight import Cut
from harness.portal.locate import alerts
from harness.portal.planting import NAME, plant, planted
from harness.portal.probes import Rows
from harness.portal.script import ask
from harness.portal.waiting import poll
from harness.portal.window import Window

MINUTES = 60  # a session that nobody uses lasts no longer on portals of state
STEP = 5
NOTICED = 4.0  # seconds until a page says that the network broke
BROWSER_SAYS = "(trình duyệt báo mất kết nối)"


async def expiry(person: Returning) -> None:
    scene, stage = person.scene, person.stage
    await person.come_in()
    before = await person.my_dossiers()
    await person.up_to("attach")
    sent = list(scene.relay.last("form.fields") or [])
    window = await stage.window()
    scene.fact("expiry.warned", await _warned(window), "trang xem lại, đồng hồ của trình duyệt chạy nhanh")
    await window.context.clear_cookies()
    window.inside = False
    await errands.sign_in(scene)
    entry = await ask(window.page, "ownEntry")
    after = await person.my_dossiers()
    await stage.perform("start")
    await stage.perform("fill")
    found = {(row["section"], row["label"]): row["before"] for row in scene.relay.last("form.prefilled") or []}
    rows: Rows = [{"label": row["label"], "sent": row["read_back"],
                   "kept": found.get((row["section"], row["label"]), "")} for row in sent]  # fmt: skip
    rows += await _papers(person)
    scene.fact("expiry.kept", rows, "tờ khai, sau khi đăng nhập lại")
    kept = any(row["kept"] for row in rows)
    scene.fact("identity.second", {"name": scene.relay.last("account.name"), "first": person.name, "kept": kept,
                                   "registers": entry["registers"], "before": before, "after": after},
               "trang sau lần đăng nhập thứ hai")  # fmt: skip


async def _warned(window: Window) -> dict[str, Any]:
    """Lets the page believe that nobody has touched it for an hour; {after: minutes or None, words}."""
    await window.context.clock.install()
    await window.reload()
    words, minutes = "", 0
    while not words and minutes < MINUTES:
        minutes += STEP
        await window.context.clock.fast_forward(STEP * 60 * 1000)
        words = str(await ask(window.page, "warned"))
    await window.context.clock.set_system_time(datetime.now(UTC))
    return {"after": minutes if words else None, "words": words}


async def _papers(person: Returning) -> Rows:
    """Whether each file that had been given is still named on the page of papers."""
    stage = person.stage
    await stage.perform("attach", stop_before=lambda step: step.verb == "set")
    window = await stage.window()
    shown = str(await ask(window.page, "whole"))
    slots = " ".join(control.value for control in await inspect_form(window.page) if control.kind == "file")
    return [{"label": paper.label, "sent": paper.file.name, "kept": paper.file.name
             if paper.file.name in f"{shown} {slots}" else ""} for paper in person.scene.service.papers]  # fmt: skip


async def cut(person: Returning) -> None:
    """First the request is lost, then only its answer; in between and afterwards the person simply tries again."""
    scene, stage = person.scene, person.stage
    marked: list[str] = []

    async def at_page(page: FormPage) -> None:
        if not marked:
            marked.extend(await plant(page))

    await person.come_in()
    before = await person.my_dossiers()
    await stage.perform("start")
    await stage.perform("fill", at_page=at_page)
    await stage.perform("attach")
    pages: Rows = [await planted(stage, "trang xem lại")]
    tries = [await _break(person, after=False), await _break(person, after=True)]
    scene.fact("cut.tries", tries, "nộp hồ sơ khi mạng đứt")
    await _once_more(person)
    after = await person.my_dossiers()
    pages.append(await planted(stage, "Hồ sơ của tôi"))
    new = [code for code in after if code not in before]
    counted = {"before": len(before), "after": len(after), "new": new}
    scene.fact("cut.dossiers", counted, "Hồ sơ của tôi, sau khi nộp lại")
    for code in new[:1]:
        stage.dossier = code
        errands.submitted(scene)
        await stage.perform("track")
        pages.append(await planted(stage, "trang hồ sơ"))
    scene.fact("planted.pages", pages, f"nơi hiện lại đoạn «{clean(NAME)}» đã nhập")


async def _once_more(person: Returning) -> None:
    """The page that is there is sent again; whatever it answers, the list of dossiers tells what came of it."""
    handing = HandingIn(person.stage)

    async def sent() -> bool | None:
        return await handing.claims_success() or None

    with contextlib.suppress(Trouble):
        await (await handing.prepare()).click()
        await (await person.stage.window()).settle()
        await poll(sent, NOTICED)


async def _break(person: Returning, *, after: bool) -> dict[str, Any]:
    """Ends on the page from which one hands in, with what the citizen was told and what is left."""
    stage = person.stage
    window = await stage.window()
    address = window.page.url
    handing = HandingIn(stage)
    button = await handing.prepare()
    known = set(await alerts(window.page))
    async with Cut(window, after=after) as broken:
        with contextlib.suppress(Exception):  # what is seen afterwards counts
            await button.click(no_wait_after=True)
        said = await poll(lambda: _said(window, known), NOTICED) or ""
        claims = said != BROWSER_SAYS and await handing.claims_success()
    await window.goto(address)
    values = _values(person)
    kept = bool(await poll(lambda: _still_shows(window, values), 1.0 if after else NOTICED))
    return {"how": "answer" if after else "request", "cut": broken.cut, "said": said, "claims": claims, "kept": kept}


async def _said(window: Window, known: set[str]) -> str | None:
    if window.page.url.startswith("chrome-error:"):
        return BROWSER_SAYS
    return next((words for words in await alerts(window.page) if words not in known), None)


async def _still_shows(window: Window, values: list[str]) -> bool | None:
    text = str(await ask(window.page, "whole"))
    return all(value in text for value in values) or None


def _values(person: Returning) -> list[str]:
    """What the review must still show: two values of the profile as they were typed."""
    fields = person.scene.relay.last("form.fields") or []
    return [str(row["read_back"]) for row in fields if row["kind"] == "text" and row["read_back"]][:2]
