"""A migrated database of its own for the sandbox's tests, emptied before every test."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from sandbox import database

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sandbox.settings")


@pytest.fixture(scope="session")
def sandbox_database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("sandbox")
    os.environ.update(GATEWAY_SECRET="only-for-tests", GATEWAY_URL="http://gateway.test")
    database.prepare(folder)
    import django

    django.setup()
    database.migrate()
    yield folder
    from django.db import connections

    connections.close_all()
    for name in ("GATEWAY_SECRET", "GATEWAY_URL", "DATABASE_URL"):
        os.environ.pop(name, None)


@pytest.fixture
def db(sandbox_database: Path) -> None:
    """Empty tables; everything that a test writes stays until the next test."""
    from django.core.management import call_command

    from sandbox.core import behaviour

    behaviour.use(behaviour.Conforming())
    call_command("flush", verbosity=0, interactive=False)
