"""Leaving at any moment, also while a screen is being made."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.app import ComposeResult
from textual.css.query import NoMatches
from textual.screen import Screen
from textual.widgets import Static

from assessment.ui.terminal.safe_app import SafeApp

LEFT = 143


class HalfMade(Screen[None]):
    """Looks for a widget that it gets only where it stays open."""

    def __init__(self, *, leaves: bool) -> None:
        super().__init__()
        self._leaves = leaves

    def compose(self) -> ComposeResult:
        """Yield the widget; where somebody leaves now, Textual closes the screen and drops it."""
        if self._leaves:
            self.app.exit(return_code=LEFT)
            self._closing = True
        yield Static(id="there" if self._leaves else "elsewhere")

    def on_mount(self) -> None:
        """Look for the widget."""
        self.query_one("#there")


async def test_a_signal_while_a_screen_is_made_is_no_fault(tmp_path: Path) -> None:
    app = SafeApp(tmp_path)
    async with app.run_test():
        await app.push_screen(HalfMade(leaves=True))
    assert app.return_code == LEFT
    assert not list(tmp_path.iterdir())


async def test_a_widget_that_is_missing_at_any_other_time_is_a_fault(tmp_path: Path) -> None:
    app = SafeApp(tmp_path)
    with pytest.raises(NoMatches):
        async with app.run_test():
            await app.push_screen(HalfMade(leaves=False))
    assert app.return_code == 1
    assert list(tmp_path.iterdir())
