"""Which service and criterion a test is about, and what evidence it looked at. Asks the test, knows no collector."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from harness.catalog import Catalog, load
from harness.model import Criterion, Evidence, Service, SpecificationError

ID = re.compile(r"L4-[A-Z]{3}-\d{2}")
CATALOG = pytest.StashKey[Catalog | None]()


@dataclass(frozen=True, slots=True)
class Subject:
    service: Service
    criterion: Criterion
    group: str  # the criterion group's Vietnamese name


def subject(item: pytest.Item, tags: Iterable[str]) -> Subject | None:
    """None for a test that is not a criterion of a service."""
    catalog = _catalog(item.config)
    code = PurePosixPath(item.nodeid.split("::", 1)[0]).stem
    named = next((t for t in tags if ID.fullmatch(t)), "")
    if catalog is None or code not in catalog.services or not named:
        return None
    service = catalog.services[code]
    ruleset = catalog.rulesets[service.ruleset]
    try:
        criterion = ruleset[named]
    except KeyError:
        return None
    return Subject(service, criterion, ruleset.groups.get(criterion.group, criterion.group))


def _catalog(config: pytest.Config) -> Catalog | None:
    """Read once a session; a catalog that cannot be read is told by the collector, not here."""
    if CATALOG not in config.stash:
        try:
            config.stash[CATALOG] = load(Path(config.rootpath))
        except SpecificationError:
            config.stash[CATALOG] = None
    return config.stash[CATALOG]


def evidence_seen(item: pytest.Item, arguments: Mapping[str, Any] | None = None) -> list[Evidence]:
    """The evidence that the test was given, by fixture or by the step that failed."""
    given = [*(arguments or {}).values(), *getattr(item, "funcargs", {}).values()]
    found: dict[Path, Evidence] = {}
    for value in given:
        for one in value.values() if isinstance(value, dict) else (value,):
            if isinstance(one, Evidence):
                found[one.folder] = one
    return list(found.values())
