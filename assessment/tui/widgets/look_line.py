"""The looks by name, the one that is on marked; each is there to be clicked."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from assessment.quiz import words
from assessment.ui.theme.themes import LOOKS


class LookName(Static):
    """The name of one look; a click chooses it."""

    def __init__(self, number: int) -> None:
        super().__init__(markup=False)
        self._number = number

    def show(self, theme: str) -> None:
        """Mark the look where *theme* is its name."""
        form = words.LOOK_ON if LOOKS[self._number].name == theme else words.LOOK_OFF
        self.update(form.format(name=words.LOOKS[self._number]))

    def on_click(self) -> None:
        """Choose this look."""
        self.app.theme = LOOKS[self._number].name


class LookLine(Horizontal):
    """The looks in their order, in one row."""

    def compose(self) -> ComposeResult:
        """Yield the names."""
        for number, _ in enumerate(LOOKS):
            yield LookName(number)

    def on_mount(self) -> None:
        """Follow the theme."""
        self.watch(self.app, "theme", self._show)

    def _show(self, theme: str) -> None:
        for name in self.query(LookName):
            name.show(theme)
