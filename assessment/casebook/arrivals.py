"""What came into an open store meanwhile: by the quiz, another window or a server."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import func, select

from assessment.casebook.clients import Clients
from assessment.records.store.tables import ERASED, KEYS, RECORDS
from assessment.records.store.transactions import Store


@dataclass(frozen=True, slots=True)
class StoreMark:
    """What tells quickly that a store is not as it was: counts, and the record that came last."""

    records: int
    last: UUID | None
    erased: int
    keys: int

    @classmethod
    def of(cls, store: Store) -> StoreMark:
        """Return the mark of *store* as it is now.

        Raises:
            StoreError: The store cannot be read.
        """
        last = select(RECORDS.c.id).order_by(RECORDS.c.id.desc()).limit(1)
        with store.reading() as connection:
            records, erased, keys = (
                connection.scalar(select(func.count()).select_from(table)) or 0
                for table in (RECORDS, ERASED, KEYS)
            )
            return cls(records, connection.scalar(last), erased, keys)


@dataclass(frozen=True, slots=True)
class Seen:
    """What was in a store when it was looked at last: its mark, and the ids of its records."""

    mark: StoreMark
    records: frozenset[UUID]

    @classmethod
    def of(cls, store: Store) -> Seen:
        """Return what is in *store* now.

        Raises:
            StoreError: The store cannot be read.
        """
        mark = StoreMark.of(store)
        return cls(mark, frozenset(clients_by_record(store)))

    def and_of(self, records: Iterable[UUID]) -> Seen:
        """Return this with *records* that the desk made itself."""
        return replace(self, records=self.records.union(records))


def clients_by_record(store: Store) -> Mapping[UUID, UUID]:
    """Return the client of every record of *store*, by the id of the record.

    Raises:
        StoreError: The store cannot be read.
    """
    with store.reading() as connection:
        found = connection.execute(select(RECORDS.c.id, RECORDS.c.client))
        return {record: client for record, client in found}  # noqa: C416  # rows, not tuples


def changed_clients(
    clients: Clients, before: frozenset[UUID], now: Mapping[UUID, UUID]
) -> frozenset[UUID]:
    """Return the clients with a record that came since *before*, or that is gone *now*."""
    came = {client for record, client in now.items() if record not in before}
    gone = {
        client.key
        for client in clients.all
        if any(one.record.id not in now for one in client.summaries)
    }
    return frozenset(came | gone)
