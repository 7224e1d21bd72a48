"""A row of digits to tap: a number can be typed without a keyboard."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

DIGITS, POINT, DELETE = "1234567890", ".", "<"
WIDE, NARROW = 5, 3
"""Columns of one digit."""


class DigitPad(Widget):
    """Tells which sign was tapped; the last one takes the sign before away."""

    with_point: reactive[bool] = reactive(False)
    """Whether parts of a whole can be typed."""

    @dataclass
    class Tapped(Message):
        """A sign was tapped."""

        sign: str

    @property
    def signs(self) -> str:
        """What can be tapped."""
        return DIGITS + (POINT if self.with_point else "") + DELETE

    def render(self) -> Content:
        """Return the signs in their middle row."""
        above = "\n" * (self.size.height // 2)
        return Content(above + "".join(f"[{sign}]".ljust(self._columns) for sign in self.signs))

    def on_click(self, event: events.Click) -> None:
        """Tell which sign stands there; all rows of the pad belong to it."""
        place = (event.x - self.gutter.left) // self._columns
        if 0 <= place < len(self.signs):
            self.post_message(self.Tapped(self.signs[place]))

    @property
    def _columns(self) -> int:
        return WIDE if self.size.width >= WIDE * len(self.signs) else NARROW
