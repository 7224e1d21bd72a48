"""The desk shut and open: the store, the secret, the clients; shut again by key or when idle."""

from __future__ import annotations

from functools import partial

from textual import events

from assessment.casebook.clients import Clients, clients_of
from assessment.catalogue.loader import load_catalogue
from assessment.desk import words
from assessment.desk.background import WorkingApp
from assessment.desk.context import DeskContext
from assessment.desk.screens.clients import ClientsScreen
from assessment.desk.screens.opening import OpeningScreen
from assessment.desk.views import Views
from assessment.records.drafts.erasing import erase_old_retests
from assessment.records.sealing.desk_session import Desk
from assessment.records.sealing.guard import Guard
from assessment.records.sealing.key_process import keys_of
from assessment.records.store.repository import note
from assessment.ui.dialogs.options import LEAVE, STAY, DialogOption
from questions.loader import load_questionnaire

SECONDS_BETWEEN_LOOKS = 1.0
PROGRESS_STEP = 250
"""Records after which the progress is shown anew."""


class OpenedApp(WorkingApp):
    """Holds the desk. Shut, it holds no key and shows nothing of any client."""

    def __init__(self, context: DeskContext, sentence: str = "") -> None:
        super().__init__(context)
        self._opening = OpeningScreen(context.clock, sentence)
        self._desk: Desk | None = None
        self._shows_clients = False
        self.views = Views(Clients(()), context.today)

    def get_default_screen(self) -> OpeningScreen:
        """Return the shut desk; it stays below all other screens."""
        return self._opening

    def on_mount(self) -> None:
        """Open the store once the screen stands; look whether anybody is there."""
        self.call_after_refresh(self._open_store)
        self.set_interval(SECONDS_BETWEEN_LOOKS, self.shut_when_idle)

    async def on_event(self, event: events.Event) -> None:
        """Keep the desk open for whoever presses a key or moves the mouse."""
        if self._desk and isinstance(event, events.InputEvent):
            self.shut_when_idle()
            self._desk.touch()
        await super().on_event(event)

    @property
    def desk(self) -> Desk:
        """The desk, once its store is open."""
        if self._desk is None:
            raise RuntimeError("no screen asks before the store is open")
        return self._desk

    def shut_when_idle(self) -> None:
        """Show the shut desk where nobody was here for too long."""
        if self.screen_stack and self._shows_clients and not self.desk.is_open:
            self.shut(words.SHUT_IDLE)

    def shut(self, sentence: str) -> None:
        """Shut the desk: forget keys and clients, and let go of every screen above it."""
        self._turn += 1
        self._shows_clients = False
        self.desk.shut()
        self.views = Views(Clients(()), self.context.today)
        self.context.report.forget()
        with self.batch_update():
            while len(self.screen_stack) > 1:
                self.pop_screen()
        self._opening.ask_for(self.guard)
        self._opening.say(sentence)

    def on_opening_screen_tried(self, event: OpeningScreen.Tried) -> None:
        """Try the secret."""
        self._opening.show_trying()
        self.at_work(
            partial(self._opened_with, event.secret, is_new=event.is_new),
            self._show_clients,
            self._opening.refuse,
        )

    def leave(self) -> None:
        """Close the desk, once somebody says so."""
        ways = (DialogOption(STAY, words.CLOSE_NO), DialogOption(LEAVE, words.CLOSE_YES))

        def after(way: str | None) -> None:
            if way == LEAVE:
                self.exit()

        self.ask(words.CLOSE, "", ways, after)

    async def action_quit(self) -> None:
        """Ask before the desk is closed; a question that is open stays."""
        if not self.is_asking():
            self.leave()

    def _open_store(self) -> None:
        told = list(self.context.told)

        def job() -> Guard:
            store = self.context.open_store(told.append)
            erase_old_retests(self.context.folder)
            load_questionnaire()
            load_catalogue()
            self._desk = Desk(
                store,
                self.context.folder,
                clock=self.context.waking,
                idle_seconds=self.context.idle_seconds,
            )
            return self._desk.guard

        def then(guard: Guard) -> None:
            self.guard = guard
            self._opening.ask_for(guard)
            if told:
                self._opening.say("\n".join(told), warning=True)

        self.at_work(job, then, self._cannot_open)

    def _cannot_open(self, sentence: str) -> None:
        self._opening.say(sentence, warning=True)

    def _opened_with(self, secret: str, *, is_new: bool) -> Views:
        """Open the desk, and return its clients; in a thread."""
        if is_new:
            self.desk.choose_pin(secret)
        self.desk.open(secret, keys_of)
        note(self.desk.store, "desk", None)
        return Views(clients_of(self.desk, self._tell_progress), self.context.today)

    def _tell_progress(self, done: int, of: int) -> None:
        if done % PROGRESS_STEP == 0:
            self.desk.touch()
            self.call_from_thread(self._opening.show_progress, done, of)

    def _show_clients(self, views: Views) -> None:
        self.desk.touch()
        self.guard = self.desk.guard
        self.views = views
        self._shows_clients = True
        self.push_screen(ClientsScreen(views, self.context.clock, self.context.today))
        self.context.report.begin()
