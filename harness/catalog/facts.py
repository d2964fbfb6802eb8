"""Reads catalog/facts.yaml: the closed list of facts that adapters read and checks judge."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from harness.catalog import messages, yamltext
from harness.catalog.schemas import validator
from harness.model import SpecificationError


@dataclass(frozen=True, slots=True)
class Fact:
    name: str
    type: str  # text | list | money | number | code | datetime | status | flag
    by: str  # adapter | engine | gateway | identity | national | mail
    title: str
    usual: Mapping[str, Any] = field(default_factory=dict)  # where portals usually show it
    task: str = ""  # the task that alone brings it, "" when it comes in other ways


@cache
def facts(root: Path) -> dict[str, Fact]:
    problems: list[str] = []
    document = yamltext.read(root / "catalog/facts.yaml", root, problems, "facts")
    if document is not None:
        messages.conforms(document, validator("facts"), problems)
    if document is None or problems:
        raise SpecificationError(problems)
    return {
        name: Fact(name, row["type"], row["by"], row["title"], row.get("usual", {}), row.get("task", ""))
        for name, row in document.value.items()
    }
