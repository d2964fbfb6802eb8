"""SARIF 2.1.0: a rule a criterion, a result a finding, at the line of the criterion's scenario."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

from harness.model import Criterion, Finding, State
from harness.reporting.answer import criteria_of
from harness.reporting.formats.places import Places, place_of
from harness.reporting.formats.told import body, head, headline, identity, open_findings
from harness.reporting.messages import waiver_told
from harness.reporting.words import legal

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
MOST_RESULTS = 25_000  # more than that GitHub refuses as a whole
# (kind, level): only a shortfall is a failure; everything else has no level, as the standard wants it.
KINDS = {
    State.FAIL: ("fail", "error"),
    State.WARN: ("fail", "warning"),
    State.WAIVED: ("fail", "error"),
    State.REVIEW: ("review", "none"),
}


def write(answer: Mapping[str, Any], places: Places) -> str:
    told = [*open_findings(answer)]
    told.sort(key=lambda row: row[1].state not in KINDS)
    criteria = criteria_of(answer)
    used = [*dict.fromkeys(row[2].id for row in told[:MOST_RESULTS])]
    run = {
        "tool": {
            "driver": {
                "name": "kiemthu",
                "informationUri": "https://kiemthu.example.vn",
                "semanticVersion": "1.0.0",
                "language": "vi",
                "rules": [_rule(criteria[name], places) for name in used],
            }
        },
        "invocations": [_invocation(answer, len(told))],
        "originalUriBaseIds": {"ROOT": {"description": {"text": "Thư mục gốc của dự án kiểm thử"}}},
        "columnKind": "unicodeCodePoints",
        "properties": {"decision": answer["release"]["decision"], "policy": answer["policy"]["id"]},
        "results": [_result(*row, used.index(row[2].id), places) for row in told[:MOST_RESULTS]],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _rule(criterion: Criterion, places: Places) -> dict[str, Any]:
    file, line = place_of(criterion.id, places)
    return {
        "id": criterion.id,
        "shortDescription": {"text": criterion.title_vi},
        "fullDescription": {"text": f"{criterion.title_vi}. Căn cứ: "
                            f"{legal(criterion.legal_basis, criterion.original_text_checked)}"},
        "help": {"text": f"{criterion.citizen or criterion.title_vi}. Tình huống: {file}:{line}"},
        "defaultConfiguration": {"level": "error" if criterion.severity == "mandatory" else "warning"},
        "properties": {"tags": [criterion.group, criterion.severity, criterion.basis]},
        **({"helpUri": criterion.links[0]} if criterion.links else {}),
    }  # fmt: skip


def _result(
    service: Mapping[str, Any], finding: Finding, criterion: Criterion, index: int, places: Places
) -> dict[str, Any]:
    file, line = place_of(criterion.id, places)
    kind, level = KINDS.get(finding.state, ("open", "none"))
    if finding.state is State.WAIVED and finding.extra.get("was") == State.WARN:
        level = "warning"
    return {
        "ruleId": criterion.id,
        "ruleIndex": index,
        "kind": kind,
        "level": level,
        "message": {"text": f"{head(finding, criterion)}\n{body(service, finding, criterion)}"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(file), "uriBaseId": "ROOT"},
                    "region": {"startLine": line},
                },
                "logicalLocations": [{"name": service["service"], "kind": "module",
                                      "fullyQualifiedName": f"{service['service']}/{criterion.id}"}],
            }
        ],
        "partialFingerprints": {"kiemthu/v1": identity(finding)},
        "properties": {"service": service["service"], "state": finding.state.value, "files": list(finding.files)},
        **_suppressed(finding),
    }  # fmt: skip


def _suppressed(finding: Finding) -> dict[str, Any]:
    if finding.state is not State.WAIVED:
        return {"suppressions": []}
    return {"suppressions": [{"kind": "external", "status": "accepted", "justification": waiver_told(finding)}]}


def _invocation(answer: Mapping[str, Any], results: int) -> dict[str, Any]:
    notes = [{"level": "error", "message": {"text": c["sentence"]}} for c in answer["concerns"]]
    if results > MOST_RESULTS:
        text = f"chỉ ghi {MOST_RESULTS} trong {results} nhận định; xem đủ ở dạng JSON"
        notes.append({"level": "warning", "message": {"text": text}})
    return {
        "executionSuccessful": answer["exit_code"] in {0, 1, 3},
        "exitCode": answer["exit_code"],
        "exitCodeDescription": headline(answer),
        "endTimeUtc": _utc(answer["decided"]),
        "toolExecutionNotifications": notes,
    }


def _utc(iso: str) -> str:
    return datetime.fromisoformat(iso).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
