"""The bar at the bottom: only the keys that work now, each one also a button."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from assessment.quiz import words

AIR, SHORT_AIR = 3, 1
"""Columns between two keys."""
HELP = "help"
"""The action of the key that tells of all the others."""


class Key(NamedTuple):
    """One key: its name on the keyboard, what it does in words, the action of its screen.

    Without a name there is only a button.
    """

    key: str
    does: str
    action: str

    def name(self, *, short: bool) -> str:
        """Return its name, a *short* one where there is one."""
        return words.SHORT_NAMES.get(self.key, self.key) if short else self.key

    def width(self, *, short: bool) -> int:
        """Return the columns that its name and words take."""
        return cell_len(f"{self.name(short=short)} {self.does}".strip())


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
        name = self.key.name(short=short)
        if (name, self.key.does) == self._named:
            return  # to lay the screen out anew for the same words takes longer than a key
        self._named = (name, self.key.does)
        said = Content.assemble((f"{name} " if name else "", "bold $primary"), self.key.does)
        self.update(said, layout=self.size.width != said.cell_length)

    def on_click(self) -> None:
        """Tell that the button was clicked."""
        self.post_message(self.Clicked(self.key.action))


class KeyBar(Horizontal):
    """The keys of a screen; which of them work now is set by ``show_only``.

    They are the bindings that the screen shows, in their order, unless *keys* are given.
    """

    def __init__(self, keys: Sequence[Key] | None = None) -> None:
        super().__init__()
        self._keys = keys
        self._buttons: tuple[KeyButton, ...] = ()
        self._working: set[str] = set()

    def compose(self) -> ComposeResult:
        """Yield a button for each key."""
        keys = self._keys or tuple(_keys_of(self.screen))
        self._buttons = tuple(KeyButton(key) for key in keys)
        self._working = {key.action for key in keys}
        with Horizontal(id="keys"):
            yield from self._buttons

    def show_only(self, *actions: str) -> None:
        """Show the keys of *actions* and hide the others."""
        self._working = set(actions)
        self._fit()

    def hide(self, *actions: str) -> None:
        """Show all keys but those of *actions*."""
        self.show_only(
            *(button.key.action for button in self._buttons if button.key.action not in actions)
        )

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
        """Name the keys in full where all of them fit so, else shortly and closer together.

        Where that is too long as well, the first give way to help, which tells of them.
        """
        keys = [button.key for button in self._buttons if button.key.action in self._working]
        room = self.content_size.width
        short = 0 < room < _width(keys, short=False)
        self.set_class(short, "-tight")
        has_help = any(key.action == HELP for key in keys)
        while short and has_help and keys[0].action != HELP and _width(keys, short=True) > room:
            del keys[0]
        for button in self._buttons:
            button.display = button.key in keys
            button.name_key(short=short)


def _keys_of(screen: Screen[Any]) -> Iterator[Key]:
    """Yield the keys that *screen* and its base declare to be shown."""
    for kind in type(screen).__mro__:
        for binding in kind.__dict__.get("BINDINGS", ()):
            if isinstance(binding, Binding) and binding.show:
                yield Key(binding.key_display or binding.key, binding.description, binding.action)


def _width(keys: Sequence[Key], *, short: bool) -> int:
    """Return the columns that *keys* take beside each other."""
    air = SHORT_AIR if short else AIR
    return sum(key.width(short=short) + air for key in keys) - air
