"""Runs the whole suite against the sandbox with one fault switched on, and reads what turned red."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path

from tests.kill_matrix.scope import judged_with

ROOT = Path(__file__).parents[2]
SERVICES = ("2.000635", "1.004194", "1.009141")


@dataclass(frozen=True)
class Row:
    """One fault: what it had to turn red, and what it did turn red."""

    fault: str
    title: str
    citizen: str
    service: str
    expected: list[str]
    judged: int  # how many criteria were looked at
    failed: list[str]
    blank: dict[str, str]  # criterion → blocked | compromised | error
    decision: str
    seconds: float
    killed: list[str] = field(default_factory=list)
    survived: list[str] = field(default_factory=list)
    unexpected: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.killed.extend(sorted(set(self.expected) & set(self.failed)))
        self.survived.extend(sorted(set(self.expected) - set(self.failed)))
        self.unexpected.extend(sorted(set(self.failed) - set(self.expected)))

    @property
    def ok(self) -> bool:
        return not self.survived and not self.unexpected and self.decision != "publish"

    def as_dict(self) -> dict[str, object]:
        return asdict(self) | {"ok": self.ok}


def faults() -> list[dict[str, object]]:
    """Every seeded fault, as the sandbox lists them."""
    out = subprocess.run(
        [sys.executable, "-m", "sandbox", "faults", "--json"], cwd=ROOT, capture_output=True, check=True, text=True
    ).stdout
    return list(json.loads(out))


def judge(service: str, *options: str) -> tuple[dict[str, str], str, float]:
    """(criterion → state, decision, seconds) of one service under these options of `kiemthu run`."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="kiemthu-") as folder:
        command = [
            sys.executable, "-m", "harness.cli", "run", service, *options, "--json", "--trace", "off",
            "--run-dir", folder,
        ]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env=os.environ)
        try:
            answer = json.loads(done.stdout)
        except json.JSONDecodeError:
            tail = (done.stderr or done.stdout)[-2000:]
            raise RuntimeError(f"{' '.join(command)} → exit {done.returncode}\n{tail}") from None
    mine = next(s for s in answer["services"] if s["service"] == service)
    states = {f["criterion"]: f["state"] for f in mine["findings"]}
    return states, mine["decision"], round(time.monotonic() - began, 1)


def try_fault(fault: dict[str, object], *, whole: bool = False) -> Row:
    """With the walks that the fault can show in; `whole`: with all of them."""
    service = str(fault["service"])
    criteria = [] if whole else judged_with(fault["expects"])  # type: ignore[arg-type]
    chosen = [word for criterion in criteria for word in ("--criterion", criterion)]
    states, decision, seconds = judge(service, "--fault", str(fault["id"]), *chosen)
    return Row(
        fault=str(fault["id"]),
        title=str(fault["title"]),
        citizen=str(fault["citizen"]),
        service=service,
        expected=sorted(fault["expects"]),  # type: ignore[call-overload]
        judged=len(states),
        failed=sorted(c for c, s in states.items() if s in {"fail", "warn"}),
        blank={c: s for c, s in sorted(states.items()) if s in {"blocked", "compromised", "error", "not-run"}},
        decision=decision,
        seconds=seconds,
    )
