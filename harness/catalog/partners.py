"""Reads catalog/partners/*.yaml: pages of others (gateway, sign-on) that many portals lead to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from harness.catalog import messages, yamltext
from harness.catalog.schemas import validator
from harness.catalog.yamltext import Document


@dataclass(frozen=True, slots=True)
class Partner:
    document: Document

    @property
    def tasks(self) -> Mapping[str, Any]:
        tasks: Mapping[str, Any] = self.document.value["tasks"]
        return tasks


def load(root: Path, problems: list[str]) -> dict[str, Partner]:
    found: dict[str, Partner] = {}
    for path in sorted((root / "catalog/partners").glob("*.yaml")):
        document = yamltext.read(path, root, problems, "partner")
        if document is not None and messages.conforms(document, validator("partner"), problems):
            found[path.stem] = Partner(document)
    return found
