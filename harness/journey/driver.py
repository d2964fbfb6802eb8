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

Pair = tuple[str, str]  # service, journey


class Stopped(Exception):  # noqa: N818 — not a mistake: the run was interrupted
    """The journey was not driven because the run ended before its turn."""


class Conduct(Protocol):
    """Drives one walk in the browser and gives the sealed evidence of each of its journeys.

    Must not raise for troubles of the portal. Cancelled, it seals what it has and gives it.
    ``before``: the evidence of the journey this one had to come after, if any.
    """

    def __call__(self, browser: Any, drive: Drive, before: Evidence | None) -> Awaitable[Mapping[str, Evidence]]: ...


@dataclass(frozen=True, slots=True)
class Progress:
    """What is told after every change, for a progress bar."""

    drive: Drive
    state: str  # started | ended
    ended: int
    planned: int
    evidence: tuple[Evidence, ...] = ()


class Driver:
    """Thread-safe from outside. ``start`` once, ``evidence`` from any thread, ``stop`` at the end."""

    def __init__(self, open_browser: Callable[[], AbstractAsyncContextManager[Any]], conduct: Conduct, *,
                 at_once: int = 4, tell: Callable[[Progress], None] = lambda _: None) -> None:  # fmt: skip
        self._open_browser = open_browser
        self._conduct = conduct
        self._at_once = max(1, at_once)
        self._tell = tell
        self._futures: dict[Pair, Future[Evidence]] = {}
        self._drives: list[Drive] = []
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._all: asyncio.Task[None] | None = None
        self._ready = threading.Event()
        self._stopping = False
        self._ended = 0
        self.busy_seconds = 0.0  # sum over walks

    @property
    def running(self) -> bool:
        return self._thread is not None and self._thread.is_alive()

    def start(self, drives: Iterable[Drive]) -> None:
        if self._thread is not None:
            raise RuntimeError("a driver starts once")
        self._drives = list(drives)
        self._futures = {(d.service, journey): Future() for d in self._drives for journey in d.journeys}
        self._thread = threading.Thread(target=self._run, name="driver", daemon=True)
        self._thread.start()

    def future(self, service: str, journey: str) -> Future[Evidence]:
        """Raises KeyError when the pair was not planned."""
        return self._futures[service, journey]

    def evidence(self, service: str, journey: str) -> Evidence:
        """Waits until driven. Raises Stopped when the run ended before."""
        return self.future(service, journey).result()

    def stop(self, *, budget: float = 15.0) -> None:
        """Cancels what is under way (it seals itself as interrupted) and waits for it, at most ``budget`` seconds."""
        self._stopping = True
        if self._thread is None:
            return
        self._ready.wait(budget)
        if self._loop is not None and self._all is not None and not self._loop.is_closed():
            with suppress(RuntimeError):  # the loop closed between the two lines: it had ended by itself
                self._loop.call_soon_threadsafe(self._all.cancel)
        self._thread.join(budget)
        self._leave_no_one_waiting(Stopped("lượt chạy đã dừng"))

    # --- inside the driver's thread

    def _run(self) -> None:
        try:
            asyncio.run(self._drive_all())
        except asyncio.CancelledError:
            self._leave_no_one_waiting(Stopped("lượt chạy đã dừng"))
        except BaseException as broken:  # noqa: BLE001 — whoever waits must hear of it, whatever it is
            self._leave_no_one_waiting(broken)
        else:
            self._leave_no_one_waiting(Stopped("lượt chạy đã dừng"))

    async def _drive_all(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._all = asyncio.current_task()
        self._ready.set()
        if self._stopping:
            return
        free = asyncio.Semaphore(self._at_once)
        async with self._open_browser() as browser:
            walks: dict[tuple[str, str], asyncio.Task[Mapping[str, Evidence]]] = {}
            for drive in self._drives:
                before = walks.get((drive.service, drive.after))
                walks[drive.service, drive.name] = asyncio.create_task(
                    self._drive(browser, drive, free, before), name=f"{drive.service}/{drive.name}"
                )
            try:
                await asyncio.gather(*walks.values())
            except asyncio.CancelledError:
                for walk in walks.values():
                    walk.cancel()
                await asyncio.gather(*walks.values(), return_exceptions=True)  # each seals itself first
                raise

    async def _drive(self, browser: Any, drive: Drive, free: asyncio.Semaphore,
                     before: asyncio.Task[Mapping[str, Evidence]] | None) -> Mapping[str, Evidence]:  # fmt: skip
        # Waiting for another walk must not hold a place that it needs itself.
        earlier = (await asyncio.shield(before)).get(drive.after) if before else None
        async with free:
            self._tell(Progress(drive, "started", self._ended, len(self._drives)))
            began = time.monotonic()
            found: Mapping[str, Evidence] = {}
            try:
                found = await self._conduct(browser, drive, earlier)
            except Exception as broken:  # noqa: BLE001 — one walk's mistake must not stop the others
                for journey in drive.journeys:
                    self._settle(drive, journey, broken)
            finally:
                self.busy_seconds += time.monotonic() - began
                self._ended += 1
            for journey, evidence in found.items():
                self._settle(drive, journey, evidence)
            self._tell(Progress(drive, "ended", self._ended, len(self._drives), tuple(found.values())))
            return found

    def _settle(self, drive: Drive, journey: str, outcome: Evidence | Exception) -> None:
        future = self._futures.get((drive.service, journey))
        if future is None or future.done():
            return
        if isinstance(outcome, Exception):
            future.set_exception(outcome)
        else:
            future.set_result(outcome)

    def _leave_no_one_waiting(self, why: BaseException) -> None:
        for future in self._futures.values():
            if not future.done():
                future.set_exception(why)
