"""The bar at the bottom: only the keys that work now, each one also a button."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Static


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
        self.action = key.action
        self.show_key(key)

    def show_key(self, key: Key) -> None:
        """Name *key* and what it does."""
        name = (f"{key.key} " if key.key else "", "bold $primary")
        self.update(Content.assemble(name, key.does))

    def on_click(self) -> None:
        """Tell that the button was clicked."""
        self.post_message(self.Clicked(self.action))


class KeyBar(Horizontal):
    """The keys of a screen; which of them work now is set by ``show_only``."""

    def __init__(self, keys: Sequence[Key]) -> None:
        super().__init__()
        self._keys = tuple(keys)

    def compose(self) -> ComposeResult:
        """Yield a button for each key."""
        with Horizontal(id="keys"):
            yield from (KeyButton(key) for key in self._keys)

    def show_only(self, *actions: str) -> None:
        """Show the keys of *actions* and hide the others."""
        for button in self.query(KeyButton):
            button.display = button.action in actions

    def rename(self, action: str, key: Key) -> None:
        """Call the key of *action* by other words."""
        for button in self.query(KeyButton):
            if button.action == action:
                button.show_key(key)

    async def on_key_button_clicked(self, event: KeyButton.Clicked) -> None:
        """Do what the key would do."""
        event.stop()
        await self.screen.run_action(event.action)
