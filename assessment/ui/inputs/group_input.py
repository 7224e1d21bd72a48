"""A few short questions on one page, each under its own words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TypeAlias

from textual import events

from assessment.quiz import words
from assessment.quiz.earlier_answers import FIRST_TIME, Earlier
from assessment.quiz.page_parts import Choice
from assessment.quiz.page_view import choices_of
from assessment.ui.inputs.next_line import next_open
from assessment.ui.inputs.row_values import RowValues
from assessment.ui.inputs.slots import (
    DECLINED_SIGN,
    TEN,
    TEN_SIGN,
    UNSET,
    Slot,
    SlotRows,
    rings,
)
from assessment.ui.widgets.answer_list import DELETE_KEY, AnswerList, Spot
from assessment.ui.widgets.lines import Line
from questions.model import ChoiceItem, NumberItem

DELETE, PAD = "<", "1234567890"
NUMBER_COLUMNS = 5

Asked: TypeAlias = Callable[[Mapping[str, object]], Collection[str]]
"""Which items are asked, given answers to those of the page."""


class GroupInput(AnswerList):
    """Asks numbers and choices; a choice goes on to the next line, a number needs Enter.

    What is not asked, given the other lines, stands in grey.
    """

    GUARDS_KEYS = False
    HAS_MARKS = False

    def __init__(self, is_settled: Callable[[], bool], *, id: str | None = None) -> None:
        super().__init__(is_settled, id=id)
        self._items: tuple[ChoiceItem | NumberItem, ...] = ()
        self._values = RowValues()
        self._answers: dict[str, str | int | None] = {}
        self._is_asked: Asked = lambda _: ()
        self._asked: Collection[str] = ()
        self._last = FIRST_TIME
        self._shown_at: int | None = None

    def show_items(
        self,
        items: Sequence[ChoiceItem | NumberItem],
        earlier: Mapping[str, str | int | None],
        is_asked: Asked,
        last: Earlier = FIRST_TIME,
    ) -> None:
        """Ask *items*; *earlier* holds the answers so far by item id, *last* those of last time."""
        self._items, self._is_asked, self._last = tuple(items), is_asked, last
        numbers = [item for item in items if isinstance(item, NumberItem)]
        given = {item.id: earlier[item.id] for item in numbers if item.id in earlier}
        self._values = RowValues(numbers, given)  # type: ignore[arg-type]
        self._answers = {key: value for key, value in earlier.items() if key not in given}
        self._asked, self._shown_at = is_asked(self._said), None
        before = {item.id: last.beside(item.id) for item in numbers}  # a choice marks its answer
        lines = [
            Line("", f"{item.text} {before.get(item.id, '')}".rstrip(), item.id) for item in items
        ]
        self.set_lines(lines, 0)

    def below(self, index: int) -> tuple[str, ...]:
        """Return the answers to choose, or the number so far; none of them where it is not asked.

        Digits to click stand under the number at the pointer.
        """
        if self.is_off(index):
            return (words.NOT_NEEDED,)
        return tuple(text for slots in self._slots(index) for text in slots.texts)

    def is_off(self, index: int) -> bool:
        """Return whether the other lines say that this one is not asked."""
        return self._items[index].id not in self._asked

    def pick(self, index: int) -> None:
        """Do nothing: a line is answered by its answers, not by being picked."""

    def pick_at(self, index: int, spot: Spot) -> None:
        """Answer a line with what was clicked."""
        found = [(slots, at) for slots in self._slots(index) for at in range(len(slots.rows))]
        if not 0 <= spot.below < len(found):
            return
        slots, at = found[spot.below]
        if (slot := slots.at(spot.column, at)) and slot.value is not UNSET:
            self._click(index, slot.value)

    def on_key(self, event: events.Key) -> None:
        """Answer the line at the pointer."""
        sign, item = event.character, self._pointed
        if event.key == DELETE_KEY and isinstance(item, NumberItem):
            event.stop()
            self._delete(self.highlighted or 0, event.time)
        if not sign or item is None:
            return
        at = self.highlighted or 0
        if isinstance(item, NumberItem):
            if sign in (*PAD, TEN_SIGN, DECLINED_SIGN):
                event.stop()
                self._type(at, sign, event.time)
            return
        meant = [one.raw for one in choices_of(item) if one.key == sign]
        if meant:
            event.stop()
            self._choose(at, meant[0])

    def types(self, key: events.Key) -> bool:
        """Return whether *key* is a digit of the number at the pointer."""
        is_digit = key.character is not None and key.character in PAD
        return is_digit and isinstance(self._pointed, NumberItem)

    @property
    def in_large(self) -> str:
        """The number at the pointer."""
        item = self._pointed
        return self._values.in_large(item.id) if isinstance(item, NumberItem) else ""

    @property
    def takes_ten(self) -> bool:
        """Whether the line at the pointer can be 10."""
        item = self._pointed
        return isinstance(item, NumberItem) and item.maximum >= TEN

    def action_erase(self) -> None:
        """Take the last digit of the number at the pointer away, by a click on the key."""
        if isinstance(self._pointed, NumberItem):
            self._delete(self.highlighted or 0, None)

    def step_back(self) -> bool:
        """Go to the line above, where there is one."""
        above = [index for index in range(self.highlighted or 0) if not self.is_off(index)]
        if above:
            self.highlighted = above[-1]
        return bool(above)

    def finish(self) -> None:
        """Go on to the next line without an answer, and after the last one to the next page."""
        at = self.highlighted or 0
        if self._is_open(at):
            self.post_message(self.Unfinished(words.NEED_ROW))
        else:
            self._go_on(at)

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Show the digits where the pointer came to, and hide them where it left."""
        super().watch_highlighted(highlighted)
        self._values.rest()
        moved = {at for at in (self._shown_at, highlighted) if at is not None}
        self._shown_at = highlighted
        self.redraw(*(at for at in moved if at < len(self.lines)))

    @property
    def _pointed(self) -> ChoiceItem | NumberItem | None:
        return None if self.highlighted is None else self._items[self.highlighted]

    @property
    def _said(self) -> dict[str, str | int | None]:
        return {**self._answers, **self._values.numbers}

    def _click(self, index: int, value: str | int | None) -> None:
        """Answer a line with what was clicked."""
        if isinstance(self._items[index], ChoiceItem):
            self._choose(index, value)
        elif value == DELETE:
            self._delete(index, None)
        else:
            self._type(index, DECLINED_SIGN if value is None else str(value), None)

    def _choose(self, index: int, value: str | int | None) -> None:
        """Answer a line, and go on to the next one."""
        was_whole = self._is_whole
        self._answers[self._items[index].id] = value
        self._settle(index)
        self._go_past(index, was_whole=was_whole)

    def _type(self, index: int, sign: str, at: float | None) -> None:
        """Type into a number; "I do not know" goes on to the next line."""
        item, was_whole = self._items[index], self._is_whole
        can_be = self._values.type(item.id, sign, at)
        self._settle(index)
        if can_be and sign == DECLINED_SIGN:
            self._go_past(index, was_whole=was_whole)
        elif not can_be and isinstance(item, NumberItem):
            self.post_message(self.Unfinished(words.out_of_range(item.minimum, item.maximum)))

    def _delete(self, index: int, at: float | None) -> None:
        self._values.delete(self._items[index].id, at)
        self._settle(index)

    def _go_past(self, index: int, *, was_whole: bool) -> None:
        following = range(index + 1, len(self._items))
        after = next((one for one in following if not self.is_off(one)), None)
        if was_whole and after is not None:
            self.highlighted = after  # a change: the other answers stand
        else:
            self._go_on(index)

    def _go_on(self, at: int) -> None:
        following = next_open([self._is_open(line) for line in range(len(self._items))], at)
        if following is not None:
            self.highlighted = following
            return
        said = self._said
        self.post_message(
            self.Answered(
                {one.id: said[one.id] if one.id in self._asked else None for one in self._items}
            )
        )

    def _settle(self, index: int) -> None:
        """Show a line as it is answered now, and which lines are asked then."""
        before, self._asked = self._asked, self._is_asked(self._said)
        changed = [
            at for at, item in enumerate(self._items) if (item.id in before) == self.is_off(at)
        ]
        self.repaint(index, *changed)

    @property
    def _is_whole(self) -> bool:
        return not any(map(self._is_open, range(len(self._items))))

    def _is_open(self, index: int) -> bool:
        return not self.is_off(index) and self._items[index].id not in self._said

    def _slots(self, index: int) -> tuple[SlotRows, ...]:
        item, columns = self._items[index], self.text_columns
        if self.is_off(index):
            return ()
        chosen = self._said.get(item.id, UNSET)
        if isinstance(item, ChoiceItem):
            answers = [
                (f"{_label(one)}{self._last.mark(item.id, one.raw)} ", one.raw)
                for one in choices_of(item)
            ]
            return (SlotRows.wrapped(rings(answers, chosen), columns),)
        shown = "" if chosen is UNSET else DECLINED_SIGN if chosen is None else str(chosen)
        number = Slot(f"[{shown:^{NUMBER_COLUMNS}}] {item.unit}", UNSET)
        pad = [Slot(f" {sign} ", sign) for sign in (*_digits(item), DELETE)]
        pad.append(Slot(f" {DECLINED_SIGN} ", None))
        rows = (SlotRows(((number,),)),)
        return (*rows, SlotRows.wrapped(pad, columns)) if index == self.highlighted else rows


def _digits(item: NumberItem) -> str:
    """Return the digits that a number of *item* can begin with or hold."""
    return PAD if item.maximum >= TEN else "".join(one for one in PAD if int(one) <= item.maximum)


def _label(choice: Choice) -> str:
    """Return a choice with its key, which a number may be already."""
    if choice.raw is None:
        return f"{choice.key} {words.DO_NOT_KNOW}"
    is_said = choice.label.startswith(f"{choice.key} ")
    return choice.label if is_said else f"{choice.key} {choice.label}"
