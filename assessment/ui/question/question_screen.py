"""The screen that asks: one page after another, in place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from assessment.core.answers import AnswerSheet
from assessment.quiz import words
from assessment.quiz.answer_parsing import Refused, judged
from assessment.quiz.draft_saver import DraftSaver
from assessment.quiz.earlier_answers import FIRST_TIME, Earlier
from assessment.quiz.length import Pace, pace_after
from assessment.quiz.page_view import (
    MEASURE,
    MEASURE_GO,
    MEASURE_SKIP,
    asked_of_ending,
    help_on,
    told_to_trainer,
)
from assessment.quiz.route import Route
from assessment.quiz.unlikely import asked_back, unlikely
from assessment.ui.dialogs.dialogs import AskScreen, HelpScreen
from assessment.ui.dialogs.options import DialogOption
from assessment.ui.inputs.slots import TEN_SIGN
from assessment.ui.inputs.typed_input import TypedInput
from assessment.ui.key_queue import Ready
from assessment.ui.measure.measure_screen import measure_screen
from assessment.ui.press_guard import GuardedScreen, RepeatGuard
from assessment.ui.question.dwell import Dwell
from assessment.ui.question.question_page import QuestionPage
from assessment.ui.session_message import SessionMessage
from assessment.ui.widgets.answer_list import AnswerList
from assessment.ui.widgets.key_bar import KeyBar
from questions.model import NumberItem, TextItem

BACK = Binding("backspace", "back", words.KEY_BACK, key_display=words.BACKSPACE)
TO_REVIEW = replace(BACK, description=words.KEY_TO_REVIEW)
GO_ON = Binding("enter", "go_on", words.KEY_GO_ON, key_display=words.ENTER)
HELP = Binding("question_mark,f1", "help", words.KEY_HELP, key_display="?")
TEN = Binding(TEN_SIGN, "ten", words.KEY_TEN)
ERASE = Binding("delete", "erase", words.KEY_ERASE, key_display=words.DELETE)
ERASE_LETTER = replace(ERASE, key_display=words.BACKSPACE)
PAUSE = Binding("escape", "pause", words.KEY_PAUSE, key_display=words.ESCAPE)
IS_RIGHT, TO_CHANGE = "right", "change"
RIGHT_OR_NOT = (DialogOption(IS_RIGHT, words.IS_RIGHT), DialogOption(TO_CHANGE, words.CHANGE_IT))
"""What a client says to an answer that ends the questions, and to an unlikely number."""
ROOMY_COLUMNS, ROOMY_ROWS = 150, 40
"""Of a window from which on the chapters stand beside the question."""


class QuestionScreen(GuardedScreen):
    """Asks the pages of a route, and keeps every answer; *pause* says what Esc does."""

    CSS_PATH = "../styles/question.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [TEN, ERASE, BACK, GO_ON, HELP, PAUSE]

    @dataclass
    class ReachedReview(SessionMessage):
        """Every page is behind the client."""

        route: Route

    @dataclass
    class Completed(SessionMessage):
        """Every question is answered, measurements apart; they and the review may follow."""

        sheet: AnswerSheet

    @dataclass
    class Stopped(SessionMessage):
        """An answer was given after which no other one matters now."""

        sheet: AnswerSheet

    @dataclass
    class TooYoung(SessionMessage):
        """An age was typed for which the quiz is not made; ``explanation`` says why."""

        explanation: str

    def __init__(
        self,
        route: Route,
        draft_saver: DraftSaver,
        clock: Callable[[], float],
        dwell_seconds: float,
        earlier: Earlier = FIRST_TIME,
        pause: Binding = PAUSE,
    ) -> None:
        super().__init__(clock)
        self._pause = pause
        self.route = route
        self._draft_saver = draft_saver
        self._dwell = Dwell(self, dwell_seconds)
        self._earlier = earlier
        self._pace = Pace()
        self._asked_at = clock()
        self._pages_shown = 0
        self._is_ready = False
        self._repeat_guard = RepeatGuard()
        self._confirmed: frozenset[str] = frozenset()
        """Answers that end the questions, and of which the client said that they are right."""
        self._meant: frozenset[tuple[str, object]] = frozenset()
        """Unlikely numbers of which the client said the same."""

    def compose(self) -> ComposeResult:
        """Yield the page and the keys."""
        yield QuestionPage(self.is_settled)
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the page at which the route stands."""
        self.query_one(QuestionPage).inputs.earlier = self._earlier
        self.query_one(KeyBar).rename(self._pause)
        self.show(self.route)

    def on_resize(self, event: events.Resize) -> None:
        """Put the chapters beside the question where the window has room for both."""
        columns, rows = event.size
        self.set_class(columns >= ROOMY_COLUMNS and rows >= ROOMY_ROWS, "-roomy")

    def is_settled(self) -> bool:
        """Return whether a click can be meant for the question: not while its answer shows."""
        return not self._dwell.is_on and super().is_settled()

    @property
    def is_ready(self) -> bool:
        """Whether there is a page for a key."""
        return self._is_ready

    def only_types(self, key: events.Key) -> bool:
        """Return whether *key* is one more sign in the line that is typed into."""
        inputs = self.query_one(QuestionPage).inputs
        return inputs.typing is not None and inputs.types(key)

    def _take_keys(self) -> None:
        self._is_ready = True
        self.post_message(Ready())

    def hurry(self) -> bool:
        """Bring the next page where the answer to this one still shows: a key is meant for it."""
        return self._dwell.hurry()

    def admits(self, key: events.Key) -> bool:
        """Return whether *key* is meant; one that was pressed twice is told of."""
        page = self.query_one(QuestionPage)
        is_repeat = self._repeat_guard.is_repeat(
            key,
            self._pages_shown,
            on_page=page.inputs.toggles(key),
            on_next=not page.inputs.types(key),
        )
        if is_repeat:
            page.inputs.blink()
            page.warn(words.PRESSED_TWICE)
        return not is_repeat

    def overhear(self, key: events.Key) -> None:
        """Know of a key that a dialog took, so that its double press answers nothing here."""
        self._repeat_guard.pressed_elsewhere(key)

    def show(self, route: Route) -> None:
        """Show the page at which *route* stands, or tell that it reached the review."""
        self.route = route
        self._dwell.end()
        if route.page is None:
            self.post_message(self.ReachedReview(route))
            return
        with self.app.batch_update():
            self.query_one(QuestionPage).show_route(route, self._pace)
            self._show_keys()
        self.query_one(QuestionPage).warn(self._draft_saver.trouble)
        self.shown_now()
        self._asked_at = self.clock()
        self._pages_shown += 1
        if not self._is_ready:
            self.app.call_later(self._take_keys)  # after the focus, which comes by the same way

    @on(TypedInput.Submitted)
    def _typed(self, event: TypedInput.Submitted) -> None:
        """Judge what was typed; only what fits its item is an answer."""
        event.stop()
        item = self.route.interview.sheet.questionnaire.by_id[event.item_id]
        if not isinstance(item, (TextItem, NumberItem)) or self._dwell.is_on:
            return
        match judged(item, event.typed):
            case Refused(reason, too_young=True):
                self.query_one(TypedInput).line.begin_anew()
                self.post_message(self.TooYoung(reason))
            case Refused(reason):
                self.query_one(TypedInput).line.begin_anew()
                self.query_one(QuestionPage).warn(reason)
            case answers:
                self._take(answers)

    @on(AnswerList.Answered)
    @on(TypedInput.Declined)
    def _answered(self, event: AnswerList.Answered | TypedInput.Declined) -> None:
        event.stop()
        if self._dwell.is_on:
            return
        if MEASURE in event.answers:
            self._offered(event.answers[MEASURE])
        else:
            self._take(event.answers)

    def _offered(self, decision: object) -> None:
        """Pass the measurements by, or have the trainer read first what holds for all of them."""
        if decision == MEASURE_GO:
            options = (
                DialogOption(MEASURE, words.BEGIN_MEASURING),
                DialogOption(MEASURE_SKIP, words.MEASURE_SKIP),
            )
            told = AskScreen(words.FOR_TRAINER, told_to_trainer(self.route), options, self.clock)
            self.app.push_screen(told, self._offered)
        else:
            self._keep_and_go({}, self.route.measure(wanted=decision == MEASURE))

    @on(AnswerList.RowAnswered)
    def _row_answered(self, event: AnswerList.RowAnswered) -> None:
        """Take over and keep one line of a page that goes on."""
        event.stop()
        page = self.route.page
        if page is not None and event.answers.keys() <= set(page.items):
            self.route = self.route.answer(event.answers)
            trouble = self._draft_saver.keep(event.answers, self.route.place)
            self.query_one(QuestionPage).warn(trouble)

    @on(TypedInput.ToolWanted)
    def _show_tool(self, event: TypedInput.ToolWanted) -> None:
        """Show the tool; what it measures is typed, and still to be confirmed with Enter."""
        event.stop()
        questionnaire = self.route.interview.sheet.questionnaire
        if screen := measure_screen(questionnaire, event.item_id, self.clock):
            self.app.push_screen(screen, self.query_one(TypedInput).fill)

    def action_go_on(self) -> None:
        """Go on, by a click on the key in the bar."""
        if self.is_settled():
            self.query_one(QuestionPage).inputs.submit()

    def action_back(self) -> None:
        """Go back a row of the page, to the page before, or to the review that it came from."""
        inputs = self.query_one(QuestionPage).inputs
        if not self.route.changing and inputs.step_back():
            return
        if self.route.can_go_back:
            self.show(self.route.back())
        else:
            inputs.blink()  # what is typed on the first page stays

    def action_ten(self) -> None:
        """Say 10, by a click on the key in the bar."""
        self.query_one(QuestionPage).inputs.say_ten()

    def action_erase(self) -> None:
        """Take the last sign away, by a click on the key in the bar."""
        self.query_one(QuestionPage).inputs.erase()

    def action_help(self) -> None:
        """Show more about the line at the pointer, how to answer, and why we ask."""
        if self.route.page:
            pointed = self.query_one(QuestionPage).pointed
            self.app.push_screen(HelpScreen(help_on(self.route, pointed)))

    @on(AnswerList.DetailsWanted)
    def _details_wanted(self, event: AnswerList.DetailsWanted) -> None:
        event.stop()
        self.action_help()

    @on(AnswerList.LineReached)
    def _line_reached(self, event: AnswerList.LineReached) -> None:
        self.query_one(QuestionPage).point_to(event.item_id)
        self._show_keys()

    @on(Input.Changed)
    @on(AnswerList.Marked)
    def _show_keys(self) -> None:
        """Show the keys that work now: Enter with a line to take, and so on."""
        inputs, keys = self.query_one(QuestionPage).inputs, self.query_one(KeyBar)
        erases_letter = bool(inputs.typing and inputs.typing.line.erases)
        works = {
            TEN.action: inputs.takes_ten,
            ERASE.action: inputs.can_erase,
            BACK.action: self.route.can_go_back and not erases_letter,
            GO_ON.action: inputs.can_submit,
        }
        back = TO_REVIEW if self.route.changing else BACK
        keys.show_keys(
            (back, ERASE_LETTER if erases_letter else ERASE),
            hidden=[action for action, does_work in works.items() if not does_work],
        )

    def _take(self, answers: Mapping[str, object]) -> None:
        """Take over the answers to the open page, keep them, and go on."""
        page = self.route.page
        if page is None or not answers.keys() <= set(page.items):
            return  # meant for the page before: a key pressed twice
        if odd := unlikely(self.route.interview.sheet, answers) - self._meant:
            self._ask_back(answers, odd)
            return
        self.route = self.route.answer(answers)
        took_s = self.clock() - self._asked_at
        self._pace = pace_after(self._pace, page, self.route.interview.sheet, took_s)
        if self.route.is_over:
            self._draft_saver.keep(answers, self.route.place)
            self._confirm()
            return
        following = self.route.onward()
        if following.is_complete:
            self.post_message(self.Completed(following.interview.sheet))
        self._keep_and_go(answers, following)

    def _ask_back(self, answers: Mapping[str, object], odd: frozenset[tuple[str, object]]) -> None:
        """Ask once whether the *odd* ones of *answers* are meant, and take them where they are."""

        def decide(decision: str | None) -> None:
            if decision == IS_RIGHT:
                self._meant |= odd
                self._take(answers)
            else:
                ids = {item_id for item_id, _ in odd}
                first = next(item_id for item_id in answers if item_id in ids)
                self.query_one(QuestionPage).inputs.point_to(first)

        asked = asked_back(self.route.interview.sheet, answers, odd)
        self.app.push_screen(AskScreen(asked, "", RIGHT_OR_NOT, self.clock, TO_CHANGE), decide)

    def _confirm(self) -> None:
        """Ask once whether the answers that end the questions are meant, and end them."""
        ids = frozenset(check.id for check in self.route.ending)
        if ids <= self._confirmed:
            self._stop(ids, IS_RIGHT)
            return
        self.app.push_screen(
            AskScreen(asked_of_ending(self.route), "", RIGHT_OR_NOT, self.clock, TO_CHANGE),
            partial(self._stop, ids),
        )

    def _stop(self, ids: frozenset[str], decision: str | None) -> None:
        """End the questions, or have those answers changed; they are shown in either case."""
        ending = self.route.to_ending()
        if decision == TO_CHANGE or ending.page != self.route.page:
            self.show(ending)
        if decision == TO_CHANGE:
            return
        self._confirmed |= ids
        self.post_message(self.Stopped(self.route.interview.sheet))

    def _keep_and_go(self, answers: Mapping[str, object], following: Route) -> None:
        """Keep *answers* on the disk, and go to where *following* stands."""
        trouble = self._draft_saver.keep(answers, following.place)
        self._dwell.then(partial(self.show, following))
        self.query_one(QuestionPage).warn(trouble)
