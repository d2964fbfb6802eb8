"""Ten demos in a row: are the verdicts the same? ``python -m tests.bench repeat``, writes docs/bench/repeat.json."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from rich.progress import track

from tests.bench.setting import ROOT, machine

SERVICES = ("2.000635", "1.004194", "1.009141")
TIMES = 10
Verdicts = dict[str, str]  # service, or service and criterion → decision or state


def demo(folder: Path) -> tuple[Verdicts, dict[str, Any]]:
    """One run of what ``make demo`` runs: its verdicts, and what it cost."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "harness.cli", "run", *SERVICES, "--run-dir", str(folder), "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    answer = json.loads((folder / "verdict.json").read_text("utf-8"))
    verdicts: Verdicts = {}
    for service in answer["services"]:
        verdicts[service["service"]] = service["decision"]
        verdicts |= {f"{service['service']} {f['criterion']}": f["state"] for f in service["findings"]}
    return verdicts, {"exit_code": done.returncode, "seconds": round(time.perf_counter() - began, 1)}


async def repeat() -> dict[str, Any]:
    """Runs the demo so many times; tells every verdict that was not the same each time."""
    found: list[Verdicts] = []
    runs: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory(prefix="kiemthu-repeat-") as folder:
        for number in track(range(TIMES), "Chạy lại demo"):
            verdicts, cost = demo(Path(folder) / str(number))
            found.append(verdicts)
            runs.append(cost)
            print(cost, flush=True)
    names = sorted({name for verdicts in found for name in verdicts})
    seen = {name: Counter(verdicts.get(name, "không có") for verdicts in found) for name in names}
    return {
        "times": TIMES,
        "verdicts_each": len(names),
        "identical": all(len(states) == 1 for states in seen.values()),
        "differing": {name: dict(states) for name, states in seen.items() if len(states) > 1},
        "decisions": {service: dict(seen[service]) for service in SERVICES},
        "runs": runs,
        "command": "python -m tests.bench repeat",
        "machine": machine(),
    }
