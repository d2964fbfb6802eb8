"""Everything people wrote, read and cross-checked at once: ``load(root)`` or ``problems_of(root)``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from harness.catalog import adapter_reading, gherkin, personas, procedures, reviews, rulesets, services
from harness.catalog.adapters import Adapter
from harness.catalog.facts import Fact, facts
from harness.catalog.procedures import Procedure
from harness.catalog.service_references import Known
from harness.model import Persona, Ruleset, Service, SpecificationError

_PLACE = re.compile(r"^(.*?):(\d+): ")


@dataclass(frozen=True, slots=True)
class Catalog:
    root: Path
    services: Mapping[str, Service]  # by code
    portals: Mapping[str, Adapter]  # by id
    personas: Mapping[str, Persona]
    rulesets: Mapping[str, Ruleset]
    procedures: Mapping[str, Procedure]  # snapshot of the national catalogue, by code
    facts: Mapping[str, Fact]
    reviews: reviews.Answers = field(default_factory=dict)  # by portal

    def on_portal(self, portal: str) -> Catalog:
        """The same services as if every profile named this portal; "" changes nothing."""
        if not portal:
            return self
        return replace(self, services={code: replace(one, portal=portal) for code, one in self.services.items()})


def load(root: Path) -> Catalog:
    """The catalog of the project at ``root``; SpecificationError carries every message, in file order."""
    problems: list[str] = []
    catalog = _read(root, problems)
    if problems:
        raise SpecificationError(in_order(problems))
    return catalog


def problems_of(root: Path, sentences: Iterable[str] | None = None) -> list[str]:
    """All that is wrong in profiles, adapters, rulesets, snapshots and features; nothing is started.

    ``sentences``: registered step patterns; by default those written in steps/*.py.
    """
    problems: list[str] = []
    catalog = _read(root, problems)
    known = gherkin.sentences_in(root / "steps") if sentences is None else list(sentences)
    criteria = {criterion.id for ruleset in catalog.rulesets.values() for criterion in ruleset.criteria}
    problems.extend(gherkin.lint(root, criteria, known))
    return in_order(problems)


def in_order(problems: Iterable[str]) -> list[str]:
    """Sorted by file and line, without repeats."""

    def place(problem: str) -> tuple[str, int, str]:
        found = _PLACE.match(problem)
        return (found[1], int(found[2]), problem) if found else ("", 0, problem)

    return sorted(dict.fromkeys(problems), key=place)


def _read(root: Path, problems: list[str]) -> Catalog:
    known_facts = facts(root)
    portals = adapter_reading.load(root, known_facts, problems)
    people = personas.load(root, problems)
    sets = rulesets.load(root, problems)
    snapshot = procedures.load(root, problems)
    known = Known(
        portals=_names(root, "portals", portals),
        personas=people,
        rulesets=_names(root, "rulesets", sets),
        procedures=snapshot,
    )
    answers = reviews.load(root, sets, problems)
    return Catalog(root, services.load(root, known, problems), portals, people, sets, snapshot, known_facts, answers)


def _names(root: Path, folder: str, read: Iterable[str]) -> list[str]:
    """Also those that could not be read: their own message is enough."""
    files = (path.stem for path in (root / "catalog" / folder).glob("*.yaml") if path.stem != "sources")
    return sorted({*read, *files})
