"""Allure results as our plugin writes them, for runs of any size, without running a suite."""

from __future__ import annotations

import json
import uuid
from pathlib import Path
from typing import Any

from harness.model import Finding, State
from harness.reporting.allure_folder import write_about
from harness.reporting.allure_titles import judged
from harness.reporting.answer import criteria_of, findings_of
from harness.reporting.messages import explain
from harness.reporting.words import JUDGED, SERVICE
from harness.verdict.verdict_file import VERDICT
from tests.reporting import many

STATUS = {State.PASS: "passed", State.FAIL: "failed", State.WARN: "failed", State.NOT_APPLICABLE: "skipped"}
START = 1795363805000  # 22/11/2026


def prepare(run: Path, count: int, criteria: int, ended: str = "2026-11-22T23:11:40+07:00") -> dict[str, Any]:
    """The run's folder with results and verdict; gives back the answer."""
    results = run / "allure-results"
    results.mkdir(parents=True)
    answer = many.run(run, count, criteria, ended=ended)
    (run / VERDICT).write_text(json.dumps(answer, ensure_ascii=False), "utf-8")
    known = criteria_of(answer)
    for service in answer["services"]:
        for number, finding in enumerate(findings_of(service)):
            row = _result(service, finding, known[finding.criterion], answer["ruleset"]["groups"], number)
            (results / f"{row['uuid']}-result.json").write_text(json.dumps(row, ensure_ascii=False), "utf-8")
    write_about(results)
    return answer


def _result(service: dict[str, Any], f: Finding, c: Any, groups: dict[str, str], number: int) -> dict[str, Any]:
    labels = {
        "epic": service["field_name"], "feature": f"{service['service']} {service['name']}", "story": groups[c.group],
        "severity": "critical" if c.severity == "mandatory" else "minor", "owner": service["agency"],
        "criterion": c.id, "framework": "kiemthu",
    }  # fmt: skip
    status = STATUS.get(f.state, "broken")
    if status in {"failed", "broken"}:
        labels[JUDGED] = judged(f)
    name = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{f.service}/{f.criterion}"))
    return {
        "uuid": name, "historyId": name.replace("-", ""), "testCaseId": f.criterion, "fullName": f"{f.service}#{c.id}",
        "name": f"{c.id} {c.title_vi}", "status": status, "stage": "finished",
        "statusDetails": {"message": explain(f, c)} if status != "passed" else {},
        "steps": [{"name": f"{word} hồ sơ đã đi trọn quy trình", "status": "passed"} for word in ("Biết", "Thì")],
        "start": START + number * 10, "stop": START + number * 10 + 4,
        "labels": [{"name": k, "value": v} for k, v in labels.items()],
        "parameters": [{"name": SERVICE, "value": f.service}], "description": f"**{c.title_vi}**",
    }  # fmt: skip
