"""Where a criterion is written down: the line of its scenario."""

from __future__ import annotations

from collections.abc import Mapping

Places = Mapping[str, tuple[str, int]]  # criterion → (file relative to the project, line)
NOWHERE = ("features/muc-do-4", 1)


def place_of(criterion: str, places: Places) -> tuple[str, int]:
    """A criterion without a scenario is found in the table of criteria."""
    return places.get(criterion) or _row(criterion)


def _row(criterion: str) -> tuple[str, int]:
    parts = criterion.split("-")
    return (f"catalog/rulesets/criteria/{parts[1].lower()}.yaml", 1) if len(parts) == 3 else NOWHERE
