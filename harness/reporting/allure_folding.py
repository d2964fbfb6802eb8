"""Very large runs: one line a service for each kind of answer, so that the page still opens at once."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from harness.reporting.words import JUDGED, SERVICE

ABOVE = 3000  # results; Allure's single file takes about 10 kB each, and draws a row for each that did not pass
WORDS = {
    "passed": "tiêu chí đạt",
    "skipped": "tiêu chí không áp dụng hoặc không được chọn",
    "failed": "tiêu chí không đạt",
    "broken": "tiêu chí chưa có câu trả lời",
}
KEPT_LABELS = ("epic", "feature", "owner", JUDGED)
LOUD = ("failed", "broken")
_Key = tuple[str, str, str]  # service, status, the drawer it belongs in


def folded(results: Path, target: Path) -> bool:
    """Fills ``target`` and says so when there are many results; every message and every picture is kept."""
    files = sorted(results.glob("*-result.json"))
    if len(files) <= ABOVE:
        return False
    target.mkdir(parents=True)
    groups: dict[_Key, list[dict[str, Any]]] = {}
    for path in files:
        result = json.loads(path.read_text("utf-8"))
        status = result.get("status", "broken")
        for one in _attachments(result) if status in LOUD else ():
            if (results / one["source"]).is_file():
                shutil.copy(results / one["source"], target / one["source"])
        groups.setdefault((_service(result), status, _drawer(result)), []).append(_slim(result))
    for key, group in groups.items():
        row = _fold(key, group)
        (target / f"{row['uuid']}-result.json").write_text(json.dumps(row, ensure_ascii=False), "utf-8")
    for name in ("categories.json", "environment.properties", "executor.json"):
        if (results / name).is_file():
            shutil.copy(results / name, target / name)
    return True


def _slim(result: dict[str, Any]) -> dict[str, Any]:
    """What a line needs; the rest of the result is let go at once."""
    return {
        "name": result["name"],
        "why": (result.get("statusDetails") or {}).get("message", ""),
        "start": result.get("start", 0),
        "stop": result.get("stop", 0),
        "files": list(_attachments(result)),
        "labels": [one for one in result["labels"] if one["name"] in KEPT_LABELS],
    }


def _fold(key: _Key, group: list[dict[str, Any]]) -> dict[str, Any]:
    service, status, drawer = key
    name = hashlib.sha256("\0".join(key).encode()).hexdigest()[:32]
    group = sorted(group, key=lambda one: str(one["name"]))
    row: dict[str, Any] = {
        "uuid": name, "historyId": name, "testCaseId": name, "fullName": "/".join(part for part in key if part),
        "name": f"{len(group)} {WORDS.get(status, status)}" + (f": {drawer}" if status == "broken" and drawer else ""),
        "status": status, "stage": "finished",
        "start": min(one["start"] for one in group), "stop": max(one["stop"] for one in group),
        "labels": group[0]["labels"], "parameters": [{"name": SERVICE, "value": service}],
    }  # fmt: skip
    if status in LOUD:
        files = [file for one in group for file in one["files"]]
        return row | {
            "statusDetails": {"message": "\n\n".join(one["why"] or str(one["name"]) for one in group)},
            "attachments": list({file["source"]: file for file in files}.values()),
        }
    lines = (f"- {one['name']} – {one['why']}" if one["why"] else f"- {one['name']}" for one in group)
    return row | {"description": "\n".join(lines)}  # steps would take five times the room


def _service(result: dict[str, Any]) -> str:
    return next((str(p["value"]) for p in result.get("parameters", ()) if p["name"] == SERVICE), "")


def _drawer(result: dict[str, Any]) -> str:
    return next((str(one["value"]) for one in result["labels"] if one["name"] == JUDGED), "")


def _attachments(part: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from part.get("attachments", ())
    for step in part.get("steps", ()):
        yield from _attachments(step)
