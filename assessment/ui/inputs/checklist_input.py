"""Up to seven things that are so, are not so, or that the client is unsure of."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from textual.binding import BindingType

from assessment.quiz import words
from assessment.quiz.earlier_answers import FIRST_TIME, Earlier
from assessment.ui.widgets.answer_list import TICK_BINDINGS, AnswerList
from assessment.ui.widgets.lines import Line
from questions.model import CheckItem

OFF, YES, UNSURE = "[ ]", "[x]", "[?]"
MARKS = {"yes": YES, "unsure": UNSURE}
SAID = {"yes": words.YES, "unsure": words.NOT_SURE}
FOLLOWING = {None: "yes", "yes": "unsure", "unsure": None}
"""What one more press makes of a line."""
NONE_KEY = "0"


class ChecklistInput(AnswerList):
    """Asks several ``CheckItem`` on one page; untouched, it has no answer.

    Every row must have been on the screen before the page can be left.
    """

    BINDINGS: ClassVar[list[BindingType]] = TICK_BINDINGS

    def __init__(self, is_settled: Callable[[], bool], *, id: str | None = None) -> None:
        super().__init__(is_settled, id=id)
        self._items: tuple[CheckItem, ...] = ()
        self._up: dict[str, str] = {}
        self._none = False
        self._seen: set[tuple[int, int]] = set()

    def show_items(
        self,
        items: Sequence[CheckItem],
        earlier: Mapping[str, str],
        none_label: str,
        last: Earlier = FIRST_TIME,
    ) -> None:
        """Ask *items*; *earlier* holds the answers so far by item id, *last* those of last time."""
        self._items = tuple(items)
        self._up = {item_id: answer for item_id, answer in earlier.items() if answer != "no"}
        self._none = not self._up and all(item.id in earlier for item in items)
        self._seen = set()
        lines = [
            Line(str(number), f"{item.text} {last.beside(item.id)}".rstrip(), item.id)
            for number, item in enumerate(items, start=1)
        ]
        self.set_lines([*lines, Line(NONE_KEY, none_label, "")], 0)

    def mark(self, index: int) -> str:
        """Return a cross for yes, a question mark for not sure."""
        if index == len(self._items):
            return YES if self._none else OFF
        return MARKS.get(self._up.get(self._items[index].id, ""), OFF)

    def text(self, index: int) -> str:
        """Return the text with the answer in words behind it: no mark has to be understood."""
        text = super().text(index)
        said = SAID.get(self._up.get(self.lines[index].item_id, ""))
        return f"{text} ({said})" if said else text

    def pick(self, index: int) -> None:
        """Turn a line from off to yes, from yes to not sure, from not sure to off."""
        self._none = index == len(self._items)
        if self._none:
            self._up = {}
            self.repaint(*range(index))
            return
        item_id = self._items[index].id
        following = FOLLOWING[self._up.pop(item_id, None)]
        if following:
            self._up[item_id] = following
        self.repaint(index)

    def finish(self) -> None:
        """Answer every line, once something is chosen and all has been on the screen."""
        self.tell_scroll()  # a mark may have brought a row that no scrolling has told of
        if not (self._up or self._none):
            none_label = self.lines[-1].text
            self.post_message(self.Unfinished(words.NEED_TICK.format(none=none_label)))
        elif (unseen := self._first_unseen()) is not None:
            self.highlighted = self._lines[unseen][0]
            self.scroll_to(y=unseen, animate=False, immediate=True)
            self.post_message(self.Unfinished(words.READ_ON))
        else:
            answers = {item.id: self._up.get(item.id, "no") for item in self._items}
            self.post_message(self.Answered(answers))

    def tell_scroll(self) -> None:
        """Remember which rows of the lines have been on the screen."""
        rows = self._lines
        top = self.scroll_offset.y
        self._seen.update(rows[top : top + self.scrollable_content_region.height])
        super().tell_scroll()

    def _first_unseen(self) -> int | None:
        """Return the first row that was not on the screen, None where all were.

        A row, not a line: in a small window one line may be taller than the window.
        """
        return next((y for y, row in enumerate(self._lines) if row not in self._seen), None)
