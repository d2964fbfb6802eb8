"""The suite run in this very process, told as it goes; leaves findings.json in the run's folder."""

from __future__ import annotations

import contextlib
import io
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from harness.attestation import signer
from harness.cli.progress import Progress, watch
from harness.cli.screen import errors
from harness.evidence.redaction import Redaction
from harness.model import Service

# Plugins of pytest that a run has no use for and would wait for; what a claim finds, it says in words of its own.
IDLE = ("xdist", "xdist.looponfail", "hypothesispytest", "anyio", "timeout", "pytest_cov")
JOURNEY_PLUGIN, TITLES_PLUGIN = "harness.journey.plugin", "harness.reporting.allure_titles"


@dataclass(frozen=True, slots=True)
class Order:
    """What the command line asked of a run."""

    folder: Path
    services: Sequence[Service]
    criteria: Sequence[str] = ()
    options: Sequence[str] = field(default_factory=tuple)  # for the journey plugin, as it spells them


@dataclass(frozen=True, slots=True)
class Ended:
    code: int
    said: str  # what pytest printed: collection errors and internal errors
    collection_errors: tuple[str, ...]
    trouble: BaseException | None = None
    redaction: Redaction = field(default_factory=Redaction)  # what the run must not show


def run_suite(project: Path, order: Order) -> Ended:
    """pytest in-process, from the project's root; its own terminal output is kept, not shown."""
    signer()  # a key that cannot be used is told before an hour of driving, not after it
    order.folder.mkdir(parents=True, exist_ok=True)
    said = io.StringIO()
    with watch(errors, len(order.services)) as progress, _in(project), contextlib.redirect_stdout(said):
        code = int(pytest.main(arguments(project, order), plugins=[progress]))
    shown = progress.redaction.text(said.getvalue())
    (order.folder / "pytest.log").write_text(shown, "utf-8")
    return Ended(code, shown, tuple(progress.collection_errors), progress.trouble, progress.redaction)


def arguments(project: Path, order: Order) -> list[str]:
    """One file a service; node ids stay those of the files."""
    return [
        *(str(s.file) if s.file.is_absolute() else str(project / s.file) for s in order.services),
        "--rootdir", str(project), "-c", str(project / "pyproject.toml"),
        "-q", "--no-header", "--tb=short", "--color=no", "-o", "console_output_style=classic",
        "--assert=plain", *(part for name in IDLE for part in ("-p", f"no:{name}")), *_plugins(project),
        "--run-dir", str(order.folder),
        "--alluredir", str(order.folder / "allure-results"), "--clean-alluredir",
        *(part for criterion in order.criteria for part in ("--criterion", criterion)),
        *order.options,
    ]  # fmt: skip


def _plugins(project: Path) -> list[str]:
    """Named here only when the root conftest does not already name them: a plugin registers once."""
    conftest = project / "conftest.py"
    told = conftest.read_text("utf-8") if conftest.is_file() else ""
    return [part for name in (JOURNEY_PLUGIN, TITLES_PLUGIN) if name not in told for part in ("-p", name)]


@contextlib.contextmanager
def _in(folder: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


__all__ = ["Ended", "Order", "Progress", "arguments", "run_suite"]
