"""Reads ``findings.json``, what a run left behind for judging."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from harness.evidence.run_file import read_run_file
from harness.model import Finding, State
from harness.verdict.selection import Selection

FINDINGS = "findings.json"
NOT_FACTS = {"run", "started", "ended", "complete", "created", "command"}  # told elsewhere in the answer


class UnreadableRunError(Exception):
    """The run folder does not hold what a run leaves behind. The sentence is for the reader."""


@dataclass(frozen=True, slots=True)
class RunRecord:
    """One run as recorded: what was chosen, what was found, and the facts around it."""

    folder: Path
    findings: tuple[Finding, ...]
    selection: Selection
    started: str = ""
    ended: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)  # portal, browser, versions, faults, memory, …

    @property
    def id(self) -> str:
        return self.folder.name


def read_run(folder: Path) -> RunRecord:
    """The record of ``folder``; raises UnreadableRunError with a sentence that says what is wrong."""
    path = folder / FINDINGS
    if not path.is_file():
        raise UnreadableRunError(f"{folder} không có {FINDINGS}: lượt chạy chưa kết thúc hoặc đường dẫn sai")
    try:
        raw = json.loads(path.read_text("utf-8"))
        about = read_run_file(folder)
        findings = tuple(_finding(row) for row in raw["findings"])
        selection = Selection(
            services=tuple(raw["services"]),
            criteria=tuple(raw["criteria"]),
            filtered=bool(raw["filtered"]),
            complete=bool(raw["complete"]),
            leaks=tuple(about.get("leaks", ())),
        )
    except (ValueError, KeyError, TypeError) as wrong:
        raise UnreadableRunError(f"{path} không đọc được ({type(wrong).__name__}: {wrong})") from wrong
    return RunRecord(
        folder,
        findings,
        selection,
        raw.get("started") or about.get("started", ""),
        raw.get("ended") or about.get("ended", ""),
        {k: v for k, v in about.items() if k not in NOT_FACTS} | raw.get("facts", {}),
    )


def _finding(row: Mapping[str, Any]) -> Finding:
    return Finding(
        criterion=row["criterion"],
        service=row["service"],
        state=State(row["state"]),
        required=row.get("required", ""),
        seen=row.get("seen", ""),
        files=tuple(row.get("files", ())),
        journey=row.get("journey", ""),
        owner=row.get("owner", ""),
        seconds=float(row.get("seconds", 0.0)),
        extra={k: str(v) for k, v in row.get("extra", {}).items()},
    )


def latest_run(runs: Path) -> Path:
    """The run that ended last under ``reports/runs``."""
    found = sorted(runs.glob(f"*/{FINDINGS}"), key=lambda p: p.stat().st_mtime)
    if not found:
        raise UnreadableRunError(f"chưa có lượt chạy nào trong {runs}")
    return found[-1].parent
