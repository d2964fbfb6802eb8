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


def faults(project: Path) -> list[dict[str, Any]]:
    """The seeded faults as the sandbox lists them."""
    return _listed(project, "faults")


def variants(project: Path) -> list[dict[str, Any]]:
    """Lawful variants (kind: conforming) and control portals (kind: control), with their titles."""
    return _listed(project, "variants")


def _listed(project: Path, what: str) -> list[dict[str, Any]]:
    done = subprocess.run(  # noqa: S603 — our own interpreter and module
        [sys.executable, "-m", "sandbox", what, "--json"],
        cwd=project, capture_output=True, text=True, check=False, timeout=LIST_SECONDS,
    )  # fmt: skip
    if done.returncode:
        raise UsageProblemError(f"Cổng mẫu không liệt kê được ({what}): {done.stderr.strip()[-300:]}")
    return list(json.loads(done.stdout))


def check_names(project: Path, wanted: Sequence[str], as_variants: Sequence[str]) -> None:
    """Unknown faults and variants are told before anything is started."""
    known = [str(row["id"]) for row in faults(project)] if wanted else []
    wrong = [f"Không có lỗi cài sẵn «{w}».{did_you_mean(w, known)}" for w in wanted if w not in known]
    ways = [str(row["name"]) for row in variants(project)] if as_variants else []
    wrong += [
        f"Không có biến thể «{v}» của cổng mẫu ({', '.join(ways)}).{did_you_mean(v, ways)}"
        for v in as_variants
        if v not in ways
    ]
    if wrong:
        raise UsageProblemError("\n✗ ".join(wrong))
