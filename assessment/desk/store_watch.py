"""New records appear by themselves, and a desk whose store was sealed elsewhere says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from textual.worker import Worker

from assessment.casebook.arrivals import Seen, StoreMark, changed_clients, clients_by_record
from assessment.casebook.client_views import ClientViews
from assessment.casebook.clients import Client, client_of
from assessment.desk import words
from assessment.desk.background import Background
from assessment.desk.context import DeskContext
from assessment.desk.desk_lock import DeskLock
from assessment.desk.record_viewer import RecordViewer
from assessment.desk.screens.client import ClientScreen
from assessment.desk.screens.clients import ClientsScreen
from assessment.ui.navigator import Navigator
from reports.words.phrasing import listed

SECONDS_BETWEEN_LOOKS = 2.0
MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class News:
    """What came: who changed, all clients with them, and what is known of the store now."""

    changed: Sequence[UUID]
    came: Sequence[Client]
    views: ClientViews
    seen: Seen
    base: ClientViews
    """What was shown when the look began."""
    is_sealed: bool = False


@dataclass
class StoreWatch:
    """Looks at the store of an open desk, beside the screen; a store out of reach is silent."""

    context: DeskContext
    navigator: Navigator
    background: Background
    lock: DeskLock
    viewer: RecordViewer
    _worker: Worker[None] | None = field(default=None, init=False)

    def look(self) -> None:
        """Look once, unless the last look still goes on."""
        is_looking = self._worker is not None and not self._worker.is_finished
        if self.lock.shows_clients and not is_looking:
            self._worker = self.background.run(self._news, self._show, lambda _: None)

    def _news(self) -> News | None:
        """Return what came since the last look; None: nothing. In a thread."""
        desk, views, seen = self.lock.desk, self.lock.views, self.lock.seen
        mark = StoreMark.of(desk.store)
        if seen is None or mark == seen.mark:
            return None
        if self.lock.is_sealed_meanwhile():
            return News((), (), views, seen, views, is_sealed=True)
        now = clients_by_record(desk.store)
        changed = changed_clients(views.clients, seen.records, now)
        found = {key: client_of(desk, key) for key in changed}
        everyone = views.clients.renewed(found) if found else views.clients
        return News(
            tuple(found),
            [one for one in found.values() if one],
            ClientViews(everyone, self.context.today) if found else views,
            Seen(mark, frozenset(now)),
            views,
        )

    def _show(self, news: News | None) -> None:
        if news is None:
            return
        if news.is_sealed:
            self.lock.shut_sealed()
            return
        if self.lock.views is not news.base:
            return  # the desk changed something itself meanwhile; the next look finds the rest
        self.lock.seen = news.seen
        if not news.changed:
            return
        self.lock.views = news.views
        if listed_screen := self.navigator.find(ClientsScreen):
            listed_screen.show(news.views)
            names = [one.name or words.NO_NAME for one in news.came[:MOST_NAMED]]
            if names:
                more = len(news.came) - len(names)
                form = words.CAME_IN_MORE if more else words.CAME_IN
                listed_screen.say(form.format(names=listed(names), more=more))
        shown = self.navigator.find(ClientScreen)
        if shown and shown.client.key in news.changed:
            self.viewer.renew(shown.client.key, words.CHANGED_ELSEWHERE)
