"""Why a store cannot do what it was asked; each message is a sentence that can be shown."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError


class StoreError(Exception):
    """Something about the store; never raised itself."""


class StoreUnreachable(StoreError):  # noqa: N818  # a state, said as it is
    """The file cannot be opened, or the server does not answer."""


class StoreFull(StoreError):  # noqa: N818
    """There is no room on the disk; what was confirmed before is there."""


class StoreReadOnly(StoreError):  # noqa: N818
    """Nothing may be written here."""


class StoreBusy(StoreError):  # noqa: N818
    """Another program was writing for too long."""


class StoreDamaged(StoreError):  # noqa: N818
    """The file is not a whole database any more."""


class StoreNewer(StoreError):  # noqa: N818
    """A newer program made the store."""


class BadAddress(StoreError):  # noqa: N818
    """The address of a store is not one that this program can use."""


class NotThere(StoreError):  # noqa: N818
    """There is no such record or client."""


class Sealed(StoreError):  # noqa: N818
    """It cannot be opened without the gym's key."""


class WrongSecret(StoreError):  # noqa: N818
    """The passphrase, PIN or key does not open it."""


class BadBundle(StoreError):  # noqa: N818
    """A file is not a whole bundle of records."""


FULL = "The disk is full. What was kept before is there; this was not kept."
READ_ONLY = "Nothing can be written to {place}. Ask for the right to write there."
BUSY = "Another program is writing to {place}. Wait a moment and try again."
DAMAGED = "The file {place} is damaged."
UNOPENED = "The store {place} cannot be opened. Look whether the folder is there."
SERVER_GONE = (
    "The database server of {place} does not answer. Nothing that was confirmed is lost. "
    "Look at the network and try again; it goes on where it stopped."
)

BY_CODE: dict[int, tuple[type[StoreError], str]] = {
    sqlite3.SQLITE_FULL: (StoreFull, FULL),
    sqlite3.SQLITE_READONLY: (StoreReadOnly, READ_ONLY),
    sqlite3.SQLITE_PERM: (StoreReadOnly, READ_ONLY),
    sqlite3.SQLITE_BUSY: (StoreBusy, BUSY),
    sqlite3.SQLITE_LOCKED: (StoreBusy, BUSY),
    sqlite3.SQLITE_CORRUPT: (StoreDamaged, DAMAGED),
    sqlite3.SQLITE_NOTADB: (StoreDamaged, DAMAGED),
    sqlite3.SQLITE_CANTOPEN: (StoreUnreachable, UNOPENED),
    sqlite3.SQLITE_IOERR: (StoreUnreachable, UNOPENED),
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
            raise StoreUnreachable(SERVER_GONE.format(place=place)) from error
        raise
