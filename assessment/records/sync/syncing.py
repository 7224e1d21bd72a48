"""Bring what one store has to another: over a server, in any order, as often as one likes.

What goes is found by name and rank, so a run that was cut off goes on where it stopped, and
a run that finds nothing new sends nothing. ``merge`` says what comes out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from assessment.records.store.repository import drop_erased
from assessment.records.store.rows import TABLE_ROWS, TableRows, digest_is_right, put, value_of_row
from assessment.records.store.tables import ERASED, RECORDS
from assessment.records.store.transactions import Store
from assessment.records.store.values import AuditEntry, Erasure, GymKey, Record, Value

BATCH = 250
"""Values that go in one transaction."""

OnProgress = Callable[[int, int], None]


@dataclass(frozen=True)
class Brought:
    """What came to the other store that was not there."""

    records: int = 0
    erased: int = 0
    keys: int = 0
    audit: int = 0
    removed: int = 0
    """Records that an erasure took away there."""
    damaged: int = 0
    """Records that are not whole in the store they came from, and were left there."""


NAMES: Mapping[type[Value], str] = {
    Record: "records",
    Erasure: "erased",
    GymKey: "keys",
    AuditEntry: "audit",
}


def bring(
    source: Store, target: Store, on_progress: OnProgress = lambda _done, _of: None
) -> Brought:
    """Bring to *target* what *source* has and *target* has not; *source* stays as it is.

    *on_progress* is told how many of how many values are there.

    Raises:
        StoreError: It stopped half-way. What was brought is whole; run it again.
    """
    wanted = {kind: _wanted(source, target, kind) for kind in TABLE_ROWS}
    total = sum(map(len, wanted.values()))
    found = dict.fromkeys(NAMES.values(), 0)
    done = removed = damaged = 0
    for kind, names in wanted.items():
        for start in range(0, len(names), BATCH):
            some = names[start : start + BATCH]
            values = list(_whole(source, kind, some))
            with target.writing() as connection:
                put(target, connection, values)
                if kind in (Erasure, Record):
                    removed += drop_erased(connection)
            damaged += len(some) - len(values)
            found[NAMES[kind]] += len(values)
            done += len(some)
            on_progress(done, total)
    if removed:
        target.compact()
    return Brought(**found, removed=removed, damaged=damaged)


def _wanted(source: Store, target: Store, kind: type[Value]) -> list[Any]:
    """Return the names of what *source* has and *target* has not, or in a lower rank."""
    stored = TABLE_ROWS[kind]
    there, here = _ranks(target, stored), _ranks(source, stored)
    new = [
        name
        for name, rank in here.items()
        if name not in there or (rank < there[name] if stored.least else rank > there[name])
    ]
    if kind is not Record:
        return new
    gone = _erased_names(source) | _erased_names(target)
    with source.reading() as connection:
        rows = connection.execute(select(RECORDS.c.id, RECORDS.c.client))
        clients = {row.id: row.client for row in rows}
    return [name for name in new if name not in gone and clients.get(name) not in gone]


def _ranks(store: Store, stored: TableRows) -> dict[Any, tuple[Any, ...]]:
    columns = [stored.table.c[one] for one in (stored.name, *stored.ranks)]
    with store.reading() as connection:
        query = select(*columns).order_by(columns[0])
        return {row[0]: tuple(row[1:]) for row in connection.execute(query)}


def _erased_names(store: Store) -> set[Any]:
    with store.reading() as connection:
        return set(connection.scalars(select(ERASED.c.target)))


def _whole(source: Store, kind: type[Value], names: list[Any]) -> Iterator[Value]:
    """Yield the values of these *names* that are as they were written."""
    stored = TABLE_ROWS[kind]
    with source.reading() as connection:
        query = select(stored.table).where(stored.table.c[stored.name].in_(names))
        for row in connection.execute(query).mappings():
            value: Value = value_of_row(kind, row)
            if digest_is_right(value, row):
                yield value
