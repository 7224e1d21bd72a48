"""The settings screen by itself, for ``settings --edit``."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path, PurePath
from typing import ClassVar

from assessment.quiz import words
from assessment.settings import words as settings_words
from assessment.ui.settings.settings_screen import SettingsScreen
from assessment.ui.terminal.running import REFUSED, run_in_terminal
from assessment.ui.terminal.safe_app import SafeApp, unfit_terminal
from assessment.ui.theme.sizes import APP_STYLES


class SettingsApp(SafeApp):
    """Shows the settings until somebody goes back."""

    TITLE = words.TITLE
    CSS_PATH: ClassVar[list[str | PurePath]] = [APP_STYLES]
    LEAVES_TERMINAL_EMPTY = False

    def __init__(
        self,
        path: Path,
        log_folder: Path,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(log_folder)
        self._settings = SettingsScreen(path, clock)

    def on_mount(self) -> None:
        """Show the settings; their end is the end of the program."""
        self.push_screen(self._settings, lambda _: self.exit())

    async def action_quit(self) -> None:
        """Leave as Esc does: nothing is lost by a slip."""
        if self.screen is self._settings:
            self._settings.action_back()


def run_settings(path: Path, log_folder: Path) -> int:
    """Show the settings in this terminal; return the exit status of the program."""
    if reason := unfit_terminal():
        sys.stderr.write(settings_words.NO_TERMINAL.format(reason=reason, path=path) + "\n")
        return REFUSED
    return run_in_terminal(lambda _: SettingsApp(path, log_folder))
