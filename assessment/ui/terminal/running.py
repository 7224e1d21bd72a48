"""Run an app in this terminal, and leave the terminal as it was."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack

from textual.app import App

from assessment.ui.terminal.resilient_writer import (
    let_go_of_a_lost_window,
    outlive_the_window,
    write_soon,
)
from assessment.ui.terminal.safe_app import tolerate_bad_bytes

REFUSED = 2
"""Exit status where there is no terminal, or the content has mistakes."""


def run_in_terminal(
    make: Callable[[ExitStack], App[None]],
    end: Callable[[], None] = lambda: None,
) -> int:
    """Run the app that *make* returns; return the exit status of the program.

    However it ends by itself, the terminal is as before and *end* was called.
    """
    tolerate_bad_bytes()
    outlive_the_window()
    write_soon()
    with ExitStack() as held:
        held.callback(let_go_of_a_lost_window)
        held.callback(end)
        app = make(held)
        app.run()
        return app.return_code or 0
