"""`kiemthu stats` over 2,000 services that were judged by 200 criteria and judged again: seconds, memory, sizes."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from harness.model import Finding, State
from harness.register import Register
from harness.register.acts import Judged, record
from harness.register.store import VARIABLE
from tests.bench.setting import ROOT, machine
from tests.register.prepared import PROFILE, a_run, service

SERVICES, CRITERIA, ROUNDS = 2000, 200, 2
GOAL_SECONDS, GOAL_MEGABYTES = 20.0, 500
WAYS = ("publish", "hold", "cannot-say")


def fill(url: str) -> None:
    """Twenty fields, fifty agencies; every third service falls short somewhere, each time it is judged."""
    register = Register(url)
    known = [replace(service(f"1.{n:06}", f"Dịch vụ {n}"), field_name=f"Lĩnh vực {n % 20}", agency=f"Xã {n % 50}")
             for n in range(SERVICES)]  # fmt: skip
    for turn in range(ROUNDS):
        ended = datetime.now(UTC) - timedelta(days=30 - 10 * turn)
        with register.writing("máy") as ledger:
            record(ledger, a_run(f"luot-{turn}", ended=ended), [_judged(one, n) for n, one in enumerate(known)])


def _judged(one: Any, number: int) -> Judged:
    short = number % 3 == 1
    found = [(Finding(f"L4-PAY-{c:03}", one.code, State.FAIL if short and c % 40 == 0 else State.PASS, owner="phí"),
              f"Tiêu chí {c}", "mandatory", f"dau-{c}") for c in range(CRITERIA)]  # fmt: skip
    return Judged(one, WAYS[number % 3], ("vì thế",), {"fail": 5 * short, "pass": CRITERIA - 5 * short}, found, PROFILE)


async def statistics() -> dict[str, Any]:
    """The real command in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/so.db"
        began = time.perf_counter()
        fill(url)
        filled = time.perf_counter() - began
        yesterday = (datetime.now(UTC) - timedelta(days=25)).strftime("%d/%m/%Y")
        command = [sys.executable, "-m", "harness.cli", "stats", "--since", yesterday, "--out", folder]
        began = time.perf_counter()
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, env={**os.environ, VARIABLE: url}) as run:
            _, status, used = os.wait4(run.pid, 0)
            run.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - began
        sizes = {name: round((Path(folder) / name).stat().st_size / 1e6, 2)
                 for name in ("thong-ke.xlsx", "thong-ke.html")}  # fmt: skip
    peak = used.ru_maxrss // 1024
    return {
        "services": SERVICES, "criteria": CRITERIA, "runs": ROUNDS, "seconds": round(seconds, 2),
        "processor_seconds": round(used.ru_utime + used.ru_stime, 2), "peak_megabytes": peak, "megabytes": sizes,
        "seconds_to_record": round(filled, 1), "exit_code": run.returncode,
        "goal": {"seconds": GOAL_SECONDS, "megabytes": GOAL_MEGABYTES},
        "met": run.returncode == 0 and seconds < GOAL_SECONDS and peak < GOAL_MEGABYTES,
        "command": "python -m tests.bench statistics", "machine": machine(),
    }  # fmt: skip
