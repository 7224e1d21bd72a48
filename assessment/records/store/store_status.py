"""How the store of this computer stands: where it is, what guards it, how much is in it.

Looking changes nothing: no store is made, none is mended or brought to newer tables, and no
secret is needed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine
from sqlalchemy.engine import URL
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from assessment.files.folders import is_there
from assessment.records.erasing import months_before
from assessment.records.errors import GymKeyFileError
from assessment.records.sealing.guard import Guard, guard_of
from assessment.records.store.addresses import file_of, shown
from assessment.records.store.checks.server_check import CLIENT_ENCODING
from assessment.records.store.screening_day import local_day
from assessment.records.store.values import moment_of, written

PATIENCE_SECONDS = 5
COUNTS = {
    "records": "SELECT count(*) FROM records",
    "clients": "SELECT count(DISTINCT client) FROM records",
    "keys": "SELECT count(*) FROM gym_keys",
}
LAST_BACKUP = "SELECT max(at) FROM audit WHERE action = 'backed up'"
OLDER = "SELECT count(*) FROM records WHERE finished_at < '{moment}'"


@dataclass(frozen=True, slots=True)
class StoreStatus:
    """What was found. ``why`` says what cannot be read; numbers are None then.

    ``last_backup`` is None where the log of this store knows of none, ``older`` where no
    months are given.
    """

    place: str
    is_there: bool
    guard: Guard
    records: int | None = None
    clients: int | None = None
    older: int | None = None
    last_backup: date | None = None
    why: str = ""


def store_status(url: URL, folder: Path, keep_months: int | None, now: datetime) -> StoreStatus:
    """Return how the store at *url* stands; *folder* has the gym's public key or the PIN."""
    place, path = shown(url), file_of(url)
    guard = _guard(folder)
    if path is not None and not is_there(path):
        return StoreStatus(place, False, guard)
    try:
        with _asking(url, path) as ask:
            return _counted(place, guard, ask, keep_months, now)
    except (sqlite3.Error, SQLAlchemyError, OSError, ValueError) as error:
        return StoreStatus(place, True, guard, why=type(error).__name__)


@contextmanager
def _asking(url: URL, path: Path | None) -> Iterator[Callable[[str], Any]]:
    """Yield what answers a question in SQL with one value, from a file or from a server."""
    if path is not None:
        address = f"{path.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True, timeout=PATIENCE_SECONDS)) as file:
            yield lambda sql: file.execute(sql).fetchone()[0]
        return
    limits = {"connect_timeout": PATIENCE_SECONDS, "client_encoding": CLIENT_ENCODING}
    with create_engine(url, poolclass=NullPool, connect_args=limits).connect() as server:
        yield lambda sql: server.exec_driver_sql(sql).scalar()


def _counted(
    place: str,
    guard: Guard,
    ask: Callable[[str], Any],
    keep_months: int | None,
    now: datetime,
) -> StoreStatus:
    counts = {name: int(ask(sql)) for name, sql in COUNTS.items()}
    backup = ask(LAST_BACKUP)
    older = None
    if keep_months is not None:
        older = int(ask(OLDER.format(moment=written(months_before(now, keep_months)))))
    return StoreStatus(
        place,
        True,
        Guard.PASSPHRASE if counts["keys"] else guard,
        counts["records"],
        counts["clients"],
        older,
        local_day(moment_of(backup)) if backup else None,
    )


def _guard(folder: Path) -> Guard:
    try:
        return guard_of(folder, lambda: False)
    except (GymKeyFileError, OSError):  # or nobody may look into the folder
        return Guard.UNKNOWN
