"""A label nobody has described gets the value that its words mean, within what the control takes."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from harness.authoring.choosing import choose
from harness.authoring.meanings import Question, load, matches, refused
from harness.model import SpecificationError

ROOT = Path(__file__).parents[2]
TABLE = load(ROOT)
TODAY = date(2026, 11, 26)


def first(
    label: str, section: str = "", kind: str = "text", hint: str = "", complaint: str = "", **limits: object
) -> str:
    question = Question(section, label, kind, hint, limits)
    return next((v for v in TABLE.candidates(question, TODAY, complaint) if not refused(question, v)), "")


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("Họ và tên (*)", "@applicant.full_name"),
        ("Họ, chữ đệm, tên của người yêu cầu", "@applicant.full_name"),
        ("HỌ TÊN", "@applicant.full_name"),
        ("Số CCCD/Số định danh", "@applicant.identity_number"),
        ("Ngày, tháng, năm sinh", "@applicant.birth_date"),
        ("Điện thoại liên hệ", "@applicant.phone"),
        ("E-mail", "@applicant.email"),
        ("Địa chỉ liên hệ", "@applicant.address"),
        ("Giới tính", "@applicant.gender"),
        ("Dân tộc", "Kinh"),
        ("Quốc tịch", "Việt Nam"),
        ("Mã số thuế", "0100000001"),
        ("Diện tích thửa đất (m²)", "100"),
        ("Tên doanh nghiệp", "Công ty TNHH Thử Nghiệm Mẫu"),
        ("Số tài khoản ngân hàng", "0001234567890"),
        ("Nghề nghiệp", "Nhân viên văn phòng"),
        ("Số bản sao", "1"),
        ("Mục đích sử dụng", "Bổ sung hồ sơ nhập học cho con"),
        ("ho va ten", "@applicant.full_name"),
        (unicodedata.normalize("NFD", "Số điện thoại"), "@applicant.phone"),
    ],
)
def test_words_of_a_label(label: str, value: str) -> None:
    assert first(label) == value


def test_words_are_whole_words_with_their_diacritics() -> None:
    assert TABLE.meaning(Question("", "Phương pháp tính thuế", "text")) is None, "phương is not phường"
    assert TABLE.meaning(Question("", "Xlthjk", "text")) is None


@pytest.mark.parametrize(
    ("label", "section", "value"),
    [
        ("Họ, chữ đệm, tên", "Người mẹ", "Lê Thị Mẹ Mẫu"),
        ("Họ tên cha", "Cha, mẹ, vợ, chồng", "Nguyễn Văn Cha Mẫu"),
        ("Họ tên", "Thông tin người yêu cầu", "@applicant.full_name"),
        ("Số định danh cá nhân", "Người chết", "999040000106"),
        ("Số điện thoại", "Người mẹ", "@applicant.phone"),  # what the table does not know of her
    ],
)
def test_whose_data_a_control_asks_for(label: str, section: str, value: str) -> None:
    assert first(label, section) == value


def test_limits_choose_among_the_values() -> None:
    assert first("Số, năm đăng ký", pattern=r"\d+/\d{4}") == "125/2019"
    assert first("Số, năm đăng ký", pattern=r"\d{1,3}") == "125"
    assert first("Số giấy phép", maxlength=4) == "0001"
    assert first("Tỷ lệ sở hữu", kind="number", min="1", max="10") == "1"


def test_an_example_and_a_pattern_help_where_the_label_says_nothing() -> None:
    assert first("Ký hiệu xyz", hint="Ví dụ: AB-12; không có dấu cách", pattern=r"[A-Z]{2}-\d{2}") == "AB-12"
    made = first("Ký hiệu xyz", pattern=r"[A-Z]{3}\d{4}")
    assert re.fullmatch(r"[A-Z]{3}\d{4}", made)
    assert first("Ký hiệu xyz", pattern=r"[A-Z]{3}\d{4}") == made, "the same draft twice is the same draft"


def test_what_the_page_says_goes_first() -> None:
    assert first("Số sổ", complaint="Số sổ gồm đúng 12 chữ số.") == "999000000123"
    assert first("Số máy lẻ", complaint="Phải gồm 10 chữ số, bắt đầu bằng số 0") == "0990900001"
    assert first("Số sổ", complaint="Sai dạng, ví dụ 12/2020") == "12/2020"


def test_a_date_is_always_a_date() -> None:
    found = list(TABLE.candidates(Question("", "Xyz", "typed-date"), TODAY))
    assert found
    assert all(re.fullmatch(r"\d\d/\d\d/\d{4}", value) for value in found)
    assert first("Địa chỉ ở từ ngày", kind="date") == "22/10/2025", "a place cannot stand in a date"
    assert first("Có giá trị đến ngày", kind="date") > "20/09/2027"


def test_no_real_person_is_in_the_table() -> None:
    numbers = [one.data.get("identity_number", "999") for one in TABLE.people]
    assert all(number.startswith("999") for number in numbers)


def test_a_mistake_in_the_table_is_told_with_its_line(tmp_path: Path) -> None:
    text = (
        (ROOT / "catalog/proposals.yaml")
        .read_text("utf-8")
        .replace("{meaning: dân tộc, value: Kinh, words", "{meaning: dân tộc, valu: Kinh, words")
    )
    (tmp_path / "catalog").mkdir()
    (tmp_path / "catalog/proposals.yaml").write_text(text, "utf-8")
    with pytest.raises(SpecificationError) as wrong:
        load(tmp_path)
    line = next(n for n, row in enumerate(text.splitlines(), 1) if "valu:" in row)
    assert f"catalog/proposals.yaml:{line}: " in wrong.value.messages[0]
    assert "Có phải ý bạn là «value»" in wrong.value.messages[0]


@pytest.mark.parametrize(
    ("options", "label", "chosen", "guessed"),
    [
        (["-- Chọn --", "Nam", "Nữ"], "Giới tính", "Nữ", False),
        (["Qua dịch vụ bưu chính", "Trực tuyến"], "Hình thức nhận kết quả", "Trực tuyến", False),
        (
            ["Hộ nghèo", "Người có công", "Không thuộc diện giảm, miễn"],
            "Đối tượng nộp phí",
            "Không thuộc diện giảm, miễn",
            False,
        ),
        (["Khác", "Khai sinh", "Kết hôn"], "Loại việc", "Khai sinh", True),
        (["Người thân thích khác", "Cháu", "Con"], "Quan hệ với người chết", "Con", False),
        (["-- Chọn --"], "Loại việc", "", True),
    ],
)
def test_an_entry_of_a_list(options: list[str], label: str, chosen: str, guessed: bool) -> None:
    question = Question("", label, "select")
    likely = [v.replace("@applicant.gender", "Nữ") for v in TABLE.candidates(question, TODAY)]
    assert choose(options, likely, TABLE.meaning(question)) == (chosen, guessed)


def test_a_refused_entry_is_not_chosen_again() -> None:
    assert choose(["A", "B"], [], None, avoided=["A"]) == ("B", True)


def test_a_pattern_of_another_dialect_is_left_to_the_page() -> None:
    assert matches(r"(?<name>[", "bất kỳ")
