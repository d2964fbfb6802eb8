"""GitLab's code quality report: one entry a finding, at the line of the criterion's scenario."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from harness.model import State
from harness.reporting.formats.places import Places, place_of
from harness.reporting.formats.told import head, identity, open_findings

SEVERITIES = {
    State.FAIL: "blocker",
    State.ERROR: "critical",
    State.FLAKY: "critical",
    State.WARN: "minor",
    State.WAIVED: "info",
}


def write(answer: Mapping[str, Any], places: Places) -> str:
    rows = [_concern(concern) for concern in answer["concerns"]]
    for service, finding, criterion in open_findings(answer):
        file, line = place_of(criterion.id, places)
        name = f"{service['service']}: {head(finding, criterion)}"
        rows.append(
            {
                "description": f"{name}. {finding.seen}" if finding.seen else name,
                "check_name": criterion.id,
                "fingerprint": identity(finding),
                "severity": SEVERITIES.get(finding.state, "major"),
                "location": {"path": file, "lines": {"begin": line}},
            }
        )
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def _concern(concern: Mapping[str, Any]) -> dict[str, Any]:
    sentence = concern["sentence"]
    return {
        "description": sentence,
        "check_name": f"kiemthu-{concern['exit_code']}",
        "fingerprint": hashlib.sha256(sentence.encode()).hexdigest()[:16],
        "severity": "blocker",
        "location": {"path": "catalog/policies/default.yaml", "lines": {"begin": 1}},
    }
