"""Every way out for one client: a pause, the end, or nobody who comes back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from rich.console import RenderableType

from assessment.core.answers import AnswerSheet
from assessment.exchange.answers_document import answers_document
from assessment.quiz import words
from assessment.quiz.context import QuizContext
from assessment.quiz.draft_saver import DraftSaver
from assessment.tui.screens.hand_over import HandOverScreen
from assessment.ui.dialogs.options import ERASE, KEEP, STAY, DialogOption
from assessment.ui.navigator import Navigator


class Host(Protocol):
    """The app, as far as the exits of a client need it."""

    def forget_client(self) -> None:
        """Keep nothing of the client in memory that is not on a screen."""

    def welcome(self, note: str = "") -> None:
        """Show the first screen again, with a *note* below it."""

    def exit(
        self, result: None = None, return_code: int = 0, message: RenderableType | None = None
    ) -> None:
        """End the program; the terminal shows *message*."""


class ExitFlow:
    """Asks before anything of a client is lost, and leaves nothing of the client behind."""

    def __init__(
        self, host: Host, navigator: Navigator, context: QuizContext, draft_saver: DraftSaver
    ) -> None:
        self._host = host
        self._navigator = navigator
        self._context = context
        self._draft_saver = draft_saver

    def pause(self, *, closing: bool) -> None:
        """Ask whether to stop; *closing*: the whole program, not only this client."""
        options = (
            DialogOption(STAY, words.GO_ON),
            DialogOption(KEEP, words.STOP_AND_KEEP),
            DialogOption(ERASE, words.ERASE_AND_LEAVE),
        )
        text = words.PAUSE_TEXT_UNSAVED if self._draft_saver.trouble else words.PAUSE_TEXT
        self._navigator.ask(words.PAUSE, text, options, partial(self._after_pause, closing=closing))

    def explain_too_young(self, explanation: str) -> None:
        """Explain, and offer to leave."""
        self._navigator.confirm(
            words.TOO_YOUNG,
            explanation,
            words.TOO_YOUNG_MISTYPED,
            words.TOO_YOUNG_LEAVE,
            self.hand_over,
        )

    def make_room(self) -> None:
        """Erase the answers for somebody else, once that is confirmed, and show the welcome."""

        def erase() -> None:
            trouble = self._draft_saver.erase()
            self._host.forget_client()
            self._host.welcome(trouble)

        self._navigator.confirm(words.ERASE_OLD, "", words.ERASE_OLD_NO, words.ERASE_OLD_YES, erase)

    def finish(self, sheet: AnswerSheet) -> None:
        """Keep the answers as a record where there are records, and hand the laptop over."""
        if record := self._context.record:
            document, draft_saver = answers_document(sheet), self._draft_saver
            self._leave(keep=lambda: record.keep(document) or draft_saver.erase())
        else:
            self.hand_over()

    def hand_over(self) -> None:
        """Erase the draft, and show nothing of the client any more."""
        self._leave(self._draft_saver.erase())

    def _leave(self, trouble: str = "", keep: Callable[[], str] | None = None) -> None:
        self._host.forget_client()
        self._navigator.show_only(HandOverScreen(self._context.clock, trouble, keep))

    def _after_pause(self, result: str | None, *, closing: bool) -> None:
        if result == KEEP and closing:
            self._host.exit(message=words.KEPT_FOR_LATER)
        elif result == KEEP:
            self._host.forget_client()
            self._host.welcome()
        elif result == ERASE:
            self._navigator.confirm(
                words.ERASE_MINE, "", words.ERASE_OLD_NO, words.ERASE_MINE_YES, self.hand_over
            )
