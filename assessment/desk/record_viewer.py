"""From the list to a client, from a client to a record, and all of them as they are now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from assessment.casebook.client_views import ClientViews
from assessment.casebook.clients import Client, client_of
from assessment.casebook.history import PastScreening, past_screenings
from assessment.casebook.plan_changes import to_carry_over
from assessment.desk import words
from assessment.desk.background import Background
from assessment.desk.context import DeskContext
from assessment.desk.desk_lock import DeskLock
from assessment.desk.layout.screening_pages import screening_pages
from assessment.desk.screens.client import ClientScreen
from assessment.desk.screens.clients import ClientsScreen
from assessment.desk.screens.record import RecordScreen
from assessment.records.store.repository import note, records_of
from assessment.ui.navigator import Navigator

Renewed = tuple[Client | None, tuple[PastScreening, ...], ClientViews, frozenset[UUID]]


@dataclass(frozen=True)
class RecordViewer:
    """Shows clients and records; each look at one is in the log."""

    context: DeskContext
    navigator: Navigator
    background: Background
    lock: DeskLock

    def open_client(self, client: Client) -> None:
        """Show a client."""
        desk, context = self.lock.desk, self.context

        def job() -> tuple[PastScreening, ...] | None:
            if self.lock.is_sealed_meanwhile():
                return None
            note(desk.store, "opened", client.key)
            return past_screenings(desk, client.key)

        def then(screenings: tuple[PastScreening, ...] | None) -> None:
            if screenings is None:
                self.lock.shut_sealed()
            elif screenings:
                screen = ClientScreen(client, screenings, context.clock, context.today)
                self.navigator.show_over(ClientsScreen, screen)

        self.background.run(job, then)

    def open_record(self, screening: PastScreening) -> None:
        """Show a record, or say why it cannot be shown."""
        client, store = self.navigator.front, self.lock.desk.store
        if not isinstance(client, ClientScreen):
            return  # a key pressed twice asks twice
        if screening.content is None:
            reason = words.CLOSED_RECORD.format(reason=screening.why_closed.rstrip("."))
            client.say(reason, warning=True)
            return
        name, pages = client.client.name or words.NO_NAME, screening_pages(screening)
        record = RecordScreen(name, screening, pages, self.context.clock)
        self.navigator.show_over(ClientScreen, record)
        screenings = client.screenings

        def job() -> bool:
            note(store, "opened", screening.record.id)
            is_newest = screenings[-1].record.id == screening.record.id
            last = to_carry_over(screenings) if is_newest else None
            return bool(last and last.assessment.changes)

        def then(offers_changes: bool) -> None:
            if offers_changes and self.navigator.front is record:
                record.say(words.CARRY_HINT)

        self.background.run(job, then)

    def renew(self, client: UUID, sentence: str) -> None:
        """Show *client* as it is in the store now, on every screen; *sentence* at the foot."""
        desk, views = self.lock.desk, self.lock.views

        def job() -> Renewed:
            found = client_of(desk, client)
            everyone = views.clients.renewed({client: found})
            screenings = past_screenings(desk, client)
            records = frozenset(one.id for one in records_of(desk.store, client))
            return found, screenings, ClientViews(everyone, self.context.today), records

        def then(renewed: Renewed) -> None:
            if self.lock.views is not views:
                self.renew(client, sentence)  # others came in meanwhile
                return
            found, screenings, new_views, records = renewed
            if self.lock.seen:
                self.lock.seen = self.lock.seen.and_of(records)
            self._show_renewed(found, screenings, new_views)
            front = self.navigator.front
            if isinstance(front, (ClientsScreen, ClientScreen, RecordScreen)):
                front.say(sentence)

        self.background.run(job, then)

    def _show_renewed(
        self, client: Client | None, screenings: Sequence[PastScreening], views: ClientViews
    ) -> None:
        self.lock.views = views
        if listed := self.navigator.find(ClientsScreen):
            listed.show(views)
        if (shown := self.navigator.find(ClientScreen)) and client:
            shown.show(client, screenings)
        if record := self.navigator.find(RecordScreen):
            old = record.screening.record.id
            newest = next((one for one in screenings if one.record.corrects == old), None)
            if newest and newest.content:
                record.show(newest, screening_pages(newest))
