"""The screen before the result: every answer, and a way to change each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static

from assessment.core.answers import AnswerSheet
from assessment.core.interview import Interview
from assessment.quiz import words
from assessment.quiz.page_view import chapters_at_review
from assessment.quiz.review import review_parts
from assessment.tui.widgets.review_list import ReviewList
from assessment.ui.key_queue import InTurn
from assessment.ui.press_guard import GuardedScreen
from assessment.ui.question.chapter_line import ChapterLine
from assessment.ui.session_message import SessionMessage
from assessment.ui.widgets.key_bar import KeyBar

ACCEPT = Binding("1", "accept", words.KEY_RESULT)


class ReviewScreen(GuardedScreen, InTurn):
    """Shows all answers in parts that open; leads back to a question, or on to the result.

    *changed* is the page that was answered again, None where the client comes from the last one.
    """

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

    def __init__(
        self, interview: Interview, clock: Callable[[], float], changed: str | None = None
    ) -> None:
        super().__init__(clock)
        self._sheet = interview.sheet
        self._parts = review_parts(interview)
        self._changed = changed
        self._chapters = chapters_at_review(interview)

    def compose(self) -> ComposeResult:
        """Yield the answers, and the button that goes on in a place of its own."""
        missing = self._missing
        with Vertical(classes="page"):
            yield ChapterLine(id="chapters")
            yield Static(words.REVIEW, id="title", markup=False)
            text = words.REVIEW_MISSING if missing else words.REVIEW_TEXT
            yield Static(text, id="text", classes="-missing" if missing else "", markup=False)
            yield ReviewList(self.is_settled)
            with Horizontal(id="buttons"):
                yield Button(f"{words.KEY_SEE_RESULT} ({ACCEPT.key})", id="accept")
        yield KeyBar()

    def on_mount(self) -> None:
        """Make the button ready for Enter; a line that is needed or was changed comes first."""
        self.query_one(ChapterLine).chapters = self._chapters
        answers = self.query_one(ReviewList)
        answers.show_parts(self._parts, self._changed)
        (answers if self._missing or self._changed else self.query_one(Button)).focus()

    def point_to(self, page_id: str) -> None:
        """Put the pointer on the line of a page, in its open part."""
        answers = self.query_one(ReviewList)
        answers.show_parts(self._parts, page_id)
        answers.focus()

    @property
    def _missing(self) -> bool:
        return any(part.is_needed for part in self._parts)

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
