"""The screen after the last answer: what the answers show, or whom to see."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static

from assessment.catalogue.model import Catalogue
from assessment.core.answers import AnswerSheet
from assessment.core.assess import Assessment
from assessment.core.gate import Outcome
from assessment.exchange.answers_document import answers_document
from assessment.quiz import words
from assessment.quiz.client_paper import ClientPaper, PaperOutcome
from assessment.quiz.context import QuizContext
from assessment.tui.widgets.referral_view import result_of
from assessment.tui.widgets.result_pages import ResultPages
from assessment.ui.dialogs.dialogs import AskScreen
from assessment.ui.dialogs.options import LEAVE, STAY, DialogOption
from assessment.ui.press_guard import GuardedScreen
from assessment.ui.session_message import SessionMessage
from assessment.ui.widgets.key_bar import KeyBar

PRINT = Binding("p", "print", words.KEY_PRINT, show=False)
SAVE = Binding("s", "save", words.KEY_SAVE, show=False)
EXERCISES = Binding("e", "exercises", words.KEY_EXERCISES, show=False)
FINISH = Binding("f", "finish", words.KEY_FINISH, show=False)
TURN = Binding("right", "turn(1)", words.KEY_PAGES, key_display=words.LEFT_RIGHT)


class ResultScreen(GuardedScreen):
    """Shows an assessment, prints and saves it, and hands over."""

    CSS_PATH = "../styles/result.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        PRINT,
        SAVE,
        EXERCISES,
        FINISH,
        Binding("backspace", "change", words.KEY_CHANGE, key_display=words.BACKSPACE),
        TURN,
        Binding("left", "turn(-1)", show=False),
        Binding("down,pagedown", "move(1)", words.KEY_MOVE, key_display=words.UP_DOWN),
        Binding("up,pageup", "move(-1)", show=False),
        Binding("escape", "pause", words.KEY_PAUSE, key_display=words.ESCAPE),
    ]

    @dataclass
    class Saved(SessionMessage):
        """The report on these answers is written."""

        sheet: AnswerSheet

    @dataclass
    class Finished(SessionMessage):
        """The client is done with the result."""

        sheet: AnswerSheet

    @dataclass
    class ChangeAsked(SessionMessage):
        """The client wants to change answers; ``page_id`` says which page, None: to choose."""

        page_id: str | None

    def __init__(
        self, assessment: Assessment, catalogue: Catalogue, context: QuizContext, *, saved: bool
    ) -> None:
        super().__init__(context.clock)
        self._assessment = assessment
        self._result = result_of(assessment, catalogue, context.now().date(), id="result")
        self.quiz_context = context
        self._incomplete = assessment.outcome is Outcome.INCOMPLETE
        self._paper = ClientPaper(answers_document(assessment.sheet), context)
        self._saved = saved

    def compose(self) -> ComposeResult:
        """Yield the result, and the buttons in a place of their own."""
        with Vertical(classes="page"):
            yield self._result
            yield Static(id="status", markup=False)
            with Horizontal(id="buttons"):
                if self._incomplete:
                    yield Button(f"{words.GO_TO_MISSING} ({words.ENTER})", id="answer")
                else:
                    for key in self._ways:
                        yield Button(f"{key.description} ({key.key})", id=key.action)
        yield KeyBar()

    def on_mount(self) -> None:
        """Make a button ready for Enter, and show the keys that work here, and the result."""
        self.query(Button).first().focus()
        if isinstance(self._result, ResultPages):
            if self._result.has_exercises:
                self.query_one(f"#{EXERCISES.action}", Button).focus()
            self._result.unveil(self.quiz_context.unveil_seconds)
        else:
            self.query_one(KeyBar).hide(TURN.action)

    def on_key(self) -> None:
        """Show all of the result at once; the key does what it does besides."""
        if isinstance(self._result, ResultPages):
            self._result.end_unveiling()

    @on(Button.Pressed)
    async def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if self.is_settled() and event.button.id:
            await self.run_action(event.button.id)

    def action_print(self) -> None:
        """Have the report made and printed, by other processes."""
        self._take_to(self._paper.print, words.PRINTING)

    def action_save(self) -> None:
        """Have the report made and written, by another process."""
        self._take_to(self._paper.save, words.SAVING)

    def action_exercises(self) -> None:
        """Show how the exercises are done."""
        if isinstance(self._result, ResultPages):
            self._result.turn_to_exercises()
            self.query_one(f"#{PRINT.action}", Button).focus()

    def action_finish(self) -> None:
        """Leave the result; ask first where nothing was saved."""

        def decide(result: str | None) -> None:
            if result == LEAVE:
                self.post_message(self.Finished(self._assessment.sheet))

        if self._saved:
            decide(LEAVE)
        elif not self._incomplete:
            stay = DialogOption(STAY, words.SAVE_FIRST)
            leave = DialogOption(LEAVE, words.FINISH_ANYWAY)
            is_kept, clock = self.quiz_context.record, self.quiz_context.clock
            text = words.NOT_SAVED_YET_KEPT if is_kept else words.NOT_SAVED_YET_TEXT
            self.app.push_screen(AskScreen(words.NOT_SAVED_YET, text, (stay, leave), clock), decide)

    def action_change(self) -> None:
        """Go back to the answers."""
        self.post_message(self.ChangeAsked(None))

    def action_answer(self) -> None:
        """Go to the first page, in the order of the quiz, with an answer that is missing."""
        missing = set(self._assessment.gate.unanswered)
        page = next(
            page.id
            for page in self._assessment.sheet.questionnaire.pages
            if not missing.isdisjoint(page.items)
        )
        self.post_message(self.ChangeAsked(page))

    def action_move(self, direction: int) -> None:
        """Read on, or back."""
        self._result.move(direction)

    def action_turn(self, step: int) -> None:
        """Show another page of the result."""
        if isinstance(self._result, ResultPages):
            self._result.turn(step)

    @property
    def _ways(self) -> tuple[Binding, ...]:
        """What can be done with the result, in the order of the buttons."""
        has_exercises = isinstance(self._result, ResultPages) and self._result.has_exercises
        return (PRINT, SAVE, EXERCISES, FINISH) if has_exercises else (PRINT, SAVE, FINISH)

    def _take_to(self, do: Callable[[], PaperOutcome], meanwhile: str) -> None:
        if not self._incomplete:
            self._say(meanwhile)
            self._put_on_paper(do)

    @work(exclusive=True)
    async def _put_on_paper(self, do: Callable[[], PaperOutcome]) -> None:
        """Call *do*, which takes its time, and say what came of it."""
        outcome = await asyncio.to_thread(do)
        self._say(outcome.said)
        if outcome.path:
            self._saved = True
            self.post_message(self.Saved(self._assessment.sheet))
            self.query_one(f"#{FINISH.action}", Button).focus()

    def _say(self, sentence: str) -> None:
        self.query_one("#status", Static).update(sentence)
