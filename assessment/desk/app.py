"""The trainer's desk as a whole: the way back from each screen, and a re-test."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from assessment.casebook.record_reports import earlier_screenings
from assessment.core.answers import AnswerSheet
from assessment.desk import words
from assessment.desk.rights import RightsApp
from assessment.desk.screens.base import DeskScreen
from assessment.desk.screens.changes import ChangesScreen
from assessment.desk.screens.client import ClientScreen
from assessment.desk.screens.clients import ClientsScreen
from assessment.desk.screens.opening import OpeningScreen
from assessment.reporting.request import EarlierScreening
from assessment.ui.dialogs.options import LEAVE, STAY, DialogOption
from assessment.ui.settings.settings_screen import SettingsScreen
from questions.loader import load_questionnaire
from reports.words.phrasing import day_in_words


@dataclass(frozen=True)
class Retest:
    """Which client is to be asked again, and what was answered before.

    ``sheet`` is that of last time, None where that record cannot be opened; ``earlier`` has
    all screenings, for the report.
    """

    client: UUID
    sheet: AnswerSheet | None
    earlier: tuple[EarlierScreening, ...]


class DeskApp(RightsApp):
    """Ends with ``retest`` set where a client is to be asked again."""

    retest: Retest | None = None

    def on_desk_screen_back_asked(self, _event: DeskScreen.BackAsked) -> None:
        """Go back; ask first where something new is not kept yet."""
        match self.screen:
            case OpeningScreen():
                self.leave()
            case ClientsScreen():
                self.shut(words.SHUT_NOW)
            case ChangesScreen() if self.screen.changed:
                ways = (DialogOption(STAY, words.LEAVE_NO), DialogOption(LEAVE, words.LEAVE_YES))
                self.ask(words.KEEP_NOT, "", ways, self._leave_screen)
            case DeskScreen():
                self.pop_screen()

    def on_clients_screen_settings_asked(self) -> None:
        """Show the gym's settings."""
        path = self.context.settings_path
        if path and isinstance(self.screen, ClientsScreen):
            self.push_screen(SettingsScreen(path, load_questionnaire(), self.context.clock))

    def on_client_screen_retest_asked(self, event: ClientScreen.RetestAsked) -> None:
        """Ask, and end with the wish for a re-test."""
        if not isinstance(self.screen, ClientScreen):
            return  # a key pressed twice asks twice
        client, last = event.client, event.sittings[-1]

        def after(way: str | None) -> None:
            if way == LEAVE:
                sheet = last.assessment.sheet if last.assessment else None
                self.retest = Retest(client.key, sheet, earlier_screenings(event.sittings))
                self.desk.shut()
                self.exit()

        text = words.RETEST_TEXT if last.assessment else words.RETEST_CLOSED
        ways = (DialogOption(STAY, words.RETEST_NO), DialogOption(LEAVE, words.RETEST_YES))
        self.ask(
            words.RETEST.format(name=client.name or words.NO_NAME),
            text.format(day=day_in_words(last.day)),
            ways,
            after,
        )

    def _leave_screen(self, way: str | None) -> None:
        if way == LEAVE:
            self.pop_screen()
