"""Reads catalog/reviews/*.yaml: what named persons answered where no machine can judge."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from harness.catalog import messages, yamltext
from harness.catalog.schemas import validator
from harness.model import Ruleset

Answers = dict[str, tuple[Mapping[str, Any], ...]]  # portal → rows as the schema describes them


def load(root: Path, rulesets: Mapping[str, Ruleset], problems: list[str]) -> Answers:
    asked = {c.id for one in rulesets.values() for c in one.criteria if c.judged_by == "review"}
    found: Answers = {}
    for path in sorted((root / "catalog/reviews").glob("*.yaml")):
        document = yamltext.read(path, root, problems, "review")
        if document is None or not messages.conforms(document, validator("review"), problems):
            continue
        answers = document.value["answers"]
        problems.extend(
            messages.unknown(document.at("answers", index), "tiêu chí chờ người xét", row["criterion"], asked)
            for index, row in enumerate(answers)
            if row["criterion"] not in asked
        )
        found[document.value["portal"]] = (*found.get(document.value["portal"], ()), *answers)
    return found


def of_service(answers: Answers, portal: str, code: str) -> list[dict[str, Any]]:
    """The answers that speak of this service, those for all services of the portal first."""
    mine = [dict(row) for row in answers.get(portal, ()) if code in row.get("services", [code])]
    return sorted(mine, key=lambda row: "services" in row)
