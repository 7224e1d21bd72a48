"""The list of the settings, each with its mark."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.message import Message

from assessment.ui.widgets.answer_list import AnswerList
from assessment.ui.widgets.lines import Line


class SettingList(AnswerList):
    """The settings, one line for each; a pick wants to change one."""

    @dataclass
    class Picked(Message):
        """Somebody wants to change the setting of this number."""

        index: int

    def __init__(self, settled: Callable[[], bool]) -> None:
        super().__init__(settled)
        self._marks: tuple[str, ...] = ()

    def show(self, texts: Sequence[str], marks: Sequence[str], pointer: int) -> None:
        """Show *texts* with their *marks*."""
        self._marks = tuple(marks)
        self.set_lines([Line("", text, str(at)) for at, text in enumerate(texts)], pointer)

    def mark(self, index: int) -> str:
        """Return an exclamation mark for what cannot be used, a star for what is not saved."""
        return self._marks[index]

    def pick(self, index: int) -> None:
        """Tell which setting to change."""
        self.post_message(self.Picked(index))
