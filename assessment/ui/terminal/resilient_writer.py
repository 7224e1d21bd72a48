"""A writer that outlives its window, so that the quiz can still end when the window is closed.

Textual's own thread dies of the first write that fails. The 30 writes that may wait for it are
soon full while a figure moves, and the next one would wait for ever.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from textual.drivers._writer_thread import WriterThread

TURN_S = 0.0005


class ResilientWriter(WriterThread):
    """Takes every text until it is stopped, also where nobody can see it any more."""

    def run(self) -> None:
        """Write what comes; after a failure only take it."""
        is_gone = False
        while (text := self._queue.get()) is not None:
            if is_gone:
                continue
            try:
                self._file.write(text)
                if self._queue.empty():
                    self._file.flush()
            except (OSError, ValueError):  # closed, by the system or by Python
                is_gone = True
        with suppress(OSError, ValueError):
            self._file.flush()


def write_soon() -> None:
    """Let the writer have its turn within ``TURN_S`` of a paint; Python's own is 5 ms."""
    sys.setswitchinterval(TURN_S)


def let_go_of_a_lost_window() -> None:
    """Let go of what can be written nowhere any more: Python would end with a status of its own."""
    for stream in filter(None, (sys.__stdout__, sys.__stderr__)):
        try:
            stream.flush()
        except OSError:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)


def outlive_the_window() -> None:
    """Let the quiz write by a ``ResilientWriter``."""
    if sys.platform != "win32":
        from textual.drivers import linux_driver

        linux_driver.WriterThread = ResilientWriter  # type: ignore[attr-defined]
