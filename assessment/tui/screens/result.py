"""The screen after the last answer: what the answers show, or whom to see."""

from __future__ import annotations

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
from assessment.quiz.context import QuizContext
from assessment.reporting.report_client import SavedReport
from assessment.reporting.request import ReportFailure
from assessment.tui.widgets.referral_view import result_of
from assessment.tui.widgets.result_pages import ResultPages
from assessment.ui.dialogs.dialogs import AskScreen
from assessment.ui.dialogs.options import LEAVE, STAY, DialogOption
from assessment.ui.press_guard import GuardedScreen
from assessment.ui.session_message import SessionMessage
from assessment.ui.widgets.key_bar import KeyBar

SAVE = Binding("1", "save", words.KEY_SAVE, show=False)
FINISH = Binding("2", "finish", words.KEY_FINISH, show=False)
TURN = Binding("right", "turn(1)", words.KEY_PAGES, key_display=words.LEFT_RIGHT)


class ResultScreen(GuardedScreen):
    """Shows an assessment, saves it as a PDF, and hands over."""

    CSS_PATH = "../styles/result.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        SAVE,
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
                    for key in (SAVE, FINISH):
                        yield Button(f"{key.description} ({key.key})", id=key.action)
        yield KeyBar()

    def on_mount(self) -> None:
        """Make the first button ready for Enter, and show the keys that work here."""
        self.query(Button).first().focus()
        if not isinstance(self._result, ResultPages):
            self.query_one(KeyBar).hide(TURN.action)

    @on(Button.Pressed)
    async def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if self.is_settled() and event.button.id:
            await self.run_action(event.button.id)

    def action_save(self) -> None:
        """Have the report made, by another process."""
        if not self._incomplete:
            self._say(words.SAVING)
            self._save()

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
            context = self.quiz_context
            text = words.NOT_SAVED_YET_RECORD if context.record else words.NOT_SAVED_YET_TEXT
            asked = AskScreen(words.NOT_SAVED_YET, text, (stay, leave), context.clock)
            self.app.push_screen(asked, decide)

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

    @work(exclusive=True)
    async def _save(self) -> None:
        answers, context = answers_document(self._assessment.sheet), self.quiz_context
        made = await context.report.saved(answers, context.reports_folder, context.now())
        match made:
            case ReportFailure(reason):
                self._say(words.SAVE_FAILED.format(reason=reason))
            case SavedReport(path):
                self._saved = True
                self.post_message(self.Saved(self._assessment.sheet))
                if context.record:
                    context.record.paper_saved(path)
                said = words.SAVED if made.is_pdf else words.SAVED_AS_HTML
                self._say(said.format(name=path.name, folder=path.parent))
                self.query_one(f"#{FINISH.action}", Button).focus()

    def _say(self, sentence: str) -> None:
        self.query_one("#status", Static).update(sentence)
