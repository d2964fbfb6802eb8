"""What is only known after the run, written into its Allure results: waivers, flaky criteria, the minutes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from harness.model import Finding, State
from harness.reporting.messages import waiver_told
from harness.reporting.words import SERVICE

MINUTES = "Biên bản kiểm thử (PDF)"


def annotate(run: Path, results: Path, answer: Mapping[str, Any]) -> None:
    """Can be repeated: the same answer leaves the same results."""
    states = {(s["service"], f["criterion"]): f for s in answer["services"] for f in s["findings"]}
    for path in results.glob("*-result.json"):
        result = json.loads(path.read_text("utf-8"))
        service = next((p["value"] for p in result.get("parameters", ()) if p["name"] == SERVICE), "")
        criterion = next((one["value"] for one in result.get("labels", ()) if one["name"] == "criterion"), "")
        finding = states.get((service, criterion))
        if finding is None:
            continue
        before = json.dumps(result, sort_keys=True)
        _state(result, finding)
        _minutes(result, run, service)
        if json.dumps(result, sort_keys=True) != before:
            path.write_text(json.dumps(result, ensure_ascii=False), "utf-8")


def _state(result: dict[str, Any], finding: Mapping[str, Any]) -> None:
    details = result.setdefault("statusDetails", {})
    details["known"] = finding["state"] == "waived"
    details["flaky"] = finding["state"] == "flaky"
    if details["known"] and not details.get("message", "").startswith("Được miễn trừ"):
        details["message"] = f"Được miễn trừ: {_waiver(finding)}\n{details.get('message', '')}".strip()


def _waiver(row: Mapping[str, Any]) -> str:
    finding = Finding(**{**row, "state": State(row["state"]), "files": tuple(row.get("files", ()))})
    return waiver_told(finding) or finding.seen


def _minutes(result: dict[str, Any], run: Path, service: str) -> None:
    """Relative to <run>/allure/index.html, so that the run's folder can be moved."""
    others = [link for link in result.get("links", ()) if link.get("name") != MINUTES]
    if (run / "bien-ban" / f"{service}.pdf").is_file():
        others.append({"type": "link", "name": MINUTES, "url": f"../bien-ban/{service}.pdf"})
    result["links"] = others
