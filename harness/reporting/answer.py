"""The rows of ``verdict.json`` as the values the rest of the room works with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from harness.model import Criterion, Finding, State
from harness.reporting.words import WAY


def criteria_of(answer: Mapping[str, Any]) -> dict[str, Criterion]:
    return {row["id"]: Criterion(**{**row, "links": tuple(row.get("links", ()))}) for row in answer["criteria"]}


def findings_of(service: Mapping[str, Any]) -> list[Finding]:
    return [
        Finding(**{**row, "state": State(row["state"]), "files": tuple(row.get("files", ()))})
        for row in service["findings"]
    ]


def group_titles(answer: Mapping[str, Any]) -> dict[str, str]:
    """Group → title, in the order of a citizen's way; a group without a title goes by its code."""
    titles, present = answer["ruleset"]["groups"], {row["group"] for row in answer["criteria"]}
    ordered = [*(g for g in WAY if g in present), *sorted(present - set(WAY))]
    return {group: titles.get(group, group) for group in ordered}
