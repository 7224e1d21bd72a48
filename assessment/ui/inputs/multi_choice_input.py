"""Any number of answers out of a list, with "none" and, where offered, "everything"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import ClassVar, NamedTuple

from textual import events
from textual.binding import BindingType

from assessment.quiz import words
from assessment.quiz.earlier_answers import FIRST_TIME, Earlier
from assessment.quiz.page_parts import ALL_KEY, LINE_KEYS, NO_ANSWER_KEY, NONE_KEY
from assessment.ui.widgets.answer_list import TICK_BINDINGS, AnswerList
from assessment.ui.widgets.lines import Line
from questions.model import ManyItem

TICKED, UNTICKED = "[x]", "[ ]"


class Pick(NamedTuple):
    """What a line stands for: one answer, all or none of them, or (None) no answer at all."""

    values: frozenset[str | int] | None
    is_one: bool = False


class MultiChoiceInput(AnswerList):
    """Asks one ``ManyItem``; a list that nobody touched is no answer."""

    GUARDS_KEYS = False
    BINDINGS: ClassVar[list[BindingType]] = TICK_BINDINGS

    def __init__(self, is_settled: Callable[[], bool], *, id: str | None = None) -> None:
        super().__init__(is_settled, id=id)
        self._item: ManyItem
        self._picks: tuple[Pick, ...] = ()
        self._ticked: frozenset[str | int] | None = None

    def show_item(
        self, item: ManyItem, earlier: tuple[str | int, ...] | None, last: Earlier = FIRST_TIME
    ) -> None:
        """Ask *item*; *earlier* is the answer so far, *last* those of last time."""
        self._item = item
        self._ticked = None if earlier is None else frozenset(earlier)
        lines, picks = zip(*_lines(item, last), strict=True)
        self._picks = picks
        self.set_lines(lines, 0)

    def mark(self, index: int) -> str:
        """Return a cross for what is ticked."""
        pick = self._picks[index]
        if self._ticked is None or pick.values is None:
            return UNTICKED
        on = pick.values <= self._ticked if pick.is_one else pick.values == self._ticked
        return TICKED if on else UNTICKED

    def pick(self, index: int) -> None:
        """Tick or untick this line; the line without an answer goes on at once."""
        pick = self._picks[index]
        if pick.values is None:
            self.post_message(self.Answered({self._item.id: None}))
        elif pick.is_one:
            self._ticked = ((self._ticked or frozenset()) ^ pick.values) or None
        else:
            untick = pick.values and pick.values == self._ticked
            self._ticked = None if untick else pick.values
        self.repaint()

    def toggles(self, key: events.Key) -> bool:
        """Return whether *key* ticks a line, and unticks it again."""
        return self.is_line_key(key)

    def finish(self) -> None:
        """Answer with what is ticked."""
        if self._ticked is None:
            self.post_message(self.Unfinished(words.NEED_MANY))
            return
        chosen = [value for value in self._item.values if value in self._ticked]
        self.post_message(self.Answered({self._item.id: chosen}))


def _lines(item: ManyItem, last: Earlier) -> Iterator[tuple[Line, Pick]]:
    """Yield the lines of *item*, each with what it stands for."""
    if item.all_label:
        yield Line(ALL_KEY, item.all_label, item.id), Pick(frozenset(item.everything))
    for key, option in zip(LINE_KEYS, item.options, strict=False):
        yield (
            Line(
                key,
                option.label + last.mark(item.id, option.value),
                item.id,
            ),
            Pick(frozenset({option.value}), is_one=True),
        )
    yield Line(NONE_KEY, item.none_label + last.mark_none(item.id), item.id), Pick(frozenset())
    if not item.required:
        yield Line(NO_ANSWER_KEY, words.NO_ANSWER, item.id), Pick(None)
