"""What screens of things to change share: the list, its keys, and where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from assessment.desk import words
from assessment.desk.screens.base import status_line
from assessment.quiz import words as quiz_words
from assessment.ui.widgets.answer_list import AnswerList
from assessment.ui.widgets.key_bar import KeyBar
from assessment.ui.widgets.lines import Line

CHANGES_BINDINGS: list[BindingType] = [
    Binding("up,down", "to_list", words.KEY_CHOOSE, key_display=quiz_words.UP_DOWN),
    Binding("enter", "open", words.KEY_OPEN, key_display=quiz_words.ENTER),
    Binding("1", "keep", words.KEY_KEEP),
]
"""Of a screen with such a list."""


class ChangesList(AnswerList):
    """Things with what is said of each; one is changed at a time, all go into one record."""

    HAS_MARKS = False
    MAY_BE_AIRY = False

    @dataclass
    class Picked(Message):
        """The thing of that id is to be changed."""

        item_id: str

    def show(self, lines: Sequence[Line], pointer: int) -> None:
        """Show *lines*, ready for the arrows, the *pointer* on the one of that number."""
        self.set_lines(lines, pointer)
        self.focus()

    def pick(self, index: int) -> None:
        """Choose this line."""
        self.post_message(self.Picked(self.lines[index].item_id))


def changes_page(title: str, text: str, listed: ChangesList, *below: Widget) -> ComposeResult:
    """Yield what a screen shows around the list, with what stands *below* it."""
    with Vertical(classes="page"):
        yield Static(title, id="title", markup=False)
        yield Static(text, id="text", markup=False)
        yield listed
        yield from below
        yield status_line()
    yield KeyBar()
