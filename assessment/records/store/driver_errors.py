"""What a database driver raises -> a sentence about the store, for a person."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError

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

FULL = "The disk is full. What was kept before is there; this was not kept."
READ_ONLY = "Nothing can be written to {place}. Ask for the right to write there."
DAMAGED = "The file {place} is damaged."
SERVER_GONE = (
    "The database server of {place} does not answer. Nothing that was confirmed is lost. "
    "Look at the network and try again; it goes on where it stopped."
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


@contextmanager
def explained(place: str) -> Iterator[None]:
    """Turn what the database driver raises inside into a sentence about *place*.

    Raises:
        StoreError: In place of what the driver raised, where a person can do something.
    """
    try:
        yield
    except DBAPIError as error:
        code = getattr(error.orig, "sqlite_errorcode", None)
        if code is not None:
            if code & 0xFF not in BY_CODE:
                raise
            kind, sentence = BY_CODE[code & 0xFF]
            raise kind(sentence.format(place=place)) from error
        if error.connection_invalidated or isinstance(error, (OperationalError, InterfaceError)):
            raise StoreUnreachableError(SERVER_GONE.format(place=place)) from error
        raise
