"""The command line: what it refuses, in which words, with which exit code. No browser is started."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from harness.cli import main, project, screen
from harness.cli.check_command import as_row
from harness.cli.machine import Probe, pair, playwright_chromium, probes
from harness.cli.pytest_run import Order, arguments
from harness.verdict.verdict_file import write_verdict
from tests.reporting.prepared import SERVICES, answer

Told = Callable[..., tuple[int, str, str]]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Told:
    """Runs one command line; gives exit code, standard output, standard error."""
    # What is in features/ and steps/ has tests of its own; here it is taken as sound.
    monkeypatch.setattr("harness.cli.run_command.problems_of", lambda _root: [])
    # rich looks for the stream when it prints, so the captured ones are used.
    monkeypatch.setattr(screen.output, "_width", 120)
    monkeypatch.setattr(screen.errors, "_width", 120)

    def run(*words: str) -> tuple[int, str, str]:
        code = main(list(words))
        seen = capsys.readouterr()
        return code, seen.out, seen.err

    return run


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("run", "2.00635"), "Không có dịch vụ công có mã «2.00635». Có phải ý bạn là «2.000635»?"),
        (("run", "--field", "ho-tic"), "Không có lĩnh vực «ho-tic». Có phải ý bạn là «ho-tich»?"),
        (("run", "--criterion", "L4-PAI-03"), "Không có tiêu chí «L4-PAI-03». Có phải ý bạn là «L4-PAY-03»?"),
        (("run", "--fild", "x"), "Không có tùy chọn «--fild». Có phải ý bạn là «--field»?"),
        (("chek",), "Không có lệnh «chek». Có phải ý bạn là «check»?"),
        (("run", "--variant", "rejectall"), "Không có biến thể «rejectall»"),
        (("run", "--trace", "always"), "Tùy chọn --trace nhận off, failed hoặc on"),
        (("report", "khong-co-luot-nay"), "Không có lượt chạy «khong-co-luot-nay»"),
        (("run", "--at-once", "nhieu"), "Giá trị không dùng được ở --at-once"),
        (("criteria", "--ruleset", "toan-trin"), "Có phải ý bạn là «toan-trinh»?"),
    ],
)
def test_a_slip_of_the_hand_is_told_in_vietnamese_with_a_suggestion(
    told: Told, words: tuple[str, ...], sentence: str
) -> None:
    code, out, err = told(*words)
    assert code == 2
    assert sentence in err
    assert "Traceback" not in out + err


def test_an_untested_criterion_is_refused_with_its_reason(told: Told) -> None:
    _, out, _ = told("criteria", "--json")
    untested = next(c for c in json.loads(out)["criteria"] if c["state"] == "not-testable")
    code, _, err = told("run", "--criterion", untested["id"])
    assert code == 2
    assert untested["reason"][:40] in err.replace("\n", " ")


def test_check_tells_file_line_and_message_to_a_machine(told: Told) -> None:
    code, out, _ = told("check", "--json")
    answered = json.loads(out)
    assert code == (0 if answered["ok"] else 2)
    assert as_row("features/a.yaml:7: Trường «Phí» (fees): còn thiếu.") == {
        "file": "features/a.yaml", "line": 7, "message": "Trường «Phí» (fees): còn thiếu.",
    }  # fmt: skip


def test_a_broken_specification_starts_nothing(told: Told, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    problems = ["features/a.yaml:3: một", "features/b.yaml:9: hai"]
    monkeypatch.setattr("harness.cli.run_command.problems_of", lambda _root: problems)
    monkeypatch.setattr("harness.cli.run_command.run_suite", lambda *_: pytest.fail("started"))
    code, _, err = told("run", "--run-dir", str(tmp_path / "run"))
    assert code == 2
    assert all(p in err for p in problems)
    assert "2 chỗ phải sửa; chưa khởi động gì." in err
    assert not (tmp_path / "run").exists()


def test_report_draws_the_summary_and_tells_the_decisions(told: Told, tmp_path: Path) -> None:
    write_verdict(tmp_path, answer(tmp_path))
    code, out, err = told("report", str(tmp_path))
    assert code == 0
    assert (tmp_path / "tom-tat.html").is_file()
    assert "2.000635:  CHƯA CÔNG BỐ" in out
    assert "Chưa dựng được báo cáo Allure: lượt chạy không có kết quả Allure" in err


def test_report_of_a_run_without_a_verdict_says_how_to_get_one(told: Told, tmp_path: Path) -> None:
    code, _, err = told("report", str(tmp_path))
    assert code == 7
    assert "kiemthu judge" in err


def test_the_suite_is_asked_for_the_chosen_files_and_criteria(tmp_path: Path) -> None:
    order = Order(tmp_path, SERVICES[:1], ("L4-PAY-03",), ("--at-once", "2"))
    given = arguments(project.root(), order)
    assert given[given.index("--criterion") + 1] == "L4-PAY-03"
    assert given[given.index("--run-dir") + 1] == str(tmp_path)
    assert given[-2:] == ["--at-once", "2"]


def test_the_pinned_pairs_are_the_installed_ones() -> None:
    assert pair().ok
    assert playwright_chromium().startswith("156.")


def test_a_machine_without_a_browser_is_told_how_to_get_one() -> None:
    def none() -> Path | None:
        raise OSError("máy này chưa có trình duyệt")

    found: list[Probe] = [p for p in probes(project.root(), none) if p.name == "Trình duyệt"]
    assert [p.ok for p in found] == [False]
    assert "make setup" in found[0].mend


def test_a_folder_that_holds_a_run_is_not_written_over(told: Told, tmp_path: Path) -> None:
    (tmp_path / "findings.json").write_text("{}", "utf-8")
    code, _, err = told("run", "2.000635", "--run-dir", str(tmp_path))
    assert code == 2
    assert "đã có nội dung" in err
    assert [path.name for path in tmp_path.iterdir()] == ["findings.json"]


def test_the_command_line_leaves_the_runner_to_pytest() -> None:
    """Loaded before pytest starts, pytest-bdd's assertions would not be rewritten, and the run would stop there."""
    loads = "import sys, harness.cli.app; sys.exit('pytest_bdd' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", loads], check=False).returncode == 0
