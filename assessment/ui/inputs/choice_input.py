"""Exactly one answer out of a few: choices, scales, yes/no/not sure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import BindingType

from assessment.quiz import words
from assessment.quiz.page_parts import Choice
from assessment.ui.widgets.answer_list import DETAILS_BINDINGS, AnswerList
from assessment.ui.widgets.lines import Line

CHOSEN, NOT_CHOSEN = "(●)", "( )"


class ChoiceInput(AnswerList):
    """Asks for one of several answers; a pick is an answer at once."""

    GUARDS_KEYS = False
    DETAILS_KEY = words.RIGHT
    BINDINGS: ClassVar[list[BindingType]] = DETAILS_BINDINGS

    def __init__(self, is_settled: Callable[[], bool], *, id: str | None = None) -> None:
        super().__init__(is_settled, id=id)
        self._item_id = ""
        self._choices: tuple[Choice, ...] = ()
        self._chosen: int | None = None

    def show_choices(
        self,
        item_id: str,
        choices: Sequence[Choice],
        chosen: int | None,
        pointer: int | None = None,
    ) -> None:
        """Ask *item_id*; *chosen* is the number of the earlier answer, None where there is none.

        Without one nothing is ready for Enter, unless the *pointer* is put somewhere.
        """
        self._item_id, self._choices, self._chosen = item_id, tuple(choices), chosen
        lines = [Line(one.key, one.label, item_id) for one in choices]
        self.set_lines(lines, pointer if chosen is None else chosen)

    def mark(self, index: int) -> str:
        """Return a filled ring for the answer, an empty one for the others."""
        return CHOSEN if index == self._chosen else NOT_CHOSEN

    def take(self, index: int) -> None:
        """Answer with this line, and point to it where it is seen before the next question.

        Where nothing moves, that comes at once: to draw the mark first would hold it up for a
        frame.
        """
        if self.app.animation_level == "none":
            self._answer(index)
        else:
            super().take(index)

    def pick(self, index: int) -> None:
        """Answer with this line."""
        self._chosen = index
        self.repaint()
        self._answer(index)

    def _answer(self, index: int) -> None:
        self.post_message(self.Answered({self._item_id: self._choices[index].raw}))

    def finish(self) -> None:
        """Answer with the line at the pointer."""
        if self.highlighted is None:
            self.post_message(self.Unfinished(words.NEED_CHOICE))
        else:
            self.pick(self.highlighted)
