"""The clients of a store, in memory while the desk is open: found as fast as one types.

Names stand sealed, so a database cannot search them. The cards are opened once; a sealed copy
of all of them (``cards.age``) makes the next opening quick.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select

from assessment.records.errors import SealedError, StoreDamagedError
from assessment.records.sealing.card_cache import keep_cards, kept_cards
from assessment.records.sealing.desk_session import Desk
from assessment.records.sealing.payload import Card, open_card
from assessment.records.store.repository import current, records_of
from assessment.records.store.rows import value_of_row
from assessment.records.store.tables import RECORDS
from assessment.records.store.values import Record

EMPTY = b""
RETEST_WEEK = 8
"""The first in which the questions are asked again; before it, only pain (``programme.toml``)."""


@dataclass(frozen=True, slots=True)
class Line:
    """One current record as a list shows it; ``card`` is None where it cannot be opened."""

    record: Record
    """Without what is inside."""
    card: Card | None
    why_closed: str = ""


@dataclass(frozen=True, slots=True)
class Client:
    """A client and their screenings, oldest first. There is at least one."""

    key: UUID
    lines: tuple[Line, ...]

    @property
    def name(self) -> str | None:
        """The name given last; None where none was, or nothing can be opened."""
        return next((line.card.name for line in reversed(self.lines) if line.card), None)

    @property
    def last(self) -> Line:
        """The last screening."""
        return self.lines[-1]

    @property
    def due(self) -> date | None:
        """The day to ask the questions again; None where no re-test was planned."""
        weeks = self.last.card.retest_weeks if self.last.card else ()
        week = next((one for one in weeks if one >= RETEST_WEEK), None)
        if week is None:
            return None
        return (self.last.record.finished_at + timedelta(weeks=week)).date()


class Clients:
    """All clients of a store, by name; those without one at the end, the last seen first."""

    def __init__(self, clients: Iterable[Client]) -> None:
        self.all = sorted(clients, key=_by_name)
        self._folded = [f" {_folded(client.name or '')}" for client in self.all]
        """Each name behind a space, as every part of it."""

    def search(self, typed: str) -> list[Client]:
        """Return the clients in whose name each word of *typed* stands; case and accents aside.

        Words that a part of the name begins with come first. Nothing typed finds all.
        """
        words = _folded(typed).split()
        if not words:
            return self.all
        places: Iterable[int] = range(len(self.all))
        for word in words:
            places = [place for place in places if word in self._folded[place]]
        begun = list(places)
        for word in words:
            begun = [place for place in begun if f" {word}" in self._folded[place]]
        first = set(begun)
        rest = (place for place in places if place not in first)
        return [self.all[place] for place in (*begun, *rest)]

    def renewed(self, key: UUID, client: Client | None) -> Clients:
        """Return these clients with the one of that *key* as *client* is now; None: without."""
        others = (one for one in self.all if one.key != key)
        return Clients((*others, client) if client else others)


def clients_of(
    desk: Desk, on_progress: Callable[[int, int], None] = lambda _done, _of: None
) -> Clients:
    """Return all clients of the open *desk*.

    Raises:
        Sealed: The desk is shut.
        StoreError: The store cannot be read.
    """
    records = current(_without_content(desk))
    kept = kept_cards(desk.folder, desk.keys)
    marks = {record.id.hex: _mark(record) for record in records}
    grouped: dict[UUID, list[Line]] = {}
    for number, record in enumerate(records, start=1):
        grouped.setdefault(record.client, []).append(_line(desk, record, kept))
        on_progress(number, len(records))
    cards = {
        line.record.id.hex: (marks[line.record.id.hex], line.card)
        for group in grouped.values()
        for line in group
        if line.card
    }
    if cards != kept:
        keep_cards(desk.folder, desk.seal_for, cards)
    return Clients(Client(key, _in_order(group)) for key, group in grouped.items())


def client_of(desk: Desk, key: UUID) -> Client | None:
    """Return the client of that *key*, None where there is none (any more).

    Raises:
        Sealed: The desk is shut.
        StoreError: The store cannot be read.
    """
    lines = [_line(desk, record, {}) for record in current(records_of(desk.store, key))]
    return Client(key, _in_order(lines)) if lines else None


def line_for(desk: Desk, record: Record) -> Line:
    """Return *record* as a list shows it.

    Raises:
        Sealed: The desk is shut.
    """
    return _line(desk, record, {})


def _line(desk: Desk, record: Record, kept: Mapping[str, tuple[str, Card]]) -> Line:
    bare = replace(record, card=EMPTY)
    if record.is_newer:
        return Line(bare, None, "made by a newer program")
    known = kept.get(record.id.hex)
    if known and known[0] == _mark(record):
        return Line(bare, known[1])
    try:
        return Line(bare, open_card(record, desk.keys))
    except SealedError:
        return Line(bare, None, "sealed for another key")
    except StoreDamagedError:
        return Line(bare, None, "not whole")


def _in_order(lines: Iterable[Line]) -> tuple[Line, ...]:
    return tuple(sorted(lines, key=lambda line: line.record.finished_at))


def _mark(record: Record) -> str:
    """Return what tells one sealing of a card from another: its last bytes."""
    return record.card[-32:].hex()


def _without_content(desk: Desk) -> Iterator[Record]:
    columns = [column for column in RECORDS.c if column.name != "content"]
    with desk.store.reading() as connection:
        for row in connection.execute(select(*columns).order_by(RECORDS.c.id)).mappings():
            yield value_of_row(Record, {**row, "content": EMPTY})


def _by_name(client: Client) -> tuple[bool, str, float]:
    return not client.name, _folded(client.name or ""), -client.last.record.finished_at.timestamp()


def _folded(text: str) -> str:
    """Return *text* without case and accents, so that "Jose" finds "José"."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))
