"""Talks to the sandbox as any user would: ``python -m sandbox …`` in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from harness.catalog.messages import did_you_mean
from harness.cli.screen import UsageProblemError

LIST_SECONDS = 30.0
VARIANTS = ("reject-all", "inert", "always-200")  # the control portals: none may ever be published


def faults(project: Path) -> list[dict[str, Any]]:
    """The seeded faults as the sandbox lists them."""
    done = subprocess.run(
        [sys.executable, "-m", "sandbox", "faults", "--json"],
        cwd=project, capture_output=True, text=True, check=False, timeout=LIST_SECONDS,
    )  # fmt: skip
    if done.returncode:
        raise UsageProblemError(f"Cổng mẫu không liệt kê được các lỗi cài sẵn: {done.stderr.strip()[-300:]}")
    return list(json.loads(done.stdout))


def check_names(project: Path, wanted: Sequence[str], variants: Sequence[str]) -> None:
    """Unknown faults and variants are told before anything is started."""
    known = [str(row["id"]) for row in faults(project)] if wanted else []
    wrong = [f"Không có lỗi cài sẵn «{w}».{did_you_mean(w, known)}" for w in wanted if w not in known]
    wrong += [
        f"Không có biến thể «{v}» của cổng mẫu ({', '.join(VARIANTS)}).{did_you_mean(v, VARIANTS)}"
        for v in variants
        if v not in VARIANTS
    ]
    if wrong:
        raise UsageProblemError("\n✗ ".join(wrong))
