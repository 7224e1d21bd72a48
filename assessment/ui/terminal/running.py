"""Run an app in this terminal, and leave the terminal as it was."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

from assessment.ui.terminal.resilient_writer import (
    let_go_of_a_lost_window,
    outlive_the_window,
    write_soon,
)
from assessment.ui.terminal.safe_app import SafeApp

REFUSED, FAILED = 2, 1
"""Exit statuses: there is no terminal, or the content has mistakes; a fault of the program."""
SIZE_VARIABLES = ("COLUMNS", "LINES")


def run_in_terminal(
    make: Callable[[ExitStack], SafeApp],
    end: Callable[[], None] = lambda: None,
) -> int:
    """Run the app that *make* returns; return the exit status of the program.

    However it ends by itself, the terminal is as before and *end* was called.
    """
    outlive_the_window()
    write_soon()
    with ExitStack() as held:
        held.callback(let_go_of_a_lost_window)
        held.callback(end)
        held.enter_context(_size_of_the_window())
        app = make(held)
        held.enter_context(_faults_of_threads(app))
        app.run()
        return FAILED if app.has_failed else app.return_code or 0


@contextmanager
def _size_of_the_window() -> Iterator[None]:
    """Let the window alone say how large it is: the variables of a shell do not change with it."""
    kept = {name: os.environ.pop(name) for name in SIZE_VARIABLES if name in os.environ}
    try:
        yield
    finally:
        os.environ |= kept


@contextmanager
def _faults_of_threads(app: SafeApp) -> Iterator[None]:
    """Let a fault of any thread end *app* as one of its own would."""
    before = threading.excepthook
    threading.excepthook = lambda fault: app.take_fault(fault.exc_value)
    try:
        yield
    finally:
        threading.excepthook = before
