"""Several numbers of one kind on a page, each set in its own row."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar, NamedTuple

from textual import events
from textual.binding import Binding, BindingType

from assessment.tui import words
from assessment.tui.widgets.line_list import NO_POINTER, POINTER, Line
from assessment.tui.widgets.marked_list import MarkedList
from questions.model import NumberItem

LAST_SLOT = 10
"""The highest number with a place of its own; a higher one stands in its place."""
DECLINED = "-"
DECLINED_SLOT = LAST_SLOT + 1
NARROW, WIDE = 2, 3
"""Columns of one slot, its bracket included."""
LAST_SLOT_COLUMNS = 4
WIDE_FROM = 72
"""Columns of the list from which the slots are wide."""


class Row(NamedTuple):
    """One number to ask for, under a short name."""

    item: NumberItem
    name: str


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

    def pick(self, index: int) -> None:
        """Go on from the last line; a row needs a number."""
        if index == len(self._rows):
            self.finish()

    def pick_at(self, index: int, column: int) -> None:
        """Set a row to the number that was clicked."""
        self._typed = ""
        if index == len(self._rows):
            self.finish()
        elif (slot := self._slot_at(column)) is not None:
            self._put(index, self._value_of_slot(index, slot))

    def on_key(self, event: events.Key) -> None:
        """Set the row at the pointer to the number that is typed, or to "I do not know"."""
        row = self.highlighted
        character = event.character or ""
        if row is None or row >= len(self._rows):
            return
        if character == DECLINED:
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

    def action_change(self, step: int) -> None:
        """Take one off the row at the pointer, or add one."""
        row = self.highlighted
        if row is None or row >= len(self._rows):
            return
        self._typed = ""
        item = self._rows[row].item
        now = self._set.get(item.id)
        following = item.minimum if now is None else now + step
        self._put(row, min(max(following, item.minimum), item.maximum))

    def finish(self) -> None:
        """Answer every row; those not set are 0."""
        answers = {row.item.id: self._set.get(row.item.id, 0) for row in self._rows}
        self.post_message(self.Answered(answers))

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Begin a new number in a new row."""
        self._typed = ""
        super().watch_highlighted(highlighted)

    def before(self, index: int) -> str:
        """Return the pointer."""
        return POINTER if index == self.highlighted else NO_POINTER

    def after(self, index: int) -> str:
        """Return the numbers of a row."""
        slots = self._slots(index) if index < len(self._rows) else ""
        return slots.ljust(sum(self._columns))

    @property
    def _columns(self) -> tuple[int, ...]:
        """How wide each slot is; the last one also holds the bracket that closes."""
        width = WIDE if self.scrollable_content_region.width >= WIDE_FROM else NARROW
        return (*([width] * LAST_SLOT), LAST_SLOT_COLUMNS, width + 1)

    def _slot_at(self, column: int) -> int | None:
        """Return the slot in a column of a row, None for its name."""
        left = self.scrollable_content_region.width - sum(self._columns)
        for slot, columns in enumerate(self._columns):
            if left <= column < left + columns:
                return slot
            left += columns
        return None

    def _slots(self, index: int) -> str:
        """Return the numbers of a row with the one that is set in brackets."""
        row = self._rows[index]
        now = self._set.get(row.item.id, -1)
        chosen = DECLINED_SLOT if now is None else min(now, LAST_SLOT)
        labels = [*map(str, range(LAST_SLOT)), self._last_label(row.item, now), DECLINED]
        text = ""
        for slot, (label, columns) in enumerate(zip(labels, self._columns, strict=True)):
            bracket = "[" if slot == chosen else "]" if chosen == slot - 1 >= 0 else " "
            room = columns - 1 - (slot == DECLINED_SLOT)
            text += bracket + label.rjust(room)
        return text + ("]" if chosen == DECLINED_SLOT else " ")

    @staticmethod
    def _last_label(item: NumberItem, now: int | None) -> str:
        if now is not None and now > LAST_SLOT:
            return str(now)
        return f"{LAST_SLOT}{words.MORE if item.maximum > LAST_SLOT else ''}"

    def _value_of_slot(self, index: int, slot: int) -> int | None:
        """Return what a click on *slot* sets; the last number grows with every click."""
        if slot == DECLINED_SLOT:
            return None
        item = self._rows[index].item
        now = self._set.get(item.id)
        if slot == LAST_SLOT and now is not None and now >= LAST_SLOT:
            return min(now + 1, item.maximum)
        return min(slot, item.maximum)

    def _put(self, index: int, value: int | None) -> None:
        if self._settled():
            self._set[self._rows[index].item.id] = value
            self.highlighted = index
            self.repaint()
