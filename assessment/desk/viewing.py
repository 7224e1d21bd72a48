"""From the list to a client, from a client to a record, and all of them as they are now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar
from uuid import UUID

from textual.screen import Screen

from assessment.casebook.clients import Client, client_of
from assessment.casebook.history import PastScreening, past_screenings
from assessment.catalogue.loader import load_catalogue
from assessment.desk import words
from assessment.desk.opened import OpenedApp
from assessment.desk.record_pages import Kind, Page, Part, pages_of
from assessment.desk.screens.client import ClientScreen
from assessment.desk.screens.clients import ClientsScreen
from assessment.desk.screens.record import RecordScreen
from assessment.desk.views import Views
from assessment.records.store.repository import note

OneScreen = TypeVar("OneScreen", bound=Screen[None])
Renewed = tuple[Client | None, tuple[PastScreening, ...], Views]


class ViewingApp(OpenedApp):
    """Shows clients and records; each look at one is in the log."""

    def on_clients_screen_opened(self, event: ClientsScreen.Opened) -> None:
        """Show a client."""
        client = event.client

        def job() -> tuple[PastScreening, ...]:
            note(self.desk.store, "opened", client.key)
            return past_screenings(self.desk, client.key)

        def then(screenings: tuple[PastScreening, ...]) -> None:
            if screenings and isinstance(self.screen, ClientsScreen):
                context = self.context
                self.push_screen(ClientScreen(client, screenings, context.clock, context.today))

        self.at_work(job, then)

    def on_client_screen_record_asked(self, event: ClientScreen.RecordAsked) -> None:
        """Show a record, or say why it cannot be shown."""
        screening = event.screening
        if screening.assessment is None or not isinstance(self.screen, ClientScreen):
            reason = words.CLOSED_RECORD.format(reason=screening.why_closed.rstrip("."))
            if isinstance(self.screen, ClientScreen):
                self.screen.say(reason, warning=True)
            return
        name = self.screen.client.name or words.NO_NAME
        record = RecordScreen(name, screening, record_pages(screening), self.context.clock)
        self.push_screen(record)
        self.at_work(lambda: note(self.desk.store, "opened", screening.record.id), lambda _: None)

    def renew(self, client: UUID, said: str) -> None:
        """Show *client* as it is in the store now, on every screen; *said* at the foot."""

        def job() -> Renewed:
            found = client_of(self.desk, client)
            everyone = self.views.clients.renewed(client, found)
            sittings = past_screenings(self.desk, client)
            return found, sittings, Views(everyone, self.context.today)

        def then(found: Renewed) -> None:
            self._show_renewed(*found)
            if isinstance(self.screen, (ClientsScreen, ClientScreen, RecordScreen)):
                self.screen.say(said)

        self.at_work(job, then)

    def of_kind(self, kind: type[OneScreen]) -> OneScreen | None:
        """Return the screen of that *kind*, wherever it stands; None where there is none."""
        return next((one for one in self.screen_stack if isinstance(one, kind)), None)

    def _show_renewed(
        self, client: Client | None, sittings: Sequence[PastScreening], views: Views
    ) -> None:
        self.views = views
        if listed := self.of_kind(ClientsScreen):
            listed.show(views)
        if (shown := self.of_kind(ClientScreen)) and client:
            shown.show(client, sittings)
        if record := self.of_kind(RecordScreen):
            newest = next(
                (one for one in sittings if one.record.corrects == record.screening.record.id),
                None,
            )
            if newest and newest.assessment:
                record.show(newest, record_pages(newest))


def record_pages(screening: PastScreening) -> tuple[Page, ...]:
    """Return the pages of a *screening* that could be opened."""
    if screening.assessment is None or screening.content is None:
        raise ValueError("a closed record has no pages")
    head = tuple(_head(screening))
    return pages_of(screening.assessment, load_catalogue(), screening.content.notes, head)


def _head(screening: PastScreening) -> list[Part]:
    record = screening.record
    made = words.MADE_BY.format(questionnaire=record.questionnaire, program=record.program)
    lines = [made]
    if record.corrects:
        lines.append(words.CORRECTS)
    if screening.line.card and screening.line.card.clock_went_back:
        lines.append(words.CLOCK_WENT_BACK)
    return [Part(Kind.QUIET, " ".join(lines))]
