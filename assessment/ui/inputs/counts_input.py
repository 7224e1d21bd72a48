"""How often each of several places was hurt, and which of them lately."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from typing import ClassVar

from textual import events
from textual.binding import BindingType

from assessment.quiz import words
from assessment.ui.inputs.row_values import RowValues
from assessment.ui.inputs.slots import DECLINED_SIGN, TEN_SIGN, Slot, SlotRows
from assessment.ui.inputs.stepper import stepper
from assessment.ui.widgets.answer_list import DELETE_KEY, STEP_BINDINGS, AnswerList, Spot
from assessment.ui.widgets.lines import Line
from questions.places import CountRow

WIDE_FROM = 50
"""Columns of the list from which the words beside the tick are whole."""
TICKED, UNTICKED = "[x]", "[ ]"
TICK = "tick"
DIGITS = "0123456789"
SIGNS = f"{DIGITS}{TEN_SIGN}{DECLINED_SIGN}"


class CountsInput(AnswerList):
    """Asks a count for each row; Enter makes what is not set a 0, once something is.

    *recent_id* is the list of the places that were hurt lately: a tick beside a count.
    """

    GUARDS_KEYS = False
    HAS_MARKS = False
    NONE_KEY = "n"
    BINDINGS: ClassVar[list[BindingType]] = STEP_BINDINGS

    def __init__(self, is_settled: Callable[[], bool], *, id: str | None = None) -> None:
        super().__init__(is_settled, id=id)
        self._rows: tuple[CountRow, ...] = ()
        self._values = RowValues()
        self._recent_id, self._none_label = "", ""
        self._ticked: set[str] = set()

    def show_rows(
        self,
        rows: Sequence[CountRow],
        earlier: Mapping[str, int | None],
        recent_id: str,
        ticked: Sequence[str],
        none_label: str,
    ) -> None:
        """Ask *rows*; *earlier* are the counts so far, *ticked* the recent places so far."""
        self._rows, self._recent_id, self._none_label = tuple(rows), recent_id, none_label
        self._values = RowValues([row.item for row in rows], earlier)
        self._ticked = set(ticked)
        self.set_lines([Line("", row.name, row.item.id) for row in rows], 0)

    def after(self, index: int) -> str:
        """Return the count of a row, and its tick where there can be one."""
        return self._slots(index).texts[0]

    def pick(self, index: int) -> None:
        """Tick or untick a row that has a count: Space."""
        recent = self._rows[index].recent
        if recent and self._count(index):
            self._ticked ^= {recent}
            self._values.rest()
            self.repaint()

    def pick_at(self, index: int, spot: Spot) -> None:
        """Change the count, or the tick, that was clicked."""
        slot = self._slots(index).at(spot.after)
        if slot is None or slot.value is None:
            return
        if slot.value == TICK:
            self.pick(index)
        else:
            self._change(index, slot.value)

    def on_key(self, event: events.Key) -> None:
        """Set the row at the pointer to the number that is typed, or to "I do not know"."""
        if event.key == DELETE_KEY:
            event.stop()
            self._erase(event.time)
        elif event.character and event.character in SIGNS and self.highlighted is not None:
            event.stop()
            item = self._rows[self.highlighted].item
            can_be = self._values.type(item.id, event.character, event.time)
            self._settle(self.highlighted)
            if not can_be:
                self.post_message(self.Unfinished(words.out_of_range(item.minimum, item.maximum)))

    def types(self, key: events.Key) -> bool:
        """Return whether *key* is a digit of a count."""
        return key.character is not None and key.character in DIGITS

    def toggles(self, key: events.Key) -> bool:
        """Return whether *key* ticks a row, and unticks it again."""
        return self.is_line_key(key)

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Let a digit begin a new number in every row that the pointer comes to."""
        super().watch_highlighted(highlighted)
        self._values.rest()

    @property
    def in_large(self) -> str:
        """The count at the pointer."""
        return self._values.in_large(self._rows[self.highlighted or 0].item.id)

    @property
    def takes_ten(self) -> bool:
        """Whether a count can be 10: each can."""
        return self.highlighted is not None

    def action_change(self, by: int) -> None:
        """Take one off the row at the pointer, or add one."""
        if self.highlighted is not None:
            self._change(self.highlighted, by)

    def action_erase(self) -> None:
        """Take the last digit of the row at the pointer away, by a click on the key."""
        self._erase(None)

    def none(self) -> None:
        """Set every row to 0; where one was more, only show it."""
        was_more = any(map(self._count, range(len(self._rows))))
        for index, row in enumerate(self._rows):
            self._values.put(row.item.id, 0)
            self._settle(index)
        if not was_more:
            self._answer()

    def finish(self) -> None:
        """Answer every row, once one is set; the others are 0."""
        if self._values.numbers:
            self._answer()
        else:
            self.post_message(self.Unfinished(words.NEED_COUNT.format(none=self._none_label)))

    def _answer(self) -> None:
        numbers = self._values.numbers
        answers: dict[str, object] = {
            row.item.id: numbers.get(row.item.id, 0) for row in self._rows
        }
        if self._recent_id:
            recent = [row.recent for row in self._rows if row.recent in self._ticked]
            answers[self._recent_id] = recent if any(numbers.values()) else None
        self.post_message(self.Answered(answers))

    def _erase(self, at: float | None) -> None:
        if self.highlighted is not None:
            self._values.delete(self._rows[self.highlighted].item.id, at)
            self._settle(self.highlighted)

    def _change(self, index: int, by: int) -> None:
        if by:
            self._values.step(self._rows[index].item.id, by)
            self._settle(index)

    def _settle(self, index: int) -> None:
        """Show a row as it is set now; without a count it has no tick."""
        if not self._count(index):
            self._ticked.discard(self._rows[index].recent or "")
        self.repaint()

    def _count(self, index: int) -> int:
        return self._values.numbers.get(self._rows[index].item.id) or 0

    def _slots(self, index: int) -> SlotRows:
        row = self._rows[index]
        is_wide = self.scrollable_content_region.width >= WIDE_FROM
        label = words.LAST_6_WEEKS if is_wide else words.LAST_6_WEEKS_SHORT
        tick = f"{TICKED if row.recent in self._ticked else UNTICKED} {label}"
        last = (
            Slot(tick, TICK) if row.recent and self._count(index) else Slot(" " * len(tick), None)
        )
        gap = Slot("  " if is_wide else " ", None)
        return SlotRows((tuple(chain(stepper(self._values.now(row.item.id)), (gap, last))),))
