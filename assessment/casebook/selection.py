"""Which screenings somebody means: those of clients by name or id, since a day, or all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from assessment.casebook.clients import Client, Clients
from assessment.casebook.earlier_screenings import earlier_than
from assessment.casebook.summaries import RecordSummary
from assessment.core.folded import folded
from assessment.core.shown import in_one_line
from assessment.records.errors import NotFoundError
from assessment.records.store.repository import SHORTEST_ID

SHOWN_ID = 8
NOBODY = "No client is called {name}."
SEVERAL = "More than one client is meant by {name}: {ids}. Give the id of one."


@dataclass(frozen=True, slots=True)
class Chosen:
    """The record that counts of one screening, and those of the same client before it."""

    line: RecordSummary
    earlier: tuple[RecordSummary, ...] = ()

    @property
    def day(self) -> date:
        """The day when it was finished, where this computer is."""
        return day_of(self.line)

    @property
    def before(self) -> tuple[RecordSummary, ...]:
        """The earlier screenings that count beside this one, oldest first."""
        return earlier_than(self.day, self.earlier)


def day_of(line: RecordSummary) -> date:
    """Return the day when the screening of *line* was finished, where this computer is."""
    return line.record.day


def clients_meant(clients: Clients, names: Sequence[str]) -> list[Client]:
    """Return the clients that *names* mean, each once; all where there are no names.

    A name is the whole name of a client, an id that may be cut short to its first or last
    characters, or a part of the name of one client alone, in this order.

    Raises:
        NotFoundError: A name means nobody, or more than one.
    """
    if not names:
        return clients.all
    found: dict[UUID, Client] = {}
    for name in names:
        client = _client_meant(clients, name)
        found[client.key] = client
    return list(found.values())


def screenings_of(
    clients: Iterable[Client], since: date | None = None, *, newest_only: bool = False
) -> Iterator[Chosen]:
    """Yield the screenings of *clients* that were finished on the day *since* or later.

    Of each client the oldest comes first; with *newest_only* no other than the last one does.
    """
    for client in clients:
        for number, line in enumerate(client.summaries, start=1):
            one = Chosen(line, client.summaries[: number - 1])
            is_left_out = newest_only and number < len(client.summaries)
            if not is_left_out and (since is None or one.day >= since):
                yield one


def _client_meant(clients: Clients, name: str) -> Client:
    found = (
        [one for one in clients.all if one.name == name]
        or [one for one in clients.all if one.name and folded(one.name) == folded(name)]
        or [one for one in clients.all if _is_id_of(name, one.key)]
        or (clients.search(name) if name.strip() else [])
    )
    if not found:
        raise NotFoundError(NOBODY.format(name=in_one_line(name)))
    if len(found) > 1:
        ids = ", ".join(one.key.hex[-SHOWN_ID:] for one in found)
        raise NotFoundError(SEVERAL.format(name=name, ids=ids))
    return found[0]


def _is_id_of(name: str, key: UUID) -> bool:
    typed = name.strip().replace("-", "").lower()
    return len(typed) >= SHORTEST_ID and (key.hex.startswith(typed) or key.hex.endswith(typed))
