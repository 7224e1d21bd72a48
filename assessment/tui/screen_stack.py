"""Which screens stand over the welcome."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from assessment.quiz.context import QuizContext
from assessment.ui.dialogs.options import DialogOption
from assessment.ui.terminal.safe_app import SafeApp

if TYPE_CHECKING:
    from textual.screen import Screen


class StackingApp(SafeApp):
    """Keeps the welcome below everything, and asks small questions above."""

    def __init__(self, context: QuizContext) -> None:
        super().__init__(context.log_folder)
        self.quiz_context = context

    def show_only(self, screen: Screen[None]) -> None:
        """Show *screen*, and let go of all others but the welcome below them."""
        with self.batch_update():
            self.drop_all()
            self.push_screen(screen)

    def drop_all(self) -> None:
        """Let go of every screen above the welcome."""
        while len(self.screen_stack) > 1:
            self.pop_screen()

    def ask(
        self,
        question: str,
        text: str,
        ways: Sequence[DialogOption],
        after: Callable[[str | None], None],
    ) -> None:
        """Ask over the screen, and tell *after* which way was taken."""
        from assessment.ui.dialogs.dialogs import AskScreen

        self.push_screen(AskScreen(question, text, ways, self.quiz_context.clock), after)
