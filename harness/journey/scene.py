"""Everything one walk has at hand: its stage, its recorders, the portal's other sides."""

from __future__ import annotations

import asyncio
import time
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from harness.evidence.recorder import Recorder
from harness.evidence.run_file import RunFile
from harness.journey.relay import Relay
from harness.model import Blocked, Compromised, Evidence, Lacking, Outcome, Persona, Service, Trouble
from harness.portal.stage import Stage
from harness.simulators import Simulators

PAUSE = 0.05  # seconds between two looks at what others deliver
HARNESS = "bộ kiểm thử"


@dataclass(slots=True)
class Owned:
    """What the owner of a dossier saw: address → what it is."""

    dossier: str
    addresses: dict[str, str]


@dataclass(slots=True)
class Scene:
    service: Service
    stage: Stage
    relay: Relay
    applicant: Persona
    run_file: RunFile
    recorders: dict[str, Recorder]  # by journey, in order
    simulators: Simulators | None = None
    before: Evidence | None = None  # of the journey that this one comes after
    owned: Owned | None = None  # what its owner saw
    troubles: list[Trouble] = field(default_factory=list)
    neighbour: Service | None = None  # another service of the same portal, of the same agency if there is one
    root: Path = Path()  # of the project
    procedure: Mapping[str, Any] = field(default_factory=dict)  # the national catalogue's snapshot; {}: none
    answers: list[dict[str, Any]] = field(default_factory=list)  # of persons, about this service
    dossiers: int = 0  # created by this walk

    @property
    def journey(self) -> str:
        return self.relay.to.journey

    @property
    def started(self) -> str:
        return self.relay.to.started

    @property
    def secrets(self) -> tuple[str, ...]:
        """What the portal under test was given to keep to itself."""
        shared = self.simulators.shared if self.simulators else None
        return (shared.gateway_secret, shared.client_secret, shared.national_password) if shared else ()

    def wants(self, journey: str) -> bool:
        return journey in self.recorders

    def other_sides(self) -> Simulators:
        """Raises Blocked on a portal that is wired to others than ours: the criteria need control over them."""
        if self.simulators is None:
            raise Blocked("cổng này không nối với bộ giả lập của kiemthu nên không thử được tình huống này",
                          owner="bộ kết nối")  # fmt: skip
        return self.simulators

    def fact(self, name: str, value: object, place: str, file: str = "") -> None:
        self.relay.fact(name, value, place, file)

    @asynccontextmanager
    async def attempt(self) -> AsyncIterator[None]:
        """An errand that others do not hang on: its trouble is kept and told at the end."""
        try:
            yield
        except Trouble as trouble:
            self.troubles.append(trouble)

    def tell_troubles(self) -> None:
        """Raises the first trouble that was kept. What the portal has not got is a fact, no trouble of the way."""
        for trouble in self.troubles:
            if not isinstance(trouble, Lacking):
                raise trouble

    async def until(self, condition: Callable[[], object], budget: float) -> bool:
        """Looks again until it holds; False when ``budget`` seconds are over. For what arrives in the background."""
        deadline = time.monotonic() + budget
        while not condition():
            if time.monotonic() >= deadline:
                return False
            await asyncio.sleep(PAUSE)
        return True

    @contextmanager
    def recording(self, journey: str) -> Iterator[None]:
        """What happens inside belongs to this journey; sealed at its end, troubles included."""
        recorder = self.recorders[journey]
        recorder.begin()
        self.relay.to = recorder
        try:
            yield
        except Exception as error:  # noqa: BLE001 — a trouble of one journey leaves the next one its chance
            seal(recorder, error)
        else:
            seal(recorder, None)


def seal(recorder: Recorder, error: BaseException | None) -> Evidence:
    """How a journey ended: walked, stuck, let down by others, interrupted, or our own mistake."""
    if error is None:
        return recorder.seal(Outcome.DONE)
    if isinstance(error, Trouble):
        outcome = Outcome.COMPROMISED if isinstance(error, Compromised) else Outcome.BLOCKED
        return recorder.seal(outcome, error.sentence, error.owner, trouble=error)
    if isinstance(error, asyncio.CancelledError):
        return recorder.seal(Outcome.INTERRUPTED, "lượt chạy bị dừng khi hành trình đang đi", HARNESS)
    if recorder.sealed is None:
        recorder.event("error", traceback="".join(traceback.format_exception(error)))
    told = f"bộ kiểm thử gặp lỗi ({type(error).__name__}); chi tiết trong nhật ký của hành trình"
    return recorder.seal(Outcome.ERROR, told, HARNESS)


Walk = Callable[[Scene], Awaitable[None]]
