"""Several numbers of one kind on a page, each set in its own row."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from assessment.tui import words
from assessment.tui.page_parts import Row
from assessment.tui.widgets.line_list import NO_POINTER, POINTER, Line
from assessment.tui.widgets.marked_list import MarkedList
from assessment.tui.widgets.slots import DECLINED_SIGN, UNSET, Slots
from assessment.tui.widgets.stepper import Stepper, step

WIDE_FROM, SLOTS_FROM = 72, 46
"""Columns of the list from which the numbers have more room, and from which all are shown."""


class RowsBody(MarkedList):
    """Asks several ``NumberItem`` on one page; Enter makes what is not set a 0.

    A row is a number, None (the person does not know) or absent (not set).
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "change(-1)", show=False),
        Binding("right", "change(1)", show=False),
    ]

    def __init__(self, settled: Callable[[], bool], *, id: str | None = None) -> None:
        super().__init__(settled, id=id)
        self._rows: tuple[Row, ...] = ()
        self._set: dict[str, int | None] = {}
        self._typed = ""

    def show_rows(
        self, rows: Sequence[Row], earlier: Mapping[str, int | None], none_label: str
    ) -> None:
        """Ask *rows*; *earlier* holds what is set so far, by item id."""
        self._rows = tuple(rows)
        self._set = dict(earlier)
        self._typed = ""
        lines = [Line("", row.name, row.item.id) for row in rows]
        self.set_lines([*lines, Line("", f"{words.ENTER}  {none_label}", "")], 0)

    @property
    def numbers(self) -> Mapping[str, int | None]:
        """What is set so far, by item id."""
        return self._set

    @property
    def most(self) -> int:
        """The highest number that a row can have."""
        return max(int(row.item.maximum) for row in self._rows)

    def reach(self, item_id: str) -> None:
        """Put the pointer on the row of *item_id*."""
        self.highlighted = [row.item.id for row in self._rows].index(item_id)

    def before(self, index: int) -> str:
        """Return the pointer."""
        return POINTER if index == self.highlighted else NO_POINTER

    def after(self, index: int) -> str:
        """Return the numbers of a row."""
        if index == len(self._rows):
            return " " * self._slots.width
        item = self._rows[index].item
        return self._slots.text(item, self._set.get(item.id, UNSET))

    def pick(self, index: int) -> None:
        """Go on from the last line; a row needs a number."""
        if index == len(self._rows):
            self.finish()

    def pick_at(self, index: int, column: int) -> None:
        """Set a row to the number that was clicked."""
        if index == len(self._rows):
            self.finish()
            return
        item = self._rows[index].item
        now = self._set.get(item.id, UNSET)
        place = column - self.scrollable_content_region.width + self._slots.width
        value = self._slots.value_at(place, item, now)
        if value != now:
            self._typed = ""
            self._put(index, value)

    def on_key(self, event: events.Key) -> None:
        """Set the row at the pointer to the number that is typed, or to "I do not know"."""
        row = self._row_at_pointer
        character = event.character or ""
        if row is None:
            return
        if character == DECLINED_SIGN:
            self._typed = ""
            self._put(row, None)
        elif character.isascii() and character.isdigit():
            longer = self._typed + character
            fits = int(longer) <= self._rows[row].item.maximum
            self._typed = longer if fits else character
            self._put(row, int(self._typed))
        else:
            return
        event.stop()

    def action_change(self, by: int) -> None:
        """Take one off the row at the pointer, or add one."""
        row = self._row_at_pointer
        if row is None:
            return
        item = self._rows[row].item
        self._typed = ""
        self._put(row, step(item, self._set.get(item.id, UNSET), by))

    def finish(self) -> None:
        """Answer every row; those not set are 0."""
        answers = {row.item.id: self._set.get(row.item.id, 0) for row in self._rows}
        self.post_message(self.Answered(answers))

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Begin a new number in a new row."""
        self._typed = ""
        super().watch_highlighted(highlighted)

    @property
    def _slots(self) -> Slots | Stepper:
        columns = self.scrollable_content_region.width
        return Slots.of(wide=columns >= WIDE_FROM) if columns >= SLOTS_FROM else Stepper()

    @property
    def _row_at_pointer(self) -> int | None:
        index = self.highlighted
        return index if index is not None and index < len(self._rows) else None

    def _put(self, index: int, value: int | None) -> None:
        if self._settled():
            self._set[self._rows[index].item.id] = value
            self.repaint()
