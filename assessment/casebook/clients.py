"""The clients of a store, in memory while the desk is open: found as fast as one types.

Names stand sealed, so a database cannot search them. The cards are opened once; a sealed copy
of all of them (``cards.age``) makes the next opening quick.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from assessment.casebook.summaries import EMPTY, RecordSummary, summary_of
from assessment.core.folded import findable, folded
from assessment.core.gate import Outcome
from assessment.records.sealing.card_cache import keep_cards, kept_cards
from assessment.records.sealing.desk_session import Desk
from assessment.records.sealing.payload import Card
from assessment.records.store.repository import current, records_of
from assessment.records.store.rows import value_of_row
from assessment.records.store.tables import RECORDS
from assessment.records.store.values import Record


@dataclass(frozen=True, slots=True)
class Client:
    """A client and their screenings, oldest first. There is at least one."""

    key: UUID
    summaries: tuple[RecordSummary, ...]

    @property
    def name(self) -> str | None:
        """The name given last; None where none was, or nothing can be opened."""
        return next((one.card.name for one in reversed(self.summaries) if one.card), None)

    @property
    def last(self) -> RecordSummary:
        """The last screening."""
        return self.summaries[-1]

    @property
    def is_stopped(self) -> bool:
        """Whether the last screening came to anything else than training."""
        return self.last.card is not None and self.last.outcome != Outcome.TRAIN

    @property
    def due(self) -> date | None:
        """The day to ask the questions again; None where no re-test was planned."""
        return self.last.due

    def is_due(self, today: date) -> bool:
        """Return whether it is time on *today*, also where the last day is still to come."""
        return self.due is not None and (self.due <= today or self.last.record.day > today)


class Clients:
    """All clients of a store, by name; those without one at the end, the last seen first."""

    def __init__(self, clients: Iterable[Client]) -> None:
        self.all = sorted(clients, key=_by_name)
        self._findable = [findable(client.name or "") for client in self.all]

    def search(self, typed: str) -> list[Client]:
        """Return the clients in whose name each word of *typed* stands; as people type it.

        Words that a part of the name begins with come first. Nothing typed finds all.
        """
        words = folded(typed).split()
        if not words:
            return self.all
        places: Iterable[int] = range(len(self.all))
        for word in words:
            places = [place for place in places if word in self._findable[place]]
        begun = list(places)
        for word in words:
            begun = [place for place in begun if f" {word}" in self._findable[place]]
        first = set(begun)
        rest = (place for place in places if place not in first)
        return [self.all[place] for place in (*begun, *rest)]

    def renewed(self, now: Mapping[UUID, Client | None]) -> Clients:
        """Return these clients with those of *now*, by key, as they are there; None: without."""
        others = (one for one in self.all if one.key not in now)
        return Clients((*others, *filter(None, now.values())))


def clients_of(
    desk: Desk, on_progress: Callable[[int, int], None] = lambda _done, _of: None
) -> Clients:
    """Return all clients of the open *desk*.

    Raises:
        SealedError: The desk is shut.
        StoreError: The store cannot be read.
    """
    records = current(_without_content(desk))
    kept = kept_cards(desk.folder, desk.keys)
    grouped: dict[UUID, list[RecordSummary]] = {}
    cards: dict[str, tuple[str, Card]] = {}
    for number, record in enumerate(records, start=1):
        name, mark = record.id.hex, _mark(record)
        kept_mark, card = kept.get(name, ("", None))
        summary = summary_of(desk, record, card if kept_mark == mark else None)
        grouped.setdefault(record.client, []).append(summary)
        if summary.card:
            cards[name] = (mark, summary.card)
        on_progress(number, len(records))
    if cards != kept:
        keep_cards(desk.folder, desk.seal_for, cards)
    return Clients(Client(key, tuple(group)) for key, group in grouped.items())


def client_of(desk: Desk, key: UUID) -> Client | None:
    """Return the client of that *key*, None where there is none (any more).

    Raises:
        SealedError: The desk is shut.
        StoreError: The store cannot be read.
    """
    found = [summary_of(desk, record) for record in current(records_of(desk.store, key))]
    return Client(key, tuple(found)) if found else None


def name_of(desk: Desk, key: UUID) -> str | None:
    """Return the name that the client of that *key* gave last, in any record; None for none.

    Raises:
        SealedError: The desk is shut.
        StoreError: The store cannot be read.
    """
    cards = (summary_of(desk, record).card for record in reversed(records_of(desk.store, key)))
    return next((card.name for card in cards if card and card.name), None)


def _mark(record: Record) -> str:
    """Return what tells one sealing of a card from another: its last bytes."""
    return record.card[-32:].hex()


def _without_content(desk: Desk) -> Iterator[Record]:
    columns = [column for column in RECORDS.c if column.name != "content"]
    with desk.store.reading() as connection:
        for row in connection.execute(select(*columns).order_by(RECORDS.c.id)).mappings():
            yield value_of_row(Record, {**row, "content": EMPTY})


def _by_name(client: Client) -> tuple[bool, str, int]:
    return not client.name, folded(client.name or ""), -client.last.record.made_at
