"""Drives one walk: leases the applicant, sets the stage, seals what was seen however it ends."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

from harness.catalog import Catalog, procedures, reviews
from harness.evidence.recorder import Recorder
from harness.evidence.redaction import Redaction
from harness.evidence.run_file import RunFile
from harness.evidence.vault import Vault
from harness.journey.environment import Environment
from harness.journey.journeys import WALKS
from harness.journey.planner import AFTER, Drive
from harness.journey.pool import Pool
from harness.journey.post import Post
from harness.journey.relay import Relay
from harness.journey.scene import Owned, Scene, seal
from harness.journey.sides import sources, third_parties
from harness.model import Evidence, Persona, Service
from harness.portal.stage import Stage

AGAIN = "chay-lai"  # folder of a journey that was driven once more for its trace
ALONE = frozenset({"information"})  # walks without an account


class Conductor:
    """Called by the driver for each walk; lives in the driver's event loop."""

    def __init__(self, catalog: Catalog, folder: Path, environments: Mapping[str, Environment], run_file: RunFile,  # noqa: PLR0913, PLR0917 — all of a run
                 redaction: Redaction, vault: Vault | None = None) -> None:  # fmt: skip
        self._catalog = catalog
        self._folder = folder
        self._environments = environments
        self._run_file = run_file
        self._redaction = redaction
        self._vault = vault
        self._pool: Pool | None = None
        self._owned: dict[str, Owned] = {}  # by service
        self.trace_all = False  # every walk with Playwright's tracing: slow, and nothing is driven twice

    async def __call__(self, browser: Any, drive: Drive, before: Evidence | None) -> dict[str, Evidence]:
        self._run_file.content["browser"] = self._run_file.content.get("browser") or f"Chromium {browser.version}"
        service = self._catalog.services[drive.service]
        recorders: dict[str, Recorder] = {}
        try:
            async with self._applicant(drive, service, before) as applicant:
                recorders = {j: self._recorder(drive, j, applicant) for j in drive.journeys}
                traced = drive.traced or self.trace_all
                async with self._scene(browser, service, applicant, recorders, before, traced=traced) as scene:
                    await WALKS[drive.name](scene)
        except (Exception, asyncio.CancelledError) as error:  # noqa: BLE001 — every end of a walk is a sealed record
            recorders = recorders or {j: self._recorder(drive, j, None) for j in drive.journeys}
            for recorder in recorders.values():
                seal(recorder, error)
        return {journey: seal(recorder, None) for journey, recorder in recorders.items()}

    def _recorder(self, drive: Drive, journey: str, applicant: Persona | None) -> Recorder:
        """What is driven again for its trace is recorded apart: the judge reads the first drive only."""
        folder, service = self._folder / drive.service / journey, self._catalog.services[drive.service]
        recorder = Recorder(
            folder / AGAIN if drive.traced else folder, drive.service, journey, applicant=applicant,
            portal=service.portal, redaction=self._redaction, vault=self._vault,
        )  # fmt: skip
        if absent := self._catalog.portals[service.portal].absent:
            recorder.fact("portal.lacks", dict(absent), "bộ kết nối › absent")
        return recorder

    @asynccontextmanager
    async def _applicant(self, drive: Drive, service: Service, before: Evidence | None) -> AsyncIterator[Persona]:
        self._pool = self._pool or Pool(self._catalog.personas.values())
        if drive.name in ALONE:
            yield next(iter(self._catalog.personas.values()))
            return
        owner = before.applicant.get("id", "") if before else ""
        # The stranger is anybody but the owner; everybody else is who the profile names.
        wanted = "" if before else service.applicant
        async with self._pool.lease(wanted, other_than=owner) as persona:
            yield persona

    @asynccontextmanager
    async def _scene(  # noqa: PLR0913 — everything that a scene is made of
        self, browser: Any, service: Service, applicant: Persona, recorders: dict[str, Recorder],
        before: Evidence | None, *, traced: bool,
    ) -> AsyncIterator[Scene]:  # fmt: skip
        environment = self._environments[service.portal]
        simulators = environment.simulators
        relay = Relay(next(iter(recorders.values())), simulators.gateway.url if simulators else "")
        async with AsyncExitStack() as stack:
            traces = stack.enter_context(self._traces([r.folder for r in recorders.values()])) if traced else None
            stage = await stack.enter_async_context(
                Stage(environment.adapter, service, applicant, relay, browser, others={"stranger": applicant},
                      sources=sources(simulators, self._redaction), third_parties=third_parties(simulators),
                      mailbox=Post(simulators.mailbox) if simulators else None)
            )
            stage.traces = traces
            owned = self._owned.get(service.code)
            scene = Scene(service, stage, relay, applicant, self._run_file, recorders, simulators, before, owned)
            scene.root = self._catalog.root
            scene.procedure = procedures.record(self._catalog.root, service.code)
            scene.answers = reviews.of_service(self._catalog.reviews, service.portal, service.code)
            scene.neighbour = self._neighbour(service)
            try:
                yield scene
            finally:
                # Of the journey that the stranger follows: a payment walk may end first, with a dossier of its own.
                if stage.dossier and AFTER["stranger"] in recorders:
                    self._owned.setdefault(service.code, Owned(stage.dossier, stage.addresses))

    def _neighbour(self, service: Service) -> Service | None:
        """Of the same agency if there is one, and of those the one that is listed next."""
        others = [one for one in self._catalog.services.values()
                  if one.portal == service.portal and one.code != service.code and one.form and not one.not_driven]
        later = sorted(others, key=lambda one: (one.agency != service.agency, one.code < service.code, one.code))
        return next(iter(later), None)

    @contextmanager
    def _traces(self, folders: list[Path]) -> Iterator[Path]:
        """A place for raw traces; what leaves it has been masked and lies in the journey's folder."""
        with tempfile.TemporaryDirectory(prefix="kiemthu-") as raw:
            yield Path(raw)
            for trace in Path(raw).glob("*.zip"):
                for folder in folders:
                    journey = folder.parent if folder.name == AGAIN else folder
                    self._redaction.archive(trace, journey / trace.name)
