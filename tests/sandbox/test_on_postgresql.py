"""The sandbox's own rules once more, on the database that large portals run on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import psycopg

from tests.postgresql import new_database, postgres

__all__ = ["postgres"]
HERE = Path(__file__).parent
# In a process of its own: Django is told its database once.
AGAIN = ("test_domain_process.py", "test_domain_payment.py", "test_domain_delivery.py")


def test_the_domain_holds_on_postgresql(postgres: str) -> None:
    address = new_database(postgres, "cong_mau")
    environment = os.environ | {"DATABASE_URL": address}
    command = [sys.executable, "-m", "pytest", "-q", "-x", *(str(HERE / name) for name in AGAIN)]
    done = subprocess.run(command, env=environment, cwd=HERE.parents[1], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:]
    with psycopg.connect(address) as connection:
        kept = connection.execute("SELECT count(*) FROM core_dossier").fetchone()
    assert kept
    assert kept[0] > 0  # it was this database that was written to
