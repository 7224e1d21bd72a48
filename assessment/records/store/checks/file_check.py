"""What a file is before it is opened: a store of ours, something else, or what is left of one.

Looking changes nothing, and leaves no file beside it.
"""

from __future__ import annotations

import stat
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import create_engine, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import NullPool

from assessment.records.errors import (
    UNOPENED,
    ForeignStoreError,
    StoreDamagedError,
    StoreReadOnlyError,
    StoreUnreachableError,
)
from assessment.records.store.schema import check_ours

HEADER = b"SQLite format 3\0"
HEADER_BYTES = 100
PAGE_SIZE, CHANGES, PAGES, PAGES_OF = (
    slice(16, 18), slice(24, 28), slice(28, 32), slice(92, 96)
)  # fmt: skip
"""Where the header has them; the number of pages holds where the last two numbers agree
(sqlite.org/fileformat2.html 1.3)."""
APPLICATION_ID = 0x50436872
"""Stands in the header of a store of ours: "PChr"."""
LOG = "-wal"
"""What SQLite adds to a file's name for the log beside it."""

LEFT = "Nothing in it was changed, and nothing was added. "
BACK = (
    "Give the file another name. Then bring the records back from a backup (posterior-chain "
    "records merge FILE), from another laptop or from the server (records pull URL)."
)
EMPTY = "The file of records {place} is empty. " + LEFT + BACK
CUT = "The file of records {place} was cut off: {found} of {whole} bytes are there. " + LEFT + BACK
UNREADABLE = "Nothing can be read of the file of records {place}. " + LEFT + BACK
NO_STORE = (
    "The file {place} is not a store of records. "
    + LEFT
    + "If records were in it, its beginning is lost. "
    + BACK
)
NO_FILE = "{place} is not a file, so it cannot be a store of records. Nothing was changed."
DEAD_LINK = (
    "{place} leads to {target}, which is not there. Is a disk not connected? Nothing was changed."
)


def store_is_at(path: Path) -> bool:
    """Return whether a store of ours is at *path*, False where nothing is there.

    Raises:
        ForeignStoreError: Something else is there.
        StoreDamagedError: It is empty or cut off, or its tables cannot be read.
        StoreReadOnlyError: It may not be read.
        StoreUnreachableError: It cannot be looked at.
    """
    try:
        if not path.exists():
            if path.is_symlink():
                target = path.readlink()
                raise StoreUnreachableError(DEAD_LINK.format(place=path, target=target))
            return False
        if not stat.S_ISREG(path.stat().st_mode):
            raise ForeignStoreError(NO_FILE.format(place=path))
        with path.open("rb") as file:
            head = file.read(HEADER_BYTES)
        size = path.stat().st_size
    except PermissionError as error:
        raise StoreReadOnlyError(f"The file {path} may not be read.") from error
    except OSError as error:
        raise StoreUnreachableError(f"{UNOPENED.format(place=path)} ({error.strerror})") from error
    _check(path, head, size)
    return True


def _check(path: Path, head: bytes, size: int) -> None:
    if not size:
        raise StoreDamagedError(EMPTY.format(place=path))
    if not head.startswith(HEADER):
        raise ForeignStoreError(NO_STORE.format(place=path))
    whole = _whole_size(head)
    if size < whole and not has_log(path):
        raise StoreDamagedError(CUT.format(place=path, found=size, whole=whole))
    try:
        _check_tables(path)
    except DatabaseError as error:
        raise StoreDamagedError(UNREADABLE.format(place=path)) from error


def _check_tables(path: Path) -> None:
    """Look whether the tables in the file at *path* are ours."""
    engine = create_engine(read_only(path, alone=not has_log(path)), poolclass=NullPool)
    with engine.connect() as connection:
        is_new = check_ours(connection, NO_STORE.format(place=path))
        ours = connection.scalar(text("PRAGMA application_id")) == APPLICATION_ID
    if is_new and not ours:
        raise ForeignStoreError(NO_STORE.format(place=path))


def read_only(path: Path, *, alone: bool) -> URL:
    """Return the address by which the file at *path* is only read.

    *alone*: nobody writes to it meanwhile, and SQLite leaves no file beside it.
    """
    query = {"uri": "true", "mode": "ro"} | ({"immutable": "1"} if alone else {})
    return URL.create("sqlite", database=f"file:{quote(str(path.absolute()))}", query=query)


def has_log(path: Path) -> bool:
    """Return whether a part of the store is in the log beside it."""
    log = path.with_name(path.name + LOG)
    return log.exists() and log.stat().st_size > 0


def _whole_size(head: bytes) -> int:
    """Return how many bytes the file has by its own header; at least, where that does not say."""
    if len(head) < HEADER_BYTES or head[CHANGES] != head[PAGES_OF]:
        return HEADER_BYTES
    page = int.from_bytes(head[PAGE_SIZE], "big")
    return (65_536 if page == 1 else page) * int.from_bytes(head[PAGES], "big")
