"""The end of a run: what the recorded findings and the way pytest ended become."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from harness.attestation import KeyProblemError, verify
from harness.cli.concluding import conclude
from harness.cli.progress import service_of
from harness.cli.pytest_run import Ended, Order, run_suite
from harness.evidence.masks import Datum
from harness.evidence.redaction import Redaction
from harness.model import Compromised, Finding, SpecificationError
from harness.verdict.record import FINDINGS, read_run
from tests.reporting.prepared import RULESET, SERVICES, findings, passes

TESTED = [c.id for c in RULESET.criteria if c.tested]


def left_behind(folder: Path, found: list[Finding], *, complete: bool = True, filtered: bool = False) -> Path:
    content = {
        "services": [s.code for s in SERVICES],
        "criteria": TESTED,
        "filtered": filtered,
        "complete": complete,
        "started": "2026-11-22T23:10:05+07:00",
        "findings": [asdict(f) for f in found],
    }
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FINDINGS).write_text(json.dumps(content, ensure_ascii=False), "utf-8")
    return folder


def all_met() -> list[Finding]:
    return [f for s in SERVICES for f in passes(s.code)]


def code_of(folder: Path, code: int = 0, **how: object) -> int:
    return conclude(folder, Ended(code, "", (), **how), RULESET, SERVICES, as_json=False)


def test_all_met_is_publish_and_leaves_a_verdict_and_a_page(tmp_path: Path) -> None:
    assert code_of(left_behind(tmp_path, all_met())) == 0
    verdict = json.loads((tmp_path / "verdict.json").read_text("utf-8"))
    assert {s["decision"] for s in verdict["services"]} == {"publish"}
    assert (tmp_path / "tom-tat.html").is_file()


def test_the_page_of_a_run_says_that_a_demo_key_signed_it(tmp_path: Path) -> None:
    code_of(left_behind(tmp_path, all_met()))
    assert verify(tmp_path).demo
    assert "Ký bằng khóa dùng thử" in (tmp_path / "tom-tat.html").read_text("utf-8")


def test_one_fail_is_hold(tmp_path: Path) -> None:
    assert code_of(left_behind(tmp_path, findings()), 1) == 1


@pytest.mark.parametrize("code", [0, 2])
def test_an_interrupted_run_can_be_read_and_is_never_publish(tmp_path: Path, code: int) -> None:
    folder = left_behind(tmp_path, all_met()[:-3], complete=code == 2)
    assert code_of(folder, code) == 3


def test_judging_a_partial_run_again_stays_partial(tmp_path: Path) -> None:
    earlier = read_run(left_behind(tmp_path / "a", all_met(), complete=False))
    folder = left_behind(tmp_path / "b", all_met())
    assert conclude(folder, Ended(0, "", ()), RULESET, SERVICES, as_json=False, earlier=earlier) == 3


def test_a_portal_that_does_not_start_is_a_sentence_about_who_must_act(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    down = Compromised("cổng dịch vụ công không trả lời", owner="cổng dịch vụ công")
    assert code_of(left_behind(tmp_path, [], complete=False), 3, trouble=down) == 3
    told = capsys.readouterr().err
    assert "cổng dịch vụ công không trả lời" in told
    assert "đơn vị vận hành cổng dịch vụ công sửa cổng" in told


def test_a_specification_mistake_found_late_is_still_exit_two(tmp_path: Path) -> None:
    with pytest.raises(SpecificationError):
        code_of(tmp_path, 3, trouble=SpecificationError(["catalog/portals/a.yaml:1: thiếu biến PORTAL_URL"]))


def test_a_suite_that_does_not_load_is_the_harness_own_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert conclude(tmp_path, Ended(2, "", ("steps/a.py: SyntaxError",)), RULESET, SERVICES, as_json=False) == 4
    assert "steps/a.py: SyntaxError" in capsys.readouterr().err


def test_a_run_that_left_nothing_is_not_taken_for_a_pass(tmp_path: Path) -> None:
    assert code_of(tmp_path) == 4


def test_a_node_id_names_its_service() -> None:
    assert service_of("features/ho-tich/2.000635.yaml::L4-PAY-03 Số tiền") == "2.000635"


LEAKS = {
    "a log beside the findings": lambda run: (run / "pytest.log").write_text("đã gọi 0990000001"),
    "an attachment of the report": lambda run: (
        (run / "allure-results").mkdir(), (run / "allure-results/a.txt").write_text("Nguyen Van Mau")
    ),
}  # fmt: skip


@pytest.mark.parametrize("where", LEAKS)
def test_a_leak_that_appears_after_the_journeys_is_exit_six_and_names_the_file(
    tmp_path: Path, where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = left_behind(tmp_path / "run", all_met())
    LEAKS[where](folder)
    people = [Datum("người 1", "điện thoại", "0990000001", "number"),
              Datum("người 1", "họ tên", "Nguyễn Văn Mẫu", "name")]  # fmt: skip
    ended = Ended(0, "", (), redaction=Redaction((), people))
    assert conclude(folder, ended, RULESET, SERVICES, as_json=False) == 6
    verdict = json.loads((folder / "verdict.json").read_text("utf-8"))
    assert "publish" not in {s["decision"] for s in verdict["services"]}
    told = capsys.readouterr().out
    assert "pytest.log" in told or "allure-results/a.txt" in told
    assert "0990000001" not in told
    assert verify(folder).ok  # the leak is in what was signed, and the verdict says so


def test_a_signing_key_that_cannot_be_used_is_told_before_anything_is_driven(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIEMTHU_SIGNING_KEY", str(tmp_path / "khong-co.pem"))
    with pytest.raises(KeyProblemError, match="không có tệp này"):
        run_suite(tmp_path, Order(tmp_path / "run", ()))
    assert not (tmp_path / "run").exists()
