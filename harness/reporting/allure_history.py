"""What earlier runs said, for Allure's history and trend: one line a run in reports/runs, no server."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

HISTORY = "allure-history.jsonl"
KEPT = 50  # runs: a line of 300 services is some megabytes


def points(history: Path) -> Iterator[dict[str, Any]]:
    """Earlier runs, oldest first; a line cut off by a crash is left out."""
    if not history.is_file():
        return
    for line in history.read_text("utf-8").splitlines():
        try:
            point = json.loads(line)
        except ValueError:
            continue
        if isinstance(point, dict) and "timestamp" in point and "name" in point:
            yield point


def before(history: Path, run: str, ended: str) -> str:
    """The lines a run may look back on: never itself, never what came after it."""
    moment = _milliseconds(ended)
    earlier = [p for p in points(history) if p["name"] != run and p["timestamp"] < moment]
    return _lines(earlier)


def keep(history: Path, made: Path, run: str, ended: str) -> None:
    """Takes the run's own line out of what Allure wrote; a report built again replaces its line."""
    own = [*points(made)][-1:]
    if not own:
        return
    own[0] |= {"name": run, "timestamp": _milliseconds(ended)}
    others = [p for p in points(history) if p["name"] != run]
    history.parent.mkdir(parents=True, exist_ok=True)
    part = history.with_suffix(".part")
    part.write_text(_lines(sorted([*others, own[0]], key=lambda p: p["timestamp"])[-KEPT:]), "utf-8")
    part.replace(history)


def _milliseconds(iso: str) -> int:
    """A run whose end nobody knows is the latest."""
    try:
        return int(datetime.fromisoformat(iso).timestamp() * 1000)
    except ValueError:
        return int(datetime.now().astimezone().timestamp() * 1000)


def _lines(rows: list[dict[str, Any]]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
