"""Several runs of one service as one answer: attempts that disagree are *flaky*, and all of them stay told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from harness.model import Finding, Policy, State
from harness.verdict.rollup import FELL_SHORT, WORST_FIRST, merge

STATE_TOLD = {
    State.PASS: "đạt",
    State.FAIL: "không đạt",
    State.WARN: "nên sửa",
    State.WAIVED: "không đạt, được miễn trừ",
    State.NOT_APPLICABLE: "không áp dụng",
}
ANSWERS = frozenset({State.PASS, State.FAIL, State.WARN, State.NOT_APPLICABLE, State.WAIVED})
Attempt = tuple[str, Finding]  # run, what it found


def across(attempts: Sequence[Attempt], policy: Policy) -> Finding:
    """One criterion over all runs that judged it; at least one."""
    if len(attempts) == 1:
        return attempts[0][1]
    answered = [a for a in attempts if a[1].state in ANSWERS]
    blanks = {State(state) for state in policy.retry_answers}
    counted = [a for a in attempts if not (answered and a[1].state in blanks)]
    told = "; ".join(f"{run}: {STATE_TOLD.get(finding.state, finding.state.value)}" for run, finding in attempts)
    found = merge([finding for _, finding in counted])
    if len({_kind(finding.state) for _, finding in answered}) > 1:
        worst = min((finding for _, finding in counted), key=lambda f: WORST_FIRST.index(f.state))
        seen = f"{len(attempts)} lượt chạy cho kết quả khác nhau ({told}); {worst.seen}"
        found = replace(worst, state=State.FLAKY, seen=seen)
    return replace(found, extra={**found.extra, "attempts": told})


def _kind(state: State) -> str:
    """A shortfall stays one, waived or not; whether it applies at all is an answer of its own."""
    return "short" if state in FELL_SHORT else state.value
