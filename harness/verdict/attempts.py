"""Several runs of one service as one answer: attempts that disagree are *flaky*, and all of them stay told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from harness.model import Finding, Policy, State
from harness.verdict.rollup import merge

ANSWERS = frozenset({State.PASS, State.FAIL, State.WARN, State.NOT_APPLICABLE, State.WAIVED})
Attempt = tuple[str, Finding]  # run, what it found


def across(attempts: Sequence[Attempt], policy: Policy) -> Finding:
    """One criterion over all runs that judged it; at least one."""
    if len(attempts) == 1:
        return attempts[0][1]
    answered = [a for a in attempts if a[1].state in ANSWERS]
    blanks = {State(state) for state in policy.retry_answers}
    counted = [a for a in attempts if not (answered and a[1].state in blanks)]
    told = "; ".join(f"{run}: {finding.state.value}" for run, finding in attempts)
    found = merge([finding for _, finding in counted])
    if found.state in ANSWERS and len({finding.state for _, finding in answered}) > 1:
        seen = f"{len(attempts)} lượt chạy cho kết quả khác nhau ({told}); {found.seen}"
        found = replace(found, state=State.FLAKY, seen=seen)
    return replace(found, extra={**found.extra, "attempts": told})
