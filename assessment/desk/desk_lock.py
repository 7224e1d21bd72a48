"""The desk shut and open: the store, the secret, the clients; shut again by key or when idle."""

from __future__ import annotations

from functools import partial

from assessment.casebook.arrivals import Seen
from assessment.casebook.client_views import ClientViews
from assessment.casebook.clients import Clients, clients_of
from assessment.catalogue.loader import load_catalogue
from assessment.desk import words
from assessment.desk.background import Background
from assessment.desk.context import DeskContext
from assessment.desk.screens.clients import ClientsScreen
from assessment.desk.screens.opening import OpeningScreen
from assessment.records.drafts.erasing import erase_old_retests
from assessment.records.errors import WrongSecretError
from assessment.records.sealing.desk_session import Desk
from assessment.records.sealing.guard import Guard
from assessment.records.sealing.gym_keys import newest_key
from assessment.records.sealing.key_process import keys_of
from assessment.records.store.repository import note
from assessment.ui.navigator import Navigator
from assessment.ui.terminal.garbage import keep_for_good
from questions.loader import load_questionnaire

PROGRESS_STEP = 250
"""Records after which the progress is shown anew."""


class DeskLock:
    """Holds the desk. Shut, it holds no key and shows nothing of any client."""

    def __init__(
        self,
        context: DeskContext,
        navigator: Navigator,
        background: Background,
        opening: OpeningScreen,
    ) -> None:
        self._context = context
        self._navigator = navigator
        self._background = background
        self._opening = opening
        self._desk: Desk | None = None
        self._guard = Guard.NOTHING_YET
        self._sealed_for = ""
        self.shows_clients = False
        """Whether the desk is open and its clients are in memory."""
        self.views = ClientViews(Clients(()), context.today)
        """The clients in memory; none while the desk is shut."""
        self.trainer = ""
        """Who is at the open desk, once they said so."""
        self.seen: Seen | None = None
        """What was in the store when it was looked at last."""

    @property
    def desk(self) -> Desk:
        """The desk, once its store is open."""
        if self._desk is None:
            raise RuntimeError("no screen asks before the store is open")
        return self._desk

    def open_store(self) -> None:
        """Open the store beside the screen, then ask for the secret."""
        notices = list(self._context.notices)

        def job() -> Guard:
            store = self._context.open_store(notices.append)
            erase_old_retests(self._context.folder)
            load_questionnaire()
            load_catalogue()
            keep_for_good()
            self._desk = Desk(
                store,
                self._context.folder,
                clock=self._context.waking,
                idle_seconds=self._context.idle_seconds,
            )
            return self._desk.guard

        def then(guard: Guard) -> None:
            self._guard = guard
            self._opening.ask_for(guard)
            if notices:
                self._opening.say("\n".join(notices), warning=True)

        self._background.run(job, then, partial(self._opening.say, warning=True))

    def try_secret(self, secret: str, *, is_new: bool) -> None:
        """Open the desk with *secret*, which is a PIN to be chosen where it *is_new*."""
        self._opening.show_trying()
        job = partial(self._read_clients, secret, is_new=is_new)
        self._background.run(job, self._show_clients, self._refuse)

    def _refuse(self, sentence: str) -> None:
        """Ask anew for what opens the desk now, which may be something else than before."""
        self._opening.ask_for(self._guard)
        self._opening.say(sentence, warning=True)

    def is_sealed_meanwhile(self) -> bool:
        """Return whether the store was sealed for a key that the open desk lacks; in a thread.

        Raises:
            StoreError: The store cannot be read.
        """
        newest = newest_key(self.desk.store)
        public = newest.public if newest else ""
        return public not in ("", self._sealed_for, *self.desk.keys.secrets)

    def shut_sealed(self) -> None:
        """Shut the desk, and say that the records were sealed elsewhere meanwhile."""
        self._guard = Guard.PASSPHRASE
        self.shut(words.SEALED_MEANWHILE)

    def touch(self) -> None:
        """Keep the desk open for whoever pressed a key or moved the mouse, if it still is."""
        if self._desk:
            self.shut_when_idle()
            self._desk.touch()

    def shut_when_idle(self) -> None:
        """Show the shut desk where nobody was here for too long."""
        if self._navigator.front and self.shows_clients and not self.desk.is_open:
            self.shut(words.SHUT_IDLE)

    def shut(self, sentence: str) -> None:
        """Shut the desk: forget keys and clients, and let go of every screen above it."""
        self._background.drop()
        self.shows_clients, self.seen, self.trainer = False, None, ""
        self.desk.shut()
        self.views = ClientViews(Clients(()), self._context.today)
        self._context.report.forget()
        self._navigator.drop_all()
        self._opening.ask_for(self._guard)
        self._opening.say(sentence)

    def _read_clients(self, secret: str, *, is_new: bool) -> ClientViews:
        """Open the desk, and return its clients; in a thread."""
        asked, self._guard = self._guard, self.desk.guard
        if asked is not self._guard:
            sealed = self._guard is Guard.PASSPHRASE
            raise WrongSecretError(words.SEALED_MEANWHILE if sealed else words.PIN_MEANWHILE)
        if is_new:
            self.desk.choose_pin(secret)
        self.desk.open(secret, keys_of)
        store = self.desk.store
        note(store, "desk", None)
        newest = newest_key(store)
        self._sealed_for = newest.public if newest else ""
        self.seen = Seen.of(store)
        return ClientViews(clients_of(self.desk, self._show_progress), self._context.today)

    def _show_progress(self, done: int, of: int) -> None:
        if done % PROGRESS_STEP == 0:
            self.desk.touch()
            self._background.show(self._opening.show_progress, done, of)

    def _show_clients(self, views: ClientViews) -> None:
        self.desk.touch()
        self._guard = self.desk.guard
        self.views = views
        self.shows_clients = True
        context = self._context
        clients = ClientsScreen(views, context.clock, context.today, context.settings_path)
        self._navigator.show_over(OpeningScreen, clients)
        context.report.begin()
