"""A note for each exercise, typed into its line; all that is new goes into one record."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from assessment.casebook.corrections import MOST_NOTE
from assessment.desk import keys, words
from assessment.desk.screens.base import DeskScreen
from assessment.desk.widgets.line_form import FormLine, LineForm, form_bindings, form_page


class NotesScreen(DeskScreen):
    """Shows a line for each exercise with its note."""

    ABOUT = "notes"
    BINDINGS: ClassVar[list[BindingType]] = form_bindings(keys.HELP_WHILE_TYPING.does("help"))

    def __init__(
        self,
        exercises: Sequence[tuple[str, str]],
        notes: Mapping[str, str],
        clock: Callable[[], float],
        keep: Callable[[Mapping[str, str]], None],
        title: str = words.NOTES,
        text: str = words.NOTES_TEXT,
    ) -> None:
        """Show *exercises* (id and name) with their *notes*; *keep* gets those that changed.

        *title* and *text* say who reads them.
        """
        super().__init__(clock)
        self._title, self._text = title, text.format(most=MOST_NOTE)
        self._lines = [
            FormLine(one, name, notes.get(one, ""), MOST_NOTE) for one, name in exercises
        ]
        self._keep = keep

    def compose(self) -> ComposeResult:
        """Yield a line for each exercise."""
        yield from form_page(self._title, self._text, LineForm(self._lines, id="form"))

    def on_mount(self) -> None:
        """Begin with the first line."""
        self._form.step(0)

    @property
    def has_changes(self) -> bool:
        """Whether a note is not as it was."""
        return bool(self._form.changed)

    def action_step(self, by: int) -> None:
        """Go down, or up."""
        self._form.step(by)

    def action_keep(self) -> None:
        """Keep what is new; an empty line takes its note away."""
        self._keep(self._form.changed)

    @property
    def _form(self) -> LineForm:
        return self.query_one(LineForm)
