"""Values of a store as rows of its tables, and the SQL by which a copy meets what is there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, TypeAlias

from sqlalchemy import Connection, RowMapping, Table, and_, or_
from sqlalchemy.sql import ColumnElement

from assessment.records.store.tables import AUDIT, ERASED, KEYS, RECORDS
from assessment.records.store.transactions import Store
from assessment.records.store.values import (
    AuditEntry,
    Erasure,
    GymKey,
    Record,
    Value,
    digest_of,
    moment_of,
    written,
)

Row: TypeAlias = RowMapping | Mapping[str, Any]
"""A row by the names of its columns."""


@dataclass(frozen=True)
class TableRows:
    """Where one kind of value stands: its table, its name there, and what ranks two copies.

    ``ranks`` are columns; where a copy meets a row of the same name, the one that is greater
    (``least`` False) or smaller in the first column that differs stays. None: they are alike.
    """

    table: Table
    name: str
    ranks: tuple[str, ...] = ()
    least: bool = False


TABLE_ROWS: Mapping[type[Value], TableRows] = {
    Erasure: TableRows(ERASED, "target", ("at", "kind"), least=True),
    GymKey: TableRows(KEYS, "public", ("revision", "digest")),
    Record: TableRows(RECORDS, "id", ("generation", "digest")),
    AuditEntry: TableRows(AUDIT, "id"),
}


def row_of(value: Value) -> dict[str, Any]:
    """Return *value* as a row of its table."""
    row = {one.name: getattr(value, one.name) for one in fields(value)}
    for name, held in row.items():
        if isinstance(held, datetime):
            row[name] = written(held)
    if isinstance(value, (GymKey, Record)):
        row["digest"] = digest_of(value)
    return row


def value_of_row(kind: type[Value], row: Row) -> Any:
    """Return the value of *kind* in *row*; a moment is read from its text."""
    held = {one.name: row[one.name] for one in fields(kind)}
    for name in ("at", "finished_at"):
        if name in held:
            held[name] = moment_of(held[name])
    return kind(**held)


def digest_is_right(value: Value, row: Row) -> bool:
    """Return whether *value* is as it was when its *row* was written."""
    return not isinstance(value, (GymKey, Record)) or digest_of(value) == row["digest"]


def put(store: Store, connection: Connection, values: Iterable[Value]) -> None:
    """Put *values* of one kind into *store*; of two copies, the one that ranks higher stays."""
    rows = [(type(value), row_of(value)) for value in values]
    if not rows:
        return
    stored = TABLE_ROWS[rows[0][0]]
    statement = store.insert(stored.table)
    if stored.ranks:
        new, there = statement.excluded, stored.table.c
        statement = statement.on_conflict_do_update(
            index_elements=[stored.name],
            set_={column.name: new[column.name] for column in stored.table.c},
            where=_goes_first(stored, new, there),
        )
    else:
        statement = statement.on_conflict_do_nothing(index_elements=[stored.name])
    connection.execute(statement, [row for _, row in rows])


def _goes_first(stored: TableRows, new: Any, there: Any) -> ColumnElement[bool]:
    """Return the condition under which a *new* row replaces the one that is *there*."""
    ways = []
    for place, rank in enumerate(stored.ranks):
        equal = [new[other] == there[other] for other in stored.ranks[:place]]
        ahead = new[rank] < there[rank] if stored.least else new[rank] > there[rank]
        ways.append(and_(*equal, ahead))
    return or_(*ways)
