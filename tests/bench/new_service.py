"""From a code to a first complete run without an edit: ``python -m tests.bench new_service``.

Profiles are taken out of a copy of the catalogue, written again by ``kiemthu new-service``, and driven as they stand.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from harness.catalog import load
from harness.catalog.gherkin import criteria_sentences
from steps.journeys import JOURNEYS
from tests.bench.setting import ROOT, machine

TEN = ("2.000635", "1.001193", "1.000894", "1.004873", "1.000656", "1.004194", "1.001612", "3.000333", "3.000347",
       "1.013225")  # fmt: skip
ON_SPA = ("2.000635", "1.004194", "3.000347")
PARTS = ("features", "catalog", "steps", "schemas", "conftest.py", "pyproject.toml")


async def new_service() -> dict[str, Any]:
    criteria = judged_from_complete()
    return {
        "criteria": len(criteria),
        "sandbox": measure("sandbox", TEN, criteria),
        "spa": measure("spa", ON_SPA, criteria),
        "command": "python -m tests.bench new_service",
        "machine": machine(),
    }


def judged_from_complete() -> list[str]:
    """Criteria whose scenario needs the journey `complete` and no other."""
    tested = {c.id for c in load(ROOT).rulesets["toan-trinh"].criteria if c.tested}
    needs = {name: {JOURNEYS[one] for one in sentences if one in JOURNEYS}
             for name, sentences in criteria_sentences(ROOT).items()}  # fmt: skip
    return sorted(name for name, journeys in needs.items() if journeys == {"complete"} and name in tested)


def measure(portal: str, codes: tuple[str, ...], criteria: list[str]) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="kiemthu-moi-") as folder:
        project = Path(folder)
        copy_without(project, codes)
        began = time.perf_counter()
        written = json.loads(command(project, "new-service", *codes, "--portal", portal, "--json").stdout)
        seconds = time.perf_counter() - began
        ready = [row for row in written["services"] if row["ready"]]
        wanted = [part for name in criteria for part in ("--criterion", name)]
        run = project / "luot"
        command(project, "run", *(row["service"] for row in ready), *wanted, "--run-dir", str(run), "--trace", "off")
        answer = json.loads((run / "verdict.json").read_text("utf-8"))
        lines = {row["service"]: len((project / row["file"]).read_text("utf-8").splitlines()) for row in ready}
    judged = {row["service"]: row for row in answer["services"]}
    services = [_row(one, judged.get(one["service"]), lines) for one in written["services"]]
    return {
        "services": len(codes),
        "without_an_edit": sum(one["complete"] for one in services),
        "lines_median": statistics.median(lines.values()),
        "seconds_to_write_each": round(seconds / len(codes), 1),
        "each": services,
    }


def _row(written: dict[str, Any], judged: dict[str, Any] | None, lines: dict[str, int]) -> dict[str, Any]:
    """Complete: every criterion was answered, and none says that the profile's values or facts do not hold."""
    unmet = {
        finding["criterion"]: f"{finding['state']}: {finding['seen']}"
        for finding in (judged["findings"] if judged else ())
        if finding["state"] not in {"pass", "not-applicable", "warn"}
    }
    return {
        "service": written["service"],
        "complete": bool(judged) and not unmet,
        "lines": lines.get(written["service"], 0),
        "controls": len(written["controls"]),
        "guessed": sum(control["guessed"] for control in written["controls"]),
        "decision": judged["decision"] if judged else "",
        "trouble": written["trouble"],
        "unmet": unmet,
    }


def copy_without(project: Path, codes: tuple[str, ...]) -> None:
    for part in PARTS:
        source = ROOT / part
        (shutil.copytree if source.is_dir() else shutil.copy)(source, project / part)
    for code in codes:
        for path in (project / "features").glob(f"*/{code}.*"):
            path.unlink()


def command(project: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "harness.cli", *words], cwd=project, capture_output=True, text=True,
                          check=False, env={**os.environ, "PYTHONPATH": str(ROOT)})  # fmt: skip
