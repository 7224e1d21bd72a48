"""Up to seven things that are so, are not so, or that the client is unsure of."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from textual import events
from textual.binding import BindingType

from assessment.quiz import words
from assessment.quiz.earlier_answers import FIRST_TIME, Earlier
from assessment.ui.inputs.next_line import next_open
from assessment.ui.inputs.slots import DECLINED_SIGN, UNSET, SlotRows, brackets, rings
from assessment.ui.widgets.answer_list import DETAILS_BINDINGS, AnswerList, Spot
from assessment.ui.widgets.lines import Line
from questions.model import UP, CheckItem

WIDE_FROM = 72
"""Columns of the list from which each answer stands behind a ring, in words."""
ANSWERS = [(words.NO, "no"), (words.YES, "yes"), (words.NOT_SURE, "unsure")]
SHORT_ANSWERS = [*ANSWERS[:2], (words.NOT_SURE_SHORT, "unsure")]
KEYS = {"n": "no", "y": "yes", DECLINED_SIGN: "unsure"}


class ChecklistInput(AnswerList):
    """Asks several ``CheckItem`` on one page; untouched, it has no answer.

    Every row must have been on the screen before the page can be left.
    """

    GUARDS_KEYS = False
    HAS_MARKS = False
    NONE_KEY = "0"
    DETAILS_KEY = words.RIGHT
    BINDINGS: ClassVar[list[BindingType]] = DETAILS_BINDINGS

    def __init__(self, is_settled: Callable[[], bool], *, id: str | None = None) -> None:
        super().__init__(is_settled, id=id)
        self._items: tuple[CheckItem, ...] = ()
        self._answers: dict[str, str] = {}
        self._none_label = ""
        self._seen: set[tuple[int, int]] = set()
        self._was_answered = False
        """Whether the page comes with answers; a line without one came up since."""

    def show_items(
        self,
        items: Sequence[CheckItem],
        earlier: Mapping[str, str],
        none_label: str,
        last: Earlier = FIRST_TIME,
    ) -> None:
        """Ask *items*; *earlier* holds the answers so far by item id, *last* those of last time."""
        self._items, self._answers, self._none_label = tuple(items), dict(earlier), none_label
        self._seen, self._was_answered = set(), bool(earlier)
        lines = [
            Line(str(number), f"{item.text} {last.beside(item.id)}".rstrip(), item.id)
            for number, item in enumerate(items, start=1)
        ]
        self.set_lines(lines, 0)

    def after(self, index: int) -> str:
        """Return the three answers of a line."""
        return self._slots(index).texts[0]

    def pick(self, index: int) -> None:
        """Say yes to a line, by its number or Space; once more says no."""
        was_yes = self._answers.get(self._items[index].id) == "yes"
        self._put(index, "no" if was_yes else "yes")

    def toggles(self, key: events.Key) -> bool:
        """Return whether *key* says yes to a line, and no once more."""
        return self.is_line_key(key)

    def pick_at(self, index: int, spot: Spot) -> None:
        """Answer a line with what was clicked."""
        if slot := self._slots(index).at(spot.after):
            self._put(index, slot.value)

    def on_key(self, event: events.Key) -> None:
        """Answer the line at the pointer, which then goes to the next one."""
        answer = KEYS.get(event.character or "")
        if answer is None or self.highlighted is None:
            return
        event.stop()
        event.prevent_default()
        self._put(self.highlighted, answer)
        if self.highlighted + 1 < len(self._items):
            self.highlighted += 1

    def none(self) -> None:
        """Say no to every line; where one was answered otherwise, only show it."""
        if self._leads_to_unseen():
            return
        was_up = any(answer in UP for answer in self._answers.values())
        self._answers = dict.fromkeys((item.id for item in self._items), "no")
        self.repaint()
        if not was_up:
            self.post_message(self.Answered(self._answers))

    def finish(self) -> None:
        """Answer every line, once something is chosen and all has been on the screen.

        What is chosen says no to the lines left alone, but not to those that came up since.
        """
        said = self._answers
        missing = next_open([item.id not in said for item in self._items], -1)
        is_chosen = any(answer in UP for answer in said.values())
        if missing is not None and (self._was_answered or not is_chosen):
            self.highlighted = missing
            needed = words.NEED_NEW_LINES if is_chosen else words.NEED_LINES
            self.post_message(self.Unfinished(needed.format(none=self._none_label)))
        elif not self._leads_to_unseen():
            answers = {item.id: said.get(item.id, "no") for item in self._items}
            self.post_message(self.Answered(answers))

    def tell_scroll(self) -> None:
        """Remember which rows of the lines have been on the screen."""
        rows = self._lines
        top = self.scroll_offset.y
        self._seen.update(rows[top : top + self.scrollable_content_region.height])
        super().tell_scroll()

    def _put(self, index: int, answer: str) -> None:
        self._answers[self._items[index].id] = answer
        self.repaint()

    def _leads_to_unseen(self) -> bool:
        """Show the first row that was not on the screen yet; return whether there is one.

        A row, not a line: in a small window one line may be taller than the window.
        """
        self.tell_scroll()  # a mark may have brought a row that no scrolling has told of
        unseen = next((y for y, row in enumerate(self._lines) if row not in self._seen), None)
        if unseen is None:
            return False
        self.highlighted = self._lines[unseen][0]
        self.scroll_to(y=unseen, animate=False, immediate=True)
        self.post_message(self.Unfinished(words.READ_ON))
        return True

    def _slots(self, index: int) -> SlotRows:
        chosen = self._answers.get(self._items[index].id, UNSET)
        if self.scrollable_content_region.width >= WIDE_FROM:
            return SlotRows((tuple(rings(ANSWERS, chosen)),))
        return SlotRows((tuple(brackets(SHORT_ANSWERS, chosen)),))
