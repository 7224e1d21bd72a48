"""Several numbers of one kind on a page, each set in its own row."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from assessment.quiz import words
from assessment.quiz.page_parts import Row
from assessment.ui.inputs.number_scale import DECLINED_SIGN, NumberScale
from assessment.ui.inputs.row_values import RowValues
from assessment.ui.inputs.stepper import Stepper
from assessment.ui.widgets.answer_list import AnswerList
from assessment.ui.widgets.lines import Line
from questions.model import NumberItem

WIDE_FROM, SLOTS_FROM = 72, 46
"""Columns of the list from which the numbers have more room, and from which all are shown."""
SIGNS = f"0123456789{DECLINED_SIGN}"


class RowsInput(AnswerList):
    """Asks several ``NumberItem`` on one page; Enter makes what is not set a 0.

    A row is a number, None (the person does not know) or absent (not set).
    """

    HAS_MARKS = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "change(-1)", show=False),
        Binding("right", "change(1)", show=False),
    ]

    def __init__(self, is_settled: Callable[[], bool], *, id: str | None = None) -> None:
        super().__init__(is_settled, id=id)
        self.values = RowValues()

    def show_rows(
        self, rows: Sequence[Row], earlier: Mapping[str, int | None], none_label: str
    ) -> None:
        """Ask *rows*; *earlier* holds what is set so far, by item id."""
        self.values = RowValues(rows, earlier)
        lines = [Line("", row.name, row.item.id) for row in rows]
        self.set_lines([*lines, Line("", f"{words.ENTER}  {none_label}", "")], 0)

    def reach(self, item_id: str) -> None:
        """Put the pointer on the row of *item_id*."""
        self.highlighted = [line.item_id for line in self.lines].index(item_id)

    def after(self, index: int) -> str:
        """Return the numbers of a row."""
        item = self._item(index)
        return self._slots.text(item, self.values.now(index)) if item else " " * self._slots.width

    def pick(self, index: int) -> None:
        """Go on from the last line; a row needs a number."""
        if self._item(index) is None:
            self.finish()

    def pick_at(self, index: int, column: int) -> None:
        """Set a row to the number that was clicked."""
        item = self._item(index)
        if item is None:
            self.finish()
            return
        now = self.values.now(index)
        place = column - self.scrollable_content_region.width + self._slots.width
        value = self._slots.value_at(place, item, now)
        if value != now:
            self.values.put(index, value)
            self.repaint()

    def on_key(self, event: events.Key) -> None:
        """Set the row at the pointer to the number that is typed, or to "I do not know"."""
        row, sign = self.highlighted, event.character
        if row is None or self._item(row) is None or not sign or sign not in SIGNS:
            return
        event.stop()
        if self._is_settled():
            self.values.type(row, sign)
            self.repaint()

    def action_change(self, by: int) -> None:
        """Take one off the row at the pointer, or add one."""
        row = self.highlighted
        if row is not None and self._item(row) and self._is_settled():
            self.values.step(row, by)
            self.repaint()

    def finish(self) -> None:
        """Answer every row; those not set are 0."""
        self.post_message(self.Answered(self.values.answers))

    def _item(self, index: int) -> NumberItem | None:
        """Return what a line asks, None for the line that goes on."""
        rows = self.values.rows
        return rows[index].item if index < len(rows) else None

    @property
    def _slots(self) -> NumberScale | Stepper:
        columns = self.scrollable_content_region.width
        return NumberScale.of(wide=columns >= WIDE_FROM) if columns >= SLOTS_FROM else Stepper()
