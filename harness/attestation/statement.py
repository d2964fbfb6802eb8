"""The in-toto statement of a run, with the test-result predicate (https://in-toto.io/attestation/test-result/v0.1)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from harness.attestation.covered import MANIFEST
from harness.model import Decision, State
from harness.verdict.record import FINDINGS
from harness.verdict.verdict_file import VERDICT

STATEMENT = "https://in-toto.io/Statement/v1"
PREDICATE = "https://in-toto.io/attestation/test-result/v0.1"
PAYLOAD = "application/vnd.in-toto+json"


def statement(
    folder: Path, manifest: Mapping[str, Any], answer: Mapping[str, Any], *, timestamped: bool
) -> dict[str, Any]:
    """Whoever verifies needs the manifest's hash; the rest of the predicate is for tools that read nothing of ours."""
    return {
        "_type": STATEMENT,
        "subject": [
            {"name": name, "digest": {"sha256": hashlib.sha256((folder / name).read_bytes()).hexdigest()}}
            for name in (MANIFEST, VERDICT, FINDINGS)
        ],
        "predicateType": PREDICATE,
        "predicate": {
            "result": result(answer),
            "configuration": [
                {"name": row["path"], "digest": {"sha256": row["sha256"]}} for row in manifest["specifications"]
            ],
            "passedTests": list(_tests(answer, {State.PASS})),
            "warnedTests": list(_tests(answer, {State.WARN, State.WAIVED})),
            "failedTests": list(_tests(answer, {State.FAIL})),
            # Ours, beside the predicate's own fields: what could not be said is neither passed nor failed.
            "unansweredTests": list(_tests(answer, set(State) - {State.PASS, State.WARN, State.WAIVED, State.FAIL,
                                                                State.NOT_APPLICABLE})),
            "decisions": dict(manifest["decisions"]),
            "exitCode": manifest["exit_code"],
            "trustedTime": "RFC 3161" if timestamped else "không có thời gian tin cậy",
        },
    }  # fmt: skip


def result(answer: Mapping[str, Any]) -> str:
    """PASSED only for a run whose every service may be published: a blank is no pass for whoever reads only this."""
    decisions = {row["decision"] for row in answer["services"]}
    if decisions != {Decision.PUBLISH.value} or answer["exit_code"]:
        return "FAILED"
    return "WARNED" if next(_tests(answer, {State.WARN, State.WAIVED}), None) else "PASSED"


def _tests(answer: Mapping[str, Any], states: set[State]) -> Iterator[str]:
    return (
        f"{service['service']}/{finding['criterion']}"
        for service in answer["services"]
        for finding in service["findings"]
        if State(finding["state"]) in states
    )
