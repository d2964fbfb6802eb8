"""The files beside Allure's results that say what the run was, and how to sort what went wrong."""

from __future__ import annotations

import json
import platform
from importlib import metadata
from pathlib import Path

from harness.evidence.run_file import read_run_file
from harness.reporting.words import FACT_NAMES

# Only a check fails a test; everything else is broken. What was told in its own words is a blank,
# what still names an exception is a mistake of the harness.
CATEGORIES = [
    {"name": "Dịch vụ không đạt tiêu chí", "matchedStatuses": ["failed"]},
    {"name": "Lỗi bộ kiểm thử", "matchedStatuses": ["broken"], "messageRegex": r"(?s)^[\w.]+(Error|Exception)\b.*"},
    {"name": "Chưa kiểm được", "matchedStatuses": ["broken"]},
    {"name": "Chưa chạy", "matchedStatuses": ["skipped"]},
]
ENVIRONMENT = "environment.properties"
PACKAGES = ("pytest", "pytest-bdd", "playwright", "allure-pytest")


def write_about(results: Path) -> None:
    """categories.json, environment.properties and executor.json; the run's own facts come from run.json."""
    results.mkdir(parents=True, exist_ok=True)
    run = results.parent
    facts = {
        "Lượt chạy": run.name,
        "Python": platform.python_version(),
        **{name: metadata.version(name) for name in PACKAGES},
        **{FACT_NAMES.get(k, k): str(v) for k, v in read_run_file(run).items() if isinstance(v, str | int) and v != ""},
    }
    _json(results / "categories.json", CATEGORIES)
    _json(
        results / "executor.json",
        {"name": "kiemthu", "type": "kiemthu", "buildName": run.name, "reportName": "kiemthu"},
    )
    (results / ENVIRONMENT).write_text("".join(f"{line(k, v)}\n" for k, v in facts.items()), "utf-8")


def line(name: str, value: str) -> str:
    """A key of a .properties file ends at the first space, unless it is escaped."""
    escaped = name.replace(" ", "\\ ")
    return f"{escaped} = {value}"


def _json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", "utf-8")
