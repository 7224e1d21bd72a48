"""Seal what a store has for the gym's key: what was not sealed, or for an older key."""

from __future__ import annotations

from collections.abc import Callable

from assessment.records.sealing.payload import NO_KEYS, Keys, sealed_for
from assessment.records.sealing.public_key import SealFor
from assessment.records.store.repository import all_of, put_all
from assessment.records.store.tables import RECORDS
from assessment.records.store.transactions import Store
from assessment.records.store.values import Record

BATCH = 200
"""Records that are sealed anew in one step."""


def seal_all(
    store: Store,
    key: SealFor,
    keys: Keys = NO_KEYS,
    on_progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> int:
    """Seal for *key* every record of *store* that is not, or for an older key; return how many.

    Stopped anywhere, it goes on where it stopped. Records that *keys* do not open stay as
    they are. *on_progress* is told how many of how many are done.
    """
    if not key.seals:
        return 0
    older = RECORDS.c.generation < key.generation
    with store.reading() as connection:
        query = RECORDS.select().with_only_columns(RECORDS.c.id, RECORDS.c.sealed_to).where(older)
        ids = [
            row.id
            for row in connection.execute(query)
            if not row.sealed_to or row.sealed_to in keys.secrets
        ]
    for start in range(0, len(ids), BATCH):
        some: list[Record] = all_of(store, Record, RECORDS.c.id.in_(ids[start : start + BATCH]))
        put_all(store, [sealed_for(record, key, keys) for record in some])
        on_progress(start + len(some), len(ids))
    if ids:
        store.compact()
    return len(ids)
