"""The level-4 suite says what the checks judge, no more and no less."""

from __future__ import annotations

import importlib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from pytest_bdd.steps import StepFunctionContext, step_function_context_registry

from harness.checks import checks
from harness.model import Evidence
from steps.journeys import JOURNEYS
from tests.checks.prepared import FACTS, sample
from tests.checks.scenarios import FEATURES, Spoken, spoken


def modules() -> Iterator[ModuleType]:
    """As the root conftest.py loads them."""
    names = sorted(path.stem for path in (FEATURES[0].parents[2] / "steps").glob("[!_]*.py"))
    return (importlib.import_module(f"steps.{name}") for name in names)


def definitions() -> list[tuple[str, str, StepFunctionContext]]:
    """(module, sentence, step) of every sentence that the plugins know."""
    loaded = [module.__name__ for module in modules()]
    found = [(marker.__module__, context) for marker, context in list(step_function_context_registry.items())]
    return [
        (context.step_func.__module__, context.parser.name, context)
        for _, context in found
        if context.step_func.__module__ in loaded
    ]


def claim_of(context: StepFunctionContext) -> Callable[..., Any]:
    """What a Thì step judges, learnt by letting it judge nothing."""
    asked: list[Callable[..., Any]] = []
    scope = context.step_func.__globals__
    real = scope["judge"]
    scope["judge"] = lambda claim, _evidence, _service: asked.append(claim)
    try:
        context.step_func(None, None)
    finally:
        scope["judge"] = real
    (claim,) = asked
    return claim


DEFINED = definitions()
CLAIMS = {sentence: claim_of(context) for _, sentence, context in DEFINED if context.type == "then"}


@pytest.mark.parametrize("scenario", spoken(), ids=lambda s: s.name)
def test_scenario_proves_exactly_its_criterion(scenario: Spoken) -> None:
    criteria = [tag for tag in scenario.tags if tag.startswith("L4-")]
    assert len(criteria) == 1
    assert tuple(CLAIMS[sentence] for sentence in scenario.thens) == checks()[criteria[0]].claims


def test_every_check_has_one_scenario() -> None:
    told = Counter(tag for scenario in spoken() for tag in scenario.tags)
    assert told == Counter(dict.fromkeys(checks(), 1))


def test_every_sentence_is_defined_once() -> None:
    kinds = Counter((context.type, sentence) for _, sentence, context in DEFINED)
    assert [one for one, times in kinds.items() if times > 1] == []
    used = {step for scenario in spoken() for step in scenario.steps}
    assert used == set(kinds)


def test_patterns_are_plain_sentences() -> None:
    """Two patterns can only match one sentence if one of them has holes."""
    assert [sentence for _, sentence, _ in DEFINED if "{" in sentence or type(_.parser).__name__ != "string"] == []


def test_journeys_are_the_ones_that_steps_ask_for(tmp_path: Path) -> None:
    evidence = sample("L4-INF-01").evidence(tmp_path)
    asked: dict[str, str] = {}
    for module, sentence, context in DEFINED:
        if module == "steps.journeys":
            asked[sentence] = _journey(context, evidence)
    assert asked == JOURNEYS
    assert set(JOURNEYS.values()) == set(FACTS)


def _journey(context: StepFunctionContext, evidence: Evidence) -> str:
    asked: list[str] = []

    def evidence_of(journey: str) -> Evidence:
        asked.append(journey)
        return evidence

    context.step_func(None, evidence_of)
    (journey,) = asked
    return journey


def test_files_begin_with_their_language_and_group() -> None:
    for path in FEATURES:
        first, second, *_ = path.read_text("utf-8").splitlines()
        assert (first, second) == ("# language: vi", f"@nhom:{path.stem}")


def test_every_claim_says_what_it_proves() -> None:
    for check in checks().values():
        for claim in check.claims:
            assert claim.__doc__
            assert claim.__name__.count("_") >= 2
