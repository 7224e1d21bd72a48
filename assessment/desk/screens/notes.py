"""A note for each exercise; all that is new goes into one record."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input

from assessment.casebook.corrections import MOST_NOTE
from assessment.desk import words
from assessment.desk.screens.base import DeskScreen
from assessment.desk.widgets.changes_list import CHANGES_BINDINGS, ChangesList, changes_page
from assessment.ui.widgets.lines import Line


class NotesScreen(DeskScreen):
    """Lists the exercises with their notes; one can be typed at a time."""

    ABOUT = "notes"
    BINDINGS: ClassVar[list[BindingType]] = CHANGES_BINDINGS

    def __init__(
        self,
        exercises: Sequence[tuple[str, str]],
        notes: Mapping[str, str],
        clock: Callable[[], float],
        keep: Callable[[Mapping[str, str]], None],
    ) -> None:
        """Show *exercises* (id and name) with their *notes*; *keep* gets those ``changed``."""
        super().__init__(clock)
        self._exercises = tuple(exercises)
        self._before = dict(notes)
        self._notes = dict(notes)
        self._open = ""
        self._keep = keep

    def compose(self) -> ComposeResult:
        """Yield the list, and the line to type a note into."""
        typed = Input(max_length=MOST_NOTE, id="note")
        typed.display = False
        listed = ChangesList(self.is_settled, id="changes")
        yield from changes_page(words.NOTES, words.NOTES_TEXT, listed, typed)

    def on_mount(self) -> None:
        """Show the exercises."""
        self._show(0)

    @property
    def changed(self) -> Mapping[str, str]:
        """The notes that are not as they were, by the id of the exercise."""
        return {one: text for one, text in self._notes.items() if text != self._before.get(one, "")}

    @property
    def has_changes(self) -> bool:
        """Whether a note is not as it was."""
        return bool(self.changed)

    def action_to_list(self) -> None:
        """Let the arrow keys move through the exercises, while no note is typed."""
        if not self.query_one(Input).display:
            self.query_one(ChangesList).focus()

    def action_open(self) -> None:
        """Type at the pointer, or take what is typed, by a click on the key."""
        typed = self.query_one(Input)
        if typed.display:
            self._take(typed.value)
        else:
            self.query_one(ChangesList).finish()

    def action_keep(self) -> None:
        """Keep what is new."""
        if self.is_settled():
            self._keep(self.changed)

    def action_back(self) -> None:
        """Leave the line without taking it, or the screen."""
        if self.query_one(Input).display:
            self._close()
        else:
            super().action_back()

    @on(ChangesList.Picked)
    def _picked(self, event: ChangesList.Picked) -> None:
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
        self._take(event.value)

    def _take(self, typed: str) -> None:
        self._notes[self._open] = typed.strip()
        self._close()

    def _close(self) -> None:
        self.query_one(Input).display = False
        self.say("")
        self._show(self.query_one(ChangesList).highlighted or 0)

    def _show(self, pointer: int) -> None:
        lines = [
            Line("", f"{name}: {self._notes.get(one) or words.NO_NOTE}", one)
            for one, name in self._exercises
        ]
        self.query_one(ChangesList).show(lines, pointer)
