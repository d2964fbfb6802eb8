"""A fact that a machine proposed and nobody approved keeps its service from being published."""

from __future__ import annotations

from harness.catalog import load
from harness.catalog.approval import unapproved, unfinished
from harness.model import Criterion, Decision, Finding, Ruleset, State
from harness.verdict.gate import decide
from harness.verdict.rollup import roll_up
from harness.verdict.selection import Selection
from tests.catalog.conftest import PROFILE, Project

RULES = Ruleset("r", "R", "1", "2022-08-08", (
    Criterion("L4-PAY-01", "PAY", "x", "x", "mandatory", "law", "NĐ", False, "always", True),))  # fmt: skip
CODE = "2.000635"


def decision(waiting: tuple[str, ...], state: State = State.PASS) -> tuple[Decision, str]:
    selection = Selection((CODE,), ("L4-PAY-01",), filtered=False, complete=True, unapproved={CODE: waiting})
    (rolled,) = roll_up([Finding("L4-PAY-01", CODE, state)], RULES, selection)
    verdict = decide(rolled, RULES, selection)
    return verdict.decision, verdict.reasons[0]


def test_all_criteria_met_by_facts_that_nobody_approved_is_no_publication() -> None:
    assert decision(())[0] is Decision.PUBLISH
    held = decision(("«Biểu phí, lệ phí»",))
    assert held == (Decision.CANNOT_SAY, "hồ sơ dịch vụ còn điều chưa duyệt: «Biểu phí, lệ phí»")


def test_a_failure_still_holds() -> None:
    assert decision(("«Biểu phí, lệ phí»",), State.FAIL)[0] is Decision.HOLD


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
