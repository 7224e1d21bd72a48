"""Open a store: the database connection, owner-only files, whole or set aside, migrated."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.pool import NullPool

from assessment.files.atomic_write import sync_folder
from assessment.files.file_lock import FileLockedError, file_lock
from assessment.files.folders import data_folder
from assessment.files.full_disk import is_full
from assessment.files.owner_only import FILE_MODE, FOLDER_MODE, make_folder, open_owner_only
from assessment.records.errors import (
    BUSY,
    UNOPENED,
    NotFoundError,
    StoreBusyError,
    StoreDamagedError,
    StoreError,
    StoreFullError,
    StoreReadOnlyError,
    StoreUnreachableError,
)
from assessment.records.store.addresses import SQLITE, file_address, file_of, shown
from assessment.records.store.checks.file_check import (
    APPLICATION_ID,
    has_log,
    read_only,
    store_is_at,
)
from assessment.records.store.checks.server_check import (
    CLIENT_ENCODING,
    OTHERS,
    PATIENCE_SECONDS,
    check_encoding,
)
from assessment.records.store.driver_errors import DAMAGED, FULL
from assessment.records.store.recovery import BESIDE, DAMAGED_CODES, set_aside
from assessment.records.store.schema import (
    HEAD,
    check_not_newer,
    check_ours,
    migrate,
    version_of,
)
from assessment.records.store.transactions import WRITES, Store

BEING_MADE = ".new"
"""At the end of the name of a store that is not whole yet."""
NO_STORE_AT = "there is no store at {place}"
LOG_BESIDE = (
    "A part of the records of {place} is in the file {place}-wal, and nothing can be written "
    "there. Copy both into a folder of your own, and take them from there."
)
OLDER_HERE = (
    "The store {place} is of an older posterior-chain, and nothing can be written there. Copy it "
    "into a folder of your own, and take it from there."
)
PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "secure_delete = ON",
    "foreign_keys = ON",
    "temp_store = MEMORY",
)
"""A confirmed record is on the disk; what is deleted is overwritten; nothing of it goes to
a temporary file."""


class Use(StrEnum):
    """What a store is opened for, which decides what may be done to a file."""

    OWN = "own"
    """The store of this computer: made where there is none, mended where it is damaged."""
    TARGET = "target"
    """A copy of it: made where there is none, else never changed but for what is put in."""
    SOURCE = "source"
    """It has to be there, and is only read."""


def open_store(url: URL, tell: Callable[[str], None] = lambda _: None, use: Use = Use.OWN) -> Store:
    """Return the store at *url*, brought to this program's tables.

    Our own file, where it is damaged and something can be read of it, is set aside with all that
    is in it; what can be read goes into a new one, and *tell* gets the sentences about it. What
    is no store of ours is never touched.

    Raises:
        StoreError: It cannot be opened; what is in it is as it was.
    """
    path = file_of(url)
    if path is None:
        return _opened(url)
    is_there = store_is_at(path)
    if use is Use.SOURCE:
        return _opened_source(url, path, is_there)
    _make_folder(path.parent)
    with alone(path):
        if not store_is_at(path):
            _make_store(path)
        elif _is_damaged(path):
            if use is not Use.OWN:
                raise StoreDamagedError(DAMAGED.format(place=path))
            set_aside(path, lambda: _make_store(path), tell)
        _keep_from_others(path)
        return _opened(url)


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
            if is_full(error):
                raise StoreFullError(FULL) from error
            raise StoreReadOnlyError(f"Nothing can be written to {path.parent}.") from error
        yield


def _opened(url: URL) -> Store:
    store = Store(_engine(url), url)
    with store.reading() as connection:
        version = _version(connection, url)
    if version != HEAD:
        with store.writing() as connection:
            if _version(connection, url) != HEAD:
                migrate(connection)
    return store


def _version(connection: Connection, url: URL) -> str | None:
    """Return the step that the store has reached, None for a database without tables."""
    place = shown(url)
    if file_of(url) is None:
        check_encoding(connection, url)
        if check_ours(connection, OTHERS.format(place=place)):
            return None
    version = version_of(connection)
    check_not_newer(version, place)
    return version


def _opened_source(url: URL, path: Path, is_there: bool) -> Store:
    """Return the store in the file at *path*, which may stand where nothing can be written."""
    if not is_there:
        raise NotFoundError(NO_STORE_AT.format(place=path))
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        return _opened(url)
    if has_log(path):
        raise StoreReadOnlyError(LOG_BESIDE.format(place=path))
    store = Store(create_engine(read_only(path, alone=True), poolclass=NullPool), url)
    with store.reading() as connection:
        if _version(connection, url) != HEAD:
            raise StoreReadOnlyError(OLDER_HERE.format(place=path))
    return store


def _make_folder(folder: Path) -> None:
    try:
        make_folder(folder)
    except PermissionError as error:
        raise StoreReadOnlyError(f"Nothing can be written to {folder}.") from error
    except OSError as error:
        raise _not_made(folder, error) from error


def _make_store(path: Path) -> Store:
    """Make a store at *path*, whole or not at all: a program that dies here leaves none."""
    new = path.with_name(f"{path.name}{BEING_MADE}")
    try:
        for ending in BESIDE:
            new.with_name(new.name + ending).unlink(missing_ok=True)
        os.close(open_owner_only(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    except PermissionError as error:
        raise StoreReadOnlyError(f"Nothing can be written to {path.parent}.") from error
    except OSError as error:
        raise _not_made(path, error) from error
    url = file_address(new)
    store = Store(_engine(url), url)
    with store.writing() as connection:
        migrate(connection)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    new.rename(path)
    sync_folder(path.parent)
    url = file_address(path)
    return Store(_engine(url), url)


def _not_made(place: Path, error: OSError) -> StoreError:
    if is_full(error):
        return StoreFullError(FULL)
    return StoreUnreachableError(f"{UNOPENED.format(place=place)} ({error.strerror})")


def _keep_from_others(path: Path) -> None:
    """Let only this person read the store of this computer; a shared folder is left as it is."""
    if path.parent == data_folder():
        with suppress(PermissionError):  # it belongs to somebody else: their rights hold
            path.chmod(FILE_MODE)
            path.parent.chmod(FOLDER_MODE)


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
        limits = {"connect_timeout": PATIENCE_SECONDS, "client_encoding": CLIENT_ENCODING}
        return create_engine(url, poolclass=NullPool, connect_args=limits)
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
