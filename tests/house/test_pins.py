"""Packages that only work as a pair are held together: pytest-bdd reaches into pytest, Playwright fits one Chromium."""

from __future__ import annotations

import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DECLARED = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
LOCKED = dict(
    line.split("==") for line in (ROOT / "requirements.lock").read_text("utf-8").splitlines() if "==" in line
)


def declared(name: str) -> str:
    return next(line.split("==")[1].rstrip("*").rstrip(".") for line in DECLARED if line.split("==")[0] == name)


@pytest.mark.parametrize("name", ["pytest", "pytest-bdd", "playwright", "allure-pytest", "pytest-xdist"])
def test_what_runs_is_what_was_declared_and_locked(name: str) -> None:
    assert version(name).startswith(declared(name))
    assert LOCKED[name] == version(name)


def test_the_pairs() -> None:
    assert (declared("pytest"), declared("pytest-bdd")) == ("9.2", "9.0")
    assert declared("playwright") == "1.64"  # built for Chromium 156, Debian's; 1.65 cannot drive Debian's Firefox
