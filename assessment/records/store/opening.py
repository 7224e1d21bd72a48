"""Open a store: the database connection, owner-only files, whole or set aside, migrated."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.pool import NullPool

from assessment.files.file_lock import FileLockedError, file_lock
from assessment.files.owner_only import FILE_MODE, FOLDER_MODE, make_folder, open_owner_only
from assessment.records.errors import (
    BUSY,
    UNOPENED,
    StoreBusyError,
    StoreReadOnlyError,
    StoreUnreachableError,
)
from assessment.records.store.addresses import SQLITE, file_of, shown
from assessment.records.store.recovery import DAMAGED_CODES, set_aside
from assessment.records.store.schema import HEAD, check_not_newer, migrate, version_of
from assessment.records.store.transactions import WRITES, Store

PATIENCE_SECONDS = 20
"""How long to wait for another program that writes, and for a server that does not answer."""
PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "secure_delete = ON",
    "foreign_keys = ON",
    "temp_store = MEMORY",
)
"""A confirmed record is on the disk; what is deleted is overwritten; nothing of it goes to
a temporary file."""


def open_store(url: URL, tell: Callable[[str], None] = lambda _: None) -> Store:
    """Return the store at *url*, made where there is none, brought to this program's tables.

    A file that is damaged is set aside with all that is in it, what can be read of it goes
    into a new one, and *tell* gets the sentences about it.

    Raises:
        StoreError: It cannot be opened; what is in it is as it was.
    """
    place = shown(url)
    if path := file_of(url):
        _make_file(path)
        with alone(path):
            if _is_damaged(path):
                set_aside(path, lambda: _opened(url, place), tell)
            return _opened(url, place)
    return _opened(url, place)


@contextmanager
def alone(path: Path, patience_seconds: float = PATIENCE_SECONDS) -> Iterator[None]:
    """Keep other programs from the database file at *path*, which cannot guard this itself.

    Raises:
        StoreBusyError: Another program has had it for *patience_seconds*.
        StoreReadOnlyError: Nothing can be written there.
    """
    with ExitStack() as held:
        try:
            held.enter_context(file_lock(path.with_name(path.name + ".lock"), patience_seconds))
        except FileLockedError as error:
            raise StoreBusyError(BUSY.format(place=path.parent)) from error
        except OSError as error:
            raise StoreReadOnlyError(f"Nothing can be written to {path.parent}.") from error
        yield


def _opened(url: URL, place: str) -> Store:
    store = Store(_engine(url), place)
    with store.reading() as connection:
        version = version_of(connection)
    check_not_newer(version, place)
    if version != HEAD:
        with store.writing() as connection:
            check_not_newer(version_of(connection), place)
            migrate(connection)
    return store


def _make_file(path: Path) -> None:
    """Have an owner-only file at *path*; SQLite gives the files beside it the same rights."""
    try:
        make_folder(path.parent)
        with suppress(FileExistsError):
            os.close(open_owner_only(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        with suppress(PermissionError):  # it belongs to somebody else: their rights hold
            path.chmod(FILE_MODE)
            path.parent.chmod(FOLDER_MODE)
    except PermissionError as error:
        raise StoreReadOnlyError(f"Nothing can be written to {path.parent}.") from error
    except OSError as error:
        raise StoreUnreachableError(f"{UNOPENED.format(place=path)} ({error.strerror})") from error


def _is_damaged(path: Path) -> bool:
    """Return whether the file at *path* is no whole database."""
    try:
        with sqlite_reader(path) as connection:
            found = connection.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.DatabaseError as error:
        return error.sqlite_errorcode & 0xFF in DAMAGED_CODES
    return bool(found != ("ok",))


@contextmanager
def sqlite_reader(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the file at *path* without SQLAlchemy, to look at it before it is trusted."""
    connection = sqlite3.connect(path, timeout=PATIENCE_SECONDS)
    try:
        yield connection
    finally:
        connection.close()


def _engine(url: URL) -> Engine:
    if url.drivername != SQLITE:
        return create_engine(
            url, poolclass=NullPool, connect_args={"connect_timeout": PATIENCE_SECONDS}
        )
    engine = create_engine(url, poolclass=NullPool, connect_args={"timeout": PATIENCE_SECONDS})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    """Set up a new connection; transactions begin as ``_begin_sqlite`` says."""
    connection.isolation_level = None
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Any) -> None:
    """Take the right to write at the start, so that two programs never meet half-way."""
    writes = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
