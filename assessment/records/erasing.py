"""Erase a client or a record everywhere on this computer, so that no copy brings it back.

The order matters: a mark that something is being erased, then the store in one transaction,
then files, then what deleted rows leave in the database's files. Killed anywhere, the next
start sees the mark and ends it.
"""

from __future__ import annotations

import calendar
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import pairwise
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
from assessment.records.store.screening_day import is_believable, local_day, made_at
from assessment.records.store.tables import RECORDS
from assessment.records.store.transactions import Store
from assessment.records.store.values import Erasure, moment_of

MARK = "erasing"
LONGEST_PAUSE = 366 * 24 * 60 * 60 * 1000
"""Milliseconds in which a gym screens somebody."""


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


@dataclass(frozen=True)
class OldRecords:
    """Which records have been kept for long enough, and whether that can be told at all."""

    old: list[UUID]
    doubtful: list[UUID]
    """Those whose clock cannot be believed: nobody knows how old they are."""
    pause: tuple[date, date] | None = None
    """Two days between which nothing was made for over a year, after the youngest of the old:
    the clock of this computer, or of another one, may have been ahead."""


def old_records(store: Store, months: int, now: datetime) -> OldRecords:
    """Return which records of *store* are more than *months* old by a clock that says *now*."""
    limit = int(months_before(now, months).timestamp() * 1000)
    columns = (RECORDS.c.id, RECORDS.c.finished_at, RECORDS.c.corrects)
    with store.reading() as connection:
        rows = connection.execute(select(*columns)).all()
    made: dict[UUID, int] = {}
    doubtful = []
    for row in rows:
        moment = moment_of(row.finished_at)
        if not is_believable(moment):
            doubtful.append(row.id)
        else:
            made[row.id] = made_at(moment, row.id)
    old = [name for name, at in made.items() if at < limit]
    return OldRecords(old, doubtful, _pause(made.values(), limit, now))


def older_than(store: Store, months: int, now: datetime) -> list[UUID]:
    """Return the records made more than *months* ago."""
    return old_records(store, months, now).old


def _pause(made: Iterable[int], limit: int, now: datetime) -> tuple[date, date] | None:
    """Return the first two of the moments *made* and *now* that lie over a year apart.

    Only from the youngest that is older than *limit* on: what was before does not matter.
    """
    moments = sorted(at for at in made if at <= now.timestamp() * 1000)
    younger = bisect_left(moments, limit)
    line = [*moments[max(0, younger - 1) :], int(now.timestamp() * 1000)]
    for before, after in pairwise(line if younger else []):
        if after - before > LONGEST_PAUSE:
            return _day_at(before), _day_at(after)
    return None


def _day_at(milliseconds: int) -> date:
    return local_day(datetime.fromtimestamp(milliseconds / 1000, tz=UTC))


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
