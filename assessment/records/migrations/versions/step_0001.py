"""The first tables: records, what is erased, the gym's keys, the audit log, papers made."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "records",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("client", sa.Uuid, nullable=False),
        sa.Column("finished_at", sa.String(20), nullable=False),
        sa.Column("corrects", sa.Uuid),
        sa.Column("questionnaire", sa.String(40), nullable=False),
        sa.Column("program", sa.String(40), nullable=False),
        sa.Column("format", sa.Integer, nullable=False),
        sa.Column("generation", sa.Integer, nullable=False),
        sa.Column("sealed_to", sa.String(100), nullable=False),
        sa.Column("more", sa.Text, nullable=False),
        sa.Column("digest", sa.LargeBinary(32), nullable=False),
        sa.Column("card", sa.LargeBinary, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_index("records_by_client", "records", ["client"])
    op.create_table(
        "erased",
        sa.Column("target", sa.Uuid, primary_key=True),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("at", sa.String(20), nullable=False),
    )
    op.create_table(
        "gym_keys",
        sa.Column("public", sa.String(100), primary_key=True),
        sa.Column("generation", sa.Integer, nullable=False),
        sa.Column("wrapped", sa.LargeBinary, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("older", sa.LargeBinary, nullable=False),
        sa.Column("digest", sa.LargeBinary(32), nullable=False),
    )
    op.create_table(
        "audit",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("at", sa.String(20), nullable=False),
        sa.Column("who", sa.String(80), nullable=False),
        sa.Column("action", sa.String(40), nullable=False),
        sa.Column("target", sa.Uuid),
        sa.Column("detail", sa.String(200), nullable=False),
    )
    op.create_table(
        "papers",
        sa.Column("path", sa.Text, primary_key=True),
        sa.Column("record", sa.Uuid, nullable=False),
        sa.Column("client", sa.Uuid, nullable=False),
    )
