"""One client's way from the first question to the result: which screen follows which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assessment.quiz.context import QuizContext
from assessment.tui.exit_flow import LeavingApp

if TYPE_CHECKING:
    from assessment.core.answers import AnswerSheet
    from assessment.quiz.draft_saver import DraftSaver
    from assessment.quiz.route import Route
    from assessment.tui.content_loader import Loaded
    from assessment.tui.screens.result import ResultScreen
    from assessment.tui.screens.review import ReviewScreen
    from assessment.ui.question.question_screen import QuestionScreen


class SittingApp(LeavingApp):
    """Routes between questions, review and result. What a screen shows is its own matter."""

    def __init__(self, context: QuizContext) -> None:
        super().__init__(context)
        self._loaded: Loaded | None = None
        self._asking: QuestionScreen | None = None
        self._saved: AnswerSheet | None = None
        """The answers that are on paper."""

    def begin(self, route: Route, draft_saver: DraftSaver) -> None:
        """Ask from where *route* stands; *draft_saver* keeps the answers."""
        from assessment.quiz.earlier_answers import FIRST_TIME
        from assessment.ui.question.question_screen import QuestionScreen

        context = self.quiz_context
        if context.record:
            context.record.forget()
        self._draft_saver = draft_saver
        self._asking = QuestionScreen(
            route, draft_saver, context.clock, context.dwell_seconds, context.earlier or FIRST_TIME
        )
        self.show_only(self._asking)
        self.call_after_refresh(context.report.begin)

    def let_go(self) -> None:
        """Keep nothing of the client in memory that is not on a screen."""
        super().let_go()
        self.quiz_context.report.forget()
        self._asking = None
        self._saved = None

    def on_question_screen_completed(self, event: QuestionScreen.Completed) -> None:
        """Have the report made while the client looks through the answers."""
        self._prepare(event.sheet)

    def on_question_screen_reached_review(self, event: QuestionScreen.ReachedReview) -> None:
        """Show all answers."""
        from assessment.tui.screens.review import ReviewScreen

        self._prepare(event.route.interview.sheet)
        self.push_screen(ReviewScreen(event.route.interview, self.quiz_context.clock))

    def on_question_screen_stopped(self, event: QuestionScreen.Stopped) -> None:
        """Show at once whom to see."""
        self._show_result(event.sheet)

    def on_review_screen_change_asked(self, event: ReviewScreen.ChangeAsked) -> None:
        """Ask one page again."""
        self._ask_again(event.page_id)

    def on_review_screen_back_asked(self) -> None:
        """Ask the last page again."""
        self.pop_screen()
        if self._asking:
            self._asking.show(self._asking.route.back())

    def on_review_screen_accepted(self, event: ReviewScreen.Accepted) -> None:
        """Show what the answers mean."""
        self._show_result(event.sheet)

    def on_result_screen_saved(self, event: ResultScreen.Saved) -> None:
        """Remember which answers are on paper."""
        self._saved = event.sheet

    def on_result_screen_change_asked(self, event: ResultScreen.ChangeAsked) -> None:
        """Go back to the answers, or to the one that is missing."""
        if event.page_id:
            self._ask_again(event.page_id)
        else:
            self.pop_screen()

    def _ask_again(self, page_id: str) -> None:
        """Ask one page again; the review comes after it."""
        if self._asking:
            while self.screen is not self._asking:
                self.pop_screen()
            self._asking.show(self._asking.route.change(page_id))

    def _prepare(self, sheet: AnswerSheet) -> None:
        from assessment.exchange.answers_document import answers_document

        self.quiz_context.report.prepare(answers_document(sheet))

    def _show_result(self, sheet: AnswerSheet) -> None:
        from assessment.core.assess import assess
        from assessment.tui.screens.result import ResultScreen

        if self._loaded is None or isinstance(self.screen, ResultScreen):
            return  # a key pressed twice asks twice
        self._prepare(sheet)
        catalogue = self._loaded.catalogue
        saved = sheet == self._saved
        result = ResultScreen(assess(sheet, catalogue), catalogue, self.quiz_context, saved=saved)
        self.push_screen(result)
