"""`make bench`: ratios in alternating runs, written to docs/bench/. Never a timed test."""

from __future__ import annotations

import asyncio
import json
import statistics
import sys
import time
from typing import Any

from rich.progress import track

from tests.bench.allure import allure
from tests.bench.fields import fields
from tests.bench.gate import gate
from tests.bench.new_service import new_service
from tests.bench.portfolio import portfolio
from tests.bench.repeat import repeat
from tests.bench.setting import ROOT, Setting, cpu, machine, setting
from tests.bench.statistics import statistics as stats
from tests.bench.suite import suite

OUT = ROOT / "docs" / "bench"
PAIRS = 11  # the first pair warms up and is not counted
LEAST = 4  # walks per point of the throughput curve, or twice what is under way, if that is more


async def journey() -> dict[str, Any]:
    """Raw script and `complete` journey in turn; the ratio of each pair, and its median."""
    pairs: list[tuple[float, float]] = []
    async with setting() as stage:
        await stage.raw()
        await stage.harness()
        before = cpu(stage.environment.portal_pid)
        for _ in track(range(PAIRS - 1), "Đo hành trình"):
            pair = (await stage.raw(), await stage.harness())
            pairs.append(pair)
        after = cpu(stage.environment.portal_pid)
        failures = stage.failures
    spent = {kind: after[kind] - before[kind] for kind in after}
    return {
        "ratio_median": round(statistics.median(h / r for r, h in pairs), 3),
        "ratio_all": [round(h / r, 3) for r, h in pairs],
        "raw_median_s": round(statistics.median(r for r, _ in pairs), 3),
        "harness_median_s": round(statistics.median(h for _, h in pairs), 3),
        "cpu_share": {kind: round(seconds / sum(spent.values()), 3) for kind, seconds in spent.items()},
        "failures": failures,
        "command": "make bench",
        "machine": machine(),
    }


async def rate(stage: Setting, kind: str, at_once: int) -> float:
    """Walks a minute with `at_once` under way."""
    places, walks = asyncio.Semaphore(at_once), max(LEAST, 2 * at_once)

    async def one() -> None:
        async with places:
            await (stage.raw() if kind == "raw" else stage.harness())

    began = time.perf_counter()
    await asyncio.gather(*(one() for _ in range(walks)))
    return walks * 60 / (time.perf_counter() - began)


async def throughput(together: tuple[int, ...] = (1, 2, 4, 8), latencies: tuple[int, ...] = (0, 200)) -> dict[str, Any]:
    points = []
    for latency in latencies:
        async with setting(latency) as stage:
            await stage.raw()
            await stage.harness()
            for at_once in track(together, f"Đo thông lượng, thêm {latency} ms mỗi yêu cầu"):
                raw, own = await rate(stage, "raw", at_once), await rate(stage, "harness", at_once)
                points.append({"latency_ms": latency, "at_once": at_once, "raw_per_minute": round(raw, 1),
                               "harness_per_minute": round(own, 1), "ratio": round(own / raw, 3)})
                print(points[-1], flush=True)  # a long measurement is not lost with its end
            failures = stage.failures
    best = {latency: max((p for p in points if p["latency_ms"] == latency), key=lambda p: p["harness_per_minute"])
            for latency in latencies}
    return {"points": points, "best": list(best.values()), "failures": failures, "command": "make bench",
            "machine": machine()}


MEASURES = {"journey": journey, "throughput": throughput, "repeat": repeat, "suite": suite, "fields": fields,
            "portfolio": portfolio, "allure": allure, "new_service": new_service, "gate": gate,
            "statistics": stats}
USUAL = ("fields", "journey", "throughput")  # what `make bench` measures; the others are named


def main(names: list[str]) -> int:
    for name in names or USUAL:
        found = asyncio.run(MEASURES[name]())
        OUT.mkdir(parents=True, exist_ok=True)
        path = OUT / f"{name.replace('_', '-')}.json"
        path.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")
        print(json.dumps({k: v for k, v in found.items() if k != "machine"}, ensure_ascii=False, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
