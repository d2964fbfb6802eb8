"""Values at the edge of what a field may hold, on a page that gives its fields other names at every load."""

from __future__ import annotations

from playwright.async_api import Browser

from harness.portal.stage import Stage
from harness.portal.survey import FormSurvey
from harness.portal.turning import Turn, try_turn
from tests.portal.conftest import PERSONA, SOON, Loop, Notebook, Site, adapter, place, seen, service, step

# As component libraries with counters: after a way back every control has another name in the source.
RENAMED = """<form action=/giay-to><label>Số định danh cá nhân (*) <input maxlength=12 required></label><p role=alert></p>
<button>Tiếp tục</button></form><script>const box = document.querySelector('input'), told = document.querySelector('p');
box.id = box.name = 'o' + Math.random().toString(36).slice(2); box.value = sessionStorage.kept || '';
document.forms[0].onsubmit = (e) => { if (/^\\d{12}$/.test(box.value)) { sessionStorage.kept = box.value; return }
  e.preventDefault(); box.setAttribute('aria-invalid', 'true'); told.textContent = 'Phải gồm đúng 12 chữ số.' }</script>"""

# The sentence under the box goes as the box is left, and the button moves up from under the pointer.
MOVES_UP = """<form action=/giay-to><label>Số định danh cá nhân (*) <input required></label>
<p role=alert style="margin:0;height:60px">Phải gồm đúng 12 chữ số.</p><button style="height:24px">Tiếp tục</button></form>
<script>document.querySelector('input').onchange = () => { document.querySelector('p').style.display = 'none' }</script>"""


def test_the_field_typed_in_is_left_before_the_page_is_turned(
    loop: Loop, browser: Browser, site: Site, notes: Notebook
) -> None:
    site.html("/don", MOVES_UP)
    site.html("/giay-to", "<h1>Giấy tờ</h1>")
    declared = adapter(site.url, start=[step("open", address="/don")])
    stage = Stage(declared, service({}), PERSONA, notes, browser, patience=SOON, others={"officer": PERSONA})

    async def go() -> Turn:
        await stage.perform("start")
        window = await stage.window()
        await window.page.locator("input").fill("999000000001")  # and the pointer has not left it
        turn = await try_turn(window, place("button", "Tiếp tục"), seen("heading", "Giấy tờ"), 1.0)
        await stage.close()
        return turn

    assert loop.run(go()) is Turn.DONE


def test_what_the_page_refuses_after_a_way_back_is_not_taken_for_accepted(
    loop: Loop, browser: Browser, site: Site, notes: Notebook
) -> None:
    site.html("/don", RENAMED)
    site.html("/giay-to", "<h1>Giấy tờ</h1>")
    declared = adapter(
        site.url,
        start=[step("open", address="/don")],
        fill=[step("set", what="form", next=place("button", "Tiếp tục"), until=seen("heading", "Giấy tờ"))],
    )
    of = service({"": {"Số định danh cá nhân": "@applicant.identity_number"}})
    stage = Stage(declared, of, PERSONA, notes, browser, patience=SOON, others={"officer": PERSONA})

    async def go() -> None:
        await stage.perform("start")
        await FormSurvey(stage).run()
        await stage.close()

    loop.run(go())
    told = {row["value"]: row["accepted"] for row in notes.value("form.limits")}
    assert told.pop("9990000000011") is True  # cut to twelve by the box itself
    assert told
    assert not any(told.values())
