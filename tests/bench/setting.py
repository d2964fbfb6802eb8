"""What a measurement stands on: the sandbox with its simulators, one browser, and two ways to walk."""

from __future__ import annotations

import platform
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

import psutil

from harness.catalog import Catalog, load
from harness.evidence.redaction import Redaction
from harness.evidence.run_file import RunFile
from harness.evidence.vault import Vault, owner_public
from harness.journey.conductor import Conductor
from harness.journey.environment import Environment, Options
from harness.journey.planner import Drive
from harness.journey.run import redaction_of
from harness.model import Evidence, Outcome, Persona, Service
from harness.portal.browser import browser
from tests.bench.raw import Sides, walk

ROOT = Path(__file__).parents[2]
SERVICE = "2.000635"


@dataclass
class Setting:
    catalog: Catalog
    environment: Environment
    folder: Path
    browser: Any
    redaction: Redaction  # of a run, as `kiemthu run` makes it: once for all its walks
    taken: int = 0
    failures: list[str] = field(default_factory=list)

    @property
    def service(self) -> Service:
        return self.catalog.services[SERVICE]

    @property
    def sides(self) -> Sides:
        origins = self.environment.adapter.origins
        assert self.environment.simulators is not None
        return Sides(origins["portal"], origins["one_stop"], self.environment.officer_password,
                     self.environment.simulators.identity.otp_for)

    def persona(self) -> Persona:
        """Another person each time, so that walks at once do not meet in one account."""
        everybody = list(self.catalog.personas.values())
        self.taken += 1
        return everybody[self.taken % len(everybody)]

    async def raw(self) -> float:
        began = time.perf_counter()
        await walk(self.browser, self.sides, self.service, self.persona())
        return time.perf_counter() - began

    async def harness(self) -> float:
        person = self.persona()
        began = time.perf_counter()
        own = replace(self.catalog, services={SERVICE: replace(self.service, applicant=person.id)})
        folder = self.folder / str(self.taken)
        files = RunFile(folder, self.redaction)
        vault = Vault.new(folder, owner_public())
        conductor = Conductor(own, folder, {"sandbox": self.environment}, files, self.redaction, vault)
        found: dict[str, Evidence] = await conductor(self.browser, Drive(SERVICE, "complete", ("complete",)), None)
        taken = time.perf_counter() - began
        if found["complete"].outcome is not Outcome.DONE:
            self.failures.append(found["complete"].reason)
        return taken


@asynccontextmanager
async def setting(latency: int = 0) -> AsyncIterator[Setting]:
    """`latency`: milliseconds that the portal adds to each request."""
    catalog = load(ROOT)
    environment = Environment(catalog, catalog.portals["sandbox"], Options(latency=latency))
    environment.start()
    with tempfile.TemporaryDirectory(prefix="kiemthu-bench-") as folder:
        try:
            redaction = redaction_of(catalog)
            redaction.learn(*environment.secrets)
            async with browser() as started:
                yield Setting(catalog, environment, Path(folder), started, redaction)
        finally:
            environment.stop()


def cpu(portal_pid: int) -> dict[str, float]:
    """CPU seconds so far, by what burns them."""
    seconds = {"harness": 0.0, "playwright": 0.0, "browser": 0.0, "portal": 0.0}
    me = psutil.Process()
    for process in [me, *me.children(recursive=True)]:
        try:
            name, times = process.name(), process.cpu_times()
        except psutil.NoSuchProcess:
            continue
        kind = "harness" if process.pid == me.pid else "portal" if process.pid == portal_pid else ""
        kind = kind or ("browser" if "chrom" in name or "headless" in name else "playwright")
        seconds[kind] += times.user + times.system
    return seconds


def machine() -> dict[str, Any]:
    return {
        "cores": psutil.cpu_count(), "memory_gb": round(psutil.virtual_memory().total / 2**30, 1),
        "system": platform.platform(), "python": platform.python_version(),
        "playwright": version("playwright"), "pytest": version("pytest"), "pytest_bdd": version("pytest-bdd"),
        "load_before": [round(x, 2) for x in psutil.getloadavg()],
    }
