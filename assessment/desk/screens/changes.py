"""What lists of things to change share: one line is changed at a time, all go into one record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from assessment.desk import words
from assessment.desk.screens.base import BACK, HELP, DeskScreen, status_line
from assessment.quiz import words as quiz_words
from assessment.ui.widgets.answer_list import AnswerList
from assessment.ui.widgets.key_bar import Key, KeyBar
from assessment.ui.widgets.lines import Line

KEYS = (
    Key(quiz_words.UP_DOWN, words.KEY_CHOOSE, "to_list"),
    Key(quiz_words.ENTER, words.KEY_OPEN, "open"),
    Key("1", words.KEY_KEEP, "keep"),
    HELP,
    BACK,
)


class ChoiceList(AnswerList):
    """Lines to choose one from."""

    HAS_MARKS = False
    MAY_BE_AIRY = False

    @dataclass
    class Picked(Message):
        """The line that speaks about this thing was chosen."""

        item_id: str

    def pick(self, index: int) -> None:
        """Choose this line."""
        self.post_message(self.Picked(self.lines[index].item_id))


class ChangesScreen(DeskScreen):
    """Lists things with what is said of each; a subclass says which, and how one is changed."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("1", "keep", show=False)]
    HEADING = ""
    EXPLANATION = ""

    @property
    def changed(self) -> Mapping[str, object]:
        """What is not as it was, by id."""
        raise NotImplementedError

    def given(self) -> Message:
        """Return what tells of the changes."""
        raise NotImplementedError

    def below(self) -> Sequence[Widget]:
        """Return what stands below the list."""
        return ()

    @property
    def choices(self) -> ChoiceList:
        """The list."""
        return self.query_one(ChoiceList)

    def compose(self) -> ComposeResult:
        """Yield the list."""
        with Vertical(classes="page"):
            yield Static(self.HEADING, id="title", markup=False)
            yield Static(self.EXPLANATION, id="text", markup=False)
            yield ChoiceList(self.is_settled)
            yield from self.below()
            yield status_line()
        yield KeyBar(KEYS)

    def list_again(self, lines: Sequence[Line], pointer: int) -> None:
        """Show *lines*, ready for the arrows, the *pointer* on the one of that number."""
        self.choices.set_lines(lines, pointer)
        self.choices.focus()

    def action_open(self) -> None:
        """Open the line at the pointer, by a click on the key."""
        self.choices.finish()

    def action_to_list(self) -> None:
        """Let the arrows move through the lines."""
        self.choices.focus()

    def action_keep(self) -> None:
        """Tell what is new."""
        if self.is_settled():
            self.post_message(self.given())
