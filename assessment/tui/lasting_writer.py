"""A writer that outlives its window, so that the quiz can still end when the window is closed.

Textual's own thread dies of the first write that fails. The 30 writes that may wait for it are
soon full while a figure moves, and the next one would wait for ever.
"""

from __future__ import annotations

import sys
from contextlib import suppress

from textual.drivers._writer_thread import WriterThread


class LastingWriter(WriterThread):
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
            except OSError:
                is_gone = True
        with suppress(OSError):
            self._file.flush()


def outlive_the_window() -> None:
    """Let the quiz write by a ``LastingWriter``."""
    if sys.platform != "win32":
        from textual.drivers import linux_driver

        linux_driver.WriterThread = LastingWriter  # type: ignore[attr-defined]
