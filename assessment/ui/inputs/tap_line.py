"""A line that can be clicked in place of a key."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message
from textual.widgets import Static


class TapLine(Static):
    """Says what a key does, and does it when it is clicked."""

    @dataclass
    class Clicked(Message):
        """The line was clicked; ``line_id`` is its id."""

        line_id: str

    def __init__(self, text: str = "", *, id: str) -> None:
        super().__init__(text, id=id, markup=False)

    def on_click(self) -> None:
        """Tell that the line was clicked."""
        self.post_message(self.Clicked(self.id or ""))
