"""Pass, fail, blank: only a check's shortfall fails a service, and only looked-at evidence passes it."""

from __future__ import annotations

import dataclasses
import json
import os
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from harness.catalog.schemas import FOLDER, validator
from harness.checks.reading import joined
from harness.checks.registry import Shortfall
from harness.evidence.reader import Unverifiable
from harness.journey.driver import Stopped
from harness.journey.findings import Scope, content_of, exempted, finding_of, merge_findings, write_findings
from harness.model import Blocked, Compromised, Evidence, NotObserved, Outcome, State, Witness

RUN = Path("/runs/r1")


def evidence(outcome: Outcome = Outcome.DONE, reason: str = "") -> Evidence:
    owner, trouble = ("cổng thanh toán", {"task": "pay"}) if reason else ("", {})
    return Evidence("a", "complete", "p", outcome, reason, owner, RUN / "a/complete", "", "", trouble=trouble)


def item(used: list[Evidence], severity: str = "mandatory") -> Any:
    criterion = SimpleNamespace(id="L4-PAY-03", severity=severity, owner="bảng phí", title_vi="Xác minh được")
    return SimpleNamespace(service=SimpleNamespace(code="a"), criterion=criterion, used=used, journeys=("complete",),
                           exempt="không thu phí")  # fmt: skip


def found(error: BaseException | None, used: list[Evidence] | None = None, severity: str = "mandatory") -> Any:
    return finding_of(item([evidence()] if used is None else used, severity), error, 0.5, RUN)


def shortfall() -> AssertionError:
    return AssertionError(Shortfall("thu 20.000 đ", "16.000 đ", file="pages/1.txt"))


def test_a_shortfall_fails_with_both_halves_and_its_file() -> None:
    finding = found(shortfall())
    assert (finding.state, finding.required, finding.seen) == (State.FAIL, "16.000 đ", "thu 20.000 đ")
    assert finding.files == ("a/complete/pages/1.txt",)
    assert (finding.owner, finding.journey) == ("bảng phí", "complete")


def test_what_no_page_shows_points_to_the_sealed_record_and_says_where_it_was_seen() -> None:
    witness = Witness("gateway.orders", [], "cổng thanh toán › đơn hàng", "")
    finding = found(AssertionError(Shortfall("thu 20.000 đ", "16.000 đ", witness)))
    assert finding.files == ("a/complete/evidence.json",)
    assert finding.extra == {"place": "cổng thanh toán › đơn hàng"}
    assert found(None).files == ()


def test_of_two_journeys_the_page_is_in_the_folder_that_their_joined_evidence_names() -> None:
    first, then = evidence(), dataclasses.replace(evidence(), journey="stranger", folder=RUN / "a/stranger")
    both = joined(first, then)
    finding = found(AssertionError(Shortfall("mở được", "không mở được", file="pages/1.txt")), used=[first, then])
    assert finding.files == (os.path.relpath(both.folder / "pages/1.txt", RUN),) == ("a/stranger/pages/1.txt",)
    assert finding.journey == "stranger"


def test_a_recommended_criterion_only_warns() -> None:
    assert found(shortfall(), severity="recommended").state is State.WARN


def test_what_ran_to_its_end_passes() -> None:
    assert found(None).state is State.PASS


def test_nothing_passes_without_evidence() -> None:
    assert found(None, used=[]).state is State.ERROR


@pytest.mark.parametrize(("outcome", "state"), [
    (Outcome.DONE, State.BLOCKED), (Outcome.BLOCKED, State.BLOCKED), (Outcome.COMPROMISED, State.COMPROMISED),
    (Outcome.ERROR, State.ERROR), (Outcome.INTERRUPTED, State.NOT_RUN),
])  # fmt: skip
def test_missing_evidence_is_as_good_as_its_reason(outcome: Outcome, state: State) -> None:
    finding = found(NotObserved("slip", "cổng thanh toán im lặng"), used=[evidence(), evidence(outcome, "vì vậy")])
    assert finding.state is state
    if outcome is not Outcome.DONE:
        assert finding.extra == {"task": "pay"}
        assert finding.owner == "cổng thanh toán"


def without(outcome: Outcome = Outcome.DONE) -> Evidence:
    """Of a portal whose adapter says that it has no page to verify a result at."""
    lacks = Witness("portal.lacks", {"verify": "cổng chưa có trang xác minh"}, "bộ kết nối", "")
    return dataclasses.replace(evidence(outcome), witnesses=(lacks,))


@pytest.mark.parametrize(("severity", "state"), [("mandatory", State.FAIL), ("recommended", State.NOT_APPLICABLE)])
def test_what_the_rule_demands_and_the_portal_lacks_is_not_met(severity: str, state: State) -> None:
    finding = found(NotObserved("verify.tried"), used=[without()], severity=severity)
    assert (finding.state, finding.seen) == (state, "cổng không có việc «verify»: cổng chưa có trang xác minh")
    assert bool(finding.files) is (state is State.FAIL), "a failure names the record it was judged from"


def test_what_is_absent_excuses_nothing_that_other_tasks_bring() -> None:
    finding = found(NotObserved("fee.charged"), used=[without()])
    assert finding.state is State.BLOCKED
    assert "«verify»" in finding.seen
    assert found(NotObserved("verify.tried"), used=[evidence()]).state is State.BLOCKED


@pytest.mark.parametrize(("raise_", "state"), [
    (lambda: Blocked("không thấy nút", owner="bộ kết nối"), State.BLOCKED),
    (lambda: Compromised("cổng không truy cập được", owner="môi trường"), State.COMPROMISED),
    (lambda: Stopped("dừng"), State.NOT_RUN),
    (lambda: Unverifiable("nhật ký đã bị thay đổi"), State.ERROR),
    (lambda: ZeroDivisionError("x"), State.ERROR),
    (lambda: AssertionError("assert 1 == 2"), State.ERROR),
])  # fmt: skip
def test_everything_else_is_a_blank_never_a_fail(raise_: Callable[[], Exception], state: State) -> None:
    assert found(raise_(), used=[]).state is state


def test_an_exempt_criterion_says_why() -> None:
    finding = exempted(item([]))
    assert (finding.state, finding.seen) == (State.NOT_APPLICABLE, "không thu phí")


def test_the_file_fits_its_schema(tmp_path: Path) -> None:
    scope = Scope(["a"], ["L4-PAY-03"], filtered=True, complete=False, started="2026-11-22T00:00:00+07:00")
    content = content_of([found(shortfall()), found(None)], scope, {"portal": "sandbox"})
    path = write_findings(tmp_path / "run", content)
    content = json.loads(path.read_text("utf-8"))
    verdict = json.loads((FOLDER / "verdict.schema.json").read_text("utf-8"))
    finding = validator("verdict").thorough.evolve(schema={**verdict, "$ref": "#/$defs/finding"})
    for row in content["findings"]:
        assert not [e.message for e in finding.iter_errors(row) if "finding" in str(e.schema_path)]
    assert [row["state"] for row in content["findings"]] == ["fail", "pass"]
    assert not content["complete"]


def test_what_workers_found_is_one_run(tmp_path: Path) -> None:
    def part(state: str, service: str, dossier: str) -> dict[str, Any]:
        rows = [{"service": s, "criterion": "L4-PAY-03", "state": state if s == service else "not-run"} for s in "ab"]
        return {"findings": rows, "facts": {"dossiers": [dossier]}, "complete": False}

    path = merge_findings(tmp_path, [part("pass", "a", "1"), part("fail", "b", "2")])
    content = json.loads(path.read_text("utf-8"))
    assert {row["service"]: row["state"] for row in content["findings"]} == {"a": "pass", "b": "fail"}
    assert content["complete"]
    assert content["facts"]["dossiers"] == ["1", "2"]
