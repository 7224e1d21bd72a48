"""The bar at the bottom: only the keys that work now, each one also a button."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from assessment.tui import words

AIR = 3
"""Columns between two keys."""


class Key(NamedTuple):
    """One key: its name on the keyboard, what it does in words, the action of its screen.

    Without a name there is only a button.
    """

    key: str
    does: str
    action: str


class KeyButton(Static):
    """One key of the bar, to be clicked as well."""

    @dataclass
    class Clicked(Message):
        """The button was clicked."""

        action: str

    def __init__(self, key: Key) -> None:
        super().__init__(markup=False)
        self.key = key
        self._named: tuple[str, str] | None = None
        self.name_key(short=False)

    def name_key(self, *, short: bool) -> None:
        """Write the name of the key, a *short* one where there is one, and what it does."""
        name = words.SHORT_NAMES.get(self.key.key, self.key.key) if short else self.key.key
        if (name, self.key.does) == self._named:
            return  # to lay the screen out anew for the same words takes longer than a key
        self._named = (name, self.key.does)
        self.update(Content.assemble((f"{name} " if name else "", "bold $primary"), self.key.does))

    def on_click(self) -> None:
        """Tell that the button was clicked."""
        self.post_message(self.Clicked(self.key.action))


class KeyBar(Horizontal):
    """The keys of a screen; which of them work now is set by ``show_only``."""

    def __init__(self, keys: Sequence[Key]) -> None:
        super().__init__()
        self._buttons = tuple(KeyButton(key) for key in keys)

    def compose(self) -> ComposeResult:
        """Yield a button for each key."""
        with Horizontal(id="keys"):
            yield from self._buttons

    def show_only(self, *actions: str) -> None:
        """Show the keys of *actions* and hide the others."""
        for button in self._buttons:
            button.display = button.key.action in actions
        self._fit()

    def rename(self, action: str, key: Key) -> None:
        """Call the key of *action* by other words."""
        for button in self._buttons:
            if button.key.action == action:
                button.key = key
        self._fit()

    def on_resize(self) -> None:
        """Use the names that fit."""
        self._fit()

    async def on_key_button_clicked(self, event: KeyButton.Clicked) -> None:
        """Do what the key would do."""
        event.stop()
        await self.screen.run_action(event.action)

    def _fit(self) -> None:
        """Name the keys in full where all of them fit so, else shortly and closer together."""
        shown = [button for button in self._buttons if button.display]
        whole = sum(cell_len(f"{button.key.key} {button.key.does}") + AIR for button in shown)
        short = whole - AIR > self.content_size.width > 0
        self.set_class(short, "-tight")
        for button in self._buttons:
            button.name_key(short=short)
