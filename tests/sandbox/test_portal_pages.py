"""Public pages, search, sign-in: what everybody may open."""

from __future__ import annotations

import re

import pytest

from tests.sandbox import citizens
from tests.sandbox.browsing import text, visitor

NAME = "Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh"
FORM = "/dich-vu-cong/2.000635/nop"


def found(query: str) -> list[str]:
    page = visitor().get("/dich-vu-cong", {"tu-khoa": query}).content.decode()
    return re.findall(r'<li><a href="/dich-vu-cong/([\d.]+)">', page.split('id="ket-qua"')[1])


@pytest.mark.parametrize("query", ["trich luc ho tich", "TRÍCH LỤC", "2.000635", "000635", "giay khai sinh",
                                   "sinh  bản"])
def test_search_ignores_marks_case_and_takes_parts(db: None, query: str) -> None:
    assert found(query) == ["2.000635"]


def test_search_without_an_answer_says_so(db: None) -> None:
    assert found("hộ chiếu phổ thông") == []
    assert "Không tìm thấy dịch vụ công nào" in text(visitor().get("/dich-vu-cong", {"tu-khoa": "hộ chiếu"}))


def test_filters_narrow_the_list(db: None) -> None:
    page = visitor().get("/dich-vu-cong", {"linh-vuc": "Sát hạch, cấp giấy phép lái xe", "muc-do": "Toàn trình"})
    assert "Có 1 dịch vụ công" in text(page)
    assert "3.000347" in text(page)


@pytest.mark.parametrize("address", ["/", "/dich-vu-cong", "/dich-vu-cong/1.004194", "/xac-minh",
                                     "/tra-cuu", "/thanh-toan", "/phan-anh", "/huong-dan", "/thong-ke", "/dang-nhap",
                                     "/.well-known/moi-truong"])
def test_public_pages_open_in_vietnamese(db: None, address: str) -> None:
    page = visitor().get(address)
    assert page.status_code == 200
    assert '<html lang="vi">' in page.content.decode()


def test_the_page_of_a_service_tells_the_level_one_items(db: None) -> None:
    shown = text(visitor().get("/dich-vu-cong/2.000635"))
    for piece in (NAME, "Mã thủ tục 2.000635", "Mức độ cung cấp Toàn trình", "ngày làm việc", "Mức phí, lệ phí 8.000 đ",
                  "8.000 đồng/bản sao", "Thành phần hồ sơ", "KQ003984", "Tờ khai cấp bản sao", "Nộp hồ sơ trực tuyến"):
        assert piece in shown


def test_an_unknown_page_tells_nothing_technical(db: None) -> None:
    page = visitor().get("/ho-so/000.00.00.H99-261123-9999/giay-to/1")
    assert page.status_code == 404
    assert "Không tìm thấy trang" in text(page)
    assert "261123" not in page.content.decode()
    assert "Traceback" not in page.content.decode()


def test_a_form_needs_sign_in_and_comes_back(db: None) -> None:
    page = visitor().get(FORM)
    assert page.status_code == 302
    assert page["Location"] == f"/dang-nhap?tiep={FORM}"


def test_after_sign_in_nobody_is_sent_to_another_site(db: None) -> None:
    draft = citizens.draft()
    for elsewhere in ("https://xau.example/", "//xau.example", "javascript:alert(1)"):
        assert visitor(draft.account).get("/dang-nhap", {"tiep": elsewhere})["Location"] == "/"


@pytest.mark.parametrize("query", ["", "?code=x", "?code=x&state=doan"])
def test_an_answer_with_a_state_not_sent_signs_nobody_in(db: None, query: str) -> None:
    client = visitor()
    page = client.get(f"/dang-nhap/ket-qua{query}")
    assert page.status_code == 400
    assert "Phiên đăng nhập không hợp lệ" in text(page)
    assert "Đăng xuất" not in text(client.get("/"))


def test_sign_in_without_a_provider_fails_politely(db: None) -> None:
    page = visitor().post("/dang-nhap/vneid")
    assert page.status_code == 503
    assert "VNeID" in text(page)
