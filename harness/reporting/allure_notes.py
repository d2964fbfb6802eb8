"""What is only known after the run, written into its Allure results: waivers, flaky criteria, minutes, demo keys."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from harness.model import DEMO_SIGNED, Finding, State
from harness.reporting.allure_folder import ENVIRONMENT, line
from harness.reporting.messages import waiver_told
from harness.reporting.seal import seal_of
from harness.reporting.words import SERVICE

MINUTES = "Biên bản kiểm thử (PDF)"
DEMO = f"\n\nBằng chứng {DEMO_SIGNED}."


def annotate(run: Path, results: Path, answer: Mapping[str, Any]) -> None:
    """Can be repeated: the same answer leaves the same results."""
    states = {(s["service"], f["criterion"]): f for s in answer["services"] for f in s["findings"]}
    demo = seal_of(run).demo
    _environment(results / ENVIRONMENT, demo=demo)
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
        _signature(result, demo=demo)
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


def _environment(file: Path, *, demo: bool) -> None:
    told = line("Chữ ký", DEMO_SIGNED)
    others = [one for one in file.read_text("utf-8").splitlines() if one != told] if file.is_file() else []
    file.write_text("\n".join([*others, *([told] if demo else [])]) + "\n", "utf-8")


def _signature(result: dict[str, Any], *, demo: bool) -> None:
    """Beside every criterion, because a link or a picture of one row travels without the rest."""
    told = str(result.get("description", "")).removesuffix(DEMO).rstrip()
    result["description"] = f"{told}{DEMO}" if demo else told
