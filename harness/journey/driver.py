"""One thread with its own event loop and one browser drives K walks at once; others wait on futures."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Awaitable, Callable, Iterable, Mapping
from concurrent.futures import Future
from contextlib import AbstractAsyncContextManager, suppress
from dataclasses import dataclass
from typing import Any, Protocol

from harness.journey.planner import Drive
from harness.model import Evidence

Found = Mapping[str, Evidence]  # by journey


class Stopped(Exception):  # noqa: N818 — not a mistake: the run was interrupted
    """The journey was not driven because the run ended before its turn."""


class Conduct(Protocol):
    """Drives one walk in the browser and gives the sealed evidence of each of its journeys.

    Must not raise for troubles of the portal. Cancelled, it seals what it has and gives it.
    ``before``: the evidence of the journey this one had to come after, if any.
    """

    def __call__(self, browser: Any, drive: Drive, before: Evidence | None) -> Awaitable[Found]: ...


@dataclass(frozen=True, slots=True)
class Progress:
    """What is told after every change, for whoever watches. Called in the driver's thread."""

    drive: Drive
    state: str  # started | ended
    ended: int
    planned: int
    evidence: tuple[Evidence, ...] = ()


class Driver:
    """Thread-safe from outside: ``start``, ``add`` any number of times, ``evidence``, ``stop``."""

    def __init__(self, open_browser: Callable[[], AbstractAsyncContextManager[Any]], conduct: Conduct, *,
                 at_once: int = 4, tell: Callable[[Progress], None] = lambda _: None) -> None:  # fmt: skip
        self._open_browser = open_browser
        self._conduct = conduct
        self._at_once = max(1, at_once)
        self._tell = tell
        self._futures: dict[tuple[str, str], Future[Evidence]] = {}
        self._walks: dict[tuple[str, str], asyncio.Task[Found]] = {}
        self._thread = threading.Thread(target=self._run, name="driver", daemon=True)
        self._ready = threading.Event()  # the browser is open, or will never be
        self._broken: BaseException | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._enough: asyncio.Event | None = None
        self._places: asyncio.Semaphore | None = None
        self._browser: Any = None
        self._planned = 0
        self._ended = 0
        self.busy_seconds = 0.0  # sum over walks

    @property
    def running(self) -> bool:
        return self._thread.is_alive()

    def start(self, drives: Iterable[Drive] = ()) -> None:
        """Opens the browser; raises what kept it from opening."""
        self._thread.start()
        self._ready.wait()
        if self._broken is not None:
            raise self._broken
        self.add(drives)

    def add(self, drives: Iterable[Drive]) -> None:
        """They start in this order as places become free."""
        drives = list(drives)
        for drive in drives:
            for journey in drive.journeys:
                self._futures[drive.service, journey] = Future()
        self._planned += len(drives)
        if self._loop is None or not self.running:
            self._leave_no_one_waiting(Stopped("lượt chạy đã dừng"))
            return
        self._loop.call_soon_threadsafe(self._begin, drives)

    def drive_once_more(self, drive: Drive) -> Future[None]:
        """Beside what is planned; its evidence is not judged. Done when the walk is over."""
        over: Future[None] = Future()
        if self._loop is None or not self.running:
            over.set_result(None)
            return over
        walk = asyncio.run_coroutine_threadsafe(self._drive_again(drive), self._loop)
        walk.add_done_callback(lambda _: over.set_result(None))
        return over

    def is_planned(self, service: str, journey: str) -> bool:
        return (service, journey) in self._futures

    def future(self, service: str, journey: str) -> Future[Evidence]:
        """Raises KeyError when the pair was not planned."""
        return self._futures[service, journey]

    def evidence(self, service: str, journey: str) -> Evidence:
        """Waits until driven. Raises Stopped when the run ended before."""
        return self.future(service, journey).result()

    def stop(self, *, budget: float = 15.0) -> None:
        """Cancels what is under way (it seals itself as interrupted) and waits for it, at most ``budget`` seconds."""
        if self._loop is not None and self._enough is not None and self.running:
            with suppress(RuntimeError):  # the loop has ended by itself
                self._loop.call_soon_threadsafe(self._enough.set)
        if self.running:
            self._thread.join(budget)
        self._leave_no_one_waiting(Stopped("lượt chạy đã dừng"))

    # --- inside the driver's thread

    def _run(self) -> None:
        try:
            asyncio.run(self._drive_until_enough())
        except BaseException as broken:  # noqa: BLE001 — whoever waits must hear of it, whatever it is
            self._broken = broken
        self._leave_no_one_waiting(self._broken or Stopped("lượt chạy đã dừng"))
        self._ready.set()

    async def _drive_until_enough(self) -> None:
        self._enough = asyncio.Event()
        self._places = asyncio.Semaphore(self._at_once)
        async with self._open_browser() as self._browser:
            self._loop = asyncio.get_running_loop()
            self._ready.set()
            await self._enough.wait()
            for walk in self._walks.values():
                walk.cancel()
            await asyncio.gather(*self._walks.values(), return_exceptions=True)  # each seals itself first

    def _begin(self, drives: Iterable[Drive]) -> None:
        for drive in drives:
            before = self._walks.get((drive.service, drive.after))
            self._walks[drive.service, drive.name] = asyncio.create_task(
                self._drive(drive, before), name=f"{drive.service}/{drive.name}"
            )

    async def _drive_again(self, drive: Drive) -> None:
        key = (drive.service, f"{drive.name} {drive.journeys[0]} traced")
        self._walks[key] = asyncio.create_task(self._drive(drive, self._walks.get((drive.service, drive.after))))
        await asyncio.wait([self._walks[key]])

    async def _drive(self, drive: Drive, before: asyncio.Task[Found] | None) -> Found:
        assert self._places is not None  # noqa: S101 — walks begin only after the browser has opened
        # Waiting for another walk must not hold a place that it needs itself.
        earlier = (await asyncio.shield(before)).get(drive.after) if before else None
        async with self._places:
            self._tell(Progress(drive, "started", self._ended, self._planned))
            began = time.monotonic()
            found: Found = {}
            try:
                found = await self._conduct(self._browser, drive, earlier)
            except Exception as broken:  # noqa: BLE001 — one walk's mistake must not stop the others
                for journey in drive.journeys:
                    self._settle(drive, journey, broken)
            finally:
                self.busy_seconds += time.monotonic() - began
                self._ended += not drive.traced  # what is driven once more was planned once
            for journey, evidence in found.items():
                self._settle(drive, journey, evidence)
            self._tell(Progress(drive, "ended", self._ended, self._planned, tuple(found.values())))
            return found

    def _settle(self, drive: Drive, journey: str, outcome: Evidence | Exception) -> None:
        future = self._futures.get((drive.service, journey))
        if drive.traced or future is None or future.done():
            return
        if isinstance(outcome, Exception):
            future.set_exception(outcome)
        else:
            future.set_result(outcome)

    def _leave_no_one_waiting(self, why: BaseException) -> None:
        for future in self._futures.values():
            if not future.done():
                future.set_exception(why)
