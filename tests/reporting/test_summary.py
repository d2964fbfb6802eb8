"""The one-page summary and the terminal table, drawn from a prepared answer."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from rich.console import Console

from harness.model import State
from harness.reporting.summary import moment, write_summary
from harness.reporting.table import print_answer
from harness.verdict.record import UnreadableRunError
from harness.verdict.verdict_file import read_verdict, write_verdict
from tests.reporting.prepared import OVERPAID, answer, passes, seal


@pytest.fixture
def page(tmp_path: Path) -> str:
    (tmp_path / OVERPAID.files[0]).parent.mkdir(parents=True)
    (tmp_path / OVERPAID.files[0]).write_text("{}")
    return write_summary(tmp_path, answer(tmp_path)).read_text("utf-8")


def test_it_opens_from_disk_without_script_or_network(page: str) -> None:
    assert "<script" not in page
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', page)
    assert '<html lang="vi">' in page


def test_it_shows_each_service_with_its_decision(page: str) -> None:
    for words in ("CHƯA CÔNG BỐ", "CHƯA KẾT LUẬN ĐƯỢC", "ĐƯỢC CÔNG BỐ"):
        assert words in page
    assert "cổng thanh toán thu 20.000 đ" in page
    assert "kiemthu run 2.000635 --criterion L4-PAY-03" in page
    assert 'href="2.000635/complete/payment.json"' in page


def test_a_file_that_is_not_there_is_named_but_not_linked(tmp_path: Path) -> None:
    page = write_summary(tmp_path, answer(tmp_path)).read_text("utf-8")
    assert 'href="2.000635/complete/payment.json"' not in page
    assert "2.000635/complete/payment.json" in page


def test_what_was_not_tested_stands_there_with_its_reason(page: str) -> None:
    assert "cần kết nối thật với Cổng Dịch vụ công quốc gia" in page
    assert "hồ sơ duyệt ghi dịch vụ có thu phí, lệ phí" in page  # the reason of what does not apply


def test_a_partial_run_says_so_at_the_top(tmp_path: Path) -> None:
    page = write_summary(tmp_path, answer(tmp_path, complete=False)).read_text("utf-8")
    assert "Lượt chạy dừng giữa chừng" in page
    assert 'class="badge d-publish"' not in page


def test_a_decision_that_a_demo_key_signed_says_so_at_the_top_and_beside_it(tmp_path: Path) -> None:
    seal(tmp_path, "demo-0123")
    page = write_summary(tmp_path, answer(tmp_path)).read_text("utf-8")
    assert '<p class="notice" role="status"><b>Ký bằng khóa dùng thử.</b>' in page
    assert page.count("<small>ký bằng khóa dùng thử</small>") == 3  # beside each service's decision
    seal(tmp_path, "0123")
    assert "dùng thử" not in write_summary(tmp_path, answer(tmp_path)).read_text("utf-8")


def test_words_of_a_portal_are_shown_as_text_never_as_markup(tmp_path: Path) -> None:
    hostile = [f for f in passes("2.000635") if f.criterion != "L4-PAY-03"]
    bad = type(OVERPAID)(OVERPAID.criterion, OVERPAID.service, State.FAIL, seen="<img src=x onerror=alert(1)>")
    page = write_summary(tmp_path, answer(tmp_path, found=[*hostile, bad])).read_text("utf-8")
    assert "<img" not in page
    console = Console(file=io.StringIO(), width=120)
    print_answer(console, answer(tmp_path, found=[*hostile, bad]))
    assert "[img" not in console.file.getvalue()  # type: ignore[attr-defined]


def test_the_table_counts_states_and_says_the_decision_in_words(tmp_path: Path) -> None:
    console = Console(file=io.StringIO(), width=120)
    print_answer(console, answer(tmp_path))
    told = console.file.getvalue()  # type: ignore[attr-defined]
    assert re.search(r"2\.000635 .*│ +11 │ +1 │", told)
    assert "2.000635:  CHƯA CÔNG BỐ  — 1 tiêu chí không đạt: L4-PAY-03" in told
    assert "2 tiêu chí của bộ tiêu chí chưa được kiểm tự động" in told


def test_the_answer_is_written_by_its_schema_and_read_back(tmp_path: Path) -> None:
    given = answer(tmp_path)
    write_verdict(tmp_path, given)
    assert read_verdict(tmp_path)["services"][0]["decision"] == "hold"
    (tmp_path / "verdict.json").write_text("{}")
    with pytest.raises(UnreadableRunError, match="không đúng khuôn dạng"):
        read_verdict(tmp_path)


def test_times_are_written_as_vietnamese_readers_write_them() -> None:
    assert moment("2026-11-22T23:10:05+07:00") == "22/11/2026 23:10:05"
    assert moment("") == ""
