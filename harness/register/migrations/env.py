"""Alembic's entry: runs on the connection that the register hands over, inside its transaction."""

from __future__ import annotations

from alembic import context

from harness.register.tables import metadata

context.configure(
    connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True,
    transactional_ddl=True,
)  # fmt: skip
context.run_migrations()
