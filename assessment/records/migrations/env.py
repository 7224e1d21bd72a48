"""What alembic runs for a migration: over the connection of the store that is being opened."""

from __future__ import annotations

from alembic import context

from assessment.records.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
)
context.run_migrations()
