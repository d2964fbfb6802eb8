"""A run cut into shards: which services each takes, and whether the union is what was planned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from harness.verdict.concern import Concern
from harness.verdict.exit_codes import ExitCode


@dataclass(frozen=True, slots=True)
class Shard:
    """``2/3`` of ``planned``: recorded in the run, so that whoever merges can check."""

    index: int  # from 1
    of: int
    planned: tuple[str, ...]  # every service of the whole

    def __str__(self) -> str:
        return f"{self.index}/{self.of}"

    def row(self) -> dict[str, Any]:
        """As the run records it."""
        return {"index": self.index, "of": self.of, "planned": list(self.planned)}

    @property
    def services(self) -> tuple[str, ...]:
        """Its share: the same on every machine, and as even as it gets."""
        return tuple(sorted(self.planned)[self.index - 1 :: self.of])


def union_problems(parts: Sequence[tuple[str, Shard, tuple[str, ...]]]) -> Iterator[Concern]:
    """``parts``: (run, its shard, the services it really has). Each plan must be covered once, by all its shards.

    What is missing stands against the release; a service that its shard tested whole keeps its own decision.
    """
    plans: dict[tuple[int, tuple[str, ...]], list[tuple[str, Shard, tuple[str, ...]]]] = defaultdict(list)
    for run, shard, services in parts:
        plans[shard.of, shard.planned].append((run, shard, services))
    for (of, planned), members in plans.items():
        yield from _missing(of, planned, members)
        for run, shard, services in members:
            yield from _not_its_share(run, shard, services)


def _missing(
    of: int, planned: tuple[str, ...], members: Sequence[tuple[str, Shard, tuple[str, ...]]]
) -> Iterator[Concern]:
    by_index: dict[int, list[str]] = defaultdict(list)
    for run, shard, _ in members:
        by_index[shard.index].append(run)
    for index in range(1, of + 1):
        share = Shard(index, of, planned)
        if not by_index[index] and share.services:
            yield Concern(
                ExitCode.EVIDENCE,
                f"thiếu phần {share} của lượt chạy chia phần: {_some(share.services)} chưa được xét",
                (),
            )
        elif len(by_index[index]) > 1:
            yield Concern(
                ExitCode.EVIDENCE, f"phần {share} có {len(by_index[index])} lượt chạy: {', '.join(by_index[index])}", ()
            )


def _not_its_share(run: str, shard: Shard, services: tuple[str, ...]) -> Iterator[Concern]:
    lacking = set(shard.services) - set(services)
    foreign = set(services) - set(shard.services)
    if lacking:
        sentence = f"lượt chạy {run} (phần {shard}): thiếu {_some(tuple(sorted(lacking)))} so với phần đã chia"
        yield Concern(ExitCode.EVIDENCE, sentence, ())
    if foreign:
        sentence = f"lượt chạy {run} (phần {shard}): có {_some(tuple(sorted(foreign)))} thuộc phần khác"
        yield Concern(ExitCode.EVIDENCE, sentence, ())


def _some(services: tuple[str, ...]) -> str:
    named = ", ".join(services[:5]) + (", …" if len(services) > 5 else "")
    return f"{len(services)} dịch vụ ({named})"
