"""The quiz for a client who was here before."""

from __future__ import annotations

from assessment.quiz.context import QuizContext
from assessment.tui.app import QuizApp
from assessment.ui.terminal.running import run_in_terminal


class RetestApp(QuizApp):
    """Ends where the quiz would wait for the next client: that one comes at the desk."""

    CSS_PATH = QuizApp.CSS_PATH

    def welcome(self) -> None:
        """End: whatever there was to keep is kept."""
        self.exit()


def run_retest(context: QuizContext) -> int:
    """Run the quiz of a re-test in this terminal; return the exit status of the program."""
    return run_in_terminal(lambda held: RetestApp(context, held), context.report.close)
