"""Any number of answers out of a list, with "none" and, where offered, "everything"."""

from __future__ import annotations

from collections.abc import Callable

from assessment.tui import words
from assessment.tui.widgets.line_list import Line
from assessment.tui.widgets.marked_list import MarkedList
from questions.model import ManyItem

TICKED, UNTICKED = "[x]", "[ ]"
KEYS = "123456789abcdefghijklmnopqrstuvwxyz"
ALL_KEY, NONE_KEY, NO_ANSWER_KEY = "+", "0", "-"


class ManyBody(MarkedList):
    """Asks one ``ManyItem``; a list that nobody touched is no answer."""

    def __init__(self, settled: Callable[[], bool], *, id: str | None = None) -> None:
        super().__init__(settled, id=id)
        self._item: ManyItem
        self._ticked: frozenset[str | int] | None = None

    def show_item(self, item: ManyItem, earlier: tuple[str | int, ...] | None) -> None:
        """Ask *item*; *earlier* is the answer so far."""
        self._item = item
        self._ticked = None if earlier is None else frozenset(earlier)
        lines = [Line(ALL_KEY, item.all_label, item.id)] if item.all_label else []
        lines += [
            Line(key, option.label, item.id)
            for key, option in zip(KEYS, item.options, strict=False)
        ]
        lines.append(Line(NONE_KEY, item.none_label, item.id))
        if not item.required:
            lines.append(Line(NO_ANSWER_KEY, words.NO_ANSWER, item.id))
        self.set_lines(lines, 0)

    def mark(self, index: int) -> str:
        """Return a cross for what is ticked."""
        match self.lines[index].key:
            case key if key == ALL_KEY:
                on = self._ticked == frozenset(self._item.values)
            case key if key == NONE_KEY:
                on = self._ticked == frozenset()
            case key if key == NO_ANSWER_KEY:
                on = False
            case key:
                on = self._ticked is not None and self._value_of(key) in self._ticked
        return TICKED if on else UNTICKED

    def pick(self, index: int) -> None:
        """Tick or untick this line; the line without an answer goes on at once."""
        key, everything = self.lines[index].key, frozenset(self._item.values)
        if key == NO_ANSWER_KEY:
            self.post_message(self.Answered({self._item.id: None}))
            return
        if key == NONE_KEY:
            self._ticked = frozenset()
        elif key == ALL_KEY:
            self._ticked = None if self._ticked == everything else everything
        else:
            self._ticked = ((self._ticked or frozenset()) ^ {self._value_of(key)}) or None
        self.repaint()

    def finish(self) -> None:
        """Answer with what is ticked."""
        if self._ticked is None:
            self.post_message(self.Unfinished(words.NEED_MANY))
            return
        chosen = [value for value in self._item.values if value in self._ticked]
        self.post_message(self.Answered({self._item.id: chosen}))

    def _value_of(self, key: str) -> str | int:
        return self._item.values[KEYS.index(key)]
