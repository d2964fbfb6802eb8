"""Reads ``findings.json``, what a run left behind for judging."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from harness.evidence.run_file import read_run_file
from harness.model import Finding, State
from harness.verdict.selection import Selection
from harness.verdict.shards import Shard

FINDINGS = "findings.json"
SCHEMA = 1  # the newest layout of it that this version reads
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

    shard: Shard | None = None  # when the run is a part of a greater one

    name: str = ""  # when the folder's name alone does not tell it apart

    @property
    def id(self) -> str:
        return self.name or self.folder.name


def read_run(folder: Path) -> RunRecord:
    """The record of ``folder``; raises UnreadableRunError with a sentence that says what is wrong."""
    path = folder / FINDINGS
    if not path.is_file():
        raise UnreadableRunError(f"{folder} không có {FINDINGS}: lượt chạy chưa kết thúc hoặc đường dẫn sai")
    try:
        text = path.read_bytes()
        _refuse_newer(path, text)
        # Rows become findings while the text is read: a run of 2,000 services must not be in memory twice.
        raw = json.loads(text, object_hook=_row)
        about = read_run_file(folder)
        findings = _findings(raw["findings"])
        selection = Selection(
            services=tuple(raw["services"]),
            criteria=tuple(raw["criteria"]),
            filtered=raw["filtered"] is not False,  # whatever is not plainly said counts against the run
            complete=raw["complete"] is True,
            leaks=tuple(about.get("leaks", ())),
        )
        shard = _shard(raw.get("shard"))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as wrong:
        raise UnreadableRunError(f"{path} không đọc được ({type(wrong).__name__}: {wrong})") from wrong
    return RunRecord(
        folder,
        findings,
        selection,
        raw.get("started") or about.get("started", ""),
        raw.get("ended") or about.get("ended", ""),
        {k: v for k, v in about.items() if k not in NOT_FACTS} | raw.get("facts", {}),
        shard,
    )


_STATES = {state.value: state for state in State}  # an enum's own lookup takes a tenth of reading a large run


def _refuse_newer(path: Path, text: bytes) -> None:
    """Before the rest is read: a newer layout may hold words that this version does not know."""
    told = re.match(rb'\s*\{\s*"schema"\s*:\s*(\d+)', text)
    if told and int(told[1]) > SCHEMA:
        raise UnreadableRunError(
            f"{path} do một bản kiemthu mới hơn ghi (khuôn dạng {int(told[1])}, bản này đọc tới {SCHEMA}); "
            "hãy cập nhật kiemthu"
        )


def _row(read: dict[str, Any]) -> Any:
    """A finding, where the object is one; everything else as it stands."""
    return _finding(read) if "criterion" in read and "state" in read else read


def _findings(rows: list[Any]) -> tuple[Finding, ...]:
    if not all(isinstance(row, Finding) for row in rows):
        raise ValueError("nhận định thiếu criterion hoặc state")
    return tuple(rows)


def _shard(row: Mapping[str, Any] | None) -> Shard | None:
    if row is None:
        return None
    shard = Shard(int(row["index"]), int(row["of"]), tuple(row["planned"]))
    if not 1 <= shard.index <= shard.of:
        raise ValueError(f"phần {shard}")
    return shard


def _finding(row: Mapping[str, Any]) -> Finding:
    return Finding(
        criterion=sys.intern(row["criterion"]),
        service=sys.intern(row["service"]),
        state=_STATES.get(row["state"]) or State(row["state"]),
        required=str(row.get("required", "")),
        seen=str(row.get("seen", "")),
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
