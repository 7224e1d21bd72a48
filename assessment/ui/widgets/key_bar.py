"""The bar at the bottom: only the keys that work now, each one also a button."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from assessment.quiz import words

AIR, SHORT_AIR = 3, 1
"""Columns between two keys."""
HELP = "help"
"""The action of the key that tells of all the others."""


class KeyButton(Static):
    """One key of the bar, to be clicked as well."""

    def __init__(self, binding: Binding) -> None:
        super().__init__(markup=False)
        self.binding = binding
        self.name_key(short=False)

    def name_key(self, *, short: bool) -> None:
        """Write the name of the key, a *short* one where there is one, and what it does."""
        said = _label(self.binding, short=short)
        if said != self.content:  # to lay the screen out anew takes longer than a key
            self.update(said, layout=self.size.width != said.cell_length)

    async def on_click(self) -> None:
        """Do what the key would do."""
        await self.screen.run_action(self.binding.action)


class KeyBar(Horizontal):
    """The bindings that its screen shows, in their order; those of a base class come last."""

    def compose(self) -> ComposeResult:
        """Yield a button for each key."""
        self._buttons = {one.action: KeyButton(one) for one in _shown_by(self.screen)}
        self._hidden: set[str] = set()
        with Horizontal(id="keys"):
            yield from self._buttons.values()

    def hide(self, *actions: str) -> None:
        """Hide the keys of *actions*, which do not work now, and show all others."""
        self._hidden = set(actions)
        self._fit()

    def show_keys(self, named: Sequence[Binding], hidden: Sequence[str]) -> None:
        """Show the keys as *named* calls them, and all others but those of *hidden* actions."""
        for one in named:
            self._buttons[one.action].binding = one
        self.hide(*hidden)

    def rename(self, binding: Binding) -> None:
        """Show the key with the action of *binding* as *binding* calls it.

        An empty ``key_display`` leaves a button alone.
        """
        self._buttons[binding.action].binding = binding
        self._fit()

    def on_resize(self) -> None:
        """Use the names that fit."""
        self._fit()

    def _fit(self) -> None:
        """Name the keys in full where all of them fit so, else shortly and closer together.

        Where that is too long as well, the first give way to help, which tells of them.
        """
        keys = [one.binding for act, one in self._buttons.items() if act not in self._hidden]
        room = self.content_size.width
        short = 0 < room < _width(keys, short=False)
        self.set_class(short, "-tight")
        has_help = any(key.action == HELP for key in keys)
        while short and has_help and keys[0].action != HELP and _width(keys, short=True) > room:
            del keys[0]
        for button in self._buttons.values():
            button.display = button.binding in keys
            button.name_key(short=short)


def _shown_by(screen: Screen[Any]) -> Iterator[Binding]:
    """Yield what *screen* binds to be shown, but for keys that a subclass binds anew."""
    bound: set[str] = set()
    for kind in type(screen).__mro__:
        declared: Sequence[Binding] = kind.__dict__.get("BINDINGS", ())
        yield from (one for one in declared if one.show and bound.isdisjoint(one.key.split(",")))
        bound.update(key for one in declared for key in one.key.split(","))


def _label(binding: Binding, *, short: bool) -> Content:
    name = binding.key if binding.key_display is None else binding.key_display
    name = words.SHORT_NAMES.get(name, name) if short else name
    return Content.assemble((f"{name} " if name else "", "bold $primary"), binding.description)


def _width(keys: Sequence[Binding], *, short: bool) -> int:
    """Return the columns that *keys* take beside each other."""
    air = SHORT_AIR if short else AIR
    return sum(_label(key, short=short).cell_length + air for key in keys) - air
