"""The settings screen by itself, for ``settings --edit``."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path, PurePath
from typing import ClassVar

from textual.binding import Binding, BindingType

from assessment.quiz import words
from assessment.settings import words as settings_words
from assessment.ui.settings.settings_screen import SettingsScreen
from assessment.ui.terminal.running import REFUSED
from assessment.ui.terminal.safe_app import SafeApp, tolerate_bad_bytes, unfit_terminal
from assessment.ui.terminal.terminal_guard import guarded
from assessment.ui.theme.sizes import APP_STYLES, HEIGHTS, WIDTHS
from assessment.ui.theme.themes import LOOKS


class SettingsApp(SafeApp):
    """Shows the settings until somebody goes back."""

    TITLE = words.TITLE
    CSS_PATH: ClassVar[list[str | PurePath]] = [APP_STYLES]
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "leave", show=False, priority=True)]
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(
        self,
        path: Path,
        log_folder: Path,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(log_folder)
        self._settings = SettingsScreen(path, clock)
        for look in LOOKS:
            self.register_theme(look)
        self.theme = LOOKS[0].name

    def on_mount(self) -> None:
        """Show the settings; their end is the end of the program."""
        self.push_screen(self._settings, lambda _: self.exit())

    def action_leave(self) -> None:
        """Leave as Esc does: nothing is lost by a slip."""
        if self.screen is self._settings:
            self._settings.action_back()


def run_settings(path: Path, log_folder: Path) -> int:
    """Show the settings in this terminal; return the exit status of the program."""
    if reason := unfit_terminal():
        sys.stderr.write(settings_words.NO_TERMINAL.format(reason=reason, path=path) + "\n")
        return REFUSED
    tolerate_bad_bytes()
    with guarded():
        app = SettingsApp(path, log_folder)
        app.run()
        return app.return_code or 0
