"""The answer of ``kiemthu gate`` as JSON: what every output format is drawn from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from harness.model import Finding, Ruleset, Service, State
from harness.verdict.proof import UNSIGNED
from harness.verdict.record import RunRecord
from harness.verdict.ruling import Judged, Ruling
from harness.verdict.verdict_file import policy_row, service_row, waiver_rows

SETTLED = frozenset({State.PASS, State.NOT_APPLICABLE})


def gate_answer(ruling: Ruling, ruleset: Ruleset, services: Sequence[Service]) -> dict[str, Any]:
    """As schemas/gate.schema.json says. What is met is only named, so that 2,000 services stay readable."""
    known = {s.code: s for s in services}
    shown = {f.criterion for one in ruling.services for f in one.rolled.findings}
    return {
        "schema": 1,
        "decided": ruling.terms.now.isoformat(timespec="seconds"),
        "exit_code": int(ruling.code),
        "release": {"decision": ruling.decision.value, "reasons": list(ruling.reasons)},
        "policy": policy_row(ruling.terms.policy),
        "ruleset": {
            "id": ruleset.id,
            "title": ruleset.title,
            "version": ruleset.version,
            "groups": dict(ruleset.groups),
        },
        "runs": [_run(record, ruling) for record in ruling.runs],
        "concerns": [{"exit_code": int(c.code), "sentence": c.sentence} for c in ruling.concerns],
        "waivers": waiver_rows(ruling),
        "services": [_service(one, known) for one in ruling.services],
        "criteria": [asdict(c) | {"links": list(c.links)} for c in ruleset.criteria if c.id in shown],
    }


def _run(record: RunRecord, ruling: Ruling) -> dict[str, Any]:
    proof = ruling.terms.proofs.get(record.id, UNSIGNED)
    return {
        "run": record.id,
        "started": record.started,
        "ended": record.ended,
        "complete": record.selection.complete,
        "filtered": record.selection.filtered,
        "shard": str(record.shard or ""),
        "portal_build": dict(proof.builds),
        "signer": proof.signer,
        "demo_key": proof.demo,
        "trusted_time": proof.trusted_time,
    }


def _service(one: Judged, known: Mapping[str, Service]) -> dict[str, Any]:
    findings = one.rolled.findings
    return {
        **service_row(one.verdict.service, known),
        "decision": one.verdict.decision.value,
        "reasons": list(one.verdict.reasons),
        "counts": {state.value: n for state, n in one.rolled.counts.items()},
        "runs": list(one.runs),
        "passed": [f.criterion for f in findings if f.state is State.PASS],
        "exempt": [{"criterion": f.criterion, "reason": f.seen} for f in findings if f.state is State.NOT_APPLICABLE],
        "findings": [_finding(f) for f in findings if f.state not in SETTLED],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return asdict(finding) | {"state": finding.state.value, "files": list(finding.files)}
