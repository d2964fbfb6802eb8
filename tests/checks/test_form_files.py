"""The declaration as a file: what is lost in it, and what it is called."""

from __future__ import annotations

import pytest

from harness.checks.judges import places
from harness.model import NotObserved
from harness.portal.boundaries import meaning_of
from tests.checks import papers
from tests.checks.conftest import Judge
from tests.checks.form_facts import DECLARATION, NIGHT
from tests.checks.places import PROVINCES
from tests.checks.prepared import sample


@pytest.mark.parametrize(
    ("criterion", "content", "says"),
    [
        ("L4-FRM-07", b"", "tệp rỗng (0 byte)"),
        ("L4-FRM-07", papers.paper(*papers.instead(DECLARATION, "Mẫu", "M?u")), "không có «Họ, chữ đệm, tên: Nguyễn"),
        ("L4-FRM-07", papers.paper(*papers.instead(DECLARATION, "15/03", "3/15")), "không có «Ngày, tháng, năm sinh"),
        ("L4-FRM-20", papers.paper("THÔNG TIN HỒ SƠ", *DECLARATION[1:]), "không mang tên mẫu quy định"),
        ("L4-FRM-20", papers.paper(*papers.without(DECLARATION, "Số bản sao")), "không có mục «Số bản sao»"),
    ],
    ids=["empty", "letters", "date", "title", "item"],
)
def test_spoilt_declaration_is_told(criterion: str, content: bytes, says: str, judged: Judge) -> None:
    found = judged(criterion, sample(criterion).file("declaration", content))
    assert found is not None
    assert says in str(found)


def test_a_file_that_does_not_open_says_nothing_of_the_form(judged: Judge) -> None:
    with pytest.raises(NotObserved):
        judged("L4-FRM-20", sample("L4-FRM-20").file("declaration", b"MZ"))


def test_provinces_are_known_however_they_are_spelled() -> None:
    assert len(places.CURRENT) == 34
    assert len(places.CURRENT | places.ENDED) == 63
    assert {places.province(one) for one in PROVINCES} == places.CURRENT
    assert places.province("01 - TP. Hồ Chí Minh") == "hồ chí minh"
    assert places.province("Tỉnh Thừa Thiên Huế") == "huế"
    assert not places.is_list_of_provinces(["Khai sinh", "Kết hôn", "Hà Nội"])


@pytest.mark.parametrize(
    ("label", "meaning"),
    [
        ("Số định danh cá nhân (*)", "identity"), ("Số CCCD/Mã định danh cá nhân", "identity"),
        ("Ngày, tháng, năm sinh", "born"), ("Ngày cấp căn cước", ""), ("Nơi sinh", ""), ("Ngày chết", ""),
        ("Vốn kinh doanh (đồng)", "money"), ("Số tiền bằng chữ", ""), ("Mã số thuế", "tax"), ("E-mail", "email"),
    ],
)  # fmt: skip
def test_a_label_says_what_it_asks_for(label: str, meaning: str) -> None:
    assert meaning_of(label) == meaning


@pytest.mark.parametrize("shown", [None, "2026-11-24T10:00:00+07:00"])
def test_a_portal_that_ignores_the_test_clock_proves_nothing(shown: str | None, judged: Judge) -> None:
    with pytest.raises(NotObserved, match="đồng hồ thử"):
        judged("L4-FRM-26", sample("L4-FRM-26").but("form.night", NIGHT | {"shown": shown}))


def test_a_refusal_that_the_hour_does_not_explain_is_no_finding(judged: Judge) -> None:
    with pytest.raises(NotObserved, match="hỏng"):
        judged("L4-FRM-26", sample("L4-FRM-26").but("form.night", NIGHT | {"code": "", "refused": "hỏng"}))
