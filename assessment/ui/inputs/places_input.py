"""Places that hurt, each with how strong and on which side."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual import events
from textual.binding import BindingType

from assessment.quiz import words
from assessment.quiz.earlier_answers import FIRST_TIME, Earlier
from assessment.quiz.page_parts import LINE_KEYS
from assessment.ui.inputs.place_answers import BOTH, PlaceAnswers
from assessment.ui.inputs.slots import (
    DECLINED_SIGN,
    UNSET,
    Slot,
    SlotRows,
    brackets,
    numbers,
    rings,
)
from assessment.ui.widgets.answer_list import CHANGE_BINDINGS, AnswerList, Spot
from assessment.ui.widgets.lines import Line
from questions.places import SIDES, PlaceRow, Places

TICKED, UNTICKED = "[x]", "[ ]"


class PlacesInput(AnswerList):
    """Asks the items of a body map; the chosen place at the pointer shows what else is asked.

    A digit chooses a place, unless the pointer is on one that still needs its number.
    """

    GUARDS_KEYS = False
    NONE_KEY = "0"
    BINDINGS: ClassVar[list[BindingType]] = CHANGE_BINDINGS

    def __init__(self, is_settled: Callable[[], bool], *, id: str | None = None) -> None:
        super().__init__(is_settled, id=id)
        self._places: tuple[PlaceRow, ...] = ()
        self._values: PlaceAnswers
        self._none_label = ""
        self._shown_at: int | None = None

    def show_page(
        self, page: Places, values: PlaceAnswers, none_label: str, last: Earlier = FIRST_TIME
    ) -> None:
        """Ask *page*; *values* are the answers so far, *last* those of last time."""
        self._places, self._values, self._none_label = page.rows, values, none_label
        self._shown_at = None
        lines = [
            Line(
                key,
                f"{row.name} {last.was(row.item_id)}".rstrip()
                if row.pain
                else row.name + last.mark(page.chosen.id, row.place),
                row.item_id or page.chosen.id,
            )
            for key, row in zip(LINE_KEYS, page.rows, strict=False)
        ]
        self.set_lines(lines, 0)

    @property
    def numbers(self) -> Mapping[str, int | None]:
        """How strong each chosen place is, by the item that asks."""
        return self._values.numbers

    def reach(self, item_id: str) -> None:
        """Choose the place of *item_id*, if it is not, and put the pointer there."""
        index = [row.item_id for row in self._places].index(item_id)
        self.highlighted = index
        if not self._values.has(self._places[index]):
            self.pick(index)

    def mark(self, index: int) -> str:
        """Return a cross for a place that is chosen."""
        return TICKED if self._values.has(self._places[index]) else UNTICKED

    def text(self, index: int) -> str:
        """Return the place, with what was said of it where the rows below do not show it."""
        text, row = super().text(index), self._places[index]
        if index == self.highlighted or not self._values.has(row):
            return text
        number = self._values.number(row)
        shown = "" if number is UNSET else DECLINED_SIGN if number is None else str(number)
        said = ", ".join(filter(None, (shown, self._values.side(row))))
        return f"{text}: {said}" if said else text

    def below(self, index: int) -> tuple[str, ...]:
        """Return how strong and which side, for a chosen place at the pointer."""
        row = self._places[index]
        if index != self.highlighted or not self._values.has(row):
            return ()
        return tuple(text for slots in self._slots(row) for text in slots.texts)

    def take(self, index: int) -> None:
        """Go to a place that is chosen already; choose it, or take it away, where it is not."""
        if index != self.highlighted and self._values.has(self._places[index]):
            self.highlighted = index
        else:
            super().take(index)

    def pick(self, index: int) -> None:
        """Choose a place, or take it away."""
        self._values.toggle(self._places[index])
        self._settle(index)

    def pick_at(self, index: int, spot: Spot) -> None:
        """Say what was clicked of a chosen place; its mark takes it away."""
        row = self._places[index]
        if not self._values.has(row) or spot.column < 0 > spot.below:
            self.pick(index)
            return
        found = [(slots, at) for slots in self._slots(row) for at in range(len(slots.rows))]
        if not 0 <= spot.below < len(found):
            return
        slots, at = found[spot.below]
        slot = slots.at(spot.column, at)
        if slot is None or slot.value is UNSET:
            return
        if slot.value in (*SIDES, BOTH):
            self._values.say_side(row, slot.value)
        else:
            self._values.put(row, slot.value)
        self._settle(index)

    def on_key(self, event: events.Key) -> None:
        """Take a sign for the chosen place at the pointer, where it can be meant so."""
        row = self._pointed
        if row is None or not event.character or not self._values.has(row):
            return
        if self._values.type(row, event.character, event.time):
            event.stop()
            event.prevent_default()  # it would choose another place
            self._settle(self.highlighted or 0)

    def action_change(self, by: int) -> None:
        """Make the chosen place at the pointer stronger or weaker."""
        row = self._pointed
        if row and row.pain and self._values.has(row):
            self._values.step(row, by)
            self._settle(self.highlighted or 0)

    def action_erase(self) -> None:
        """Take the number of the place at the pointer away."""
        row = self._pointed
        if row and row.pain and self._values.has(row):
            self._values.erase(row)
            self._settle(self.highlighted or 0)

    def types(self, key: events.Key) -> bool:
        """Return whether *key* is a digit that says how strong."""
        row = self._pointed
        return bool(
            row and key.character and self._values.takes_digit(row, key.character, key.time)
        )

    def toggles(self, key: events.Key) -> bool:
        """Return whether *key* chooses a place, and takes it away again."""
        return self.is_line_key(key) and not self.types(key)

    @property
    def in_large(self) -> str:
        """How strong the place at the pointer is."""
        row = self._pointed
        return self._values.in_large(row) if row else ""

    @property
    def takes_ten(self) -> bool:
        """Whether the place at the pointer is chosen, and has a strength."""
        row = self._pointed
        return bool(row and row.pain and self._values.has(row))

    def none(self) -> None:
        """Say that nothing hurts, where no place is chosen."""
        if self._values.is_empty:
            self.post_message(self.Answered(self._values.answers))
        else:
            self.post_message(self.Unfinished(words.NOT_NOWHERE))

    def finish(self) -> None:
        """Go on, once every chosen place has its number."""
        needed = [at for at, row in enumerate(self._places) if self._values.needs_number(row)]
        if self._values.is_empty:
            self.post_message(self.Unfinished(words.NEED_PLACE.format(none=self._none_label)))
        elif needed:
            self.highlighted = needed[0]
            self.post_message(self.Unfinished(words.NEED_STRENGTH))
        else:
            self.post_message(self.Answered(self._values.answers))

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Open the place that the pointer came to, and close the one that it left."""
        super().watch_highlighted(highlighted)
        if self.lines:
            self._values.leave()
        moved = {at for at in (self._shown_at, highlighted) if at is not None}
        self._shown_at = highlighted
        self.redraw(*(at for at in moved if at < len(self.lines)))
        self._tell_hint()

    @property
    def _pointed(self) -> PlaceRow | None:
        return None if self.highlighted is None else self._places[self.highlighted]

    def _settle(self, index: int) -> None:
        self.repaint(index)
        self._tell_hint()

    def _tell_hint(self) -> None:
        """Say what a key means at the pointer."""
        row, hint = self._pointed, ""
        if row and self._values.needs_number(row):
            hint = words.HINT_STRENGTH
        elif row and row.sides and self._values.has(row) and not self._values.side(row):
            hint = words.HINT_SIDE
        self.post_message(self.Hinted(hint))

    def _slots(self, row: PlaceRow) -> tuple[SlotRows, ...]:
        """Return what else is asked of a chosen place."""
        columns, found = self.text_columns, []
        if row.pain:
            scale = list(brackets(numbers(int(row.pain.maximum)), self._values.number(row)))
            label = Slot(words.HOW_STRONG, UNSET)
            if sum(len(one.text) for one in (label, *scale)) <= columns:
                scale.insert(0, label)
            found.append(SlotRows.wrapped(scale, columns))
        if row.sides:
            sides = [(words.SIDES[side], side) for side in (*SIDES, BOTH)]
            found.append(SlotRows.wrapped(rings(sides, self._values.side(row)), columns))
        return tuple(found)
