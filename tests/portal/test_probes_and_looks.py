"""Probing a form without touching its service, counting clicks, auditing, opening addresses as somebody."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import Browser

from harness.model import Paper
from harness.portal.forms import Control, inspect_form
from harness.portal.forms.settle import now
from harness.portal.hostile import hard_text, size_limit
from harness.portal.paper_probes import PaperProbes
from harness.portal.probes import FormProbes
from harness.portal.script import ask
from harness.portal.stage import Stage
from harness.portal.window import Window
from tests.portal.conftest import PERSONA, SOON, Loop, Notebook, Site, adapter, place, seen, service, step

FORM = """<form action=/giay-to><label for=t>Họ tên <b>*</b></label><input id=t name=t aria-required=true aria-describedby=te>
<p class=error id=te></p><label>Mục đích <textarea name=m></textarea></label><button>Tiếp tục</button></form>
<script>document.forms[0].onsubmit = (e) => { if (t.value) return; e.preventDefault();
 t.setAttribute('aria-invalid', 'true'); te.textContent = 'Vui lòng nhập Họ tên.' }</script>"""
PAPERS = """<h1>Giấy tờ</h1><p>Chỉ nhận PDF, tối đa 1 KB</p><form action=/xem-lai novalidate><label>Đơn (*) <input type=file id=f required></label>
<p role=alert id=r></p><button>Tiếp tục</button></form><script>document.forms[0].onsubmit = (e) => { const file = f.files[0];
 r.textContent = !file ? 'Thiếu giấy tờ: Đơn' : file.size > 1024 || !file.size || !file.name.endsWith('.pdf') ? 'Tệp không hợp lệ' : '';
 if (r.textContent) e.preventDefault() }</script>"""

# As Form.io: the radios have another name at every load, and what is unset behind its back stays answered.
REMEMBERS = """<form action=/giay-to><div role=radiogroup aria-required=true aria-labelledby=l><b id=l>Hình thức (*)</b>
<label><input type=radio value=Giấy>Giấy</label><label><input type=radio value=Điện>Điện</label></div>
<label>Mục đích <textarea name=m></textarea></label><button>Tiếp tục</button></form><script>
const radios = [...document.querySelectorAll('[type=radio]')], name = 'r' + Math.random().toString(36).slice(2);
radios.forEach((r) => { r.name = name; r.checked = r.value === sessionStorage.kept;
  r.onchange = () => { if (r.checked) sessionStorage.kept = r.value } });
document.forms[0].onsubmit = (e) => { if (!sessionStorage.kept) e.preventDefault() }</script>"""


@pytest.fixture
def stage(loop: Loop, browser: Browser, site: Site, notes: Notebook, tmp_path: Path):  # type: ignore[no-untyped-def]
    paper = tmp_path / "don.pdf"
    paper.write_bytes(b"%PDF-1.4")
    declared = adapter(
        site.url,
        start=[step("open", address="/don")],
        fill=[step("set", what="form", next=place("button", "Tiếp tục"), until=seen("heading", "Giấy tờ"))],
        attach=[step("set", what="papers"), step("press", place=place("button", "Tiếp tục")),
                step("wait", condition=seen("heading", "Xem lại"))],
    )  # fmt: skip
    of = service({"": {"Họ tên": "@applicant.full_name", "Mục đích": "Bổ sung hồ sơ học"}}, papers=(Paper("Đơn", paper),))
    made = Stage(declared, of, PERSONA, notes, browser, patience=SOON, others={"officer": PERSONA})
    yield made
    loop.run(made.close())


def test_what_is_left_out_or_spoilt_is_tried_and_told(loop: Loop, site: Site, notes: Notebook, stage: Stage) -> None:
    site.html("/don", FORM)
    site.html("/giay-to", PAPERS)
    site.html("/xem-lai", "<h1>Xem lại</h1><dl><dt>Mục đích<dd>bị cắt</dl>")

    async def go() -> None:
        await stage.perform("start")
        probes = FormProbes(stage)
        await probes.run()
        await PaperProbes(stage).run()
        await stage.perform("attach")
        await probes.shown_texts()

    loop.run(go())
    (row,) = notes.value("form.refusals")
    assert (row["label"], row["probe"], row["advanced"], row["near"]) == ("Họ tên", "empty", False, True)
    assert (row["message"], row["aria_invalid"], row["required_mark"]) == ("Vui lòng nhập Họ tên.", True, True)
    (text,) = notes.value("form.texts")
    assert (text["sent"][:14], text["shown"]) == ("Đặng Thị Ỷ Ẵm ", "bị cắt")
    assert notes.value("attach.refusals")[0]["message"] == "Thiếu giấy tờ: Đơn"
    tried = {row["probe"]: row["accepted"] for row in notes.value("attach.probes")}
    assert tried == {
        "wrong-type": False, "empty": False, "oversize": False, "renamed": True, "long-name": True, "ok": True,
        "virus": True, "virus-inside": True, "double-extension": False, "svg-as-picture": False, "macro": True,
    }  # fmt: skip


def test_a_form_that_lets_everything_pass_is_seen_through(loop: Loop, site: Site, notes: Notebook, stage: Stage) -> None:
    site.html("/don", FORM.partition("<script>")[0])
    site.html("/giay-to", "<h1>Giấy tờ</h1>")

    async def go() -> None:
        await stage.perform("start")
        await FormProbes(stage).run()

    loop.run(go())
    assert [row["advanced"] for row in notes.value("form.refusals")] == [True]


@pytest.mark.parametrize(("forgets", "told"), [(False, []), (True, [True])])
def test_a_radio_that_the_page_never_saw_unset_tells_nothing(
    forgets: bool, told: list[bool], loop: Loop, site: Site, stage: Stage,
) -> None:
    """One that the page goes on without is told all the same."""
    empties = "sessionStorage.kept = radios.find((r) => r.checked)?.value || ''"
    page = REMEMBERS.replace("if (r.checked) sessionStorage.kept = r.value", empties).replace(
        "if (!sessionStorage.kept) e.preventDefault()", "") if forgets else REMEMBERS
    site.html("/don", page)
    site.html("/giay-to", "<h1>Giấy tờ</h1>")
    stage.service = service({"": {"Hình thức": "Điện", "Mục đích": "Bổ sung hồ sơ học"}})

    async def go() -> list[bool]:
        await stage.perform("start")
        probes = FormProbes(stage)
        await probes.run()
        return [row["advanced"] for row in probes.refusals]

    assert loop.run(go()) == told


def test_clicks_are_counted_and_addresses_opened(loop: Loop, site: Site, notes: Notebook, stage: Stage) -> None:
    site.html("/", "<a href=/gioi-thieu>Giới thiệu</a><a href=/ds>Danh sách dịch vụ công</a>")
    site.html("/gioi-thieu", "<a href=/>Về</a>")
    site.html("/ds", "<a href=/dv>Cấp bản sao</a><img src=x>")
    site.html("/dv", "<h1>Dịch vụ của Nguyễn &amp; con</h1>")
    trail = loop.run(stage.explore(site.url + "/dv", actor="applicant"))
    assert (trail.clicks, trail.path) == (2, ("Danh sách dịch vụ công", "Cấp bản sao"))
    rows = loop.run(stage.audit("danh sách", actor="applicant"))
    assert "image-alt" in {row["rule"] for row in rows}
    assert notes.value("page.language")["lang"] == "vi"
    visit = loop.run(stage.visit("/dv", actor="officer"))
    assert (visit.status, visit.reveals(["Nguyễn & con", "khác"])) == (200, ["Nguyễn & con"])


def test_limits_and_lengths_are_understood() -> None:
    assert size_limit("PDF; mỗi tệp không quá 5 MB") == 5 * 1024 * 1024
    assert size_limit("không nói") is None
    assert len(hard_text("", 50, lines=True)) <= 50


def test_marks_of_a_page_are_not_taken_for_those_of_the_page_before(loop: Loop, site: Site, window: Window) -> None:
    site.html("/truoc", "<label>Mục đích <input></label><label>Số bản <input></label>")
    site.html("/sau", "<label>Tỉnh <input></label><label>Mục đích <input></label>")

    async def go() -> tuple[Control, list[Control]]:
        await window.goto(f"{site.url}/truoc")
        first = (await inspect_form(window.page))[0]
        await window.goto(f"{site.url}/sau")
        return first, await inspect_form(window.page)

    before, after = loop.run(go())
    found = now(before, after)
    assert found is not None
    assert found.label == "Mục đích"


FINGERS = """<style>* {margin: 0; font: 16px sans-serif} input {width: 14px; height: 14px} label {display: inline-block; padding: 5px 0}
button {width: 60px; height: 18px; padding: 0}</style><p><input type=radio id=u><label for=u>Nữ</label></p>
<p><input type=radio id=l aria-label=Lẻ></p><p><button>Thấp</button></p>"""


def test_a_button_and_the_words_that_press_it_are_one_target(loop: Loop, site: Site, window: Window) -> None:
    site.html("/", FINGERS)
    loop.run(window.goto(site.url))
    told = loop.run(ask(window.page, "layout", {"least": 24, "width": 1280}))
    assert told["small"] == ["Lẻ (14×14)", "Thấp (60×18)"]


LATE = """<body style="display:none"><main><h1>Trang chủ</h1></main>
<script>onload = () => setTimeout(() => { document.body.style.display = '' }, 300)</script>"""


def test_how_fast_a_page_is_painted_is_asked_once_it_has_been(loop: Loop, site: Site, notes: Notebook,
                                                              stage: Stage) -> None:
    site.html("/mo", LATE)
    loop.run(stage.go("/mo"))
    loop.run(stage.audit("trang chủ"))
    assert notes.value("page.pace")["fcp"] >= 300


FADES = """<main><h1>Tờ khai</h1><p id=bao style="background:#1b5e20;color:#fff">Đã giữ điều đã khai.</p></main><script>
bao.animate([{ opacity: 0.1 }, { opacity: 1 }], { duration: 700 });</script>"""


def test_what_is_still_fading_in_is_not_too_pale(loop: Loop, site: Site, notes: Notebook, stage: Stage) -> None:
    site.html("/mo", FADES)
    loop.run(stage.go("/mo"))
    loop.run(stage.audit("tờ khai"))
    assert "color-contrast" not in {row["rule"] for row in notes.value("page.audit")}
    site.html("/nhat", FADES.replace("color:#fff", "color:#2e7d32"))
    loop.run(stage.go("/nhat"))
    loop.run(stage.audit("tờ khai"))
    assert "color-contrast" in {row["rule"] for row in notes.value("page.audit")}
