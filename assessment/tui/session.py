"""One client's way from the first question to the result: which screen follows which."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from assessment.core.answers import AnswerSheet
from assessment.core.assess import assess
from assessment.core.interview import Interview
from assessment.exchange.answers_document import answers_document
from assessment.quiz import words
from assessment.quiz.context import QuizContext
from assessment.quiz.draft_saver import DraftSaver
from assessment.quiz.earlier_answers import FIRST_TIME
from assessment.quiz.route import Route
from assessment.quiz.stops import Stop, stop_of
from assessment.tui.exit_flow import ExitFlow, Host
from assessment.tui.idle_lock import IdleLock
from assessment.tui.screens.locked import LockedScreen
from assessment.tui.screens.result import ResultScreen
from assessment.tui.screens.review import ReviewScreen
from assessment.ui.dialogs.options import LEAVE, STAY, DialogOption
from assessment.ui.navigator import Navigator
from assessment.ui.press_guard import GuardedScreen
from assessment.ui.question.question_screen import QuestionScreen
from assessment.ui.session_message import SessionMessage

if TYPE_CHECKING:
    from assessment.tui.content_loader import Loaded


class ClientSession:
    """Leads one client between questions, review, result and exits, as the screens tell."""

    def __init__(
        self,
        host: Host,
        navigator: Navigator,
        context: QuizContext,
        loaded: Loaded,
        draft_saver: DraftSaver,
    ) -> None:
        self.exits = ExitFlow(host, navigator, context, draft_saver)
        self.idle_lock = IdleLock(navigator, context, loaded.lock_after)
        self._navigator = navigator
        self._context = context
        self._catalogue, self._choices = loaded.catalogue, loaded.choices
        self._draft_saver = draft_saver
        self._questions: QuestionScreen
        self._saved: AnswerSheet | None = None
        """The answers that are on paper."""
        self._changed: str | None = None
        """The page that is answered again, until the review is back."""
        self._confirmed: frozenset[str] = frozenset()
        """Flags of which the client said that the answers behind them are right."""

    def begin(self, route: Route) -> None:
        """Ask from where *route* stands."""
        context = self._context
        if context.record:
            context.record.forget()
        self._questions = QuestionScreen(
            route,
            self._draft_saver,
            context.clock,
            context.dwell_seconds,
            context.earlier or FIRST_TIME,
        )
        self._navigator.show_only(self._questions)

    def take(self, message: SessionMessage) -> None:
        """Go where *message* of a screen leads."""
        match message:
            case QuestionScreen.Completed(sheet):
                self._prepare_report(sheet)
            case QuestionScreen.ReachedReview(route):
                self._prepare_report(route.interview.sheet)
                self._show_review(route.interview)
            case QuestionScreen.Stopped(sheet) | ReviewScreen.Accepted(sheet):
                self._end(sheet, is_sure=isinstance(message, QuestionScreen.Stopped))
            case ReviewScreen.BackAsked():
                self._navigator.back()
                self._questions.show(self._questions.route.back())
            case ReviewScreen.ChangeAsked(page_id) | ResultScreen.ChangeAsked(str(page_id)):
                self._ask_again(page_id)
            case ResultScreen.ChangeAsked():
                self._leave_result()
            case ResultScreen.Saved(sheet):
                self._saved = sheet
            case _:
                self._leave(message)

    def _leave(self, message: SessionMessage) -> None:
        """Take the exit that *message* asks for."""
        match message:
            case GuardedScreen.PauseAsked():
                self.exits.pause(closing=False)
            case QuestionScreen.TooYoung(explanation):
                self.exits.explain_too_young(explanation)
            case LockedScreen.NewClient():
                self.exits.make_room()
            case ResultScreen.Finished(sheet):
                self.exits.finish(sheet)

    def _leave_result(self) -> None:
        """Go back to the review, or to the answer that ended the questions."""
        self._navigator.back()
        if self._navigator.screens[-1] is self._questions:
            self._questions.show(self._questions.route.to_ending())

    def _ask_again(self, page_id: str) -> None:
        """Ask one page again; the review comes after it."""
        self._changed = page_id
        self._navigator.back_to(self._questions)
        self._questions.show(self._questions.route.change(page_id))

    def _end(self, sheet: AnswerSheet, *, is_sure: bool) -> None:
        """Show the result; ask first, once, whether answers are meant after which nobody trains.

        *is_sure*: the client was asked already.
        """
        stop = None if is_sure else stop_of(sheet)
        if stop is None or stop.flags <= self._confirmed:
            self._show_result(sheet)
        elif not self._navigator.is_asking:  # a key pressed twice asks twice
            options = (
                DialogOption(LEAVE, words.IS_RIGHT),
                DialogOption(STAY, words.CHANGE_IT),
            )
            self._navigator.ask(
                stop.question, stop.text, options, partial(self._after_stop, sheet, stop)
            )

    def _after_stop(self, sheet: AnswerSheet, stop: Stop, decision: str | None) -> None:
        """Go on to the result, or to the only page that can be changed, else to its first line."""
        if decision == LEAVE:
            self._confirmed |= stop.flags
            self._show_result(sheet)
        elif len(stop.pages) == 1:
            self._ask_again(stop.pages[0])
        elif review := self._navigator.find(ReviewScreen):
            review.point_to(stop.pages[0])

    def _show_review(self, interview: Interview) -> None:
        """Show the review, with the pointer on what was answered again."""
        changed, self._changed = self._changed, None
        self._navigator.show(ReviewScreen(interview, self._context.clock, changed))

    def _prepare_report(self, sheet: AnswerSheet) -> None:
        """Have the report made while the client looks through the answers."""
        self._context.report.prepare(answers_document(sheet))

    def _show_result(self, sheet: AnswerSheet) -> None:
        if isinstance(self._navigator.screens[-1], ResultScreen):
            return  # a key pressed twice asks twice
        self._prepare_report(sheet)
        assessment = assess(sheet, self._catalogue, self._choices)
        is_saved = sheet == self._saved
        self._navigator.show(
            ResultScreen(assessment, self._catalogue, self._context, saved=is_saved)
        )
