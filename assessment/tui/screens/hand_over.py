"""The last screen: thanks, and nothing of the client."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Button, Static

from assessment.quiz import words
from assessment.ui.press_guard import GuardedScreen
from assessment.ui.widgets.key_bar import KeyBar


class HandOverScreen(GuardedScreen):
    """Asks for the laptop back. *trouble* is a sentence for the trainer, or empty.

    *keep* is done meanwhile, in a thread; what it returns is such a sentence too.
    """

    CSS_PATH = "../styles/hand_over.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "next_client", words.NEXT_CLIENT, key_display=words.ENTER)
    ]

    @dataclass
    class NextAsked(Message):
        """Somebody is ready for the next client."""

    def __init__(
        self,
        clock: Callable[[], float],
        trouble: str = "",
        keep: Callable[[], str] | None = None,
    ) -> None:
        super().__init__(clock)
        self._trouble = trouble
        self._keep = keep
        self._next_waits = False

    def compose(self) -> ComposeResult:
        """Yield the thanks."""
        with Vertical(id="box"):
            yield Static(words.THANK_YOU, id="title", markup=False)
            yield Static(words.HAND_BACK, markup=False)
            yield Static(id="trouble", markup=False)
            yield Button(words.NEXT_CLIENT, id="next")
        yield KeyBar()

    def on_mount(self) -> None:
        """Keep what is to be kept; the screen stands meanwhile."""
        self._show_trouble()
        if self._keep:
            self._keep_beside(self._keep)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.action_next_client()

    def action_next_client(self) -> None:
        """Make room for the next client, once what is kept of the last one is on the disk."""
        if self.is_settled():
            self._next_waits = self._keep is not None
            if not self._next_waits:
                self.post_message(self.NextAsked())

    @work
    async def _keep_beside(self, keep: Callable[[], str]) -> None:
        """Keep the record, also where the quiz closes meanwhile: no thread is cut short."""
        self._trouble = await asyncio.to_thread(keep)
        self._keep = None
        self._show_trouble()
        if self._next_waits and not self._trouble:
            self.post_message(self.NextAsked())
        self._next_waits = False

    def _show_trouble(self) -> None:
        trouble = self.query_one("#trouble", Static)
        trouble.update(self._trouble)
        trouble.display = bool(self._trouble)
