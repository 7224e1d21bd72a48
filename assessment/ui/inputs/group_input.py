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
from assessment.ui.inputs.slots import DECLINED_SIGN, UNSET, Slot, SlotRows, rings
from assessment.ui.widgets.answer_list import AnswerList, Spot
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
            self._take(index, slot.value)

    def on_key(self, event: events.Key) -> None:
        """Answer the line at the pointer."""
        sign, item = event.character, self._pointed
        if not sign or item is None:
            return
        if isinstance(item, ChoiceItem):
            meant = [one.raw for one in choices_of(item) if one.key == sign]
        else:
            meant = [sign if sign.isdecimal() else None] if sign in PAD + DECLINED_SIGN else []
        if meant:
            event.stop()
            if self._is_settled():
                self._take(self.highlighted or 0, meant[0])

    def step_back(self) -> bool:
        """Take the digit just typed away, or go to the line above, where there is one."""
        item, at = self._pointed, self.highlighted
        if isinstance(item, NumberItem) and self._values.is_typed(item.id):
            self._values.delete(item.id)
            self._settle(at or 0)
            return True
        above = [index for index in range(at or 0) if not self.is_off(index)]
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
        moved = {at for at in (self._shown_at, highlighted) if at is not None}
        self._shown_at = highlighted
        self.redraw(*(at for at in moved if at < len(self.lines)))

    @property
    def _pointed(self) -> ChoiceItem | NumberItem | None:
        return None if self.highlighted is None else self._items[self.highlighted]

    @property
    def _said(self) -> dict[str, str | int | None]:
        return {**self._answers, **self._values.numbers}

    def _take(self, index: int, value: str | int | None) -> None:
        """Answer a line: a choice and "I do not know" go on, a digit makes a number longer."""
        item = self._items[index]
        was_whole = self._is_whole
        if isinstance(item, ChoiceItem):
            self._answers[item.id] = value
        elif value is None:
            self._values.put(item.id, None)
        elif value == DELETE:
            self._values.delete(item.id)
        else:
            self._values.type(item.id, str(value))
        self._settle(index)
        if isinstance(item, NumberItem) and value is not None:
            return
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
        pad = [Slot(f" {sign} ", sign) for sign in (*PAD, DELETE)]
        pad.append(Slot(f" {DECLINED_SIGN} ", None))
        rows = (SlotRows(((number,),)),)
        return (*rows, SlotRows.wrapped(pad, columns)) if index == self.highlighted else rows


def _label(choice: Choice) -> str:
    """Return a choice with its key, which a number may be already."""
    if choice.raw is None:
        return f"{choice.key} {words.DO_NOT_KNOW}"
    is_said = choice.label.startswith(f"{choice.key} ")
    return choice.label if is_said else f"{choice.key} {choice.label}"
