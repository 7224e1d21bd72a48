"""A note for each exercise; all that is new goes into one record."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, Static

from assessment.desk import words
from assessment.desk.changing import MOST_NOTE
from assessment.desk.screens.base import BACK, HELP, DeskScreen, status_line
from assessment.tui import words as quiz_words
from assessment.tui.widgets.airy_list import Line
from assessment.tui.widgets.key_bar import Key, KeyBar
from assessment.tui.widgets.marked_list import MarkedList

KEEP = Key("1", words.KEY_KEEP, "keep")
KEYS = (
    Key(quiz_words.UP_DOWN, words.KEY_CHOOSE, "to_list"),
    Key(quiz_words.ENTER, words.KEY_OPEN, "open"),
    KEEP,
    HELP,
    BACK,
)


class ChoiceList(MarkedList):
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

    def finish(self) -> None:
        """Choose the line at the pointer."""
        if self.highlighted is not None:
            self.pick(self.highlighted)


class NotesScreen(DeskScreen):
    """Lists the exercises with their notes; one can be typed at a time."""

    ABOUT = "notes"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("1", "keep", show=False)]

    @dataclass
    class Given(Message):
        """The notes that are new, by the id of the exercise."""

        notes: Mapping[str, str]

    def __init__(
        self,
        exercises: Sequence[tuple[str, str]],
        notes: Mapping[str, str],
        clock: Callable[[], float],
    ) -> None:
        """Show *exercises* (id and name) with their *notes*."""
        super().__init__(clock)
        self._exercises = tuple(exercises)
        self._before = dict(notes)
        self._notes = dict(notes)
        self._open = ""

    def compose(self) -> ComposeResult:
        """Yield the list and the line to type into."""
        with Vertical(classes="page"):
            yield Static(words.NOTES, id="title", markup=False)
            yield Static(words.NOTES_TEXT, id="text", markup=False)
            yield ChoiceList(self.is_settled)
            typed = Input(max_length=MOST_NOTE, id="note")
            typed.display = False
            yield typed
            yield status_line()
        yield KeyBar(KEYS)

    def on_mount(self) -> None:
        """Show the exercises."""
        self._show(0)

    @property
    def changed(self) -> Mapping[str, str]:
        """The notes that are not as they were."""
        return {one: text for one, text in self._notes.items() if text != self._before.get(one, "")}

    @on(ChoiceList.Picked)
    def _picked(self, event: ChoiceList.Picked) -> None:
        event.stop()
        self._open = event.item_id
        typed = self.query_one(Input)
        typed.value = self._notes.get(event.item_id, "")
        typed.display = True
        typed.focus()
        self.say(words.NOTE_HINT.format(most=MOST_NOTE))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._notes[self._open] = event.value.strip()
        self._close()

    def action_open(self) -> None:
        """Type at the pointer, or take what is typed, by a click on the key."""
        typed = self.query_one(Input)
        if typed.display:
            self._notes[self._open] = typed.value.strip()
            self._close()
        else:
            self.query_one(ChoiceList).finish()

    def action_to_list(self) -> None:
        """Let the arrows move through the exercises."""
        self.query_one(ChoiceList).focus()

    def action_keep(self) -> None:
        """Tell what is new."""
        if self.is_settled():
            self.post_message(self.Given(self.changed))

    def action_back(self) -> None:
        """Leave the line without taking it, or the screen."""
        if self.query_one(Input).display:
            self._close()
        else:
            super().action_back()

    def _close(self) -> None:
        self.query_one(Input).display = False
        self.say("")
        self._show(self.query_one(ChoiceList).highlighted or 0)

    def _show(self, pointer: int) -> None:
        lines = [
            Line("", f"{name}: {self._notes.get(one) or words.NO_NOTE}", one)
            for one, name in self._exercises
        ]
        self.query_one(ChoiceList).set_lines(lines, pointer)
        self.query_one(ChoiceList).focus()
