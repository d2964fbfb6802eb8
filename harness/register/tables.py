"""The tables of the register. Every row is added once and never changed; the migrations forbid it in the database."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)


class Moment(TypeDecorator[datetime]):
    """A point in time: aware in Python, UTC in the database. A naive one is refused."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment of the register needs a time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return None if value is None else value.replace(tzinfo=UTC)


metadata = MetaData()
CODE = String(64)


def _table(name: str, *columns: Any) -> Table:
    """Each row has a number in the order of its adding, the moment, and who added it."""
    return Table(name, metadata, Column("id", Integer, primary_key=True), Column("at", Moment, nullable=False),
                 Column("by", String(200), nullable=False), *columns)  # fmt: skip


services = _table(
    "services",  # what a service is called; the latest row of a code holds
    Column("code", CODE, nullable=False, index=True), Column("name", Text, nullable=False),
    Column("field", String(100), nullable=False), Column("agency", Text, nullable=False),
    Column("level", String(40), nullable=False), Column("portal", String(100), nullable=False),
)  # fmt: skip
stages = _table(
    "stages",
    Column("code", CODE, nullable=False, index=True), Column("stage", String(20), nullable=False),
    Column("why", Text, nullable=False),
)  # fmt: skip
deadlines = _table(
    "deadlines",  # of the plan; the latest row of (code, stage) holds, without a date it is lifted
    Column("code", CODE, nullable=False, index=True), Column("stage", String(20), nullable=False),
    Column("due", Date, nullable=True), Column("source", Text, nullable=False),
)  # fmt: skip
runs = _table(
    "runs",
    Column("run", String(200), nullable=False), Column("digest", String(64), nullable=False, unique=True),
    Column("ended", Moment, nullable=False), Column("portal_build", Text, nullable=False),
    Column("ruleset", String(100), nullable=False), Column("version", String(100), nullable=False),
    Column("signer", Text, nullable=False), Column("demo", Boolean, nullable=False),
    Column("trusted_time", Text, nullable=False), Column("place", Text, nullable=False),
)  # fmt: skip
decisions = _table(
    "decisions",
    Column("run", ForeignKey("runs.id"), nullable=False), Column("code", CODE, nullable=False, index=True),
    Column("decision", String(20), nullable=False), Column("reasons", Text, nullable=False),
    Column("counts", Text, nullable=False), Column("profile", String(64), nullable=False),
    UniqueConstraint("run", "code"),
)  # fmt: skip
failures = _table(
    "failures",  # what a decision found not to be met
    Column("decision", ForeignKey("decisions.id"), nullable=False, index=True),
    Column("criterion", String(40), nullable=False), Column("state", String(20), nullable=False),
    Column("title", Text, nullable=False), Column("severity", String(20), nullable=False),
    Column("owner", Text, nullable=False), Column("fingerprint", String(64), nullable=False),
)  # fmt: skip
waivers = _table(
    "waivers",
    Column("run", ForeignKey("runs.id"), nullable=False),
    Column("criterion", String(40), nullable=False), Column("code", CODE, nullable=False),
    Column("starts", Date, nullable=False), Column("ends", Date, nullable=False),
    Column("owner", Text, nullable=False), Column("approver", Text, nullable=False),
    Column("reason", Text, nullable=False),
)  # fmt: skip
publications = _table(
    "publications",
    Column("code", CODE, nullable=False, index=True), Column("decision", ForeignKey("decisions.id"), nullable=False),
    Column("hook", Text, nullable=False),  # what the portal's hook answered; "" when the portal has none
)  # fmt: skip
audit = _table(
    "audit",  # one row an act, chained: each digest covers the one before
    Column("act", String(60), nullable=False), Column("subject", Text, nullable=False),
    Column("detail", Text, nullable=False), Column("before", String(64), nullable=False),
    Column("digest", String(64), nullable=False, unique=True),
)  # fmt: skip
Index("stages_by_time", stages.c.code, stages.c.at)
