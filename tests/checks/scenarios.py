"""The level-4 suite as the tests of checks read it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from gherkin.parser import Parser

from steps.journeys import JOURNEYS

FEATURES = sorted((Path(__file__).parents[2] / "features" / "muc-do-4").glob("*.feature"))


@dataclass(frozen=True)
class Spoken:
    file: str
    name: str
    tags: tuple[str, ...]
    steps: tuple[tuple[str, str], ...]  # (given | when | then, sentence)

    @property
    def journeys(self) -> list[str]:
        return [JOURNEYS[sentence] for kind, sentence in self.steps if kind != "then"]

    @property
    def thens(self) -> list[str]:
        return [sentence for kind, sentence in self.steps if kind == "then"]


@cache
def spoken() -> tuple[Spoken, ...]:
    found = []
    for path in FEATURES:
        feature = Parser().parse(path.read_text("utf-8"))["feature"]
        for child in feature["children"]:
            scenario = child["scenario"]
            tags = tuple(tag["name"].removeprefix("@") for tag in scenario["tags"])
            found.append(Spoken(path.name, scenario["name"], tags, tuple(_steps(scenario["steps"]))))
    return tuple(found)


def _steps(rows: list[dict[str, str]]) -> list[tuple[str, str]]:
    kinds = {"Context": "given", "Action": "when", "Outcome": "then"}
    steps, kind = [], ""
    for row in rows:
        kind = kinds.get(row["keywordType"], kind)  # «Và» goes on with the kind before it
        steps.append((kind, row["text"]))
    return steps


def scenario_of(criterion: str) -> Spoken:
    return next(one for one in spoken() if criterion in one.tags)
