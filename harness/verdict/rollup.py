"""Findings as they came → for each service, every selected criterion exactly once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from harness.model import Criterion, Finding, Ruleset, State
from harness.verdict.selection import Selection

# When attempts disagree and none of them contradicts another, the one that says least good stands.
WORST_FIRST = (
    State.FAIL,
    State.WARN,
    State.ERROR,
    State.BLOCKED,
    State.COMPROMISED,
    State.FLAKY,
    State.REVIEW,
    State.NOT_RUN,
    State.WAIVED,
    State.NOT_APPLICABLE,
    State.PASS,
)
NOT_MET = {State.FAIL, State.WARN}
FELL_SHORT = NOT_MET | {State.WAIVED}  # a waived failure is one still


@dataclass(frozen=True, slots=True)
class ServiceFindings:
    """One service: one finding for each selected criterion, in the ruleset's order."""

    service: str
    findings: tuple[Finding, ...]
    strays: tuple[Finding, ...] = ()  # of criteria that nobody selected: a mistake of the harness

    def __getitem__(self, criterion: str) -> Finding:
        for finding in self.findings:
            if finding.criterion == criterion:
                return finding
        raise KeyError(criterion)

    @property
    def counts(self) -> Mapping[State, int]:
        return Counter(f.state for f in self.findings)


def roll_up(findings: Iterable[Finding], ruleset: Ruleset, selection: Selection) -> tuple[ServiceFindings, ...]:
    """Every selected service, in order; what was promised and never judged is *not-run*."""
    rows = {c.id: c for c in ruleset.criteria}
    attempts: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        attempts.setdefault((finding.service, finding.criterion), []).append(finding)
    strangers = sorted({service for service, _ in attempts} - set(selection.services))
    return tuple(_of_service(s, attempts, rows, selection) for s in (*selection.services, *strangers))


def _of_service(
    service: str,
    attempts: Mapping[tuple[str, str], list[Finding]],
    rows: Mapping[str, Criterion],
    selection: Selection,
) -> ServiceFindings:
    chosen = selection.criteria if service in selection.services else ()
    found = tuple(
        merge([_weighed(f, rows[c]) for f in attempts[service, c]])
        if (service, c) in attempts
        else Finding(c, service, State.NOT_RUN, seen="lượt chạy kết thúc trước khi xét tới tiêu chí này")
        for c in chosen
    )
    known = set(chosen)
    strays = tuple(f for (s, c), fs in attempts.items() if s == service and c not in known for f in fs)
    return ServiceFindings(service, found, strays)


def _weighed(finding: Finding, criterion: Criterion) -> Finding:
    """A recommended criterion that is not met warns; a mandatory one never merely warns."""
    state = State.FAIL if criterion.severity == "mandatory" else State.WARN
    return replace(finding, state=state) if finding.state in NOT_MET and finding.state is not state else finding


def merge(attempts: list[Finding]) -> Finding:
    """Several attempts as one finding. A later pass never covers an earlier failure: that is *flaky*."""
    if len(attempts) == 1:
        return attempts[0]
    states = {a.state for a in attempts}
    # Among equals the one without a reason stands: it says least.
    worst = min(attempts, key=lambda a: (WORST_FIRST.index(a.state), bool(a.seen)))
    if states & FELL_SHORT and State.PASS in states:
        told = ", ".join(a.state.value for a in attempts)
        return replace(
            worst,
            state=State.FLAKY,
            seen=f"{len(attempts)} lần xét cho kết quả khác nhau ({told}); {worst.seen}",
        )
    return worst
