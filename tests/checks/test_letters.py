"""Letters of officers and files on their side, judged by their bytes."""

from __future__ import annotations

import pytest

from harness.model import NotObserved
from tests.checks import papers
from tests.checks.conftest import Judge
from tests.checks.desk_facts import ADDED, LETTERS, REFUSAL_LINES
from tests.checks.prepared import sample

WRITTEN = {"L4-SUB-13": "form-02", "L4-SUB-12": "form-03", "L4-PRC-05": "form-04", "L4-PRC-09": "stop-letter"}
BROKEN = [(b"", "không tải được"), (b"<html>", "trang web (HTML)"), (b"PK zip", "không phải PDF")]
LINES = {**LETTERS, "form-03": REFUSAL_LINES}


@pytest.mark.parametrize(("criterion", "name"), WRITTEN.items())
@pytest.mark.parametrize(("content", "says"), BROKEN, ids=str)
def test_letter_that_is_none(criterion: str, name: str, content: bytes, says: str, judged: Judge) -> None:
    assert says in str(judged(criterion, sample(criterion).file(name, content)))


@pytest.mark.parametrize(
    ("criterion", "word", "says"),
    [
        ("L4-SUB-13", "Nội dung", "không ghi nội dung cần bổ sung"),
        ("L4-SUB-13", "Mã hồ sơ", "không ghi mã hồ sơ"),
        ("L4-SUB-12", "Lý do", "không ghi lý do từ chối"),
        ("L4-SUB-12", "Kính gửi", "không ghi họ tên người nộp"),
        ("L4-PRC-05", "Lý do", "không ghi lý do chậm"),
        ("L4-PRC-05", "Hẹn lại: ", "không ghi ngày hẹn lại"),
        ("L4-PRC-09", "Lý do", "không ghi lý do dừng"),
    ],
)
def test_letter_that_says_too_little(criterion: str, word: str, says: str, judged: Judge) -> None:
    name = WRITTEN[criterion]
    spoilt = papers.paper(*papers.without(LINES[name], word))
    assert says in str(judged(criterion, sample(criterion).file(name, spoilt)))


def test_letter_about_another_dossier(judged: Judge) -> None:
    other = papers.paper(*papers.instead(REFUSAL_LINES, "-0001", "-0002"))
    assert "ghi mã của hồ sơ khác" in str(judged("L4-SUB-12", sample("L4-SUB-12").file("form-03", other)))


def test_file_that_officers_do_not_get(judged: Judge) -> None:
    spoilt = sample("L4-SUB-11").file("officer:bo-sung.pdf", ADDED[:-9])
    assert "bo-sung.pdf (bổ sung)" in str(judged("L4-SUB-11", spoilt))
    assert "Giấy tờ chứng minh quan hệ" in str(judged("L4-SUB-11", sample("L4-SUB-11").without("officer:giay-to.pdf")))


def test_officers_files_that_nobody_saw_prove_nothing(judged: Judge) -> None:
    with pytest.raises(NotObserved):
        judged("L4-SUB-11", sample("L4-SUB-11").without("officer:giay-to.pdf", "officer:bo-sung.pdf"))


def test_earlier_paper_that_is_gone(judged: Judge) -> None:
    spoilt = sample("L4-SUB-14").without("attachment:giay-to.pdf")
    assert "không còn thấy «Giấy tờ chứng minh quan hệ»" in str(judged("L4-SUB-14", spoilt))
