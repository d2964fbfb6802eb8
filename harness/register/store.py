"""Opens the register's database, one writer at a time, and turns what a database says into sentences."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, event, insert, select, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import NullPool  # a command opens the register once; nothing is held between two acts

from harness.register.audit import GENESIS, digest
from harness.register.tables import audit

VARIABLE = "KIEMTHU_REGISTER"
DEFAULT = "reports/so-dang-ky.db"
PATIENCE = 30.0  # seconds to wait for another writer
LOCK = 0x6B69656D  # «kiem»: the advisory lock that writers on PostgreSQL take in turn


class RegisterError(Exception):
    """The register cannot be used, or (`refused`) was asked for what may not be. A Vietnamese sentence."""

    def __init__(self, sentence: str, *, refused: bool = False) -> None:
        super().__init__(sentence)
        self.refused = refused


def address(root: Path) -> str:
    """The database's URL: from KIEMTHU_REGISTER, else an SQLite file of the project."""
    return os.environ.get(VARIABLE) or f"sqlite:///{root / DEFAULT}"


class Register:
    """`with register.writing("nguyen-van-a") as ledger:` — all of it is kept, or nothing."""

    def __init__(self, url: str, *, patience: float = PATIENCE) -> None:
        self._patience = patience
        try:
            made = make_url(url)
            if made.drivername == "postgresql":
                made = made.set(drivername="postgresql+psycopg")
            if made.get_backend_name() == "sqlite" and made.database:
                Path(made.database).parent.mkdir(parents=True, exist_ok=True)
            self._engine = _engine(made, patience)
        except (ArgumentError, ImportError, OSError) as wrong:
            raise RegisterError(
                f"{VARIABLE} không phải địa chỉ cơ sở dữ liệu dùng được; cần dạng sqlite:///tệp.db hoặc "
                f"postgresql://máy/tên ({type(wrong).__name__})."
            ) from wrong
        with _told():
            self._migrate()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        with _told(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self, by: str, *, at: datetime | None = None) -> Iterator[Ledger]:
        """`at` is now, but for what is entered later from paper."""
        with _told(), self._alone() as connection:
            yield Ledger(connection, by, at or datetime.now(UTC))

    @contextmanager
    def _alone(self) -> Iterator[Connection]:
        with self._engine.connect().execution_options(writes=True) as connection, connection.begin():
            if connection.dialect.name == "postgresql":
                connection.execute(text(f"SET LOCAL lock_timeout = '{int(self._patience * 1000)}ms'"))
                connection.execute(text(f"SELECT pg_advisory_xact_lock({LOCK})"))
            yield connection

    def _migrate(self) -> None:
        """To the newest layout; a register of a newer kiemthu is left alone."""
        config = Config()
        config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
        scripts = ScriptDirectory.from_config(config)
        with self._alone() as connection:
            current = MigrationContext.configure(connection).get_current_revision()
            if current == scripts.get_current_head():
                return
            if current and current not in {script.revision for script in scripts.walk_revisions()}:
                raise RegisterError("Sổ đăng ký do một bản kiemthu mới hơn lập; hãy nâng cấp kiemthu rồi làm lại.")
            config.attributes["connection"] = connection
            command.upgrade(config, "head")


class Ledger:
    """One transaction of one person."""

    def __init__(self, connection: Connection, by: str, at: datetime) -> None:
        self.connection = connection
        self.by = by
        self.at = at

    def add(self, table: Any, **values: Any) -> int:
        """A row more; returns its number."""
        made = self.connection.execute(insert(table).values(at=self.at, by=self.by, **values))
        number = made.inserted_primary_key
        return int(number[0]) if number else 0

    def tell(self, act: str, subject: str, detail: Mapping[str, Any]) -> None:
        """What was done, at the end of the chain."""
        last = self.connection.execute(select(audit.c.digest).order_by(audit.c.id.desc()).limit(1)).scalar()
        row = {"at": self.at, "by": self.by, "act": act, "subject": subject,
               "detail": json.dumps(detail, ensure_ascii=False, sort_keys=True)}  # fmt: skip
        before = last or GENESIS
        self.connection.execute(insert(audit).values(**row, before=before, digest=digest(before, row)))


def _engine(url: Any, patience: float) -> Engine:
    if url.get_backend_name() != "sqlite":
        return create_engine(url, poolclass=NullPool, connect_args={"connect_timeout": max(2, int(patience))})
    engine = create_engine(url, poolclass=NullPool, connect_args={"timeout": patience})

    @event.listens_for(engine, "connect")
    def _(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # the driver starts no transaction of its own
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA foreign_keys=ON")

    @event.listens_for(engine, "begin")
    def _(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except DBAPIError as wrong:
        said = str(wrong.orig).strip().splitlines()[0] if str(wrong.orig).strip() else type(wrong.orig).__name__
        raise RegisterError(_sentence(said)) from wrong


def _sentence(said: str) -> str:
    low = said.casefold()
    if "locked" in low or "lock timeout" in low:
        return "Sổ đăng ký đang bị một tiến trình khác giữ quá lâu; chưa ghi gì, hãy thử lại sau."
    if "full" in low or "no space" in low:
        return "Đĩa chứa sổ đăng ký đã đầy; chưa ghi gì, hãy giải phóng chỗ rồi làm lại."
    if "chỉ được thêm" in low:
        return f"Sổ đăng ký chỉ được thêm, không được sửa hay xóa ({said})."
    if "not a database" in low or "malformed" in low:
        return "Tệp sổ đăng ký bị hỏng hoặc không phải cơ sở dữ liệu SQLite; hãy khôi phục từ bản sao lưu."
    return f"Không dùng được sổ đăng ký: {said}"
