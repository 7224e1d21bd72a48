"""A line to type or to paste into, which says so where not all of it fits."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.widgets import Input

from assessment.ui.widgets import words


class OneLineInput(Input):
    """An ``Input`` that takes of a paste what fits, on one line, and tells what does not."""

    @dataclass
    class NotAllTaken(Message):
        """What was pasted is not all on the line; ``sentence`` says why."""

        sentence: str

    def on_paste(self, event: events.Paste) -> None:
        """Put what was pasted at the cursor; of a secret all or nothing."""
        event.prevent_default()
        event.stop()
        pasted = event.text.strip("\r\n") if self.password else " ".join(event.text.split())
        start, end = sorted(self.selection)
        room = len(pasted)
        if self.max_length is not None:
            room = self.max_length - len(self.value) + end - start
        if len(pasted) > room and self.password:
            self._tell(words.NOT_TAKEN)
            return
        wanted = f"{self.value[:start]}{pasted[:room]}{self.value[end:]}"
        self.replace(pasted[:room], start, end)
        if self.value != wanted:
            self._tell(words.CANNOT_STAND_HERE)
        elif len(pasted) > room:
            self._tell(words.TOO_LONG)

    def _tell(self, sentence: str) -> None:
        self.post_message(self.NotAllTaken(sentence.format(most=self.max_length)))
