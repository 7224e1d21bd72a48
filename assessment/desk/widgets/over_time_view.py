"""The scores over time, drawn in the columns that there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from assessment.casebook.history import PastScreening
from assessment.desk import words
from assessment.desk.layout.over_time import notes_over_time, rows_over_time


class OverTimeView(VerticalScroll):
    """Shows a row for each region; the keys of the screen scroll it."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, can_focus=False)
        self._screenings: tuple[PastScreening, ...] = ()

    def compose(self) -> Iterator[Static]:
        """Yield the rows."""
        yield Static(markup=False)

    def show(self, screenings: Sequence[PastScreening]) -> None:
        """Show *screenings*, oldest first."""
        self._screenings = tuple(screenings)
        self._draw()

    def on_resize(self) -> None:
        """Show as many days as there is room for now."""
        self._draw()

    def _draw(self) -> None:
        columns = self.scrollable_content_region.width
        if not any(one.assessment and one.assessment.regions for one in self._screenings):
            self.query_one(Static).update(words.NOTHING_OVER_TIME)
            return
        days, *rows = rows_over_time(self._screenings, columns)
        lines = [
            Content(words.SCORES).stylize("bold $primary"),
            Content(days).stylize("bold"),
            *map(Content, rows),
            Content(),
            *(
                Content(note).stylize("$quiet")
                for note in notes_over_time(self._screenings, columns)
            ),
        ]
        self.query_one(Static).update(Content("\n").join(lines))
