"""What pytest loads for every run: the journeys' plugin, the sentences of the suite, the titles of its report."""

from __future__ import annotations

from pathlib import Path

pytest_plugins = [
    "harness.journey.plugin",
    "harness.reporting.allure_titles",
    *sorted(f"steps.{path.stem}" for path in (Path(__file__).parent / "steps").glob("[!_]*.py")),
]
