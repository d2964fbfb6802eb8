"""A fresh database in no time: migrated once into a template file, copied for every start."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import tempfile
from pathlib import Path

MIGRATIONS = Path(__file__).parent / "core" / "migrations"


def template() -> Path:
    """Where the migrated database of exactly these migrations is kept."""
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in sorted(MIGRATIONS.glob("*.py")))).hexdigest()[:16]
    folder = Path(tempfile.gettempdir()) / f"kiemthu-sandbox-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder / f"{digest}.sqlite3"


def prepare(folder: Path) -> None:
    """Before Django starts: without DATABASE_URL a copy of the template in `folder` is the database."""
    if os.environ.get("DATABASE_URL"):
        return
    database = folder / "sandbox.sqlite3"
    if template().exists():
        shutil.copyfile(template(), database)
    os.environ["DATABASE_URL"] = f"sqlite:///{database}"


def migrate() -> None:
    """After Django has started: brings the database up to date, and keeps a template of a new SQLite file."""
    from django.core.management import call_command  # noqa: PLC0415 - after django.setup()
    from django.db import connection  # noqa: PLC0415

    own = connection.vendor == "sqlite"
    if own and "core_dossier" in connection.introspection.table_names():
        return
    call_command("migrate", verbosity=0, interactive=False)
    if own and not template().exists():
        fresh = template().with_suffix(f".{os.getpid()}")
        with sqlite3.connect(str(connection.settings_dict["NAME"])) as source:
            source.execute("VACUUM INTO ?", (str(fresh),))
        fresh.replace(template())


def seed(password: str) -> None:
    """The officers of the adapter, the second one to be locked out; without a password nobody can sign in."""
    from django.contrib.auth.hashers import make_password  # noqa: PLC0415

    from sandbox.core.models import Officer  # noqa: PLC0415

    officers = {"can-bo-01": ("Trần Thị Cán", "Công chức"), "can-bo-02": ("Lê Văn Thử", "Chuyên viên")}
    for username, (name, title) in officers.items():
        Officer.objects.update_or_create(
            username=username,
            defaults={"full_name": name, "title": title, "password": make_password(password or None)})
