"""A form and a portal that nobody has described: filled by meaning, recognised by looking only, checked task by task."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser

from harness.authoring import adapter_text, profile_text
from harness.authoring.form_walk import FormWalk
from harness.authoring.meanings import load
from harness.authoring.recognise import Explorer, Portal
from harness.authoring.task_check import State, check
from harness.catalog.adapters import Step
from harness.catalog.facts import facts
from harness.catalog.schemas import validator
from harness.catalog.yamltext import read
from harness.model import Trouble
from harness.portal.reading_only import only_read
from harness.portal.window import Window
from tests.portal.conftest import SOON, Loop, Notebook, Site, adapter, place, seen, service, step

ROOT = Path(__file__).parents[2]
ONE = """<h1>Trang một</h1><form action=/hai method=get><fieldset><legend>Chủ hồ sơ</legend>
<label>Họ và tên (*) <input name=ten required></label>
<label>Đã có gia đình? <select name=gd required><option value="">-- Chọn --<option>Chưa<option>Rồi</select></label>
<span id=them></span></fieldset><fieldset><legend>Người mẹ</legend>
<label>Họ và tên * <input name=me required></label></fieldset>
<label>Ghi chú <input name=ghi></label><button>Đi tiếp</button></form>
<script>document.querySelector('select').onchange = () => { document.querySelector('#them').innerHTML =
 '<label>Số con * <input name=con required inputmode=numeric></label>'; };</script>"""
TWO = """<h1>Trang hai</h1><form onsubmit="return kiem(this)"><label>Ký hiệu hồ sơ cũ * <input name=kh aria-required=true></label>
<p role=alert id=loi></p><button>Đi tiếp</button></form><script>
function kiem(f) { const ok = /^\\d{3}-[A-Z]{2}$/.test(f.kh.value); f.kh.setAttribute('aria-invalid', String(!ok));
 document.querySelector('#loi').textContent = ok ? '' : 'Ký hiệu hồ sơ cũ sai dạng, ví dụ: 123-AB';
 if (ok) location.href = '/xong'; return false; }</script>"""


def fill_step() -> Step:
    return step("set", what="form", next=place("button", "Đi tiếp"), until=seen("heading", "Đính kèm"))


def test_a_form_is_walked_by_the_meaning_of_its_labels(loop: Loop, site: Site, stage_of: Any) -> None:
    site.html("/", ONE)
    site.html("/hai", TWO)
    site.html("/xong", "<h1>Đính kèm</h1>")
    stage = stage_of(adapter(site.url, start=[step("open", address="/")], fill=[fill_step()]), of=service())
    walk = FormWalk(stage, load(ROOT), date(2026, 11, 26))
    loop.run(stage.perform("start"))

    assert loop.run(walk.run()), walk.trouble
    assert walk.values == {
        ("Chủ hồ sơ", "Họ và tên"): "@applicant.full_name",
        ("Chủ hồ sơ", "Đã có gia đình?"): "Chưa",
        ("Người mẹ", "Họ và tên"): "Lê Thị Mẹ Mẫu",
        ("Chủ hồ sơ", "Số con"): "1",
        ("Trang hai", "Ký hiệu hồ sơ cũ"): "123-AB",  # the page's own complaint gave the example
    }
    assert walk.met["Chủ hồ sơ", "Số con"].appeared
    assert walk.met["Trang một", "Ghi chú"].value == "", "what nobody must say is left alone"
    assert walk.met["Trang hai", "Ký hiệu hồ sơ cũ"].page == 2
    assert any("ten=Nguy" in asked and "me=L" in asked for asked in site.asked)


BRANCHES = """<h1>Tờ khai</h1><form action=/xong><fieldset><legend>Chủ hồ sơ</legend><label>Họ và tên (*) <input name=ten required></label>
<label>Hình thức nhận (*) <select name=ht required><option>Trực tuyến<option>Bưu chính<option>Tại quầy</select></label><span id=them></span>
<label><input type=checkbox name=nguoi id=nguoi> Nộp thay người khác</label><span id=thay></span></fieldset>
<section aria-labelledby=tv><h2 id=tv>Thành viên hộ</h2><div id=dong></div><button type=button id=t>Thêm thành viên</button></section>
<button>Đi tiếp</button></form><script>
document.forms[0].ht.onchange = (e) => { them.innerHTML = e.target.value === 'Bưu chính' ? '<label>Địa chỉ nhận * <input name=dc required></label>' : ''; };
nguoi.onchange = () => { thay.innerHTML = nguoi.checked ? '<label>Giấy ủy quyền số <input name=uq></label>' : ''; };
t.onclick = () => { const p = document.createElement('p'); p.innerHTML = '<label>Họ và tên * <input name=tv required></label> <label>Ngày sinh * <input type=date name=ns required></label>'; dong.append(p); };
</script>"""


def test_what_is_asked_of_others_is_looked_for(loop: Loop, site: Site, stage_of: Any) -> None:
    """Fields behind other choices are told of, not filled; a row that may be added is listed and filled."""
    site.html("/", BRANCHES)
    site.html("/xong", "<h1>Đính kèm</h1>")
    stage = stage_of(adapter(site.url, start=[step("open", address="/")], fill=[fill_step()]), of=service())
    walk = FormWalk(stage, load(ROOT), date(2026, 11, 26))
    loop.run(stage.perform("start"))

    assert loop.run(walk.run()), walk.trouble
    assert walk.met["Chủ hồ sơ", "Hình thức nhận"].brings == {"Bưu chính": ["Địa chỉ nhận"]}
    assert walk.met["Chủ hồ sơ", "Nộp thay người khác"].brings == {"có": ["Giấy ủy quyền số"]}
    row = {label: value for (section, label), value in walk.values.items() if section == "Thành viên hộ [1]"}
    assert set(row) == {"Họ và tên", "Ngày sinh"}
    assert all(row.values())
    (sent,) = [asked for asked in site.asked if asked.startswith("GET /xong")]
    assert "ht=Tr" in sent
    assert "dc=" not in sent
    assert "uq=" not in sent
    assert sent.count("tv=") == 1
    text = profile(walk)
    assert "    # chọn «Bưu chính» thì khai thêm: «Địa chỉ nhận»" in text


def profile(walk: FormWalk) -> str:
    return "\n".join(profile_text._form(walk.met))


def test_a_page_that_takes_nothing_is_told(loop: Loop, site: Site, stage_of: Any) -> None:
    site.html("/", TWO.replace("ví dụ: 123-AB", "xem hướng dẫn"))
    stage = stage_of(adapter(site.url, start=[step("open", address="/")], fill=[fill_step()]), of=service())
    walk = FormWalk(stage, load(ROOT), date(2026, 11, 26))
    loop.run(stage.perform("start"))
    assert not loop.run(walk.run())
    assert walk.trouble is not None
    assert "sai dạng, xem hướng dẫn" in walk.trouble.sentence


HOME = """<title>Dịch vụ công tỉnh Lạ</title><header><b>Hệ thống thử nghiệm</b> <a href=/vao>Đăng nhập</a>
<a href=/td>Tra cứu tiến độ</a></header><main><h1>Chào ông bà</h1><form action=/kq>
<input type=search name=q aria-label="Ông bà cần gì"><button>Tìm</button></form></main>"""
HITS = """<h1>Tìm thấy</h1><ul><li><a href=/tt>Đăng ký khai sinh tại xã</a></ul>"""
PAGE = """<h1>Đăng ký khai sinh tại xã</h1><dl><dt>Thời gian xử lý<dd>01 ngày làm việc<dt>Nơi giải quyết<dd>UBND xã</dl>
<a href=/nop>Nộp trực tuyến</a>"""
SIGN_IN = """<h1>Vào</h1><form method=post action=/vao><label>Tài khoản <input name=u></label>
<label>Mật khẩu <input type=password name=p></label><button>Đăng nhập</button></form>"""
TRACK = "<h1>Tiến độ</h1><form><label>Số hồ sơ <input name=s></label><button>Xem</button></form>"


def explored(loop: Loop, browser: Browser, site: Site, notes: Notebook) -> Portal:
    async def walk() -> Portal:
        window = await Window.open(browser, site.url, None, notes, SOON)
        try:
            stopped = await only_read(window)
            await window.goto("/")
            await window.page.evaluate("fetch('/ghi', {method: 'POST', body: 'x'}).catch(() => 0)")
            return await Explorer(window, notes, facts(ROOT), stopped, told=lambda _: None).run(site.url, "khai sinh")
        finally:
            await window.close()

    return loop.run(walk())


def test_a_portal_is_recognised_without_sending_anything(
    loop: Loop, browser: Browser, site: Site, notes: Notebook, tmp_path: Path
) -> None:
    for path, body in (("/", HOME), ("/kq", HITS), ("/tt", PAGE), ("/vao", SIGN_IN), ("/td", TRACK)):
        site.html(path, body, "Dịch vụ công tỉnh Lạ" if path == "/" else "Trang")
    portal = explored(loop, browser, site, notes)

    assert not [asked for asked in site.asked if asked.startswith("POST")]
    assert any("POST" in note and "/ghi" in note for note in portal.notes)
    assert portal.proof == ("/", "Hệ thống thử nghiệm")
    assert (portal.search_box, portal.search_button, portal.results) == ("Ông bà cần gì", "Tìm", "Tìm thấy")
    assert (portal.service_link, portal.apply) == ("Đăng ký khai sinh tại xã", "Nộp trực tuyến")
    assert portal.service_facts["published.agency"].words == "Nơi giải quyết"
    assert portal.service_facts["published.time_limit"].value == "01 ngày làm việc"
    assert (portal.username, portal.password, portal.go_on) == ("Tài khoản", "Mật khẩu", "Đăng nhập")
    assert (portal.lookup_box, portal.lookup_button) == ("Số hồ sơ", "Xem")
    assert {name for name, *_ in notes.pages} >= {"trang-chu", "ket-qua-tim", "trang-thu-tuc", "dang-nhap", "tra-cuu"}
    assert all(picture for _name, _url, _aria, picture in notes.pages)

    (tmp_path / "la.yaml").write_text(adapter_text.write("la", portal, "reports/x"), "utf-8")
    problems: list[str] = []
    document = read(tmp_path / "la.yaml", tmp_path, problems, "portal")
    assert problems == []
    assert document is not None
    assert [error.message for error in validator("portal").iter_errors(document.value)] == []
    assert document.value["environment"] == "test"


@pytest.mark.parametrize(
    ("address", "words"),
    [("http://localhost:9/", "không mở được trang (ERR_UNSAFE_PORT)"), ("/khong-co", "trả lời mã 404")],
)
def test_a_home_page_that_does_not_come_is_a_sentence(  # noqa: PLR0917 — fixtures and cases
    loop: Loop, browser: Browser, site: Site, notes: Notebook, address: str, words: str
) -> None:
    async def walk() -> None:
        window = await Window.open(browser, site.url, None, notes, SOON)
        try:
            await Explorer(window, notes, facts(ROOT), [], told=lambda _: None).run(address, "khai sinh")
        finally:
            await window.close()

    with pytest.raises(Trouble) as met:
        loop.run(walk())
    assert words in met.value.sentence


def test_a_portal_that_does_not_say_it_is_a_test_is_taken_for_the_real_one() -> None:
    text = adapter_text.write("la", Portal("https://la.example.vn"), "reports/x")
    assert "environment: production" in text
    assert "CẦN ĐIỀN: chữ trên trang cho biết đây là môi trường thử nghiệm" in text


def test_each_task_is_told_apart(loop: Loop, site: Site, stage_of: Any, tmp_path: Path) -> None:
    site.html("/", HOME)
    site.html("/kq", HITS)
    tasks = {
        "search": [step("open", address="/"), step("set", values={"Ông bà cần gì": "@query"}), step("press", place=place("button", "Tìm"))],
        "find": [step("open", address="/"), step("press", place=place("button", "Tìm ngay"))],
        "sign_in": [step("open", address="/")],
        "start": [replace(step("wait", condition=seen("heading", "CẦN ĐIỀN: x")), written="wait: {heading: CẦN ĐIỀN: x}")],
        "fill": [step("set", what="form")],
    }  # fmt: skip
    declared = replace(adapter(site.url, **tasks), absent={"lookup": "không có trang tra cứu"})
    found = {one.task: one for one in loop.run(check(stage_of(declared, of=service({"": {"A": "b"}})), tmp_path))}

    states = {task: found[task].state for task in ("search", "find", "sign_in", "start", "fill", "pay", "lookup")}
    assert states == {"search": State.WORKS, "find": State.FAILS, "sign_in": State.WORKS, "start": State.UNFINISHED,
                      "fill": State.UNREACHED, "pay": State.UNDECLARED, "lookup": State.ABSENT}  # fmt: skip
    trouble = found["find"].trouble
    assert trouble is not None
    assert (trouble.file, "Tìm" in trouble.candidates) == ("adapter.yaml:7", True)
    assert found["fill"].told == "cần «start», mà việc ấy còn phải điền"


def test_nothing_is_tried_that_sends_on_a_portal_that_is_no_test(
    loop: Loop, site: Site, stage_of: Any, tmp_path: Path
) -> None:
    site.html("/", HOME)
    declared = replace(adapter(site.url, about=[step("open", address="/")], sign_in=[step("open", address="/gui")]),
                       environment="production")  # fmt: skip
    found = {one.task: one for one in loop.run(check(stage_of(declared), tmp_path))}
    assert found["about"].state is State.WORKS
    assert found["sign_in"].state is State.FAILS
    assert "không khai là môi trường thử nghiệm" in found["sign_in"].told
    assert not [asked for asked in site.asked if "/gui" in asked]
