"""Applicability comes from the approved profile: neither a scenario nor a portal may widen it for what is demanded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from harness.catalog import applies
from harness.model import Finding, Ruleset, Service, State
from harness.verdict.selection import Selection


def with_applicability(
    findings: Iterable[Finding], ruleset: Ruleset, selection: Selection, services: Sequence[Service]
) -> list[Finding]:
    """What does not apply and was not judged gets its reason; *not-applicable* against the profile is an error."""
    reasons = {
        (s.code, c): applies(ruleset[c], s)
        for s in services
        if s.code in selection.services
        for c in selection.criteria
    }
    kept = [_against_profile(f) if _contradicts(f, ruleset, reasons) else f for f in findings]
    judged = {(f.service, f.criterion) for f in kept}
    return kept + [
        Finding(criterion, service, State.NOT_APPLICABLE, seen=reason)
        for (service, criterion), reason in reasons.items()
        if reason and (service, criterion) not in judged
    ]


def _contradicts(finding: Finding, ruleset: Ruleset, reasons: dict[tuple[str, str], str]) -> bool:
    """What is only recommended may be missing from a portal for its adapter's reason; nothing else may be left out."""
    applicable = not reasons.get((finding.service, finding.criterion), "unknown")
    lacking = ruleset[finding.criterion].severity != "mandatory" and bool(finding.extra.get("absent"))
    return applicable and finding.state is State.NOT_APPLICABLE and not lacking


def _against_profile(finding: Finding) -> Finding:
    seen = f"được báo là không áp dụng ({finding.seen}), trong khi hồ sơ duyệt của dịch vụ nói là có"
    return replace(finding, state=State.ERROR, seen=seen, owner="bộ kiểm thử")
