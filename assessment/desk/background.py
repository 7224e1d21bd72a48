"""The ground of the desk: work beside the screen, faults in words, small questions, looks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import PurePath
from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen, Screen

from assessment.core.answers import AnswerError
from assessment.desk import words
from assessment.desk.context import DeskContext
from assessment.exchange.answers_document import AnswersFileError
from assessment.quiz.terminal_clearing import clear_terminal
from assessment.records.errors import GymKeyFileError, StoreError
from assessment.ui.dialogs.dialogs import AskScreen
from assessment.ui.dialogs.options import STAY, DialogOption
from assessment.ui.terminal.safe_app import SafeApp
from assessment.ui.theme.sizes import APP_STYLES, HEIGHTS, WIDTHS
from assessment.ui.theme.themes import LOOKS

Found = TypeVar("Found")
TOLD = (StoreError, GymKeyFileError, AnswerError, AnswersFileError, OSError)
"""What a job may raise that a person can be told as it is."""


class WorkingApp(SafeApp):
    """Does what takes long in a thread, so that no key ever waits for the store.

    What comes back after the desk was shut is dropped: nobody may see it any more.
    """

    TITLE = words.TITLE
    WENT_WRONG = words.WENT_WRONG
    WENT_WRONG_LOG, WENT_WRONG_NO_LOG = words.WENT_WRONG_LOG, words.WENT_WRONG_NO_LOG
    CSS_PATH: ClassVar[list[str | PurePath]] = [APP_STYLES, "styles/desk.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "quit", show=False, priority=True)]
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context.log_folder)
        self.context = context
        self._turn = 0
        """Counts how often the desk was shut."""
        for look in LOOKS:
            self.register_theme(look)
        self.theme = LOOKS[0].name

    def at_work(
        self,
        job: Callable[[], Found],
        then: Callable[[Found], object],
        instead: Callable[[str], object] | None = None,
    ) -> None:
        """Do *job* in a thread and give what it returns to *then*, on the screen's side.

        A fault that people can be told goes to *instead*, else into a small window.
        """
        turn, tell = self._turn, instead or self.tell_fault

        def back(following: Callable[[], object]) -> None:
            if self._turn == turn and self.is_running:
                following()

        def beside() -> None:
            try:
                found = job()
            except TOLD as error:
                self.call_from_thread(back, partial(tell, in_words(error)))
            else:
                self.call_from_thread(back, partial(then, found))

        self.run_worker(beside, group="store", thread=True)

    def tell_fault(self, sentence: str) -> None:
        """Say over the screen what did not work."""
        text = f"{sentence}\n\n{words.NOTHING_LOST}"
        self.ask(words.COULD_NOT, text, (DialogOption(STAY, words.UNDERSTOOD),), lambda _: None)

    def ask(
        self,
        question: str,
        text: str,
        ways: Sequence[DialogOption],
        after: Callable[[str | None], None],
    ) -> None:
        """Ask over the screen, and tell *after* which way was taken."""
        self.push_screen(AskScreen(question, text, ways, self.context.clock), after)

    def show_only(self, screen: Screen[None]) -> None:
        """Let go of all screens, and show *screen*."""
        with self.batch_update():
            while len(self.screen_stack) > 1:
                self.pop_screen()
            self.push_screen(screen)

    def is_asking(self) -> bool:
        """Whether a small question stands over the screen."""
        return isinstance(self.screen, ModalScreen)

    def action_other_look(self, step: int) -> None:
        """Go so many steps through the looks: dark, light, high contrast."""
        names = [look.name for look in LOOKS]
        self.theme = names[(names.index(self.theme) + step) % len(names)]

    def _print_error_renderables(self) -> None:
        """Leave an empty terminal; Textual calls this when its own screen is gone."""
        if not self.is_headless:
            clear_terminal()
        super()._print_error_renderables()


def in_words(error: Exception) -> str:
    """Return what *error* says to a person."""
    if isinstance(error, AnswersFileError):
        return "; ".join(error.faults)
    if isinstance(error, OSError) and error.strerror:
        where = f"{error.filename}: " if error.filename else ""
        return f"{where}{error.strerror}."
    return str(error)
