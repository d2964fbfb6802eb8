"""The gate as one pure function: runs, policy, waivers and a moment → a decision per service and for the release."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone

from harness.catalog import approval
from harness.model import Decision, Finding, Policy, Ruleset, Service, State, Waiver
from harness.verdict.cases import Case, cases_of, joined, stamped_findings
from harness.verdict.concern import Concern
from harness.verdict.exit_codes import ExitCode
from harness.verdict.gate import SEVEREST, Verdict, decide, exit_code, release_of
from harness.verdict.proof import UNSIGNED, Proof
from harness.verdict.record import RunRecord
from harness.verdict.rollup import NOT_MET, ServiceFindings
from harness.verdict.shards import union_problems
from harness.verdict.trust import builds, concerns_of, copies
from harness.verdict.waiving import Seen, Use, honoured, touching, weigh

VIETNAM = timezone(timedelta(hours=7))  # a waiver ends when the day ends here


@dataclass(frozen=True, slots=True)
class Terms:
    """What the decision is measured by. ``proofs``: run id → what is known of its authenticity."""

    now: datetime
    policy: Policy = field(default_factory=Policy)
    waivers: tuple[Waiver, ...] = ()
    proofs: Mapping[str, Proof] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Judged:
    """One service: the decision, the findings it rests on, and the runs they came from."""

    verdict: Verdict
    rolled: ServiceFindings
    runs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ruling:
    """The whole answer of the gate."""

    terms: Terms
    runs: tuple[RunRecord, ...]
    services: tuple[Judged, ...]
    decision: Decision
    reasons: tuple[str, ...]
    code: ExitCode
    concerns: tuple[Concern, ...] = ()
    uses: tuple[Use, ...] = ()


def rule(records: Sequence[RunRecord], ruleset: Ruleset, services: Sequence[Service], terms: Terms) -> Ruling:
    """Nothing here reads a clock, a file or the environment: the same arguments give the same answer."""
    stamped = [stamped_findings(record) for record in records]
    concerns = [*_of_runs(records, terms), *_of_services(records, ruleset, services, terms.policy)]
    criteria = {c.id: c for c in ruleset.criteria}
    today = terms.now.astimezone(VIETNAM).date()
    uses = weigh(terms.waivers, _seen(records, stamped, terms.waivers), criteria, today)
    covering = honoured(uses)
    chosen = {code for record in records for code in record.selection.services}
    for use, touched in touching(uses, chosen):
        concerns += [
            Concern(ExitCode.WAIVER, f"miễn trừ {use.waiver.file or use.waiver.id}: {problem}", touched)
            for problem in use.problems
        ]
    known = {s.code: s for s in services}
    held = {(service, criterion) for service, criterion, _ in covering}
    doubts, everyone = _doubts_by_service(concerns), [c.sentence for c in concerns if c.services is None]
    judged = []
    for case in cases_of(records, stamped, ruleset, known, covering):
        rolled = joined(case, terms.policy)
        waived = {criterion for service, criterion in held if service == case.code}
        told = [*everyone, *doubts.get(case.code, ()), *_too_few(case, terms.policy)]
        verdict = decide(rolled, ruleset, case.selection, terms.policy, honoured=waived, doubts=told)
        judged.append(Judged(verdict, rolled, tuple(case.runs)))
    return _released(records, judged, concerns, uses, terms)


def _of_runs(records: Sequence[RunRecord], terms: Terms) -> list[Concern]:
    concerns = [
        concern
        for record in records
        for concern in concerns_of(record, terms.proofs.get(record.id, UNSIGNED), terms.policy, terms.now)
    ]
    parts = [(r.id, r.shard, r.selection.services) for r in records if r.shard]
    return [*concerns, *union_problems(parts), *copies(records), *builds(records, terms.proofs, terms.policy)]


def _of_services(
    records: Sequence[RunRecord], ruleset: Ruleset, services: Sequence[Service], policy: Policy
) -> list[Concern]:
    known = {s.code for s in services}
    chosen = dict.fromkeys(code for record in records for code in record.selection.services)
    concerns = [
        Concern(ExitCode.CANNOT_SAY, f"không còn hồ sơ của dịch vụ {code} trong features/", (code,))
        for code in chosen
        if code not in known
    ]
    concerns += [
        Concern(ExitCode.CANNOT_SAY, f"hồ sơ {s.code} còn điều chưa duyệt: {', '.join(approval.missing(s))}", (s.code,))
        for s in services
        if s.unapproved and s.code in chosen
    ]
    if ruleset.id not in policy.rulesets:
        sentence = f"xét theo bộ tiêu chí {ruleset.id}; chính sách chỉ nhận {', '.join(policy.rulesets)}"
        concerns.append(Concern(ExitCode.CANNOT_SAY, sentence))
    return concerns


def _seen(
    records: Sequence[RunRecord], stamped: Sequence[Mapping[str, list[Finding]]], waivers: Sequence[Waiver]
) -> dict[tuple[str, str], Seen]:
    """What the runs say where a waiver speaks; a pair that no run judged is absent."""
    found = {}
    for service, criterion in {(w.service, w.criterion) for w in waivers}:
        shortfalls: dict[str, list[Finding]] = {}
        answered = asked = False
        for record, by_service in zip(records, stamped, strict=True):
            if service in record.selection.services and criterion in record.selection.criteria:
                asked = True
                mine = [f for f in by_service.get(service, ()) if f.criterion == criterion]
                shortfalls[record.id] = [f for f in mine if f.state in NOT_MET]
                answered |= any(f.state in NOT_MET | {State.PASS, State.NOT_APPLICABLE} for f in mine)
        if asked:
            found[service, criterion] = Seen(shortfalls, answered)
    return found


def _doubts_by_service(concerns: Sequence[Concern]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for concern in concerns:
        for code in concern.services or ():
            found.setdefault(code, []).append(concern.sentence)
    return found


def _too_few(case: Case, policy: Policy) -> list[str]:
    if case.runs and len(case.runs) < policy.repeats:
        return [f"mới có {len(case.runs)} lượt chạy; chính sách đòi {policy.repeats} lượt cho mỗi dịch vụ"]
    return []


def _released(
    records: Sequence[RunRecord],
    judged: Sequence[Judged],
    concerns: Sequence[Concern],
    uses: tuple[Use, ...],
    terms: Terms,
) -> Ruling:
    leaks = [leak for record in records for leak in record.selection.leaks]
    if leaks:
        concerns = [*concerns, Concern(ExitCode.LEAK, f"lộ bí mật trong bằng chứng: {'; '.join(leaks[:3])}", ())]
    code = exit_code([j.verdict for j in judged], [j.rolled for j in judged], concerns=concerns)
    decision = release_of((j.verdict for j in judged), code)
    reasons = [concern.sentence for concern in concerns]
    for one in SEVEREST:
        named = [j.verdict.service for j in judged if j.verdict.decision is one]
        if named:
            reasons.append(f"{len(named)} dịch vụ {_WORDS[one]}: {', '.join(named[:8])}" + ("…" if named[8:] else ""))
    return Ruling(
        terms, tuple(records), tuple(judged), decision, tuple(reasons or ("không có lượt chạy nào để xét",)), code,
        tuple(concerns), uses,
    )  # fmt: skip


_WORDS = {
    Decision.PUBLISH: "được công bố",
    Decision.HOLD: "chưa công bố",
    Decision.CANNOT_SAY: "chưa kết luận được",
}
