"""The three views of the list of clients, sorted once: turning to one costs no sorting. Pure."""

from __future__ import annotations

from datetime import date

from assessment.casebook.clients import Client, Clients

ALL, DUE, LAST = range(3)
"""As ``words.VIEWS`` names them: by name with those stopped on top, the longest due first, the
last seen first."""


class ClientViews:
    """What each view shows of *clients* on the day *today*."""

    def __init__(self, clients: Clients, today: date) -> None:
        self.clients = clients
        due = [(day, one) for one in clients.all if one.is_due(today) and (day := one.due)]
        seen = [(one.last.record.made_at, one) for one in clients.all]
        stopped = [one for one in clients.all if one.is_stopped]
        self._sorted = {
            ALL: [*stopped, *(one for one in clients.all if not one.is_stopped)],
            DUE: [one for _, one in sorted(due, key=lambda pair: pair[0])],
            LAST: [one for _, one in sorted(seen, key=lambda pair: pair[0], reverse=True)],
        }

    def search(self, view: int, typed: str) -> list[Client]:
        """Return the clients of a *view* in whose name stands what is *typed*."""
        if not typed.strip():
            return self._sorted[view]
        found = self.clients.search(typed)
        if view == ALL:
            return found
        keys = {client.key for client in found}
        return [client for client in self._sorted[view] if client.key in keys]
