"""Up to five scales that share their answers, one key a row."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from textual import events
from textual.binding import BindingType

from assessment.quiz import words
from assessment.quiz.earlier_answers import FIRST_TIME, Earlier
from assessment.ui.inputs.next_line import next_open
from assessment.ui.inputs.slots import DECLINED_SIGN, UNSET, SlotRows, brackets
from assessment.ui.widgets.answer_list import STEP_BINDINGS, AnswerList, Spot
from assessment.ui.widgets.lines import Line
from questions.model import WORST, ScaleItem

WIDE_FROM, WIDE_AIR, AIRY_FROM = 66, 2, 52
"""Columns of the list from which the answers stand far apart, and apart at all."""
ANSWERS = [*((str(value), value) for value in range(WORST + 1)), (DECLINED_SIGN, None)]
KEYS = dict(ANSWERS)


class RatingsInput(AnswerList):
    """Asks several ``ScaleItem`` on one page; the last answer that was missing goes on.

    A row is a severity, None (the person does not know) or absent (not answered).
    """

    GUARDS_KEYS = False
    HAS_MARKS = False
    BINDINGS: ClassVar[list[BindingType]] = STEP_BINDINGS

    def __init__(self, is_settled: Callable[[], bool], *, id: str | None = None) -> None:
        super().__init__(is_settled, id=id)
        self._items: tuple[ScaleItem, ...] = ()
        self._answers: dict[str, int | None] = {}

    def show_items(
        self,
        items: Sequence[ScaleItem],
        earlier: Mapping[str, int | None],
        last: Earlier = FIRST_TIME,
    ) -> None:
        """Ask *items*; *earlier* holds the answers so far by item id, *last* those of last time."""
        self._items, self._answers = tuple(items), dict(earlier)
        lines = [Line("", f"{item.text} {last.was(item.id)}".rstrip(), item.id) for item in items]
        self.set_lines(lines, 0)

    def after(self, index: int) -> str:
        """Return the answers of a row."""
        return self._slots(index).texts[0]

    def pick(self, index: int) -> None:
        """Do nothing: a row is answered by a number, not by being picked."""

    def pick_at(self, index: int, spot: Spot) -> None:
        """Answer a row with the number that was clicked."""
        if slot := self._slots(index).at(spot.after):
            self._put(index, slot.value)

    def on_key(self, event: events.Key) -> None:
        """Answer the row at the pointer."""
        if event.character in KEYS and self.highlighted is not None:
            event.stop()
            self._put(self.highlighted, KEYS[event.character])

    def action_change(self, by: int) -> None:
        """Move the answer of the row at the pointer; nothing else moves."""
        if self.highlighted is not None:
            item_id = self._items[self.highlighted].id
            now = self._answers.get(item_id)
            self._set(item_id, 0 if now is None else min(max(now + by, 0), WORST))

    def step_back(self) -> bool:
        """Go to the row above, where there is one."""
        if not self.highlighted:
            return False
        self.highlighted -= 1
        return True

    def finish(self) -> None:
        """Go on, once every row is answered; before that to one that is not."""
        at = self.highlighted or 0
        if self._is_open(at):
            self.post_message(self.Unfinished(words.NEED_ROW))
        else:
            self._go_on(at)

    def _put(self, index: int, value: int | None) -> None:
        was_whole = not any(map(self._is_open, range(len(self._items))))
        self._set(self._items[index].id, value)
        if was_whole and index + 1 < len(self._items):
            self.highlighted = index + 1  # a change: the other answers stand
        else:
            self._go_on(index)

    def _set(self, item_id: str, value: int | None) -> None:
        self._answers[item_id] = value
        self.repaint()
        self.post_message(self.RowAnswered({item_id: value}))

    def _go_on(self, at: int) -> None:
        following = next_open([self._is_open(row) for row in range(len(self._items))], at)
        if following is None:
            self.post_message(self.Answered(dict(self._answers)))
        else:
            self.highlighted = following

    def _is_open(self, index: int) -> bool:
        return self._items[index].id not in self._answers

    def _slots(self, index: int) -> SlotRows:
        columns = self.scrollable_content_region.width
        air = WIDE_AIR if columns >= WIDE_FROM else 1 if columns >= AIRY_FROM else 0
        chosen = self._answers.get(self._items[index].id, UNSET)
        return SlotRows((tuple(brackets(ANSWERS, chosen, air)),))
