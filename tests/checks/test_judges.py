"""The judges' own tools: calendars, money, codes, packets, QR codes."""

from __future__ import annotations

import io
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st

from harness.checks.judges import codes, money, pdf, qr, signatures, wording
from harness.checks.judges.packets import missing_fields, status_of, time_of
from harness.checks.judges.workdays import VIETNAM, Calendar, calendar, moment
from harness.model import FeeItem, TimeLimit
from tests.checks import papers, prepared
from tests.checks.rows import packet

DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))
LIMITS = st.integers(1, 40)


@given(DAYS, LIMITS)
def test_last_day_is_a_working_day_after_the_reception(received: date, amount: int) -> None:
    due = calendar().last_day(received, TimeLimit(amount, "working_day"))
    assert due > received
    assert calendar().is_working(due)


@given(DAYS, LIMITS)
def test_as_many_working_days_lie_between_as_the_limit_says(received: date, amount: int) -> None:
    due = calendar().last_day(received, TimeLimit(amount, "working_day"))
    days = [received + timedelta(days=n) for n in range(1, (due - received).days + 1)]
    assert sum(map(calendar().is_working, days)) == amount


@settings(deadline=None)  # a year's holidays are reckoned the first time that they are asked for
@given(DAYS, LIMITS, LIMITS)
def test_a_longer_limit_is_never_due_earlier(received: date, amount: int, more: int) -> None:
    for unit in ("working_day", "day", "hour"):
        first, second = (calendar().last_day(received, TimeLimit(n, unit)) for n in (amount, amount + more))
        assert first <= second


@pytest.mark.parametrize(
    ("received", "amount", "due"),
    [
        (date(2026, 11, 20), 1, date(2026, 11, 23)),  # Friday → Monday
        (date(2026, 11, 22), 1, date(2026, 11, 23)),  # received on a Sunday
        (date(2026, 11, 23), 1, date(2026, 11, 25)),  # 24/11 is Ngày Văn hóa Việt Nam
        (date(2026, 2, 13), 3, date(2026, 2, 25)),  # over Tết
        (date(2026, 8, 21), 1, date(2026, 8, 22)),  # a Saturday worked in exchange for 31/8
    ],
)
def test_known_due_dates(received: date, amount: int, due: date) -> None:
    assert calendar().last_day(received, TimeLimit(amount, "working_day")) == due


def test_calendar_days_end_on_a_working_day() -> None:
    assert calendar().last_day(date(2026, 11, 20), TimeLimit(1, "day")) == date(2026, 11, 23)
    assert calendar().last_day(date(2026, 11, 20), TimeLimit(8, "hour")) == date(2026, 11, 23)


def test_corrections_go_over_the_library() -> None:
    monday, saturday = date(2026, 11, 23), date(2026, 11, 28)
    corrected = Calendar(closed={monday: "bão"}, opened={saturday: "làm bù"})
    assert not corrected.is_working(monday)
    assert corrected.is_working(saturday)
    assert corrected.day_off(monday) == "bão"
    assert corrected.days_off(date(2026, 11, 20), date(2026, 11, 25)) == [
        "21/11 thứ Bảy",
        "22/11 Chủ nhật",
        "23/11 bão",
        "24/11 Ngày Văn hóa Việt Nam",
    ]


def test_moments_are_vietnams() -> None:
    assert moment("2026-11-20T02:00:00+00:00") == datetime(2026, 11, 20, 9, tzinfo=VIETNAM)
    assert moment("2026-11-20T09:00:00") == datetime(2026, 11, 20, 9, tzinfo=VIETNAM)
    assert moment("hôm qua") is None
    assert moment(None) is None


@given(st.integers(0, 10**10))
def test_words_and_figures_say_their_own_amount(amount: int) -> None:
    assert money.says_in_words(f"Bằng chữ: {money.in_words(amount).capitalize()}.", amount)
    for spelt in (f"{amount:,}", f"{amount:,}".replace(",", "."), str(amount)):
        assert money.says_in_figures(f"Số tiền: {spelt} đ", amount)


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_words_and_figures_say_no_other_amount(shown: int, asked: int) -> None:
    if shown != asked:
        assert not money.says_in_words(f"Bằng chữ: {money.in_words(shown)}", asked)
        assert not money.says_in_figures(f"Số tiền: {shown:,} đ", asked)


def test_spellings_of_numbers() -> None:
    assert money.says_in_words("một triệu không trăm linh năm ngàn đồng", 1_005_000) == (
        money.in_words(1_005_000) == "một triệu không trăm lẻ năm nghìn đồng"
    )
    assert money.says_in_words("Mười sáu ngàn đồng", 16000)


def test_reckoning(tmp_path: Path) -> None:
    assert money.reckoning(prepared.service(tmp_path)) == "8.000 đ × 2 bản = 16.000 đ"
    two = (FeeItem("A", "Phí", 5000), FeeItem("B", "Lệ phí", 7000))
    assert money.reckoning(prepared.service(tmp_path, fees=two)) == "5.000 đ + 7.000 đ = 12.000 đ"
    assert money.reckoning(prepared.service(tmp_path, fees=two[:1])) == "5.000 đ"
    assert money.reckoning(prepared.service(tmp_path, fees=())) == "0 đ"


@pytest.mark.parametrize(
    ("code", "day"),
    [
        ("000.00.00.H47-210720-0001", date(2021, 7, 20)),
        ("H99.5-210720-12345", date(2021, 7, 20)),
        ("G09.20-20260609-0092637", date(2026, 6, 9)),
        ("000.00.00.H47-211320-0001", None),
    ],
)
def test_dossier_codes(code: str, day: date | None) -> None:
    found = codes.dossier(code)
    assert found is not None
    assert found.day == day


@pytest.mark.parametrize("code", ["", "H99", "000.00.00.H47-210720-001", "000.00.H47-2107-0001", "h47-210720-0001"])
def test_what_is_no_dossier_code(code: str) -> None:
    assert codes.dossier(code) is None


def test_procedure_codes() -> None:
    for code in ("1.008455", "1.008455.000.00.00.H42", "1.008455.H42"):
        assert codes.procedure(code) == "1.008455"
    assert codes.procedure("1.8455") is None


def test_packets() -> None:
    data = packet("2")["data"]
    assert missing_fields(data) == []
    assert missing_fields(data | {"TrangThaiHoSo": ""}) == ["TrangThaiHoSo"]
    assert missing_fields({k: v for k, v in data.items() if k != "Email"}) == ["Email"]
    assert time_of("20261120090000") == datetime(2026, 11, 20, 9, tzinfo=VIETNAM)
    assert time_of("") is None
    assert [status_of(value) for value in ("1", "10", 4, "0", "11", "", None, "²")] == [1, 10, 4, *[None] * 5]


def test_names_in_texts() -> None:
    assert wording.names("Họ tên:\nNGUYỄN VĂN\nMẪU", "Nguyễn Văn Mẫu")  # NFD on the page
    assert not wording.names("Nguyen Van Mau", "Nguyễn Văn Mẫu")
    assert not wording.names("bất kỳ", "")
    assert wording.label("Họ, chữ đệm, tên (*):") == "họ, chữ đệm, tên"
    assert not wording.holds_word("Nguyễn Văn Mẫuđơn", "Nguyễn Văn Mẫu")


def test_qr_code_of_a_slip() -> None:
    picture = io.BytesIO()
    segno.make("H99|2.000635", micro=False).save(picture, kind="png", scale=4)
    (code,) = qr.codes_on(papers.paper("Giấy tiếp nhận", picture=picture.getvalue()))
    assert code.text == "H99|2.000635"
    assert (code.page, code.left < 0.5, code.top < 0.5) == (1, True, True)


def test_signature_of_an_unknown_root() -> None:
    found = signatures.examine(papers.signed(*papers.RESULT), datetime(2026, 11, 24, tzinfo=VIETNAM), roots=())
    assert "không thuộc gốc tin cậy" in found.problem
    assert found.organisations == (papers.AGENCY,)
    later = signatures.examine(papers.signed(*papers.RESULT), datetime(2126, 1, 1, tzinfo=VIETNAM))
    assert "đã hết hạn" in later.problem
    assert signatures.examine(b"%PDF-1.7", datetime(2026, 11, 24, tzinfo=VIETNAM)).problem


def test_pdf_text_is_composed_vietnamese() -> None:
    found = pdf.read(papers.paper("Nguyễn Văn Mẫu", "Ủy ban nhân dân xã Mẫu"))
    assert found.text == "Nguyễn Văn Mẫu Ủy ban nhân dân xã Mẫu"
    assert (found.pages, found.problem) == (1, "")
