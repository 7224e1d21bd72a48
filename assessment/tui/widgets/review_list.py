"""The answers in folded parts: a part opens below its name, and a line of it can be changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from rich.cells import cell_len, set_cell_size
from textual.binding import Binding, BindingType
from textual.message import Message

from assessment.quiz import words
from assessment.quiz.review import ReviewLine, ReviewPart
from assessment.ui.widgets.answer_list import AnswerList
from assessment.ui.widgets.lines import Line

OPEN, DONE = "[!]", "   "
"""The mark of a line without an answer, and of the others."""
FOLDED, UNFOLDED, INDENT = "+ ", "- ", "  "
CUT = "…"


class Row(NamedTuple):
    """A row: the name of a part, or one of its lines."""

    part: ReviewPart
    line: ReviewLine | None = None


class ReviewList(AnswerList):
    """Parts and lines; Enter, Space or a click opens a part, or picks a line to change."""

    MAY_BE_AIRY = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "unfold", show=False),
        Binding("left", "fold", show=False),
    ]

    @dataclass
    class Picked(Message):
        """The person wants to change the answer of a page."""

        page_id: str

    def __init__(self, is_settled: Callable[[], bool]) -> None:
        super().__init__(is_settled)
        self._parts: tuple[ReviewPart, ...] = ()
        self._open: set[str] = set()
        self._rows: list[Row] = []

    def show_parts(self, parts: Sequence[ReviewPart], page_id: str | None) -> None:
        """Show *parts* folded, but for what is needed; the pointer on *page_id* where there is one.

        Else it is on the first answer that is needed, or on the first part.
        """
        self._parts = tuple(parts)
        lines = [line for part in parts for line in part.lines]
        needed = next((line.page_id for line in lines if line.is_needed), None)
        at = page_id if any(line.page_id == page_id for line in lines) else needed
        self._open = {
            part.name
            for part in parts
            if part.is_needed or any(line.page_id == at for line in part.lines)
        }
        self._show(at or self._parts[0].name)

    def text(self, index: int) -> str:
        """Return a line as it is, a folded part with what fits of its answers."""
        row = self._rows[index]
        if row.line:
            return f"{INDENT}{row.line.name}: {row.line.answer}"
        if row.part.name in self._open:
            return UNFOLDED + row.part.name
        whole = words.PART_FOLDED.format(name=FOLDED + row.part.name, answers=row.part.in_short)
        room = self.text_columns
        return set_cell_size(whole, room - 1) + CUT if cell_len(whole) > room > 1 else whole

    def mark(self, index: int) -> str:
        """Return an exclamation mark for what is not answered, or holds such a line."""
        part, line = self._rows[index]
        is_open = line.is_open if line else any(one.is_open for one in part.lines)
        return OPEN if is_open else DONE

    def pick(self, index: int) -> None:
        """Open or fold a part; of a line, tell which page to change."""
        part, line = self._rows[index]
        if line:
            self.post_message(self.Picked(line.page_id))
        else:
            self._turn(part, to_open=part.name not in self._open)

    def action_unfold(self) -> None:
        """Open the part at the pointer."""
        self._turn(self._rows[self.highlighted or 0].part, to_open=True)

    def action_fold(self) -> None:
        """Fold the part at the pointer."""
        self._turn(self._rows[self.highlighted or 0].part, to_open=False)

    def on_resize(self) -> None:
        """Cut the folded parts anew."""
        super().on_resize()
        self.redraw(*range(len(self.lines)))

    def _turn(self, part: ReviewPart, *, to_open: bool) -> None:
        """Open or fold *part*, with the pointer on its name."""
        if to_open == (part.name in self._open):
            return
        self._open ^= {part.name}
        self._show(part.name)

    def _show(self, at: str) -> None:
        """Show all rows, the pointer at the page or the part *at*."""
        self._rows = [
            row
            for part in self._parts
            for row in (
                Row(part),
                *(Row(part, line) for line in part.lines if part.name in self._open),
            )
        ]
        ids = [row.line.page_id if row.line else row.part.name for row in self._rows]
        lines = [Line("", self.text(number), one) for number, one in enumerate(ids)]
        self.set_lines(lines, ids.index(at))
