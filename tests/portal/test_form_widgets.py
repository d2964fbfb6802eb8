"""Controls that pages make by themselves, one small page each: the engine sets what the page then sends."""

from __future__ import annotations

import json
import threading
from pathlib import Path
from typing import Any

import pytest

from harness.portal.forms import Filling, Wanted, fill, inspect_form
from harness.portal.forms.emptying import clear_list
from harness.portal.forms.fill import FormPage
from harness.portal.forms.match import clean
from harness.portal.keyboard import without_mouse
from harness.portal.window import Window
from tests.portal.conftest import Answer, Loop, Site

PAGES = Path(__file__).parent / "pages"
Values = dict[tuple[str, str], str]


@pytest.fixture
def filled(loop: Loop, window: Window, site: Site):  # type: ignore[no-untyped-def]
    for page in PAGES.glob("*.html"):
        site.html(f"/{page.stem}", page.read_text("utf-8"))

    def run(name: str, values: Values) -> tuple[Any, Filling]:
        async def go() -> tuple[Any, Filling]:
            await window.goto(f"/{name}")
            await window.page.wait_for_load_state("load")
            wanted = [Wanted(section, label, value, value) for (section, label), value in values.items()]
            filling = await fill(window, wanted)
            return await window.page.evaluate("() => window.sent()"), filling

        return loop.run(go())

    return run


@pytest.mark.parametrize(("name", "values", "sent"), [
    ("khung", {("", "Ngoài khung"): "1", ("Người yêu cầu", "Họ và tên"): "Mẫu", ("", "Tỉnh"): "Huế"},
     {"ngoai": "1", "ten": "Mẫu", "tinh": "2"}),
    ("bong", {("", "Họ và tên"): "Mẫu", ("", "Giới tính"): "Nữ"}, {"ten": "Mẫu", "gioi": "Nữ"}),
    ("them-dong", {("Thông tin người con [1]", "Họ và tên"): "An", ("Thông tin người con [1]", "Ngày sinh"): "01/02/2020",
                   ("Thông tin người con [2]", "Họ và tên"): "Bình", ("Thông tin người con [2]", "Ngày sinh"): "03/04/2022"},
     [["An", "2020-02-01"], ["Bình", "2022-04-03"]]),
    ("soan-thao", {("", "Nội dung đề nghị"): "Đề nghị cấp lại\nvì bị mất"}, "Đề nghị cấp lại\nvì bị mất"),
    ("khoang-ngay", {("", "Thời gian tạm vắng"): "01/02/2026 – 15/03/2026"}, ["01/02/2026", "15/03/2026"]),
    ("ba-o", {("", "Ngày sinh"): "02/11/2025", ("", "Ngày cấp"): "03/04/2020"}, [["02", "11", "2025"], ["03", "04", "2020"]]),
    ("lich", {("", "Ngày sinh"): "31/10/2025", ("", "Họ tên"): "Mẫu"}, {"ngay": "31/10/2025", "ten": "Mẫu", "ma": "01/01/2020"}),
    ("tim-trong-hop", {("", "Nơi sinh"): "Hà Giang", ("", "Họ tên"): "Mẫu"}, {"noi": "Hà Giang", "ten": "Mẫu"}),
    ("thanh-phan", {("Con", "Họ và tên"): "An", ("Người yêu cầu", "Họ và tên"): "Mẫu", ("", "Giới tính"): "Nữ"},
     ["Mẫu", "An", "Nữ"]),
    ("khong-ten", {("", "Giới tính"): "Nữ", ("", "Nhận tin nhắn"): "có", ("", "Tỉnh"): "Hà Nội"}, ["2", "true", "Hà Nội"]),
    ("danh-sach-trong-suot", {("", "Tình trạng"): "Đã ly hôn", ("", "Giới tính"): "Nữ"},
     {"tinh_trang": "Đã ly hôn", "gioi": "Nữ"}),
    ("khong-vai-tro", {("", "Quan hệ"): "Mẹ", ("", "Họ tên"): "Mẫu"}, {"quan_he": "Mẹ", "ten": "Mẫu"}),
])  # fmt: skip
def test_the_page_sends_what_the_profile_says(name: str, values: Values, sent: Any, filled) -> None:  # type: ignore[no-untyped-def]
    got, filling = filled(name, values)
    assert got == sent
    assert all(record.read_back for record in filling.records)


STRANGE: dict[str, tuple[Values, Any]] = {
    "dt": ({("", "Số điện thoại"): "0912345678"}, "0912345678"),
    "dd": ({("", "Số định danh"): "001099000001"}, "001099000001"),
    "sn": ({("", "Số nhà"): "12/34"}, "12/34"),
    "noi": ({("", "Nơi đăng ký"): "UBND xã Mẫu Hai"}, "UBND xã Mẫu Hai"),
    "cap": ({("", "Ngày cấp"): "03/04/1998"}, "1998-04-03"),
    "dan_toc": ({("", "Dân tộc"): "Mường"}, "Mường"),
    "soan": ({("", "Nội dung đề nghị"): "Cấp lại\nvì mất"}, "Cấp lại\nvì mất"),
    "thanh_vien": ({("Thành viên [1]", "Họ tên"): "An", ("Thành viên [1]", "Quan hệ"): "Vợ",
                    ("Thành viên [2]", "Họ tên"): "Bình", ("Thành viên [2]", "Quan hệ"): "Con"},
                   [["An", "Vợ"], ["Bình", "Con"]]),
    "kh": ({("", "Thời gian tạm trú"): "01/02/2026 – 15/03/2026"}, ["01/02/2026", "15/03/2026"]),
    "bd": ({("", "Nhận kết quả qua bưu điện"): "có"}, True),
    "tep": ({("", "Giấy chứng sinh"): str(PAGES / "la.html")}, ["la.html"]),
}  # fmt: skip


@pytest.mark.parametrize("one", STRANGE)
def test_designs_that_no_library_has_taught_us(one: str, site: Site, filled) -> None:  # type: ignore[no-untyped-def]
    """Masks that read keys only, a slow search, lists in shadows, ranges in one box, toggles, a box that opens on a press."""
    places = ["UBND xã Mẫu Một", "UBND xã Mẫu Hai", "UBND phường Thử"]
    late = threading.Event()

    def search(_method: str, _query: str) -> Answer:
        late.wait(0.8)
        return 200, {"content-type": "application/json"}, json.dumps(places).encode()

    site.pages["/tim"] = search
    values, sent = STRANGE[one]
    got, filling = filled("la", values)
    assert got[one] == sent
    assert all(record.read_back for record in filling.records)


def test_a_drawn_list_is_reached_through_the_part_that_takes_the_focus(loop: Loop, window: Window, site: Site) -> None:
    site.html("/danh-sach", (PAGES / "danh-sach-trong-suot.html").read_text("utf-8"))

    async def go() -> Any:
        await window.goto("/danh-sach")
        return await without_mouse(FormPage(1, window, [], None, None), turns=False)

    row = loop.run(go())
    assert (row["controls"], row["missed"]) == (2, [])


def test_a_drawn_list_is_emptied_by_keys(loop: Loop, window: Window, site: Site) -> None:
    site.html("/danh-sach", (PAGES / "danh-sach-trong-suot.html").read_text("utf-8"))

    async def go() -> Any:
        await window.goto("/danh-sach")
        await fill(window, [Wanted("", "Tình trạng", "Đã ly hôn", "Đã ly hôn")])
        await clear_list(next(c for c in await inspect_form(window.page) if clean(c.label) == "Tình trạng"))
        return await window.page.evaluate("() => window.sent().tinh_trang")

    assert loop.run(go()) == ""


def test_a_mark_beside_the_label_counts(loop: Loop, window: Window, site: Site) -> None:
    site.html("/dau", """<div><label id=a>Lý do</label> <span aria-hidden=true>*</span><div role=radiogroup aria-labelledby=a>
        <label><input type=radio name=r>Mất</label><label><input type=radio name=r>Hỏng</label></div></div>
        <div><label for=b>Nơi ở</label><i>(*)</i><input id=b></div>
        <div><label for=c>Ghi chú</label><i style="display:none">*</i><input id=c></div>""")

    async def go() -> Any:
        await window.goto("/dau")
        return {clean(c.label): c.marked for c in await inspect_form(window.page)}

    assert loop.run(go()) == {"Lý do": True, "Nơi ở": True, "Ghi chú": False}


def test_a_complaint_below_a_set_of_radios_is_theirs(loop: Loop, window: Window, site: Site) -> None:
    site.html("/loi", """<div><b id=a>Lý do</b><div role=radiogroup aria-labelledby=a><label><input type=radio name=r>Mất</label>
        <label><input type=radio name=r>Hỏng</label></div><div class="errors">Vui lòng chọn Lý do.</div></div>
        <div><b id=b>Hình thức</b><div role=radiogroup aria-labelledby=b><label><input type=radio name=s>Giấy</label>
        <label><input type=radio name=s>Điện tử</label></div></div>""")

    async def go() -> Any:
        await window.goto("/loi")
        return {clean(c.label): c.error for c in await inspect_form(window.page)}

    assert loop.run(go()) == {"Lý do": "Vui lòng chọn Lý do.", "Hình thức": ""}


def test_a_label_is_told_without_the_legend_around_it(loop: Loop, window: Window, site: Site) -> None:
    site.html("/muc", """<fieldset><legend id=m>Nơi ở cũ</legend><label id=l>Từ ngày *</label><input aria-labelledby="m l">
        <input aria-labelledby=m></fieldset>""")

    async def go() -> Any:
        await window.goto("/muc")
        return [(clean(c.label), c.section) for c in await inspect_form(window.page)]

    assert loop.run(go()) == [("Từ ngày", "Nơi ở cũ"), ("Nơi ở cũ", "Nơi ở cũ")]


def test_a_file_dropped_is_waited_for(tmp_path: Path, filled) -> None:  # type: ignore[no-untyped-def]
    papers = [tmp_path / "mot.pdf", tmp_path / "hai.pdf"]
    for paper in papers:
        paper.write_bytes(b"%PDF")
    sent, _filling = filled("tha-tep", {("", "Giấy chứng sinh"): ";".join(map(str, papers))})
    assert sent == {"tep": ["mot.pdf", "hai.pdf"]}


def test_a_locked_box_is_not_forced(filled) -> None:  # type: ignore[no-untyped-def]
    """No calendar opens for it: the value stays, and is read back for the checks to judge."""
    sent, filling = filled("lich", {("", "Mã hồ sơ"): "02/02/2020"})
    assert sent["ma"] == filling.records[0].read_back == "01/01/2020"
