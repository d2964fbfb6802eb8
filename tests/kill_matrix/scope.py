"""Which walks a criterion is judged from, read from the scenarios: a fault is tried only where it can show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from harness.journey.planner import AFTER, DRIVES
from steps.journeys import JOURNEYS

FEATURES = Path(__file__).parents[2] / "features" / "muc-do-4"
TAG = re.compile(r"@(L4-[A-Z]+-\d+)")
WALK = {journey: walk for walk, journeys in DRIVES.items() for journey in journeys}


@cache
def walks() -> Mapping[str, frozenset[str]]:
    """Criterion → names of the walks that its scenario needs."""
    found: dict[str, frozenset[str]] = {}
    for path in sorted(FEATURES.glob("*.feature")):
        tag = ""
        for line in path.read_text("utf-8").splitlines():
            seen = TAG.search(line)
            if seen:
                tag = seen[1]
                found[tag] = frozenset()
            needed = {WALK[journey] for sentence, journey in JOURNEYS.items() if line.strip().endswith(sentence)}
            if tag and needed:
                found[tag] |= needed | {AFTER[walk] for walk in needed if walk in AFTER}
    return found


def judged_with(criteria: Iterable[str]) -> list[str]:
    """Every criterion that the walks of these criteria allow to judge."""
    driven = frozenset().union(*(walks()[criterion] for criterion in criteria))
    return sorted(criterion for criterion, needed in walks().items() if needed <= driven)
