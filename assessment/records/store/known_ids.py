"""The ids of records and clients, read while one is typed: nothing is opened or changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Literal

from assessment.records.store.screening_day import day_of
from assessment.records.store.values import moment_of

NEWEST = 100
"""How many are read; who looks for an older one has a list."""
QUERY = (
    "SELECT {column}, max(finished_at), more FROM records "
    "GROUP BY {column} ORDER BY max(finished_at) DESC LIMIT {newest}"
)


def known_ids(path: Path, column: Literal["id", "client"]) -> Mapping[str, str]:
    """Return the ids in the store's file at *path*, the newest first: 32 digits and the day.

    They stand there unsealed. Empty where the file cannot be read at once.
    """
    query = QUERY.format(column=column, newest=NEWEST)
    is_in_use = path.with_name(f"{path.name}-wal").exists()
    how = "mode=ro" if is_in_use else "immutable=1"  # else SQLite makes files beside it
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True)) as store:
            found = store.execute(query).fetchall()
            return {name: str(day_of(moment_of(at), more)) for name, at, more in found}
    except (sqlite3.Error, ValueError):
        return {}
