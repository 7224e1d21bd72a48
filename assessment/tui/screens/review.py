"""The screen before the result: every answer, and a way to change each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Button, Static

from assessment.core.answers import AnswerSheet
from assessment.core.interview import Interview
from assessment.quiz import words
from assessment.quiz.review import ReviewLine, review_lines
from assessment.ui.press_guard import GuardedScreen
from assessment.ui.session_message import SessionMessage
from assessment.ui.widgets.answer_list import AnswerList
from assessment.ui.widgets.key_bar import KeyBar
from assessment.ui.widgets.lines import Line

ACCEPT = Binding("1", "accept", words.KEY_RESULT)
OPEN, DONE = "[!]", "   "
"""The mark of a line without an answer, and of the others."""


class ReviewList(AnswerList):
    """The answers, one line for each page; a pick wants to change one."""

    MAY_BE_AIRY = False

    @dataclass
    class Picked(Message):
        """The person wants to change the answer of a page."""

        page_id: str

    def __init__(self, is_settled: Callable[[], bool]) -> None:
        super().__init__(is_settled)
        self._reviewed: tuple[ReviewLine, ...] = ()

    def show_lines(self, reviewed: Sequence[ReviewLine]) -> None:
        """Show the answers, the pointer on the first one."""
        self._reviewed = tuple(reviewed)
        self.set_lines([Line("", f"{one.name}: {one.answer}", one.page_id) for one in reviewed], 0)

    def mark(self, index: int) -> str:
        """Return an exclamation mark for what is not answered."""
        return OPEN if self._reviewed[index].is_open else DONE

    def pick(self, index: int) -> None:
        """Tell which page to change."""
        self.post_message(self.Picked(self._reviewed[index].page_id))


class ReviewScreen(GuardedScreen):
    """Shows all answers; leads back to a question, or on to the result."""

    CSS_PATH = "../styles/review.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("backspace", "back", words.KEY_BACK, key_display=words.BACKSPACE),
        Binding("up,down", "to_list", words.KEY_LOOK, key_display=words.UP_DOWN),
        ACCEPT,
        Binding("escape", "pause", words.KEY_PAUSE, key_display=words.ESCAPE),
    ]

    @dataclass
    class ChangeAsked(SessionMessage):
        """The client wants to answer a page again."""

        page_id: str

    @dataclass
    class BackAsked(SessionMessage):
        """The client wants to see the last question again."""

    @dataclass
    class Accepted(SessionMessage):
        """The client is content with the answers."""

        sheet: AnswerSheet

    def __init__(self, interview: Interview, clock: Callable[[], float]) -> None:
        super().__init__(clock)
        self._sheet = interview.sheet
        self._lines = review_lines(interview)

    def compose(self) -> ComposeResult:
        """Yield the answers, and the button that goes on in a place of its own."""
        missing = self._missing
        with Vertical(classes="page"):
            yield Static(words.REVIEW, id="title", markup=False)
            text = words.REVIEW_MISSING if missing else words.REVIEW_TEXT
            yield Static(text, id="text", classes="-missing" if missing else "", markup=False)
            yield ReviewList(self.is_settled)
            with Horizontal(id="buttons"):
                yield Button(f"{words.KEY_SEE_RESULT} ({ACCEPT.key})", id="accept")
        yield KeyBar()

    def on_mount(self) -> None:
        """Make the button ready for Enter, or where answers are needed, the first of those."""
        self.query_one(ReviewList).show_lines(self._lines)
        (self.query_one(ReviewList) if self._missing else self.query_one(Button)).focus()

    @property
    def _missing(self) -> bool:
        return any(line.is_needed for line in self._lines)

    @on(ReviewList.Picked)
    def _picked(self, event: ReviewList.Picked) -> None:
        event.stop()
        self.post_message(self.ChangeAsked(event.page_id))

    @on(Button.Pressed)
    def _accepted(self, event: Button.Pressed) -> None:
        event.stop()
        self.action_accept()

    def action_accept(self) -> None:
        """Go on to the result."""
        if self.is_settled():
            self.post_message(self.Accepted(self._sheet))

    def action_back(self) -> None:
        """Go back to the last question."""
        self.post_message(self.BackAsked())

    def action_to_list(self) -> None:
        """Let the arrow keys move through the answers."""
        self.query_one(ReviewList).focus()
