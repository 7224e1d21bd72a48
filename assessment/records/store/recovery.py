"""A damaged file: kept as it is under another name, and read again as far as it can be."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, select, text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import NullPool

from assessment.records.errors import StoreDamagedError
from assessment.records.store.checks.file_check import UNREADABLE, has_log, read_only
from assessment.records.store.repository import put_all
from assessment.records.store.rows import TABLE_ROWS, digest_is_right, value_of_row
from assessment.records.store.transactions import Store
from assessment.records.store.values import Record, Value

DAMAGED_CODES = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
BESIDE = ("", "-wal", "-shm")
"""What SQLite adds to the name of a file for the files beside it."""

MOST_MISSED = 5_000
"""Rows in a row that cannot be read, after which no more are looked for."""

SET_ASIDE = (
    "The file of records was damaged. It is kept as {damaged}. "
    "{saved} records could be read from it and are in a new file. "
    "Bring back the others from a backup (records merge FILE) or a server (records pull URL)."
)


def damaged_files(path: Path) -> list[Path]:
    """Return what was set aside of the store at *path*, or before an update, with records still."""
    return sorted(
        copy for why in ("damaged", "before") for copy in path.parent.glob(f"{path.name}.{why}-*")
    )


def set_aside(path: Path, make: Callable[[], Store], tell: Callable[[str], None]) -> None:
    """Rename the damaged file at *path*, and put what can be read of it into a new one.

    *make* makes the store at *path* anew. Nothing is deleted.

    Raises:
        StoreDamagedError: Nothing can be read of it; it is as it was.
    """
    saved = list(_readable(path))
    if not saved:
        raise StoreDamagedError(UNREADABLE.format(place=path))
    damaged = _free_name(path)
    for ending in BESIDE:
        with suppress(FileNotFoundError):
            path.with_name(path.name + ending).rename(damaged.with_name(damaged.name + ending))
    put_all(make(), saved)
    records = sum(isinstance(value, Record) for value in saved)
    tell(SET_ASIDE.format(damaged=damaged, saved=records))


def _free_name(path: Path) -> Path:
    """Return a name that says when, and that no file has."""
    stem = f"{path.name}.damaged-{datetime.now(tz=UTC):%Y%m%d-%H%M%S}"
    names = (path.with_name(stem + (f"-{number}" if number else "")) for number in range(1000))
    return next(name for name in names if not name.exists())


def _readable(damaged: Path) -> Iterator[Value]:
    """Yield every value in *damaged* that is whole."""
    engine = create_engine(read_only(damaged, alone=not has_log(damaged)), poolclass=NullPool)
    for kind in TABLE_ROWS:
        for row in _rows(engine, kind):
            with suppress(KeyError, TypeError, ValueError):
                value = value_of_row(kind, row)
                if digest_is_right(value, row):
                    yield value


def _rows(engine: Engine, kind: type[Value]) -> Iterator[Any]:
    """Yield the rows of one table, each read by itself, so that a bad one costs only itself."""
    numbered = select(TABLE_ROWS[kind].table).where(text("rowid = :number"))
    with suppress(DatabaseError), engine.connect() as connection:
        missed = number = 0
        while missed < MOST_MISSED:
            number += 1
            missed += 1
            with suppress(DatabaseError, ValueError):
                for row in connection.execute(numbered, {"number": number}).mappings():
                    missed = 0
                    yield row
