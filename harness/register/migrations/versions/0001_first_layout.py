"""The first layout of the register, and the triggers that let rows be added only."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = ("services", "stages", "deadlines", "runs", "decisions", "failures", "waivers", "publications", "audit")
SENTENCE = "sổ đăng ký chỉ được thêm"


def table(name: str, *columns: Any) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.String(200), nullable=False),
        *columns,
    )


def words(*names: str, length: int = 0) -> list[Any]:
    return [sa.Column(name, sa.String(length) if length else sa.Text(), nullable=False) for name in names]


def reference(name: str, to: str) -> Any:
    return sa.Column(name, sa.Integer(), sa.ForeignKey(f"{to}.id"), nullable=False)


def upgrade() -> None:
    table("services", *words("code", length=64), *words("name"), *words("field", length=100), *words("agency"),
          *words("level", length=40), *words("portal", length=100))
    table("stages", *words("code", length=64), *words("stage", length=20), *words("why"))
    table("deadlines", *words("code", length=64), *words("stage", length=20), sa.Column("due", sa.Date()),
          *words("source"))
    table("runs", *words("run", length=200), *words("digest", length=64),
          sa.Column("ended", sa.DateTime(), nullable=False), *words("portal_build"),
          *words("ruleset", "version", length=100), *words("signer"), sa.Column("demo", sa.Boolean(), nullable=False),
          *words("trusted_time", "place"), sa.UniqueConstraint("digest"))
    table("decisions", reference("run", "runs"), *words("code", length=64), *words("decision", length=20),
          *words("reasons", "counts"), *words("profile", length=64), sa.UniqueConstraint("run", "code"))
    table("failures", reference("decision", "decisions"), *words("criterion", length=40), *words("state", length=20),
          *words("title"), *words("severity", length=20), *words("owner"), *words("fingerprint", length=64))
    table("waivers", reference("run", "runs"), *words("criterion", length=40), *words("code", length=64),
          sa.Column("starts", sa.Date(), nullable=False), sa.Column("ends", sa.Date(), nullable=False),
          *words("owner", "approver", "reason"))
    table("publications", *words("code", length=64), reference("decision", "decisions"), *words("hook"))
    table("audit", *words("act", length=60), *words("subject", "detail"), *words("before", "digest", length=64),
          sa.UniqueConstraint("digest"))
    for name in ("services", "stages", "deadlines", "decisions", "publications"):
        op.create_index(f"ix_{name}_code", name, ["code"])
    op.create_index("ix_failures_decision", "failures", ["decision"])
    op.create_index("stages_by_time", "stages", ["code", "at"])
    _only_adding()


def _only_adding() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for name in TABLES:
            for act in ("UPDATE", "DELETE"):
                op.execute(f"CREATE TRIGGER {name}_no_{act.lower()} BEFORE {act} ON {name} "
                           f"BEGIN SELECT RAISE(ABORT, '{SENTENCE}'); END")
        return
    op.execute("CREATE FUNCTION only_adding() RETURNS trigger LANGUAGE plpgsql AS "
               f"$$ BEGIN RAISE EXCEPTION '{SENTENCE}'; END $$")
    for name in TABLES:
        op.execute(f"CREATE TRIGGER {name}_only_adding BEFORE UPDATE OR DELETE OR TRUNCATE ON {name} "
                   "FOR EACH STATEMENT EXECUTE FUNCTION only_adding()")


def downgrade() -> None:
    raise NotImplementedError("the register is never taken apart: restore a copy instead")
