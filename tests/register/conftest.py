"""A register on SQLite and one on PostgreSQL: what holds must hold on both."""

from __future__ import annotations

from pathlib import Path

import pytest

from harness.register import Register
from tests.postgresql import new_database, postgres

__all__ = ["postgres"]


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'so.db'}"
    return new_database(request.getfixturevalue("postgres"), f"so_{abs(hash(tmp_path)):x}")


@pytest.fixture
def register(url: str) -> Register:
    return Register(url)
