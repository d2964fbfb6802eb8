"""A task walked over simple pages leaves facts, a milestone, or a sentence that says what to mend."""

from __future__ import annotations

import dataclasses
import socket
from typing import Any

import pytest

from harness.model import Blocked, Compromised
from tests.portal.conftest import Loop, Notebook, Site, adapter, place, seen, step

HOME = """<h1>Cổng thử</h1>
<form action=/tim><label>Tìm kiếm dịch vụ công: <input name=q></label><button>Tìm kiếm</button></form>"""
FOUND = """<main><h1>Kết quả tìm kiếm</h1>
<ul><li><a href=/dv>Cấp bản sao Trích lục hộ tịch</a><li>Dịch vụ khác</ul></main>"""
DETAIL = """<h1>Cấp bản sao Trích lục hộ tịch</h1>
<table><tr><th scope=row>Mã thủ tục<td>2.000635<tr><th scope=row>Mức phí, lệ phí<td>8.000 đồng/bản</table>
<dl><dt>Thời hạn giải quyết:</dt><dd>01 ngày làm việc</dd></dl>
<section aria-labelledby=k><h2 id=k>Kết quả thực hiện</h2><ul><li>Bản sao Trích lục<li>Thông báo</ul></section>
<button>Nộp hồ sơ trực tuyến</button>"""


def find_task() -> list[Any]:
    return [
        step("open", address="/"),
        step("set", values={"Tìm kiếm dịch vụ công": "@service.code"}),
        step("press", place=place("button", "Tìm kiếm")),
        step("wait", condition=seen("heading", "Kết quả tìm kiếm")),
        step("read", facts={"search.hits": place("list", "Kết quả tìm kiếm")}),
        step("press", place=place("link", "@service.name")),
        step("wait", condition=seen("button", "Nộp hồ sơ trực tuyến")),
        step("read", facts={
            "published.name": place("heading", "1"), "published.code": place("row", "Mã thủ tục"),
            "published.fee": place("row", "Mức phí, lệ phí"), "published.time_limit": place("row", "Thời hạn giải quyết"),
            "published.results": place("list", "Kết quả thực hiện"), "published.level": place("row", "Cơ quan nào đó"),
        }),
    ]  # fmt: skip


def test_a_task_is_walked_and_its_facts_are_read(loop: Loop, site: Site, notes: Notebook, stage_of: Any) -> None:
    site.html("/", HOME)
    site.html("/tim", FOUND)
    site.html("/dv", DETAIL, "Chi tiết")
    loop.run(stage_of(adapter(site.url, find=find_task())).perform("find"))

    assert "GET /tim?q=2.000635" in site.asked
    assert notes.value("search.hits") == ["Cấp bản sao Trích lục hộ tịch", "Dịch vụ khác"]
    assert notes.value("published.name") == "Cấp bản sao Trích lục hộ tịch"
    assert notes.value("published.code") == "2.000635"
    assert notes.value("published.fee") == 8000
    assert notes.value("published.time_limit") == "01 ngày làm việc"
    assert notes.value("published.results") == ["Bản sao Trích lục", "Thông báo"]
    assert notes.value("published.level") is None  # looked for, not there, nothing like it
    name, url, aria, picture = notes.pages[-1]
    assert (name, url.endswith("/dv")) == ("find", True)
    assert "heading" in aria
    assert picture
    assert picture[8:12] == b"WEBP"
    assert [file for fact, _v, _p, file in notes.facts if fact == "published.fee"] == ["pages/find"]
    assert any(row[2] == 200 and row[3] == "document" for row in notes.exchanges)


def test_a_missing_control_is_blocked_with_place_and_candidates(loop: Loop, site: Site, stage_of: Any) -> None:
    site.html("/", "<h1>Trang</h1><button>Tiếp theo</button>")
    stage = stage_of(adapter(site.url, find=[step("open", address="/"), step("press", place=place("button", "Tiếp tục"))]))
    with pytest.raises(Blocked, match=r"không tìm thấy nút «Tiếp tục».*«Tiếp theo»") as caught:
        loop.run(stage.perform("find"))
    assert caught.value.task == "find"
    assert caught.value.file == "adapter.yaml:7"
    assert caught.value.page == site.url + "/"
    assert caught.value.candidates == ("Tiếp theo",)


def test_an_ambiguous_name_is_blocked(loop: Loop, site: Site, stage_of: Any) -> None:
    site.html("/", "<h2>A</h2><a href=/1>Xem</a><h2>B</h2><a href=/2>Xem</a>")
    stage = stage_of(adapter(site.url, find=[step("open", address="/"), step("press", place=place("link", "Xem"))]))
    with pytest.raises(Blocked, match=r"có 2 chỗ khớp với liên kết «Xem».*A.*B"):
        loop.run(stage.perform("find"))


def test_a_scope_makes_it_plain(loop: Loop, site: Site, stage_of: Any) -> None:
    site.html("/", "<table><tr><td>Lan<td><a href=/1>Xem</a><tr><td>Huệ<td><a href=/2>Xem</a></table>")
    site.html("/2", "<h1>Huệ</h1>")
    steps = [
        step("open", address="/"),
        step("press", place=place("link", "Xem", within=place("row", "Huệ")), until=seen("heading", "Huệ")),
    ]
    loop.run(stage_of(adapter(site.url, find=steps)).perform("find"))


def test_a_portal_that_does_not_answer_compromises(loop: Loop, stage_of: Any) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    stage = stage_of(adapter(f"http://localhost:{port}", find=[step("open", address="/")]))
    with pytest.raises(Compromised, match="không truy cập được"):
        loop.run(stage.perform("find"))


def test_a_server_error_blocks_and_names_the_portal(loop: Loop, site: Site, stage_of: Any) -> None:
    site.pages["/"] = lambda _m, _b: (500, {"content-type": "text/html"}, b"<h1>Loi</h1>")
    stage = stage_of(adapter(site.url, find=[step("open", address="/")]))
    with pytest.raises(Blocked, match="lỗi 500") as caught:
        loop.run(stage.perform("find"))
    assert caught.value.owner == "cổng dịch vụ công"


def test_a_third_party_error_compromises(loop: Loop, site: Site, stage_of: Any) -> None:
    site.pages["/"] = lambda _m, _b: (503, {"content-type": "text/html"}, b"bao tri")
    other = site.url.replace("localhost", "127.0.0.1")
    stage = stage_of(adapter(site.url, find=[step("open", address=other + "/")]), third_parties={other: "cổng thanh toán"})
    with pytest.raises(Compromised, match="cổng thanh toán trả lời lỗi 503"):
        loop.run(stage.perform("find"))


@pytest.mark.parametrize("lack", ["declared", "shown"])
def test_nothing_is_sent_without_proof_of_a_test_environment(lack: str, loop: Loop, site: Site, stage_of: Any) -> None:
    declared = adapter(site.url, submit=[step("open", address="/nop")])
    if lack == "declared":
        declared = dataclasses.replace(declared, environment="production")
    else:
        site.pages["/moi-truong"] = "<p>Cổng chính thức</p>"
    with pytest.raises(Blocked, match="môi trường thử nghiệm"):
        loop.run(stage_of(declared).perform("submit"))
    assert "GET /nop" not in site.asked


def test_what_is_not_offered_is_a_fact_and_ends_the_task(loop: Loop, site: Site, notes: Notebook, stage_of: Any) -> None:
    site.html("/", "<h1>Hồ sơ</h1><button>In</button>")
    steps = [
        step("open", address="/"),
        step("press", place=place("button", "Thanh toán trực tuyến"), offered="payment.offered"),
        step("press", place=place("button", "Không có")),
    ]
    loop.run(stage_of(adapter(site.url, pay=steps)).perform("pay"))
    assert notes.value("payment.offered") is False


def test_what_was_renamed_is_blocked_not_absent(loop: Loop, site: Site, stage_of: Any) -> None:
    site.html("/", "<button>Thanh toán ngay</button>")
    steps = [step("open", address="/"), step("press", place=place("button", "Thanh toán trực tuyến"), offered="payment.offered")]
    with pytest.raises(Blocked, match="có lẽ đã đổi tên"):
        loop.run(stage_of(adapter(site.url, pay=steps)).perform("pay"))


def test_the_rung_of_what_is_pressed_is_recorded(loop: Loop, site: Site, notes: Notebook, stage_of: Any) -> None:
    site.html("/", "<h1>Cổng</h1><div onclick=\"location='/b'\" style=cursor:pointer>Tiếp theo</div><button>Khác</button>")
    site.html("/b", "<h1>Xong</h1>")
    steps = [step("open", address="/"), step("press", place=place("button", "Tiếp theo"))]
    loop.run(stage_of(adapter(site.url, find=steps)).perform("find"))
    assert ("rung", {"task": "find", "place": "nút «Tiếp theo»", "rung": "text"}) in notes.events


def test_popups_dialogs_and_if_seen(loop: Loop, site: Site, notes: Notebook, stage_of: Any) -> None:
    site.html("/", "<a href=/tab target=_blank>Mở</a>")
    site.html("/tab", "<h1>Thẻ mới</h1><button onclick=\"if (confirm('Chắc chứ?')) document.title='có'\">Xóa</button>")
    steps = [
        step("open", address="/"),
        step("if_seen", condition=seen("button", "Đóng quảng cáo"), then=(step("press", place=place("button", "x")),)),
        step("press", place=place("link", "Mở"), until=seen("heading", "Thẻ mới")),
        step("press", place=place("button", "Xóa")),
        step("read", facts={"review.text": place("heading", "1")}),
    ]
    loop.run(stage_of(adapter(site.url, find=steps)).perform("find"))
    assert notes.value("review.text") == "Thẻ mới"
    assert ("dialog", {"type": "confirm", "message": "Chắc chứ?"}) in notes.events


@pytest.mark.parametrize("way", ["inline", "download", "tab", "button"])
def test_a_document_is_fetched_to_bytes(way: str, loop: Loop, site: Site, notes: Notebook, stage_of: Any) -> None:
    pdf = b"%PDF-1.4 thu"
    headers = {"content-type": "application/pdf"}
    if way == "download":
        headers["content-disposition"] = 'attachment; filename="a.pdf"'
    site.pages["/tep"] = lambda _m, _b: (200, headers, pdf)
    control = "<button onclick=\"location='/tep'\">Tải</button>" if way == "button" else (
        f"<a href=/tep {'target=_blank' if way == 'tab' else ''}>Tải</a>")
    site.html("/", control)
    kind = "button" if way == "button" else "link"
    stage = stage_of(adapter(site.url, result=[step("open", address="/"), step("fetch", facts={"result": place(kind, "Tải")})]))
    loop.run(stage.perform("result"))
    assert [(n, c) for n, c, _m, _p in notes.documents] == [("result", pdf)]
    assert stage.addresses == {site.url + "/tep": "result"}
