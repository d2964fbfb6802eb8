"""Several runs laid out by service: what each run said, with its fingerprints and waivers, and all of them joined."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from harness.model import Finding, Policy, Ruleset, Service, State, Waiver
from harness.verdict.applicable import with_applicability
from harness.verdict.attempts import across
from harness.verdict.fingerprint import fingerprint
from harness.verdict.record import RunRecord
from harness.verdict.rollup import NOT_MET, ServiceFindings, roll_up
from harness.verdict.selection import Selection
from harness.verdict.waiving import waive


@dataclass(slots=True)
class Case:
    """One service while it is being decided."""

    code: str
    selection: Selection
    runs: list[str] = field(default_factory=list)
    rolled: list[tuple[str, ServiceFindings]] = field(default_factory=list)  # of each run


def stamped_findings(record: RunRecord) -> dict[str, list[Finding]]:
    """The findings of a run by service, stamped."""
    found: dict[str, list[Finding]] = {}
    for finding in record.findings:
        found.setdefault(finding.service, []).append(stamped(finding))
    return found


def stamped(finding: Finding) -> Finding:
    """A shortfall with its fingerprint. No run may hand out waivers itself."""
    if finding.state in NOT_MET:
        return replace(finding, extra={**finding.extra, "fingerprint": fingerprint(finding)})
    if finding.state is State.WAIVED:
        seen = f"lượt chạy tự ghi là được miễn trừ ({finding.seen}); chỉ cổng quyết định mới miễn trừ"
        return replace(finding, state=State.ERROR, seen=seen, owner="bộ kiểm thử")
    return finding


def cases_of(
    records: Sequence[RunRecord],
    stamped: Sequence[Mapping[str, list[Finding]]],
    ruleset: Ruleset,
    known: Mapping[str, Service],
    covering: Mapping[tuple[str, str, str], Waiver],
) -> list[Case]:
    """Every service that a run selected, and after them those that runs speak of although nobody selected them."""
    tested = {c.id for c in ruleset.criteria if c.tested}
    chosen = dict.fromkeys(code for record in records for code in record.selection.services)
    strangers = sorted({code for by_service in stamped for code in by_service} - set(chosen))
    sets = [frozenset(record.selection.services) for record in records]
    in_ruleset = {c.id for c in ruleset.criteria}
    asked = [tuple(c for c in record.selection.criteria if c in in_ruleset) for record in records]
    found = []
    for code in (*chosen, *strangers):
        mine = [n for n, chosen_there in enumerate(sets) if code in chosen_there]
        union = {c for n in mine for c in asked[n]}
        selection = Selection(
            (code,) if mine else (),
            tuple(c.id for c in ruleset.criteria if c.id in union),
            filtered=bool(tested - union) or all(records[n].selection.filtered for n in mine),
            complete=all(records[n].selection.complete for n in mine),
            leaks=tuple(leak for n in mine for leak in records[n].selection.leaks),
        )
        case = Case(code, selection, [records[n].id for n in mine])
        for n, by_service in enumerate(stamped):
            if n in mine or code in by_service:
                own = replace(selection, services=(code,) if n in mine else (), criteria=asked[n] if n in mine else ())
                findings = [waive(f, covering) for f in by_service.get(code, ())]
                if n in mine and code in known:
                    findings = with_applicability(findings, ruleset, own, [known[code]])
                rolled = [r for r in roll_up(findings, ruleset, own) if r.service == code]
                case.rolled += [(records[n].id, one) for one in rolled]
        found.append(case)
    return found


def joined(case: Case, policy: Policy) -> ServiceFindings:
    """The runs of one service as one, each criterion once, in the ruleset's order."""
    if len(case.rolled) == 1:
        return case.rolled[0][1]
    attempts: dict[str, list[tuple[str, Finding]]] = {}
    for run, rolled in case.rolled:
        for finding in rolled.findings:
            attempts.setdefault(finding.criterion, []).append((run, finding))
    found = tuple(across(attempts[c], policy) for c in case.selection.criteria if c in attempts)
    return ServiceFindings(case.code, found, tuple(f for _, rolled in case.rolled for f in rolled.strays))
