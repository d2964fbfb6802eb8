"""Everything pytest-bdd would forgive or drop in silence in a .feature file is told."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from harness.catalog.gherkin import Sentence, coverage, lint, sentences_in
from tests.catalog.conftest import Project

FILE = "features/muc-do-4/thu.feature"
GOOD = """# language: vi
@nhom:thanh-toan
Tính năng: Thử

  @L4-PAY-03
  Tình huống: Một
    Biết hồ sơ đã đi trọn quy trình
    Thì cổng trả lời mã "97"

  @L4-PAY-11
  Khung tình huống: Hai
    Biết hồ sơ đã đi trọn quy trình
    Thì cổng trả lời mã "<mã>"

    Dữ liệu:
      | mã |
      | 97 |
"""


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("# language: vi\n", "", "1: Dòng đầu tiên phải là «# language: vi»."),
        ("# language: vi", "\ufeff# language: vi", "1: Tệp có dấu BOM ở đầu; hãy lưu lại bằng «UTF-8 không BOM»."),
        (
            "Tính năng: Thử",
            unicodedata.normalize("NFD", "Tính năng: Thử"),
            "3: Chữ Việt tổ hợp rời (NFD) trong «Tính năng: Thử»; hãy gõ lại bằng Unicode dựng sẵn (NFC).",
        ),
        ("Khung tình huống: Hai", "Khung tình huống: Một", "11: Tình huống «Một» trùng tên với tình huống ở dòng 6."),
        ("@L4-PAY-03", "@L4-PAI-03", "6: Không có tiêu chí «L4-PAI-03». Có phải ý bạn là «L4-PAY-03»?"),
        (
            "@L4-PAY-03",
            "@L4-PAY-03 @L4-PAY-11",
            "6: Mỗi tình huống cần đúng một thẻ tiêu chí, ở đây có 2 (@L4-PAY-03, @L4-PAY-11).",
        ),
        ("  @L4-PAY-03\n", "", "5: Mỗi tình huống cần đúng một thẻ tiêu chí, ở đây có 0."),
        ("@nhom:thanh-toan", "@nhanh", "6: Thẻ «@nhanh» không dùng được; cần thẻ tiêu chí @L4-… hoặc @nhom:…"),
        (
            "Biết hồ sơ đã đi trọn quy trình",
            "Biết hồ sơ đã đi hết quy trình",
            ("7: Không có câu nào trong steps/ ứng với bước «hồ sơ đã đi hết quy trình». "
            "Có phải ý bạn là «hồ sơ đã đi trọn quy trình»?"),
        ),
        (
            "    Thì cổng trả lời mã \"97\"\n",
            "    thì cổng trả lời mã \"97\"\n",
            "8: Không hiểu «thì cổng trả lời mã \"97\"»; từ khóa phải viết đúng: «Biết», «Khi», «Thì», «Và».",
        ),
    ],
)  # fmt: skip
def test_it_is_told_exactly(project: Project, old: str, new: str, message: str) -> None:
    project.write(FILE, GOOD.replace(old, new, 1))
    assert project.problems()[0] == f"{FILE}:{message}"


def test_a_good_file_is_silent(project: Project) -> None:
    project.write(FILE, GOOD)
    assert project.problems() == []


def test_a_scenario_without_steps(project: Project) -> None:
    project.write(FILE, "# language: vi\nTính năng: A\n\n  @L4-PAY-03\n  Tình huống: Trống\n")
    assert project.problems() == [f"{FILE}:5: Tình huống «Trống» không có bước nào."]


def test_a_step_that_fits_two_sentences(project: Project) -> None:
    project.write(FILE, GOOD)
    known = ["hồ sơ đã đi trọn quy trình", "hồ sơ đã {gì}", 'cổng trả lời mã "{mã}"']
    problems = lint(project.root, {"L4-PAY-03", "L4-PAY-11"}, known)
    assert problems[0] == (
        f"{FILE}:7: Bước «hồ sơ đã đi trọn quy trình» ứng với hai câu: "
        "«hồ sơ đã đi trọn quy trình» và «hồ sơ đã {gì}»."
    )


def test_sentences_are_read_from_step_modules(tmp_path: Path) -> None:
    steps = tmp_path / "steps"
    steps.mkdir()
    (steps / "thu.py").write_text(
        'from pytest_bdd import given, parsers, then\n\n@given("hồ sơ đã nộp")\ndef _():\n    ...\n\n'
        "@then(parsers.parse('mã là \"{code}\"'))\ndef _(code):\n    ...\n",
        "utf-8",
    )
    assert sentences_in(steps) == [
        Sentence("hồ sơ đã nộp", "steps/thu.py:3"),
        Sentence('mã là "{code}"', "steps/thu.py:7"),
    ]


def test_table_and_features_say_the_same(project: Project) -> None:
    project.write(FILE, GOOD)
    assert coverage(project.root, {"L4-PAY-03", "L4-PAY-12"}) == [
        "catalog/rulesets/criteria:1: Tiêu chí «L4-PAY-12» ghi là được kiểm thử nhưng không có tình huống nào.",
        f"{FILE}:10: Tiêu chí «L4-PAY-11» có tình huống nhưng bảng tiêu chí ghi là chưa kiểm thử.",
    ]
