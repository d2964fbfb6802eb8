"""Applicability is the approved profile's word: nobody else may leave a criterion out."""

from __future__ import annotations

from dataclasses import replace

from harness.model import Finding, State
from harness.verdict.applicable import with_applicability
from harness.verdict.selection import Selection
from tests.reporting.prepared import RULESET, SERVICES

PAID, _, FREE = SERVICES
SELECTION = Selection.of(RULESET, (PAID.code, FREE.code))


def state_of(findings: list[Finding], service: str, criterion: str) -> list[State]:
    filled = with_applicability(findings, RULESET, SELECTION, SERVICES)
    return [f.state for f in filled if (f.service, f.criterion) == (service, criterion)]


def test_what_the_profile_excludes_is_filled_with_its_reason() -> None:
    filled = with_applicability([], RULESET, SELECTION, SERVICES)
    assert [(f.service, f.criterion, f.seen) for f in filled] == [
        (PAID.code, "L4-PAY-02", "hồ sơ duyệt ghi dịch vụ có thu phí, lệ phí")
    ]


def test_not_applicable_against_the_profile_is_an_error_and_no_answer() -> None:
    lacks = Finding("L4-PAY-02", FREE.code, State.NOT_APPLICABLE, seen="cổng không có nút thanh toán")
    assert state_of([lacks], FREE.code, "L4-PAY-02") == [State.ERROR]


def test_what_was_judged_stays_judged() -> None:
    passed = Finding("L4-PAY-02", FREE.code, State.PASS)
    assert state_of([passed], FREE.code, "L4-PAY-02") == [State.PASS]


def test_what_is_only_recommended_may_be_missing_with_its_reason() -> None:
    softer = [replace(c, severity="recommended") if c.id == "L4-PAY-02" else c for c in RULESET.criteria]
    ruleset = replace(RULESET, criteria=tuple(softer))
    lacks = Finding("L4-PAY-02", FREE.code, State.NOT_APPLICABLE, seen="cổng không có việc «pay»: chưa xây")
    declared = replace(lacks, extra={"absent": lacks.seen})
    assert declared in with_applicability([declared], ruleset, SELECTION, SERVICES)
    assert state_of([declared], FREE.code, "L4-PAY-02") == [State.ERROR]  # where it is demanded
    (bare,) = (f for f in with_applicability([lacks], ruleset, SELECTION, SERVICES) if f.service == FREE.code)
    assert bare.state is State.ERROR  # not because anybody says so
