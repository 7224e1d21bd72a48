"""A note for each exercise; all that is new goes into one record."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from textual import on
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from assessment.casebook.corrections import MOST_NOTE
from assessment.desk import words
from assessment.desk.screens.changes import ChangesScreen, ChoiceList
from assessment.ui.widgets.lines import Line


class NotesScreen(ChangesScreen):
    """Lists the exercises with their notes; one can be typed at a time."""

    ABOUT = "notes"
    HEADING = words.NOTES
    EXPLANATION = words.NOTES_TEXT

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

    def below(self) -> Sequence[Widget]:
        """Return the line to type a note into."""
        typed = Input(max_length=MOST_NOTE, id="note")
        typed.display = False
        return (typed,)

    def on_mount(self) -> None:
        """Show the exercises."""
        self._show(0)

    @property
    def changed(self) -> Mapping[str, str]:
        """The notes that are not as they were."""
        return {one: text for one, text in self._notes.items() if text != self._before.get(one, "")}

    def given(self) -> Given:
        """Return the message with the new notes."""
        return self.Given(self.changed)

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
            super().action_open()

    def action_back(self) -> None:
        """Leave the line without taking it, or the screen."""
        if self.query_one(Input).display:
            self._close()
        else:
            super().action_back()

    def _close(self) -> None:
        self.query_one(Input).display = False
        self.say("")
        self._show(self.choices.highlighted or 0)

    def _show(self, pointer: int) -> None:
        lines = [
            Line("", f"{name}: {self._notes.get(one) or words.NO_NOTE}", one)
            for one, name in self._exercises
        ]
        self.list_again(lines, pointer)
