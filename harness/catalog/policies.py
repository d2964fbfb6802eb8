"""Reads catalog/policies/*.yaml: what a decision demands."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from harness.catalog import messages, yamltext
from harness.catalog.messages import did_you_mean
from harness.catalog.schemas import validator
from harness.model import Policy, SpecificationError

FOLDER = "catalog/policies"
DEFAULT = "default"


def policy(root: Path, given: str = "", rulesets: Iterable[str] = ()) -> Policy:
    """``given``: a file, or the name of one in catalog/policies; SpecificationError says all that is wrong in it.

    ``rulesets``: those that exist; the policy must name none other.
    """
    path = _path(root, given or DEFAULT)
    problems: list[str] = []
    document = yamltext.read(path, root, problems, "policy")
    if document is None or not messages.conforms(document, validator("policy"), problems) or problems:
        raise SpecificationError(problems)
    row, known = document.value, list(rulesets)
    problems = [
        messages.unknown(document.at("rulesets", index), "bộ tiêu chí", name, known)
        for index, name in enumerate(row["rulesets"])
        if known and name not in known
    ]
    if problems:
        raise SpecificationError(problems)
    evidence, flaky = row["evidence"], row["flaky"]
    return Policy(
        id=row["id"],
        title=row["title"],
        rulesets=tuple(row["rulesets"]),
        blocking=tuple(row["blocking"]),
        most_warnings=None if row["most_warnings"] == "unlimited" else int(row["most_warnings"]),
        most_age_days=int(evidence["most_age_days"]),
        portal_build="" if evidence["portal_build"] == "any" else evidence["portal_build"],
        signature=evidence["signature"] == "required",
        demo_key=evidence["demo_key"] == "accepted",
        trusted_time=evidence["trusted_time"] == "required",
        repeats=int(flaky["repeats"]),
        retry_answers=tuple(flaky["retry_answers"]),
    )


def _path(root: Path, given: str) -> Path:
    own = root / FOLDER / f"{given}.yaml"
    for path in (Path(given), own):
        if path.is_file():
            return path.resolve()
    names = [path.stem for path in sorted((root / FOLDER).glob("*.yaml"))]
    guess = did_you_mean(Path(given).stem, names)
    raise SpecificationError([f"{given}:1: Không có tệp chính sách này, cũng không có trong {FOLDER}.{guess}"])
