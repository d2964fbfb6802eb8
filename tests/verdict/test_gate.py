"""What may and may not become ``publish``: properties over every mixture of findings."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from harness.model import Criterion, Decision, Finding, Ruleset, State
from harness.verdict.exit_codes import ExitCode
from harness.verdict.gate import decide, exit_code
from harness.verdict.rollup import merge, roll_up
from harness.verdict.selection import Selection

IDS = [f"L4-PAY-{n:02}" for n in range(1, 7)]
CODE = "2.000635"


def criterion(id_: str, severity: str, *, tested: bool) -> Criterion:
    return Criterion(id_, "PAY", id_, id_, severity, "law", "NĐ", False, "always", tested)


@st.composite
def rulesets(draw: st.DrawFn) -> Ruleset:
    rows = tuple(
        criterion(i, draw(st.sampled_from(["mandatory", "recommended"])), tested=draw(st.booleans())) for i in IDS
    )
    return Ruleset("r", "R", "1", "2022-08-08", rows)


FINDINGS = st.lists(
    st.builds(
        Finding,
        st.sampled_from(IDS),
        st.just(CODE),
        st.sampled_from(list(State)),
        seen=st.sampled_from(["", "lý do"]),
    ),
    max_size=12,
)


@given(rulesets(), FINDINGS, st.booleans(), st.lists(st.sampled_from(IDS)))
def test_publish_means_every_tested_criterion_was_asked_and_answered_well(
    ruleset: Ruleset, findings: list[Finding], complete: bool, only: list[str]
) -> None:
    selection = Selection.of(ruleset, (CODE,), only=tuple(only), complete=complete)
    (rolled,) = roll_up(findings, ruleset, selection)
    verdict = decide(rolled, ruleset, selection)
    assert verdict.reasons
    if verdict.decision is not Decision.PUBLISH:
        return
    assert complete
    assert not selection.filtered
    given_states = {c.id: {f.state for f in findings if f.criterion == c.id} for c in ruleset.criteria}
    for c in ruleset.criteria:
        if c.tested:
            met = {State.PASS, State.NOT_APPLICABLE}
            allowed = met if c.severity == "mandatory" else met | {State.WARN, State.FAIL}
            assert given_states[c.id]
            assert given_states[c.id] <= allowed
    assert any(State.PASS in s for s in given_states.values())


@given(rulesets(), FINDINGS, st.lists(st.sampled_from(IDS)))
def test_each_selected_criterion_is_there_exactly_once(
    ruleset: Ruleset, findings: list[Finding], only: list[str]
) -> None:
    selection = Selection.of(ruleset, (CODE,), only=tuple(only))
    (rolled,) = roll_up(findings, ruleset, selection)
    assert tuple(f.criterion for f in rolled.findings) == selection.criteria
    assert sum(rolled.counts.values()) == len(selection.criteria)


@given(rulesets(), FINDINGS, st.permutations(range(12)))
def test_the_order_in_which_findings_arrive_changes_no_decision(
    ruleset: Ruleset, findings: list[Finding], order: list[int]
) -> None:
    selection = Selection.of(ruleset, (CODE,))
    shuffled = [findings[i] for i in order if i < len(findings)]
    first, second = (
        decide(roll_up(fs, ruleset, selection)[0], ruleset, selection).decision for fs in (findings, shuffled)
    )
    assert first is second


@given(rulesets(), FINDINGS)
def test_one_more_finding_that_is_not_a_pass_never_opens_the_gate(ruleset: Ruleset, findings: list[Finding]) -> None:
    selection = Selection.of(ruleset, (CODE,))
    before = decide(roll_up(findings, ruleset, selection)[0], ruleset, selection).decision
    for state in (State.BLOCKED, State.ERROR, State.COMPROMISED, State.FAIL):
        more = [*findings, Finding(IDS[0], CODE, state, seen="x")]
        after = decide(roll_up(more, ruleset, selection)[0], ruleset, selection).decision
        tested_fail = state is State.FAIL and ruleset[IDS[0]].severity == "recommended"
        if before is not Decision.PUBLISH and after is Decision.PUBLISH:
            assert tested_fail  # a recommendation not met is an answer where there was none


def all_pass() -> tuple[Ruleset, list[Finding]]:
    rows = tuple(criterion(i, "mandatory", tested=True) for i in IDS)
    return Ruleset("r", "R", "1", "2022-08-08", rows), [Finding(i, CODE, State.PASS) for i in IDS]


def decision_of(findings: list[Finding], **how: object) -> Decision:
    ruleset, _ = all_pass()
    selection = replace(Selection.of(ruleset, (CODE,)), **how)
    return decide(roll_up(findings, ruleset, selection)[0], ruleset, selection).decision


def test_all_met_is_publish() -> None:
    _, findings = all_pass()
    assert decision_of(findings) is Decision.PUBLISH


def test_an_empty_filtered_or_interrupted_run_is_never_publish() -> None:
    _, findings = all_pass()
    assert decision_of([]) is Decision.CANNOT_SAY
    assert decision_of(findings, filtered=True) is Decision.CANNOT_SAY
    assert decision_of(findings, complete=False) is Decision.CANNOT_SAY
    assert decision_of(findings[:-1]) is Decision.CANNOT_SAY


def test_a_narrowed_selection_is_seen_even_when_it_does_not_say_so() -> None:
    _, findings = all_pass()
    assert decision_of(findings[:2], criteria=tuple(IDS[:2]), filtered=False) is Decision.CANNOT_SAY


def test_one_fail_holds_whatever_else_is_blank() -> None:
    _, findings = all_pass()
    findings[0] = Finding(IDS[0], CODE, State.FAIL, seen="x")
    assert decision_of(findings, complete=False) is Decision.HOLD


def test_a_portal_to_which_nothing_applies_is_not_published() -> None:
    blank = [Finding(i, CODE, State.NOT_APPLICABLE, seen="không thu phí") for i in IDS]
    assert decision_of(blank) is Decision.CANNOT_SAY


def test_not_applicable_without_a_reason_is_no_answer() -> None:
    _, findings = all_pass()
    findings[0] = Finding(IDS[0], CODE, State.NOT_APPLICABLE)
    assert decision_of(findings) is Decision.CANNOT_SAY


def test_a_retry_does_not_cover_the_first_failure() -> None:
    first, again = Finding(IDS[0], CODE, State.FAIL, seen="thu 20.000 đ"), Finding(IDS[0], CODE, State.PASS)
    merged = merge([first, again])
    assert merged.state is State.FLAKY
    assert "thu 20.000 đ" in merged.seen
    assert merge([again, first]).state is State.FLAKY


def test_a_finding_nobody_asked_for_keeps_the_gate_shut() -> None:
    ruleset, findings = all_pass()
    stray = [*findings, Finding("L4-INF-99", CODE, State.PASS)]
    assert decision_of(stray) is Decision.CANNOT_SAY
    other = roll_up([*findings, Finding(IDS[0], "9.999999", State.PASS)], ruleset, Selection.of(ruleset, (CODE,)))
    assert decide(other[1], ruleset, Selection.of(ruleset, (CODE,))).decision is Decision.CANNOT_SAY


def test_exit_codes_rank_a_proven_failure_above_what_could_not_be_said() -> None:
    ruleset, findings = all_pass()
    selection = Selection.of(ruleset, (CODE,))

    def code(*changed: Finding) -> ExitCode:
        taken = {c.criterion for c in changed}
        rolled = roll_up([*changed, *(f for f in findings if f.criterion not in taken)], ruleset, selection)
        return exit_code([decide(r, ruleset, selection) for r in rolled], rolled)

    fail, error, blocked = (
        Finding(i, CODE, s, seen="x") for i, s in zip(IDS, (State.FAIL, State.ERROR, State.BLOCKED), strict=False)
    )
    assert code() is ExitCode.PUBLISH
    assert code(blocked) is ExitCode.CANNOT_SAY
    assert code(blocked, error) is ExitCode.HARNESS
    assert code(blocked, error, fail) is ExitCode.HOLD
    assert exit_code([], []) is ExitCode.CANNOT_SAY


def test_a_leak_is_never_published_and_outweighs_everything() -> None:
    ruleset, findings = all_pass()
    selection = replace(Selection.of(ruleset, (CODE,)), leaks=("complete/journal.jsonl: có bí mật của lượt chạy",))
    rolled = roll_up(findings, ruleset, selection)
    verdicts = [decide(r, ruleset, selection) for r in rolled]
    assert verdicts[0].decision is Decision.CANNOT_SAY
    assert "journal.jsonl" in verdicts[0].reasons[0]
    assert exit_code(verdicts, rolled, selection) is ExitCode.LEAK
