"""The whole suite on one service, evidence included, on one core: ``python -m tests.bench suite``."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.bench.setting import ROOT, SERVICE, machine

GOAL = 60.0  # seconds of wall time
WALKED = re.compile(r"\[\s*([\d.]+) s\] .*?«(.+?)»")


async def suite() -> dict[str, Any]:
    """Harness, browser and sandbox share the one core; what ends when is read from the progress lines."""
    with tempfile.TemporaryDirectory(prefix="kiemthu-suite-") as folder:
        command = [sys.executable, "-m", "harness.cli", "run", SERVICE, "--run-dir", folder, "--trace", "off"]
        began, used = time.perf_counter(), os.times()
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False,
                              preexec_fn=lambda: os.sched_setaffinity(0, {0}))  # fmt: skip
        seconds, now = time.perf_counter() - began, os.times()
        answer = json.loads((Path(folder) / "verdict.json").read_text("utf-8"))
        size = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file())
    service = answer["services"][0]
    return {
        "seconds": round(seconds, 1),
        "goal_seconds": GOAL,
        "processor_seconds": round(_children(now) - _children(used), 1),
        "walks_ended_at": {name: float(at) for at, name in WALKED.findall(done.stdout + done.stderr)},
        "criteria": sum(service["counts"].values()),
        "decision": service["decision"],
        "evidence_mb": round(size / 2**20, 2),
        "exit_code": done.returncode,
        "command": "python -m tests.bench suite",
        "machine": machine(),
    }


def _children(times: os.times_result) -> float:
    return times.children_user + times.children_system
