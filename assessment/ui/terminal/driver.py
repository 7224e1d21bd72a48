"""What stands between an app and this terminal on Linux and macOS.

Seen with Textual 8.2.8: a byte that is not UTF-8, or a fault of the thread that reads, ends the
app with a traceback and status 0 (issue 6456); COLUMNS in the environment freezes the size of
the screen; a terminal that is gone is read for ever.
"""

from __future__ import annotations

import codecs
import os
import selectors
import signal
from contextlib import suppress

from textual.drivers.linux_driver import LinuxDriver

from assessment.ui.terminal.input_parser import TerminalParser

TURN_S = 0.1
"""Seconds after which it is looked whether a key was cut off, and whether the app ends."""
MOST_BYTES = 4096
USUAL_SIZE = os.terminal_size((80, 24))
GONE = 128 + signal.SIGHUP
"""Exit status where the window was closed, as a shell says it."""


class TerminalDriver(LinuxDriver):
    """Reads keys by ``TerminalParser``, and tells the app of its own faults."""

    def _get_terminal_size(self) -> tuple[int, int]:
        """Return columns and rows of the window, whatever the environment says."""
        with suppress(OSError):
            columns, rows = os.get_terminal_size(self.fileno)
            if columns and rows:
                return columns, rows
        return USUAL_SIZE

    def start_application_mode(self) -> None:
        """Take the terminal over, or leave it as it was."""
        try:
            super().start_application_mode()  # type: ignore[no-untyped-call]
        except Exception:
            if self._writer_thread:
                self.stop_application_mode()
            raise

    def _run_input_thread(self) -> None:
        try:
            self.run_input_thread()
        except Exception as error:  # noqa: BLE001  # told by the app, on its own thread
            self._app.call_later(self._app._handle_exception, error)

    def run_input_thread(self) -> None:
        """Read what comes until the app ends or the terminal is gone."""
        parser = TerminalParser(self._debug)
        decode = codecs.getincrementaldecoder("utf-8")(errors="replace").decode
        with selectors.DefaultSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(TURN_S):
                    if not (typed := self._read()):
                        self._app.call_later(self._app.exit, return_code=GONE)
                        return
                    if signs := decode(typed):  # none where a letter is cut in the middle
                        for message in parser.feed(signs):
                            self.process_message(message)
                for message in parser.tick():
                    self.process_message(message)

    def _read(self) -> bytes:
        """Return what was typed; nothing where the terminal is gone."""
        try:
            return os.read(self.fileno, MOST_BYTES)
        except OSError:
            return b""
