"""A fact that a machine proposed and nobody approved keeps its service from being published."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from harness.catalog import load
from harness.catalog.approval import unapproved, unfinished
from harness.model import Criterion, Decision, Finding, Ruleset, State
from harness.verdict.record import RunRecord
from harness.verdict.ruling import Terms, rule
from harness.verdict.selection import Selection
from tests.catalog.conftest import PROFILE, PROJECT, Project

RULES = Ruleset("toan-trinh", "R", "1", "2022-08-08", (
    Criterion("L4-PAY-01", "PAY", "x", "x", "mandatory", "law", "NĐ", False, "always", True),))  # fmt: skip
CODE = "2.000635"
SERVICE = load(PROJECT).services[CODE]


def decided(waiting: tuple[str, ...], state: State = State.PASS) -> tuple[Decision, tuple[str, ...]]:
    selection = Selection((CODE,), ("L4-PAY-01",), filtered=False, complete=True)
    now = datetime(2026, 11, 26, tzinfo=UTC)
    record = RunRecord(Path("luot"), (Finding("L4-PAY-01", CODE, state),), selection, now.isoformat(), now.isoformat())
    (one,) = rule([record], RULES, [replace(SERVICE, unapproved=waiting)], Terms(now)).services
    return one.verdict.decision, one.verdict.reasons


def test_all_criteria_met_by_facts_that_nobody_approved_is_no_publication() -> None:
    before, after = decided(()), decided(("fees",))
    assert "hồ sơ 2.000635 còn điều chưa duyệt: «Biểu phí, lệ phí»" in after[1]
    assert not [reason for reason in before[1] if "chưa duyệt" in reason]
    assert after[0] is Decision.CANNOT_SAY


def test_a_failure_still_holds() -> None:
    assert decided(("fees",), State.FAIL)[0] is Decision.HOLD


def test_check_names_what_is_to_be_approved(project: Project) -> None:
    text = (project.root / PROFILE).read_text("utf-8") + "unapproved: [fees, time_limit]\n"
    project.write(PROFILE, text)
    assert project.problems() == []
    (sentence,) = unapproved(load(project.root).services.values())
    assert sentence.startswith(
        f"{PROFILE}:{text.count(chr(10))}: Chưa duyệt: «Biểu phí, lệ phí», «Thời hạn giải quyết»"
    )


def test_a_name_that_is_no_field_is_refused(project: Project) -> None:
    project.write(PROFILE, (project.root / PROFILE).read_text("utf-8") + "unapproved: [fee]\n")
    (problem,) = project.problems()
    assert "Có phải ý bạn là «fees»?" in problem


def test_check_names_each_line_that_a_draft_left_open(project: Project) -> None:
    line = project.spoil(
        "catalog/portals/sandbox.yaml", "heading: Xem lại hồ sơ", 'heading: "CẦN ĐIỀN: tiêu đề trang xem lại"'
    )
    assert [*unfinished(project.root)] == [
        f"catalog/portals/sandbox.yaml:{line}: Còn phải điền: tiêu đề trang xem lại."
    ]


def test_a_remark_about_the_mark_is_no_open_line(project: Project) -> None:
    project.write("catalog/portals/x.yaml", "# Chỗ nào có «CẦN ĐIỀN» thì chép chữ\nid: x   # CẦN ĐIỀN xong\n")
    assert [*unfinished(project.root)] == []
