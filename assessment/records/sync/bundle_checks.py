"""Look into a bundle and change nothing: what merging it would do, and whether it opens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from assessment.records.errors import SealedError, StoreDamagedError
from assessment.records.sealing.payload import Keys, open_card, open_content
from assessment.records.store.repository import every_value
from assessment.records.store.screening_day import tomorrow
from assessment.records.store.transactions import Store
from assessment.records.store.values import Erasure, Record, Value
from assessment.records.sync.bundle import values_of
from assessment.records.sync.merge import Holdings, united


@dataclass(frozen=True)
class Preview:
    """What merging a bundle would do to a store."""

    new: int
    known: int
    removed: int
    """Records of the store that the bundle says are erased."""
    barred: int
    """Records of the bundle that are erased in the store, and stay so."""
    resealed: int
    """Records that are there, and stand in the bundle sealed with a newer key."""
    keys: int
    unsealed: int
    """Of the new ones, those that anyone who has the file can read."""
    newer: int
    """Of the new ones, those that this program is too old to open."""
    ahead: int = 0
    """Of the new ones, those of a day that is still to come."""


@dataclass(frozen=True)
class Checked:
    """What a rehearsal found: each record opened, or why not."""

    records: int
    opened: int
    sealed: int
    """Sealed for a key that is not open."""
    newer: int
    broken: int
    clients: int
    erased: int


def preview(store: Store, path: Path) -> Preview:
    """Return what ``merge`` would do, without doing it.

    Raises:
        BadBundleError: The bundle is not whole.
        StoreError: The store cannot be read.
    """
    here, there = _light(store), Holdings.of(map(_without_content, values_of(path)))
    after = united(here, there)
    new = [record for name, record in after.records.items() if name not in here.records]
    return Preview(
        new=len(new),
        known=len(here.records.keys() & there.records.keys()),
        removed=len(here.records.keys() - after.records.keys()),
        barred=len(there.records.keys() - after.records.keys()),
        resealed=sum(
            after.records[name].generation > record.generation
            for name, record in here.records.items()
            if name in after.records
        ),
        keys=len(after.keys.keys() - here.keys.keys()),
        unsealed=sum(not record.sealed_to for record in new),
        newer=sum(record.is_newer for record in new),
        ahead=sum(record.day > tomorrow() for record in new),
    )


def check(
    path: Path,
    keys: Keys,
    tell: Callable[[str], None] = lambda _: None,
    on_step: Callable[[], None] = lambda: None,
) -> Checked:
    """Open every record of the bundle at *path*, and count; *tell* gets what is broken.

    *on_step* is called for each value that was looked at.

    Raises:
        BadBundleError: The bundle is not whole.
    """
    found = dict.fromkeys(("records", "opened", "sealed", "newer", "broken", "erased"), 0)
    clients = set()
    for value in values_of(path):
        found["erased"] += isinstance(value, Erasure)
        if isinstance(value, Record):
            found["records"] += 1
            clients.add(value.client)
            found[_state(value, keys, tell)] += 1
        on_step()
    return Checked(**found, clients=len(clients))


def _state(record: Record, keys: Keys, tell: Callable[[str], None]) -> str:
    if record.is_newer:
        return "newer"
    try:
        open_card(record, keys)
        open_content(record, keys)
    except SealedError:
        return "sealed"
    except StoreDamagedError as error:
        tell(str(error))
        return "broken"
    return "opened"


def _light(store: Store) -> Holdings:
    with store.reading() as connection:
        return Holdings.of(map(_without_content, every_value(connection)))


def _without_content(value: Value) -> Value:
    """Return *value* without what is inside a record: that can be much."""
    return replace(value, card=b"", content=b"") if isinstance(value, Record) else value
