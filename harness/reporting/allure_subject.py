"""Which service and criterion a test is about, what evidence it looked at, and what was found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from harness.journey.collecting import ScenarioItem, ServiceModule
from harness.model import Criterion, Evidence, Finding, Service

SESSION = "kiemthu-session"  # the journey plugin's own object, which keeps the findings


@dataclass(frozen=True, slots=True)
class Subject:
    service: Service
    criterion: Criterion
    group: str  # the criterion group's Vietnamese name


def subject(item: pytest.Item) -> Subject | None:
    """None for a test that is not a criterion of a service."""
    if not isinstance(item, ScenarioItem) or not isinstance(item.parent, ServiceModule):
        return None
    groups = item.parent.catalog.rulesets[item.service.ruleset].groups
    return Subject(item.service, item.criterion, groups.get(item.criterion.group, item.criterion.group))


def evidence_seen(item: pytest.Item, arguments: Mapping[str, Any]) -> list[Evidence]:
    """The evidence that the scenario asked for, or that the step which failed was given."""
    given = [*getattr(item, "used", ()), *arguments.values(), *getattr(item, "funcargs", {}).values()]
    found: dict[Path, Evidence] = {one.folder: one for one in given if isinstance(one, Evidence)}
    return list(found.values())


def finding_about(config: pytest.Config, service: str, criterion: str) -> Finding | None:
    """The latest finding of the run about this criterion of this service."""
    session = config.pluginmanager.get_plugin(SESSION)
    found = [f for f in getattr(session, "findings", ()) if (f.service, f.criterion) == (service, criterion)]
    return found[-1] if found else None
