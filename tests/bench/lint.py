"""How long ``kiemthu lint`` needs for 2,000 profiles: ``python -m tests.bench.lint``, writes docs/bench/lint.json."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROJECT = Path(__file__).parents[2]
PROFILE = "features/ho-tich/2.000635.yaml"
RECORD = "catalog/procedures/2.000635.json"
PROFILES = 2000
GOAL = 10.0  # seconds


def many(root: Path, count: int) -> None:
    """So many copies of one profile and of its snapshot in the national catalogue."""
    for number in range(count):
        code = f"3.{number:06}"
        for pattern in (PROFILE, RECORD):
            source = root / pattern
            source.with_stem(code).write_text(source.read_text("utf-8").replace("2.000635", code), "utf-8")


def project(root: Path) -> None:
    shutil.copytree(PROJECT / "catalog", root / "catalog")
    (root / PROFILE).parent.mkdir(parents=True)
    shutil.copy(PROJECT / PROFILE, root / PROFILE)


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        project(root)
        many(root, PROFILES)
        start, used = time.perf_counter(), os.times()
        command = [sys.executable, "-m", "harness.cli", "lint"]
        code = subprocess.run(
            command, cwd=root, env={**os.environ, "PYTHONPATH": str(PROJECT)}, check=False
        ).returncode
        seconds, now = time.perf_counter() - start, os.times()
        used_here = now.children_user - used.children_user
    row: dict[str, float | int | None] = {
        "profiles": PROFILES + 1,
        "seconds": round(seconds, 2),
        "processor_seconds": round(used_here, 2),
        "load_average": round(os.getloadavg()[0], 1),  # above the number of processors, the seconds are others' too
        "processors": os.cpu_count(),
        "goal_seconds": GOAL,
    }
    target = PROJECT / "docs/bench/lint.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(row, indent=1) + "\n", "utf-8")
    sys.stdout.write(f"{row}\n")
    return code or int(used_here > GOAL)


if __name__ == "__main__":
    sys.exit(main())
