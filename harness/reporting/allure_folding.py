"""Very large runs: what passed is one line a service, so that the page still opens at once."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from harness.reporting.allure_titles import SERVICE

ABOVE = 3000  # results; Allure's single file takes about 10 kB each
QUIET = {"passed": "tiêu chí đạt", "skipped": "tiêu chí không áp dụng hoặc không được chọn"}
KEPT_LABELS = ("epic", "feature", "owner")
_Key = tuple[str, str]  # service, status


def folded(results: Path, target: Path) -> bool:
    """Fills ``target`` and says so when there are many results; everything that did not pass stays as it is."""
    files = sorted(results.glob("*-result.json"))
    if len(files) <= ABOVE:
        return False
    target.mkdir(parents=True)
    quiet: dict[_Key, list[dict[str, Any]]] = {}
    for path in files:
        result = json.loads(path.read_text("utf-8"))
        status = result.get("status", "")
        if status in QUIET:
            quiet.setdefault((_service(result), status), []).append(_slim(result))
        else:
            shutil.copy(path, target / path.name)
            for name in _attachments(result):
                if (results / name).is_file():
                    shutil.copy(results / name, target / name)
    for key, group in quiet.items():
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
        "labels": [one for one in result["labels"] if one["name"] in KEPT_LABELS],
    }


def _fold(key: _Key, group: list[dict[str, Any]]) -> dict[str, Any]:
    service, status = key
    name = hashlib.sha256("\0".join(key).encode()).hexdigest()[:32]
    lines = sorted(f"{one['name']} – {one['why']}" if one["why"] else str(one["name"]) for one in group)
    return {
        "uuid": name, "historyId": name, "testCaseId": name, "fullName": f"{service}/{status}",
        "name": f"{len(group)} {QUIET[status]}", "status": status, "stage": "finished",
        "description": "\n".join(f"- {line}" for line in lines),  # a step would take five times the room
        "start": min(one["start"] for one in group), "stop": max(one["stop"] for one in group),
        "labels": group[0]["labels"], "parameters": [{"name": SERVICE, "value": service}],
    }  # fmt: skip


def _service(result: dict[str, Any]) -> str:
    return next((str(p["value"]) for p in result.get("parameters", ()) if p["name"] == SERVICE), "")


def _attachments(part: dict[str, Any]) -> Iterable[str]:
    yield from (one["source"] for one in part.get("attachments", ()))
    for step in part.get("steps", ()):
        yield from _attachments(step)
