"""A run: where evidence comes from. Either journeys are driven now, or an earlier run is read again."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import TimeoutError as NotYet
from concurrent.futures import wait
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from harness.catalog import Catalog
from harness.evidence import reader
from harness.evidence.people import of_catalog
from harness.evidence.redaction import Redaction
from harness.evidence.run_file import RunFile, memory_now, read_run_file
from harness.evidence.vault import OWNER, Locked, Vault, owner_public
from harness.journey.conductor import Conductor
from harness.journey.driver import Driver, Progress, Stopped
from harness.journey.environment import Environment, Options
from harness.journey.planner import once_more, plan
from harness.model import Compromised, Evidence, Service, SpecificationError, Trouble
from harness.portal.browser import browser

LOOK = 2.0  # seconds between two looks at memory
LOOK_AGAIN = 0.2  # seconds between two looks at what a waiting scenario waits for
# That a whole walk creates on a conforming portal.
DOSSIERS = {"complete": 1, "payment": 3, "again": 2, "form": 1, "supplement": 1, "refusal": 1, "withdrawal": 1}
MOST_DOSSIERS = 10  # a service in one run


@dataclass(frozen=True, slots=True)
class Choices:
    """What the command line chose."""

    folder: Path
    at_once: int = 4
    headed: bool = False
    latency: int = 0  # ms
    faults: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    trace: str = "off"  # off | failed | on
    evidence_from: Path | None = None


def redaction_of(catalog: Catalog) -> Redaction:
    """What every run over this catalog must not show."""
    passwords = (persona.password for persona in catalog.personas.values())
    return Redaction(passwords, of_catalog(catalog.personas.values(), catalog.services.values()))


class Run(Protocol):
    """What the plugin needs of either kind of run."""

    @property
    def facts(self) -> Mapping[str, Any]: ...

    def start(self, pairs: Iterable[tuple[Service, str]]) -> None: ...

    def evidence(self, service: Service, journey: str) -> Evidence: ...

    def trace(self, service: Service, journey: str) -> None: ...

    def stop(self, *, complete: bool) -> None: ...


@dataclass(slots=True)
class Replay:
    """Judges what an earlier run recorded; opens no browser and creates no dossier."""

    choices: Choices
    facts: dict[str, Any] = field(default_factory=dict)

    def start(self, pairs: Iterable[tuple[Service, str]]) -> None:  # noqa: ARG002 — everything has been driven
        source = self.choices.evidence_from
        assert source is not None  # noqa: S101 — that is what makes it a replay
        kept = ("portal", "portal_name", "portal_url", "environment", "browser", "at_once", "faults", "variants",
                "latency_ms", "dossiers")  # fmt: skip
        earlier = read_run_file(source)
        self.facts = {k: earlier[k] for k in kept if k in earlier} | {"evidence_from": source.name}
        # Judging again makes no evidence younger.
        self.facts["evidence_ended"] = earlier.get("evidence_ended") or earlier.get("ended", "")

    def evidence(self, service: Service, journey: str) -> Evidence:
        assert self.choices.evidence_from is not None  # noqa: S101
        folder = self.choices.evidence_from / service.code / journey
        if not (folder / reader.JOURNAL).is_file():
            raise Stopped(f"lượt chạy {self.choices.evidence_from.name} chưa đi hành trình «{journey}»")
        return reader.read(folder)

    def trace(self, service: Service, journey: str) -> None:
        """Nothing is driven."""

    def stop(self, *, complete: bool) -> None:
        """Nothing was started."""


class Driving:
    """Starts the environment, drives what is planned, and stops only what it started."""

    def __init__(
        self, catalog: Catalog, choices: Choices, tell: Callable[[Progress], None], redaction: Redaction | None = None
    ) -> None:
        self._catalog = catalog
        self._choices = choices
        self._tell = tell
        self._told: queue.SimpleQueue[Progress] = queue.SimpleQueue()
        self._environments: dict[str, Environment] = {}
        self._troubles: dict[str, Trouble] = {}  # portals that cannot be had
        self._redaction = redaction or redaction_of(catalog)
        self._driver: Driver | None = None
        self._run_file: RunFile | None = None
        self._ended = threading.Event()
        self._traced: set[tuple[str, str]] = set()
        self._planned: dict[str, int] = {}  # service → dossiers that its planned walks create

    @property
    def facts(self) -> Mapping[str, Any]:
        if self._run_file is None:
            return {}
        apart = {"run", "started", "ended", "complete", "created"}  # said elsewhere in findings.json
        return {key: value for key, value in self._run_file.content.items() if key not in apart}

    def start(self, pairs: Iterable[tuple[Service, str]]) -> None:
        """Raises SpecificationError for a variable without a value. A portal that cannot be had is kept for later:
        its services are told so, the others go on."""
        pairs = list(pairs)
        if self._driver is None and pairs:
            self._open({service.portal for service, _ in pairs})
        if self._driver is not None:
            possible = [(s.code, journey) for s, journey in pairs if s.portal not in self._troubles]
            drives = plan(possible)
            for drive in drives:
                self._planned[drive.service] = self._planned.get(drive.service, 0) + DOSSIERS.get(drive.name, 0)
            self._driver.add(drives)

    def _open(self, portals: Iterable[str]) -> None:
        options = Options(self._choices.faults, self._choices.variants, self._choices.latency)
        for portal in sorted(portals):
            environment = Environment(self._catalog, self._catalog.portals[portal], options)
            try:
                environment.start()
            except Trouble as trouble:
                self._troubles[portal] = trouble
                continue
            self._environments[portal] = environment
            self._redaction.learn(*environment.secrets)
        self._run_file = RunFile(self._choices.folder, self._redaction, **self._what_is_run())
        vault = self._vault()
        conductor = Conductor(self._catalog, self._choices.folder, self._environments, self._run_file, self._redaction,
                              vault)  # fmt: skip
        conductor.trace_all = self._choices.trace == "on"
        self._driver = Driver(
            lambda: browser(headed=self._choices.headed), conductor, at_once=self._choices.at_once, tell=self._told.put
        )
        if self._environments:
            self._start_driver()
        threading.Thread(target=self._watch_memory, name="memory", daemon=True).start()

    def _vault(self) -> Vault:
        try:
            return Vault.new(self._choices.folder, owner_public())
        except (Locked, OSError) as wrong:
            raise SpecificationError([f"Không niêm phong được dữ liệu người thử: {wrong}; xem biến {OWNER}"]) from wrong

    def _start_driver(self) -> None:
        """A browser that does not start is the machine's trouble, not the services'."""
        assert self._driver is not None  # noqa: S101
        try:
            self._driver.start()
        except Exception as error:  # noqa: BLE001 — whatever the browser says, no service is to blame
            told = error.sentence if isinstance(error, Trouble) else f"trình duyệt không khởi động được: {error}"[:300]
            trouble = Compromised(told, owner="máy kiểm thử")
            self._troubles |= dict.fromkeys(self._environments, trouble)

    def _what_is_run(self) -> dict[str, Any]:
        adapters = [environment.adapter for environment in self._environments.values()]
        return {
            "portal": ", ".join(adapter.id for adapter in adapters),
            "portal_name": ", ".join(adapter.name for adapter in adapters),
            "portal_url": ", ".join(next(iter(adapter.origins.values()), "") for adapter in adapters),
            "environment": ", ".join(sorted({adapter.environment for adapter in adapters})),
            "at_once": self._choices.at_once,
            "faults": list(self._choices.faults),
            "variants": list(self._choices.variants),
            "latency_ms": self._choices.latency,
            "browser": "",
        }

    def evidence(self, service: Service, journey: str) -> Evidence:
        """Waits for the driver; tells progress meanwhile, in the caller's thread."""
        if self._driver is None or not self._driver.is_planned(service.code, journey):
            self.start([(service, journey)])
        if service.portal in self._troubles:
            raise self._troubles[service.portal]
        assert self._driver is not None  # noqa: S101 — start() has opened it
        future = self._driver.future(service.code, journey)
        while True:
            try:
                found = future.result(timeout=LOOK_AGAIN)
            except NotYet:
                if future.done():
                    raise
                self._tell_all()
                continue
            self._tell_all()
            return found

    def trace(self, service: Service, journey: str) -> None:
        """Drives a journey once more with tracing, for the reader of a failure: at most once, and only while the
        service stays within its dossiers."""
        if self._choices.trace != "failed" or self._driver is None or self._run_file is None:
            return
        drive = once_more(service.code, journey)
        cost = min(1, DOSSIERS.get(drive.name, 0))
        created = sum(row["service"] == service.code for row in self._run_file.content["created"])
        spent = max(created, self._planned.get(service.code, 0))
        if (service.code, journey) in self._traced or spent + cost > MOST_DOSSIERS:
            return
        self._traced.add((service.code, journey))
        self._planned[service.code] = spent + cost
        over = self._driver.drive_once_more(drive)
        while not over.done():
            self._tell_all()
            wait([over], timeout=LOOK_AGAIN)

    def stop(self, *, complete: bool) -> None:
        self._ended.set()
        if self._driver is not None:
            self._driver.stop()
        self._tell_all()
        for environment in self._environments.values():
            environment.stop()
        if self._run_file is not None:
            self._run_file.content["leaks"] = list(self._redaction.leaks(self._choices.folder))
            self._run_file.end(complete=complete)

    def _tell_all(self) -> None:
        while not self._told.empty():
            self._tell(self._told.get())

    def _watch_memory(self) -> None:
        apart = frozenset(e.portal_pid for e in self._environments.values())  # the portal is not the harness
        while self._run_file is not None and not self._ended.wait(LOOK):
            self._run_file.measured(memory_now(without=apart))
