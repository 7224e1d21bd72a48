"""The last screen: thanks, and nothing of the client."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Button, Static

from assessment.quiz import words
from assessment.ui.press_guard import GuardedScreen
from assessment.ui.widgets.key_bar import Key, KeyBar


class HandOverScreen(GuardedScreen):
    """Asks for the laptop back. *trouble* is a sentence for the trainer, or empty."""

    CSS_PATH = "../styles/hand_over.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "next_client", show=False)]

    @dataclass
    class NextAsked(Message):
        """Somebody is ready for the next client."""

    def __init__(self, clock: Callable[[], float], trouble: str = "") -> None:
        super().__init__(clock)
        self._trouble = trouble

    def compose(self) -> ComposeResult:
        """Yield the thanks."""
        with Vertical(id="box"):
            yield Static(words.THANK_YOU, id="title", markup=False)
            yield Static(words.HAND_BACK, markup=False)
            if self._trouble:
                yield Static(self._trouble, id="trouble", markup=False)
            yield Button(words.NEXT_CLIENT, id="next")
        yield KeyBar([Key(words.ENTER, words.NEXT_CLIENT, "next_client")])

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.action_next_client()

    def action_next_client(self) -> None:
        """Make room for the next client."""
        if self.is_settled():
            self.post_message(self.NextAsked())
