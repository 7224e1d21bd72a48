"""The trainer's desk as a whole: what its parts are, and which message goes to which."""

from __future__ import annotations

from pathlib import PurePath
from typing import ClassVar

from textual import events, on

from assessment.desk import words
from assessment.desk.background import Background
from assessment.desk.client_rights import ClientRights
from assessment.desk.context import DeskContext
from assessment.desk.desk_lock import DeskLock
from assessment.desk.plan_flow import PlanFlow
from assessment.desk.record_editor import RecordEditor
from assessment.desk.record_viewer import RecordViewer
from assessment.desk.retest_flow import RetestFlow
from assessment.desk.screens.client import ClientScreen, ClientTask
from assessment.desk.screens.clients import ClientsScreen
from assessment.desk.screens.opening import OpeningScreen
from assessment.desk.screens.plan import PlanScreen
from assessment.desk.screens.record import RecordScreen, RecordTask
from assessment.desk.store_watch import SECONDS_BETWEEN_LOOKS, StoreWatch
from assessment.ui.navigator import Navigator
from assessment.ui.terminal.safe_app import SafeApp
from assessment.ui.theme.sizes import APP_STYLES

SECONDS_BETWEEN_CHECKS = 1.0
"""How often it is seen whether anybody is there."""


class DeskApp(SafeApp):
    """Holds the parts; ends with a wish of ``retest_flow`` where a client is to be asked again."""

    TITLE = words.TITLE
    WENT_WRONG = words.WENT_WRONG
    WENT_WRONG_LOG, WENT_WRONG_NO_LOG = words.WENT_WRONG_LOG, words.WENT_WRONG_NO_LOG
    CSS_PATH: ClassVar[list[str | PurePath]] = [APP_STYLES, "styles/desk.tcss"]

    def __init__(self, context: DeskContext, sentence: str = "") -> None:
        super().__init__(context.log_folder)
        self._opening = OpeningScreen(context.clock, sentence)
        self.navigator = navigator = Navigator(self, context.clock, has_keys=False)
        self.background = background = Background(self, self._tell_fault)
        self.lock = lock = DeskLock(context, navigator, background, self._opening)
        self._viewer = viewer = RecordViewer(context, navigator, background, lock)
        self._editor = RecordEditor(context, navigator, background, lock, viewer)
        self.watch_store = StoreWatch(context, navigator, background, lock, viewer)
        self._plans = PlanFlow(context, navigator, background, lock, viewer)
        self._rights = ClientRights(context, navigator, background, lock, viewer)
        self.retest_flow = RetestFlow(context, navigator, lock, self.exit)

    def get_default_screen(self) -> OpeningScreen:
        """Return the shut desk; it stays below all other screens."""
        return self._opening

    def on_mount(self) -> None:
        """Open the store once the screen stands; look whether anybody is there."""
        self.call_after_refresh(self.lock.open_store)
        self.set_interval(SECONDS_BETWEEN_CHECKS, self.lock.shut_when_idle)
        self.set_interval(SECONDS_BETWEEN_LOOKS, self.watch_store.look)

    async def on_event(self, event: events.Event) -> None:
        """Keep the desk open for whoever presses a key or moves the mouse."""
        if isinstance(event, events.InputEvent):
            self.lock.touch()
        await super().on_event(event)

    @on(OpeningScreen.SecretGiven)
    def _try_secret(self, event: OpeningScreen.SecretGiven) -> None:
        self.lock.try_secret(event.secret, is_new=event.is_new)

    @on(ClientsScreen.ShutAsked)
    def _shut(self) -> None:
        self.lock.shut(words.SHUT_NOW)

    @on(ClientsScreen.ClientChosen)
    def _open_client(self, event: ClientsScreen.ClientChosen) -> None:
        self._viewer.open_client(event.client)

    @on(ClientScreen.RecordChosen)
    def _open_record(self, event: ClientScreen.RecordChosen) -> None:
        self._viewer.open_record(event.screening)

    @on(ClientScreen.TaskAsked)
    def _do_with_client(self, event: ClientScreen.TaskAsked) -> None:
        match event.task:
            case ClientTask.RETEST:
                self.retest_flow.ask(event.client, event.screenings)
            case ClientTask.EXPORT:
                self._rights.ask_export(event.client)
            case ClientTask.ERASE:
                self._rights.ask_erase(event.client)

    @on(RecordScreen.TaskAsked)
    def _do_with_record(self, event: RecordScreen.TaskAsked) -> None:
        match event.task:
            case RecordTask.PLAN:
                self._plans.open(event.screening)
            case RecordTask.PAPER:
                self._rights.open_paper(event.screening)
            case _:
                self._editor.open(event.task, event.screening)

    @on(PlanScreen.TaskAsked)
    def _do_with_plan(self, event: PlanScreen.TaskAsked) -> None:
        self._plans.do(event.task)

    def _tell_fault(self, sentence: str) -> None:
        text = f"{sentence}\n\n{words.NOTHING_LOST}"
        self.navigator.tell(words.COULD_NOT, text, words.UNDERSTOOD)

    async def action_quit(self) -> None:
        """Ask before the desk is closed; a question that is open stays."""
        if not self.navigator.is_asking:
            self.navigator.confirm(words.CLOSE, "", words.CLOSE_NO, words.CLOSE_YES, self.exit)
