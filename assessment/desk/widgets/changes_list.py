"""What screens of things to change share: the list, its keys, and where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from assessment.desk import words
from assessment.desk.screens.base import BACK, HELP, status_line
from assessment.quiz import words as quiz_words
from assessment.ui.widgets.answer_list import AnswerList
from assessment.ui.widgets.key_bar import Key, KeyBar
from assessment.ui.widgets.lines import Line

KEYS = (
    Key(quiz_words.UP_DOWN, words.KEY_CHOOSE, "app.focus('changes')"),
    Key(quiz_words.ENTER, words.KEY_OPEN, "open"),
    Key("1", words.KEY_KEEP, "keep"),
    HELP,
    BACK,
)


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
    yield KeyBar(KEYS)
