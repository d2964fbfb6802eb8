"""How long and how large ``kiemthu gate`` is over 2,000 services: ``python -m tests.bench gate``."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest import mock

import psutil

from harness.attestation import attest
from harness.catalog import applies, load
from harness.evidence.recorder import Recorder
from harness.model import Finding, Outcome, Ruleset, Service, State
from harness.verdict.shards import Shard
from tests.bench.lint import many, project
from tests.bench.setting import ROOT, machine

SERVICES, FINDINGS, SHARDS = 2000, 400_000, 8
GOAL_SECONDS, GOAL_MB = 20.0, 500
ENDED = datetime.now(UTC) - timedelta(hours=1)


async def gate() -> dict[str, Any]:
    """Eight signed shards in a temporary project; the command is run as a pipeline runs it."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        runs, services, tested = _prepared(root)
        rows = [_measured(root, runs, words) for words in (["--format", "json", "--out", "q.json"],
                                                           ["--format", "sarif", "--out", "q.sarif"])]  # fmt: skip
        sizes = {name: round((root / name).stat().st_size / 2**20, 1) for name in ("q.json", "q.sarif")}
    return {
        "services": services, "criteria": tested, "findings": services * tested, "shards": SHARDS,
        "json": rows[0], "sarif": rows[1], "output_mb": sizes,
        "goal_seconds": GOAL_SECONDS, "goal_mb": GOAL_MB,
        "load_average": round(os.getloadavg()[0], 1),  # above the processors, the seconds are others' too
        "command": "python -m tests.bench gate", "machine": machine(),
    }  # fmt: skip


def _prepared(root: Path) -> tuple[list[Path], int, int]:
    project(root)
    rules = load(ROOT).rulesets["toan-trinh"]
    tested = sum(c.tested for c in rules.criteria)
    count = max(SERVICES, -(-FINDINGS // tested))
    many(root, count)
    catalog = load(root)
    chosen = [s for s in catalog.services.values() if s.code.startswith("3.")]
    planned = tuple(sorted(s.code for s in chosen))
    shards = [Shard(n, SHARDS, planned) for n in range(1, SHARDS + 1)]
    by_code = {s.code: s for s in chosen}
    return [_shard(root, shard, rules, [by_code[c] for c in shard.services]) for shard in shards], count, tested


def _shard(root: Path, shard: Shard, rules: Ruleset, services: Sequence[Service]) -> Path:
    folder = root / f"runs/phan-{shard.index}"
    folder.mkdir(parents=True)
    for service in services:
        recorder = Recorder(folder / service.code / "complete", service.code, "complete", portal="sandbox")
        recorder.fact("portal.version", "2026.11", "chân trang")
        recorder.document("slip", b"%PDF-1.7 " * 2000, "application/pdf", "hồ sơ")
        recorder.seal(Outcome.DONE)
    tested = [c for c in rules.criteria if c.tested]
    findings = [_finding(c.id, s, n) for n, s in enumerate(services) for c in tested if not applies(c, s)]
    content = {
        "schema": 1, "services": [s.code for s in services], "criteria": [c.id for c in tested], "filtered": False,
        "complete": True, "started": (ENDED - timedelta(hours=2)).isoformat(), "ended": ENDED.isoformat(),
        "facts": {}, "shard": shard.row(), "findings": findings,
    }  # fmt: skip
    (folder / "findings.json").write_text(json.dumps(content, ensure_ascii=False), "utf-8")
    _sign(root, folder, rules, content)
    return folder


def _finding(criterion: str, service: Service, number: int) -> dict[str, Any]:
    """Every tenth service falls short in five criteria."""
    short = number % 10 == 0 and criterion.endswith("-05")
    state, seen = (State.FAIL, f"thấy {number} điều khác với mức đã công bố") if short else (State.PASS, "")
    row = Finding(criterion, service.code, state, seen=seen, journey="complete", seconds=0.012)
    return {name: getattr(row, name) for name in row.__dataclass_fields__}


def _sign(root: Path, folder: Path, rules: Ruleset, content: dict[str, Any]) -> None:
    """With a verdict of the bare form: validating 50,000 rows of it is the run's work, not the gate's."""
    verdict = {
        "run": folder.name, "started": content["started"], "ended": content["ended"], "exit_code": 1, "facts": {},
        "ruleset": {"id": rules.id, "title": rules.title, "version": rules.version, "groups": {}},
        "services": [{"service": s, "decision": "hold", "findings": []} for s in content["services"]],
    }  # fmt: skip
    (folder / "verdict.json").write_text(json.dumps(verdict, ensure_ascii=False), "utf-8")
    with (
        mock.patch("harness.attestation.manifest.read_verdict", return_value=verdict),
        mock.patch("harness.attestation.sealing.read_verdict", return_value=verdict),
    ):
        attest(folder, root, ())


def _measured(root: Path, runs: Sequence[Path], words: Sequence[str]) -> dict[str, float]:
    command = [sys.executable, "-m", "harness.cli", "gate", *map(str, runs), *words]
    began, used, most = time.perf_counter(), os.times(), 0
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=root, env=environment, stdout=subprocess.DEVNULL) as process:
        watched = psutil.Process(process.pid)
        while process.poll() is None:
            try:
                most = max(most, watched.memory_info().rss)
                process.wait(0.02)
            except (subprocess.TimeoutExpired, psutil.Error):
                continue
    seconds, now = time.perf_counter() - began, os.times()
    return {
        "exit_code": process.returncode,
        "seconds": round(seconds, 1),
        "processor_seconds": round(
            now.children_user - used.children_user + now.children_system - used.children_system, 1
        ),
        "peak_mb": round(most / 2**20),
    }
