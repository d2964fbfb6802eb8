"""K walks at once in one browser; dependencies, mistakes and Ctrl-C do not hang anybody."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from harness.evidence.recorder import Recorder
from harness.journey.driver import Driver, Progress, Stopped
from harness.journey.planner import Drive, plan
from harness.journey.pool import Pool
from harness.model import Evidence, Outcome, Persona


@asynccontextmanager
async def fake_browser() -> AsyncIterator[str]:
    yield "browser"


class Walks:
    """Stands for the journeys; remembers who walked with whom."""

    def __init__(self, folder: Path, *, hold: bool = False, broken: str = "") -> None:
        self.folder, self.hold, self.broken = folder, hold, broken
        self.now = 0
        self.most = 0
        self.order: list[str] = []
        self.before: dict[str, Evidence | None] = {}

    async def __call__(self, browser: Any, drive: Drive, before: Evidence | None) -> Mapping[str, Evidence]:
        assert browser == "browser"
        self.now += 1
        self.most = max(self.most, self.now)
        self.order.append(drive.name)
        self.before[drive.name] = before
        recorders = {j: Recorder(self.folder / drive.service / j, drive.service, j) for j in drive.journeys}
        outcome = Outcome.DONE
        try:
            for _ in range(3):
                await asyncio.sleep(0)
            if drive.name == self.broken:
                raise ZeroDivisionError("harness")
            if self.hold:
                await asyncio.Event().wait()
        except asyncio.CancelledError:
            outcome = Outcome.INTERRUPTED
        finally:
            self.now -= 1
        return {j: r.seal(outcome) for j, r in recorders.items()}


def drives() -> list[Drive]:
    return plan((s, j) for s in "abc" for j in ("complete", "stranger", "information", "payment-lost"))


def test_every_planned_pair_gets_its_evidence(tmp_path: Path) -> None:
    told: list[Progress] = []
    walks = Walks(tmp_path)
    driver = Driver(fake_browser, walks, at_once=2, tell=told.append)
    driver.start(drives())
    evidence = driver.evidence("b", "payment-lost")
    assert (evidence.service, evidence.journey, evidence.outcome) == ("b", "payment-lost", Outcome.DONE)
    assert driver.evidence("c", "stranger").outcome is Outcome.DONE
    driver.stop()
    assert not driver.running
    assert walks.most == 2
    assert told[-1].ended == told[-1].planned == len(drives())


def test_one_place_is_enough_for_a_walk_that_waits_for_another(tmp_path: Path) -> None:
    walks = Walks(tmp_path)
    driver = Driver(fake_browser, walks, at_once=1)
    driver.start(plan([("a", "stranger")]))
    driver.evidence("a", "stranger")
    driver.stop()
    assert walks.order == ["complete", "stranger"]
    before = walks.before["stranger"]
    assert before is not None
    assert before.journey == "complete"


def test_a_mistake_in_one_walk_is_told_to_its_own_waiters_only(tmp_path: Path) -> None:
    driver = Driver(fake_browser, Walks(tmp_path, broken="information"), at_once=4)
    driver.start(drives())
    with pytest.raises(ZeroDivisionError):
        driver.evidence("a", "information")
    assert driver.evidence("a", "complete").outcome is Outcome.DONE
    driver.stop()


def test_stopping_seals_what_is_under_way_and_frees_who_waits(tmp_path: Path) -> None:
    walks = Walks(tmp_path, hold=True)
    driver = Driver(fake_browser, walks, at_once=2)
    driver.start(drives())
    while walks.now < 2:  # two walks hold both places
        pass
    driver.stop()
    assert driver.evidence("a", "complete").outcome is Outcome.INTERRUPTED
    with pytest.raises(Stopped):
        driver.evidence("c", "information")


def test_a_browser_that_does_not_start_is_told_at_once(tmp_path: Path) -> None:
    @asynccontextmanager
    async def none() -> AsyncIterator[str]:
        raise OSError("no browser")
        yield ""

    driver = Driver(none, Walks(tmp_path))
    with pytest.raises(OSError, match="no browser"):
        driver.start(drives())
    driver.stop()


def test_more_can_be_asked_for_while_driving(tmp_path: Path) -> None:
    driver = Driver(fake_browser, Walks(tmp_path))
    driver.start(plan([("a", "complete")]))
    driver.evidence("a", "complete")
    driver.add(plan([("b", "information")]))
    assert driver.evidence("b", "information").service == "b"
    driver.stop()
    driver.add(plan([("c", "information")]))
    with pytest.raises(Stopped):
        driver.evidence("c", "information")


def test_an_unplanned_pair_is_a_mistake(tmp_path: Path) -> None:
    driver = Driver(fake_browser, Walks(tmp_path))
    driver.start([])
    with pytest.raises(KeyError):
        driver.future("a", "complete")
    driver.stop()


def persona(name: str) -> Persona:
    return Persona(name, name, "0" * 12, "", "", "", f"{name}@x.vn", "", "", "", "")


def test_a_person_is_leased_to_one_at_a_time() -> None:
    async def main() -> list[str]:
        pool = Pool([persona("a"), persona("b")])
        seen: list[str] = []

        async def other() -> None:
            async with pool.lease("a") as leased:
                seen.append(f"other has {leased.id}")

        async with pool.lease("a"):
            task = asyncio.create_task(other())
            async with pool.lease(other_than="a") as second:
                seen.append(f"free is {second.id}")
            await asyncio.sleep(0)
            seen.append("done")
        await task
        return seen

    assert asyncio.run(main()) == ["free is b", "done", "other has a"]


def test_nobody_waits_for_a_person_who_does_not_exist() -> None:
    async def main() -> None:
        async with Pool([persona("a")]).lease("z"):
            pass

    with pytest.raises(LookupError):
        asyncio.run(main())
