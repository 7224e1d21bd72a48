"""Erase a client or a record everywhere on this computer, so that no copy brings it back.

The order matters: a mark that something is being erased, then the store in one transaction,
then files, then what deleted rows leave in the database's files. Killed anywhere, the next
start sees the mark and ends it.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import or_, select

from assessment.files.atomic_write import write_whole_file
from assessment.records.adding import WAITING
from assessment.records.sealing.card_cache import drop_kept_cards
from assessment.records.store.recovery import damaged_files
from assessment.records.store.reports_made import erase_papers
from assessment.records.store.repository import drop_erased
from assessment.records.store.rows import put
from assessment.records.store.tables import RECORDS
from assessment.records.store.transactions import Store
from assessment.records.store.values import Erasure

MARK = "erasing"


@dataclass(frozen=True)
class Erased:
    """What an erasure took away, and which files a person has to see to."""

    records: int
    left: tuple[Path, ...] = ()
    """Files that may still hold the client, and could not be taken away."""


def erase_client(store: Store, folder: Path, client: UUID, now: datetime | None = None) -> Erased:
    """Erase *client* with all records, also those that were under another client once.

    Raises:
        StoreError: Nothing is erased yet, or the rest is done at the next start.
    """
    with store.reading() as connection:
        start = set(connection.scalars(select(RECORDS.c.id).where(RECORDS.c.client == client)))
    return _erase(store, folder, start, [client], now)


def erase_records(
    store: Store, folder: Path, records: Iterable[UUID], now: datetime | None = None
) -> Erased:
    """Erase *records*, with what they correct and what corrects them; raises as above."""
    return _erase(store, folder, set(records), [], now)


def finish_erasing(store: Store, folder: Path) -> tuple[Path, ...]:
    """End an erasure that was cut off, or do nothing; return the files that are left.

    Raises:
        StoreError: It has to wait for the next start.
    """
    if not (folder / MARK).exists():
        return ()
    return _sweep(store, folder)


def end_of_erasures(store: Store, folder: Path) -> tuple[Path, ...]:
    """Take away what an erasure that came from elsewhere leaves here; return what stays.

    Raises:
        StoreError: It has to wait for the next start.
    """
    write_whole_file(folder / MARK, b"")
    return _sweep(store, folder)


def older_than(store: Store, months: int, now: datetime) -> list[UUID]:
    """Return the records of screenings finished more than *months* ago."""
    limit = months_before(now, months).strftime("%Y-%m-%dT%H:%M:%SZ")
    with store.reading() as connection:
        return list(connection.scalars(select(RECORDS.c.id).where(RECORDS.c.finished_at < limit)))


def months_before(now: datetime, months: int) -> datetime:
    """Return the same day *months* earlier, or the last of a month that is shorter."""
    month = now.year * 12 + now.month - 1 - months
    year, number = max(1, month // 12), month % 12 + 1
    day = min(now.day, calendar.monthrange(year, number)[1])
    return now.astimezone(UTC).replace(year=year, month=number, day=day)


def _erase(
    store: Store, folder: Path, start: set[UUID], clients: list[UUID], now: datetime | None
) -> Erased:
    write_whole_file(folder / MARK, b"")
    at = (now or datetime.now(tz=UTC)).replace(microsecond=0)
    records = _with_corrections(store, start)
    erasures = [Erasure(client, "client", at) for client in clients]
    erasures += [Erasure(record, "record", at) for record in sorted(records)]
    with store.writing() as connection:
        put(store, connection, erasures)
        removed = drop_erased(connection)
    return Erased(removed, _sweep(store, folder))


def _with_corrections(store: Store, start: set[UUID]) -> set[UUID]:
    """Return *start* with all that they correct and that corrects them."""
    found, new = set(start), set(start)
    while new:
        with store.reading() as connection:
            linked = connection.execute(
                select(RECORDS.c.id, RECORDS.c.corrects).where(
                    or_(RECORDS.c.id.in_(new), RECORDS.c.corrects.in_(new))
                )
            )
            new = {one for row in linked for one in row if one is not None} - found
        found |= new
    return found


def _sweep(store: Store, folder: Path) -> tuple[Path, ...]:
    """Take away what is left of erased clients outside the tables; return what stays."""
    left = erase_papers(store)
    drop_kept_cards(folder)
    store.compact()
    if not left:
        (folder / MARK).unlink(missing_ok=True)
    damaged = damaged_files(Path(store.place)) if store.is_file else []
    return (*left, *damaged, *sorted((folder / WAITING).glob("*.spoilt")))
