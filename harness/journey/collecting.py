"""A service's profile as a pytest module: its tests are the scenarios of its ruleset and of the feature beside it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from pytest_bdd.feature import get_feature
from pytest_bdd.parser import Feature, Scenario, ScenarioTemplate
from pytest_bdd.scenario import _execute_scenario

from harness.catalog import Catalog, applies
from harness.model import Criterion, Evidence, Service

STANDARD = "muc-do-4"


def is_profile(path: Path, root: Path) -> bool:
    """features/<lĩnh-vực>/<mã>.yaml"""
    return path.suffix == ".yaml" and path.parent.parent == root / "features" and path.parent.name != STANDARD


@cache
def _features(paths: tuple[Path, ...]) -> tuple[Feature, ...]:
    return tuple(get_feature(str(path.parent), path.name) for path in paths)


class ServiceModule(pytest.Module):
    """One service. Node ids start with its own file, so that a new service renames nothing."""

    service: Service
    catalog: Catalog
    criteria: frozenset[str]  # the criteria to judge; empty: all
    sentences: Mapping[str, str]  # sentence → journey

    def _getobj(self) -> ModuleType:
        return ModuleType(self.path.stem)  # nothing to import: a profile is data

    def collect(self) -> Iterator[pytest.Item]:
        rules = self.catalog.rulesets[self.service.ruleset]
        tested = {criterion.id: criterion for criterion in rules.criteria if criterion.tested}
        for template in self._templates():
            for example in _examples(template):
                scenario = template.render(example)
                for criterion in (tested[tag] for tag in sorted(template.tags) if tag in tested):
                    if not self.criteria or criterion.id in self.criteria:
                        yield ScenarioItem.of(self, scenario, criterion, " ".join(example.values()))

    def _templates(self) -> Iterator[ScenarioTemplate]:
        standard = tuple(sorted((self.config.rootpath / "features" / STANDARD).glob("*.feature")))
        own = self.path.with_suffix(".feature")
        for feature in _features((*standard, own) if own.is_file() else standard):
            yield from feature.scenarios.values()


class ScenarioItem(pytest.Function):
    """One scenario on one service. ``used`` fills while its steps ask for evidence."""

    service: Service
    criterion: Criterion
    scenario: Scenario
    journeys: tuple[str, ...]  # that its sentences need
    exempt: str  # why the criterion does not apply to the service; "" when it does
    used: list[Evidence]
    template_path: str

    @classmethod
    def of(cls, module: ServiceModule, scenario: Scenario, criterion: Criterion, example: str) -> ScenarioItem:
        name = f"{criterion.id} {scenario.name}" + (f" [{example}]" if example else "")
        item = cls.from_parent(module, name=name, callobj=_test_of(scenario))
        found: ScenarioItem = item
        found.service = module.service
        found.criterion = criterion
        found.scenario = scenario
        found.exempt = applies(criterion, module.service)
        named = (module.sentences.get(step.name, "") for step in scenario.steps)
        found.journeys = tuple(dict.fromkeys(journey for journey in named if journey))
        found.used = []
        for tag in sorted(scenario.tags):
            found.add_marker(marker_of(tag))
        return found

    def reportinfo(self) -> tuple[os.PathLike[str] | str, int | None, str]:
        return self.scenario.feature.filename, self.scenario.line_number - 1, self.name

    def setup(self) -> None:
        if self.exempt:
            pytest.skip(f"Không áp dụng: {self.exempt}")
        super().setup()


def marker_of(tag: str) -> pytest.MarkDecorator:
    """Tags become arguments of two registered markers: unknown ones would stop --strict-markers."""
    return pytest.mark.criterion(tag) if tag.startswith("L4-") else pytest.mark.group(tag.removeprefix("nhom:"))


def _test_of(scenario: Scenario) -> Callable[..., None]:
    def test(request: pytest.FixtureRequest) -> None:
        __tracebackhide__ = True
        _execute_scenario(scenario.feature, scenario, request)

    test.__doc__ = scenario.name
    return test


def _examples(template: ScenarioTemplate) -> Iterator[dict[str, Any]]:
    rows = [context for table in template.examples for context in table.as_contexts()]
    yield from rows or [{}]
