"""What a database driver raises -> a sentence about the store, for a person."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from assessment.files.full_disk import has_no_room
from assessment.records.errors import (
    BUSY,
    UNOPENED,
    StoreBusyError,
    StoreDamagedError,
    StoreError,
    StoreFullError,
    StoreReadOnlyError,
    StoreUnreachableError,
)
from assessment.records.store.addresses import file_of
from assessment.records.store.checks.server_check import server_fault

FULL = "The disk is full. What was kept before is there; this was not kept."
READ_ONLY = "Nothing can be written to {place}. Ask for the right to write there."
DAMAGED = (
    "The file {place} is damaged. Bring the records back from a backup (records merge FILE) or a "
    "server (records pull URL)."
)

BY_CODE: dict[int, tuple[type[StoreError], str]] = {
    sqlite3.SQLITE_FULL: (StoreFullError, FULL),
    sqlite3.SQLITE_READONLY: (StoreReadOnlyError, READ_ONLY),
    sqlite3.SQLITE_PERM: (StoreReadOnlyError, READ_ONLY),
    sqlite3.SQLITE_BUSY: (StoreBusyError, BUSY),
    sqlite3.SQLITE_LOCKED: (StoreBusyError, BUSY),
    sqlite3.SQLITE_CORRUPT: (StoreDamagedError, DAMAGED),
    sqlite3.SQLITE_NOTADB: (StoreDamagedError, DAMAGED),
    sqlite3.SQLITE_CANTOPEN: (StoreUnreachableError, UNOPENED),
    sqlite3.SQLITE_IOERR: (StoreUnreachableError, UNOPENED),
}
"""What SQLite's result codes (their lowest byte) mean to a person."""
MAYBE_FULL = {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR}
"""What SQLite says too where a file beside the store finds no room."""


@contextmanager
def explained(url: URL) -> Iterator[None]:
    """Turn what the database driver raises inside into a sentence about the store at *url*.

    Raises:
        StoreError: In place of what the driver raised, where a person can do something.
    """
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        fault = _fault(url, error)
        if fault is None:
            raise
        raise fault from error


def _fault(url: URL, error: DBAPIError | sqlite3.Error) -> StoreError | None:
    """Return what *error* means to a person, None for a fault of the program."""
    origin: Any = error.orig if isinstance(error, DBAPIError) else error
    if path := file_of(url):
        return _file_fault(path, origin)
    return server_fault(url, origin)


def _file_fault(path: Path, error: sqlite3.Error) -> StoreError | None:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code not in BY_CODE:
        return None
    if code in MAYBE_FULL and has_no_room(path.parent):
        return StoreFullError(FULL)
    kind, sentence = BY_CODE[code]
    return kind(sentence.format(place=path))
