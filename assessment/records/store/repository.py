"""What is done with one store: add, look up, follow corrections, log who did what."""

from __future__ import annotations

import getpass
import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Connection, delete, or_, select

from assessment.core.shown import in_one_line
from assessment.records.errors import NotFoundError
from assessment.records.store.rows import TABLE_ROWS, put, value_of_row
from assessment.records.store.screening_day import LAST_MOMENT, is_believable
from assessment.records.store.tables import AUDIT, ERASED, RECORDS
from assessment.records.store.transactions import Store
from assessment.records.store.uuid7 import MOST_MILLISECONDS, RANDOM_BYTES, next_milliseconds, uuid7
from assessment.records.store.values import AuditEntry, Record, Value, moment_of
from assessment.records.sync.merge import Holdings

NO_RECORD = "There is no record {name}."
NO_CLIENT = "There is no client {name}."
MANY_CLIENTS = "The id of more than one client begins with {name}; give more of it."
SHORTEST_ID = 4
"""Characters that are enough of an id: with fewer a slip of the finger could erase somebody."""
SHORT = "'{name}' is too short for an id; give {least} characters of it, or more."
LAST_ID = uuid7(int(LAST_MOMENT.timestamp() * 1000), bytes(RANDOM_BYTES))
"""Ids behind it were made by a clock that cannot be believed."""
MANY_RECORDS = "More than one record begins with {name}; give more of it."


def new_id(store: Store, now: datetime, client: UUID | None = None) -> tuple[UUID, bool]:
    """Return an id for a record made *now*, and whether the clock has gone back since the last.

    It sorts after every record of the store and of its *client*, also where the clock was set
    back. A record of a clock that cannot be believed draws only those of its own client along.
    """
    with store.reading() as connection:
        last = _last_id(connection, RECORDS.c.id, RECORDS.c.id <= LAST_ID)
        own = _last_id(connection, RECORDS.c.id, RECORDS.c.client == client)
        newest = select(RECORDS.c.finished_at).where(RECORDS.c.corrects.is_(None))
        before = connection.scalar(
            newest.where(RECORDS.c.id <= LAST_ID).order_by(RECORDS.c.id.desc()).limit(1)
        )
    made = int(now.timestamp() * 1000)
    for other in (last, own):
        made = next_milliseconds(made, other)
    went_back = not is_believable(now) or (before is not None and moment_of(before) > now)
    return uuid7(min(made, MOST_MILLISECONDS), os.urandom(RANDOM_BYTES)), went_back


def add(store: Store, records: Iterable[Record]) -> None:
    """Keep *records*; all are on the disk when this returns, or none.

    Raises:
        StoreError: They could not be kept.
    """
    with store.writing() as connection:
        put(store, connection, records)
        drop_erased(connection)


def put_all(store: Store, values: Iterable[Value]) -> None:
    """Unite *values* of any kinds with what is in *store*, all or none."""
    sorted_out: dict[type[Value], list[Value]] = {kind: [] for kind in TABLE_ROWS}
    for value in values:
        sorted_out[type(value)].append(value)
    with store.writing() as connection:
        for group in sorted_out.values():
            put(store, connection, group)
        drop_erased(connection)


def drop_erased(connection: Connection) -> int:
    """Take away every record that is erased or whose client is; return how many that were."""
    gone = select(ERASED.c.target)
    statement = delete(RECORDS).where(or_(RECORDS.c.id.in_(gone), RECORDS.c.client.in_(gone)))
    return connection.execute(statement).rowcount


def all_of(store: Store, kind: type[Value], *conditions: Any) -> list[Any]:
    """Return the values of *kind* that meet *conditions*, in the order of their names."""
    with store.reading() as connection:
        return list(values_in(connection, kind, *conditions))


def values_in(connection: Connection, kind: type[Value], *conditions: Any) -> Iterator[Any]:
    """Yield the values of *kind* that meet *conditions*, in the order of their names."""
    stored = TABLE_ROWS[kind]
    statement = select(stored.table).where(*conditions).order_by(stored.table.c[stored.name])
    for row in connection.execute(statement).mappings():
        yield value_of_row(kind, row)


def every_value(connection: Connection) -> Iterator[Value]:
    """Yield all that a store holds, kind by kind."""
    for kind in TABLE_ROWS:
        yield from values_in(connection, kind)


def records_of(store: Store, client: UUID) -> list[Record]:
    """Return every record of *client*, oldest first; corrected ones stand among them."""
    return all_of(store, Record, RECORDS.c.client == client)


def current(records: Iterable[Record]) -> list[Record]:
    """Return *records* without those that another of them corrects, in the order of screening."""
    known = {one.id: one for one in records}
    corrected = {one.corrects for one in known.values()}
    kept = [one for one in known.values() if one.id not in corrected]
    return sorted(kept, key=lambda one: _first_of(one, known).made_at)


def record_named(store: Store, name: str) -> Record:
    """Return the record whose id is *name*, or begins or ends so (a person types little).

    Raises:
        NotFoundError: None is called so, or more than one.
    """
    return record_of(store, _named(store, RECORDS.c.id, name, NO_RECORD, MANY_RECORDS))


def record_of(store: Store, record: UUID) -> Record:
    """Return the record whose id is *record*.

    Raises:
        NotFoundError: There is none.
    """
    for found in all_of(store, Record, RECORDS.c.id == record):
        return found  # type: ignore[no-any-return]
    raise NotFoundError(NO_RECORD.format(name=record))


def client_named(store: Store, name: str) -> UUID:
    """Return the client whose id is *name*, or begins or ends so.

    Raises:
        NotFoundError: None is called so, or more than one.
    """
    return _named(store, RECORDS.c.client, name, NO_CLIENT, MANY_CLIENTS)


def holdings_of(store: Store) -> Holdings:
    """Return all that *store* holds."""
    with store.reading() as connection:
        return Holdings.of(every_value(connection))


def note(store: Store, action: str, target: UUID | None, detail: str = "") -> None:
    """Write into the audit log that this person did *action* with *target*, now."""
    now = datetime.now(tz=UTC)
    with store.writing() as connection:
        last = _last_id(connection, AUDIT.c.id)
        made = next_milliseconds(int(now.timestamp() * 1000), last)
        entry = AuditEntry(
            uuid7(made, os.urandom(RANDOM_BYTES)),
            now.replace(microsecond=0),
            _person()[:80],
            action,
            target,
            detail[:200],
        )
        put(store, connection, [entry])


def _named(store: Store, column: Column[UUID], name: str, none: str, many: str) -> UUID:
    plain, said = name.replace("-", "").lower(), in_one_line(name)
    if len(plain) < SHORTEST_ID:
        raise NotFoundError(SHORT.format(name=said, least=SHORTEST_ID))
    with store.reading() as connection:
        ids = connection.scalars(select(column).distinct())
        found = [one for one in ids if one.hex.startswith(plain) or one.hex.endswith(plain)]
    if not found:
        raise NotFoundError(none.format(name=said))
    if len(found) > 1:
        raise NotFoundError(many.format(name=said))
    return found[0]


def _first_of(record: Record, known: Mapping[UUID, Record]) -> Record:
    """Return the record of the screening that *record* corrects, as far back as it is *known*."""
    passed = {record.id}
    while (before := record.corrects) and before in known and before not in passed:
        record = known[before]
        passed.add(before)
    return record


def _last_id(connection: Connection, column: Column[UUID], *conditions: Any) -> UUID | None:
    """Return the id that sorts last; not every database has a greatest of ids."""
    query = select(column).where(*conditions).order_by(column.desc()).limit(1)
    found: UUID | None = connection.scalar(query)
    return found


def _person() -> str:
    """Return who is at this computer, as the system calls them."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "?"
