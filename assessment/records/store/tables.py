"""The tables of a store. What stands in them unsealed is decided in DECISIONS.md."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, String, Table, Text, Uuid

METADATA = MetaData()

DIGEST_BYTES = 32
MOMENT_LENGTH = 20
"""Moments are text like 2026-11-26T12:30:00Z, the same in every database."""

RECORDS = Table(
    "records",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("client", Uuid, nullable=False),
    Column("finished_at", String(MOMENT_LENGTH), nullable=False),
    Column("corrects", Uuid),
    Column("questionnaire", String(40), nullable=False),
    Column("program", String(40), nullable=False),
    Column("format", Integer, nullable=False),
    Column("generation", Integer, nullable=False),
    Column("sealed_to", String(100), nullable=False),
    Column("more", Text, nullable=False),
    Column("digest", LargeBinary(DIGEST_BYTES), nullable=False),
    Column("card", LargeBinary, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Index("records_by_client", "client"),
)

ERASED = Table(
    "erased",
    METADATA,
    Column("target", Uuid, primary_key=True),
    Column("kind", String(10), nullable=False),
    Column("at", String(MOMENT_LENGTH), nullable=False),
)

KEYS = Table(
    "gym_keys",
    METADATA,
    Column("public", String(100), primary_key=True),
    Column("generation", Integer, nullable=False),
    Column("wrapped", LargeBinary, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("older", LargeBinary, nullable=False),
    Column("digest", LargeBinary(DIGEST_BYTES), nullable=False),
)

AUDIT = Table(
    "audit",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("at", String(MOMENT_LENGTH), nullable=False),
    Column("who", String(80), nullable=False),
    Column("action", String(40), nullable=False),
    Column("target", Uuid),
    Column("detail", String(200), nullable=False),
)

PAPERS = Table(
    "papers",
    METADATA,
    Column("path", Text, primary_key=True),
    Column("record", Uuid, nullable=False),
    Column("client", Uuid, nullable=False),
)
"""Reports on this computer that erasing a client takes away. They do not travel."""
