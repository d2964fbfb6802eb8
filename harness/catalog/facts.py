"""Reads catalog/facts.yaml: the closed list of facts that adapters read and checks judge."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from harness.catalog import yamltext
from harness.model import SpecificationError


@dataclass(frozen=True, slots=True)
class Fact:
    name: str
    type: str  # text | list | money | number | code | datetime | status | flag
    by: str  # adapter | engine | gateway | identity | national | mail
    title: str


@cache
def facts(root: Path) -> dict[str, Fact]:
    problems: list[str] = []
    document = yamltext.read(root / "catalog/facts.yaml", root, problems)
    if document is None or problems:
        raise SpecificationError(problems)
    return {name: Fact(name, row["type"], row["by"], row["title"]) for name, row in document.value.items()}
