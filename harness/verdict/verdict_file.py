"""``verdict.json``: the whole answer of one run, enough to draw every report from."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import jsonschema

from harness.model import Ruleset, Service
from harness.verdict.applicable import with_applicability
from harness.verdict.gate import decide, exit_code
from harness.verdict.record import RunRecord, UnreadableRunError
from harness.verdict.rollup import roll_up

VERDICT = "verdict.json"
SCHEMA = Path(__file__).parents[2] / "schemas" / "verdict.schema.json"


def judge(record: RunRecord, ruleset: Ruleset, services: Sequence[Service]) -> dict[str, Any]:
    """The answer over a recorded run, as the JSON that verdict.schema.json describes."""
    known = {s.code: s for s in services}
    findings = with_applicability(record.findings, ruleset, record.selection, services)
    rolled = roll_up(findings, ruleset, record.selection)
    verdicts = [decide(r, ruleset, record.selection) for r in rolled]
    rows = [
        {
            **_service(r.service, known),
            "decision": v.decision.value,
            "reasons": list(v.reasons),
            "counts": {state.value: n for state, n in r.counts.items()},
            "findings": [asdict(f) | {"files": list(f.files)} for f in r.findings],
        }
        for r, v in zip(rolled, verdicts, strict=True)
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
        "exit_code": int(exit_code(verdicts, rolled, record.selection)),
        "services": rows,
        "criteria": [asdict(c) | {"links": list(c.links)} for c in ruleset.criteria],
        "facts": dict(record.facts),
    }


def _service(code: str, known: Mapping[str, Service]) -> dict[str, str]:
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
    jsonschema.validate(answer, json.loads(SCHEMA.read_text("utf-8")))
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
        jsonschema.validate(answer, json.loads(SCHEMA.read_text("utf-8")))
    except (ValueError, jsonschema.ValidationError) as wrong:
        reason = wrong.message if isinstance(wrong, jsonschema.ValidationError) else str(wrong)
        raise UnreadableRunError(f"{path} không đúng khuôn dạng: {reason}") from wrong
    return answer
