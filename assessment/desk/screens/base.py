"""What every screen of the desk shares: a bar of keys, help, a way back, a line for sentences."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.screen import Screen
from textual.widgets import Input, Static

from assessment.desk import keys, words
from assessment.quiz import words as quiz_words
from assessment.ui.dialogs.dialogs import AskScreen, HelpScreen
from assessment.ui.dialogs.options import LEAVE, STAY, DialogOption
from assessment.ui.key_queue import InTurn
from assessment.ui.press_guard import PressGuard
from assessment.ui.widgets.one_line_input import OneLineInput

HELP = keys.HELP.does("help")
BACK = keys.BACK.does("back")


class DeskScreen(Screen[None], InTurn):
    """A screen of the desk. What is done with the store is the matter of the app's parts."""

    AUTO_FOCUS: ClassVar[str | None] = ""
    ABOUT = ""
    """Which help belongs to it."""
    BINDINGS: ClassVar[list[BindingType]] = [HELP, BACK]

    def __init__(self, clock: Callable[[], float]) -> None:
        super().__init__()
        self.clock = clock
        self._press_guard = PressGuard(clock)

    @property
    def has_changes(self) -> bool:
        """Whether leaving loses something that was typed."""
        return False

    def on_screen_resume(self) -> None:
        """Begin to count when the screen comes to the front."""
        self._press_guard.shown_now()

    def is_settled(self) -> bool:
        """Return whether a press can be meant for what is shown."""
        return self._press_guard.is_settled()

    def only_types(self, key: events.Key) -> bool:
        """Return whether *key* is one more sign in the line that is typed into."""
        line = self.focused
        return (
            isinstance(line, Input)
            and key.is_printable
            and line.check_consume_key(key.key, key.character)
        )

    def say(self, sentence: str, *, warning: bool = False) -> None:
        """Show *sentence* at the foot; empty: nothing."""
        status = self.query_one("#status", Static)
        status.update(sentence)
        status.display = bool(sentence)
        status.set_class(warning, "-warning")

    @on(OneLineInput.NotAllTaken)
    def _not_all_taken(self, event: OneLineInput.NotAllTaken) -> None:
        event.stop()
        self.say(event.sentence, warning=True)

    def action_help(self) -> None:
        """Show what the keys do here."""
        self.app.push_screen(HelpScreen((*words.HELP[self.ABOUT], quiz_words.HELP_LOOK)))

    def action_back(self) -> None:
        """Leave this screen; ask first where something new is not kept yet."""
        if not self.is_current:
            return  # a key pressed twice leaves once
        if not self.has_changes:
            self.app.pop_screen()
            return
        options = (DialogOption(STAY, words.LEAVE_NO), DialogOption(LEAVE, words.LEAVE_YES))
        asked = AskScreen(words.KEEP_NOT, "", options, self.clock, has_keys=False)
        self.app.push_screen(asked, self._answered)

    def _answered(self, result: str | None) -> None:
        if result == LEAVE:
            self.app.pop_screen()


def status_line() -> Static:
    """Return the line for sentences, hidden until there is one."""
    line = Static(id="status", markup=False)
    line.display = False
    return line
