"""``verdict.json``: the whole answer of one run, enough to draw every report from."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from datetime import date, datetime
from pathlib import Path
from typing import Any

import jsonschema

from harness.catalog.schemas import validator
from harness.model import Policy, Ruleset, Service, Waiver
from harness.verdict.proof import OWN
from harness.verdict.record import RunRecord, UnreadableRunError
from harness.verdict.ruling import Ruling, Terms, rule

VERDICT = "verdict.json"
SCHEMA = Path(__file__).parents[2] / "schemas" / "verdict.schema.json"


def judge(
    record: RunRecord, ruleset: Ruleset, services: Sequence[Service], terms: Terms | None = None
) -> dict[str, Any]:
    """The answer over a recorded run, as the JSON that verdict.schema.json describes.

    Without ``terms``: on those of the default policy, in the moment in which the run ended.
    """
    return answer_of(rule([record], ruleset, services, terms or _own_terms(record)), ruleset, services)


def _own_terms(record: RunRecord) -> Terms:
    now = datetime.fromisoformat(record.ended or record.started or "1970-01-01T00:00:00+00:00")
    return Terms(now, proofs={record.id: OWN})


def answer_of(ruling: Ruling, ruleset: Ruleset, services: Sequence[Service]) -> dict[str, Any]:
    """The ruling over one run as ``verdict.json`` holds it."""
    (record,) = ruling.runs
    known = {s.code: s for s in services}
    rows = [
        {
            **service_row(one.verdict.service, known),
            "decision": one.verdict.decision.value,
            "reasons": list(one.verdict.reasons),
            "counts": {state.value: n for state, n in one.rolled.counts.items()},
            "findings": [asdict(f) | {"files": list(f.files)} for f in one.rolled.findings],
        }
        for one in ruling.services
    ]
    return {
        "schema": 1,
        "run": record.id,
        "ruleset": {
            "id": ruleset.id,
            "title": ruleset.title,
            "version": ruleset.version,
            "legal_basis": ruleset.legal_basis,
            "groups": dict(ruleset.groups),
        },
        "started": record.started,
        "ended": record.ended,
        "complete": record.selection.complete,
        "filtered": record.selection.filtered,
        "selected": list(record.selection.criteria),
        "exit_code": int(ruling.code),
        "decided": ruling.terms.now.isoformat(timespec="seconds"),
        "policy": policy_row(ruling.terms.policy),
        "services": rows,
        "release": {"decision": ruling.decision.value, "reasons": list(ruling.reasons)},
        "concerns": [{"exit_code": int(c.code), "sentence": c.sentence} for c in ruling.concerns],
        "waivers": waiver_rows(ruling),
        "criteria": [asdict(c) | {"links": list(c.links)} for c in ruleset.criteria],
        "facts": dict(record.facts),
    }


def policy_row(policy: Policy) -> dict[str, Any]:
    """The whole policy, so that whoever reads the answer later can decide again on the same terms."""
    return {name: list(v) if isinstance(v, tuple) else v for name, v in asdict(policy).items()}


def policy_of(answer: Mapping[str, Any]) -> Policy:
    """The policy that an answer was decided by; the default one for answers from before there were policies."""
    told = answer.get("policy", {})
    row: dict[str, Any] = {name: tuple(v) if isinstance(v, list) else v for name, v in told.items()}
    return Policy(**row)


def waivers_of(answer: Mapping[str, Any]) -> dict[tuple[str, str, str], Waiver]:
    """(service, criterion, fingerprint) → the waiver that the answer says was honoured."""
    found = {}
    for row in answer.get("waivers", ()):
        if row["honoured"]:
            days = {key: date.fromisoformat(row[key]) for key in ("start", "end")}
            waiver = Waiver(**{f.name: row[f.name] for f in fields(Waiver)} | days)
            found[waiver.service, waiver.criterion, waiver.fingerprint] = waiver
    return found


def waiver_rows(ruling: Ruling) -> list[dict[str, Any]]:
    """Every waiver that spoke of something judged here or has a problem, honoured or not."""
    return [
        {
            "id": use.waiver.id, "file": use.waiver.file, "criterion": use.waiver.criterion,
            "service": use.waiver.service, "fingerprint": use.waiver.fingerprint, "reason": use.waiver.reason,
            "owner": use.waiver.owner, "approver": use.waiver.approver, "issue": use.waiver.issue,
            "start": use.waiver.start.isoformat(), "end": use.waiver.end.isoformat(), "cap": use.waiver.cap,
            "covered": use.covered, "honoured": bool(use.covered and not use.problems),
            "problems": list(use.problems),
        }
        for use in ruling.uses
        if use.in_scope or use.problems
    ]  # fmt: skip


def service_row(code: str, known: Mapping[str, Service]) -> dict[str, str]:
    """How an answer names a service, also one that has no profile any more."""
    service = known.get(code)
    if service is None:
        return {"service": code, "name": code, "field": "", "field_name": "", "agency": ""}
    return {
        "service": code,
        "name": service.name,
        "field": service.field,
        "field_name": service.field_name,
        "agency": service.agency,
    }


def write_verdict(folder: Path, answer: Mapping[str, Any]) -> Path:
    """Validate against the schema, then write beside the findings."""
    validator("verdict").validate(answer)
    path = folder / VERDICT
    path.write_text(json.dumps(answer, ensure_ascii=False, indent=1, sort_keys=False) + "\n", "utf-8")
    return path


def read_verdict(folder: Path) -> dict[str, Any]:
    """The validated answer of a run; raises UnreadableRunError with a sentence."""
    path = folder / VERDICT
    if not path.is_file():
        raise UnreadableRunError(f"{folder} chưa có {VERDICT}; hãy chạy: kiemthu judge {folder}")
    try:
        answer: dict[str, Any] = json.loads(path.read_text("utf-8"))
        validator("verdict").validate(answer)
    except (ValueError, jsonschema.ValidationError) as wrong:
        reason = wrong.message if isinstance(wrong, jsonschema.ValidationError) else str(wrong)
        raise UnreadableRunError(f"{path} không đúng khuôn dạng: {reason}") from wrong
    return answer
