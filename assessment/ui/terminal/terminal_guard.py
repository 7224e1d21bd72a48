"""What puts the terminal right where the quiz is killed and can do nothing itself any more.

Without it SIGKILL (or the system, when memory runs out) leaves a terminal that shows no cursor,
types mouse movements, and does not echo.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from assessment.quiz import words

AS_BEFORE = (
    "\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l"  # no mouse
    "\x1b[?2004l\x1b[?1004l\x1b[?2048l"  # no marks around a paste, none for focus and size
    "\x1b[<u"  # plain keys
    "\x1b[?2026l\x1b[?7h\x1b[?1049l\x1b[?25h"  # lines that wrap, the first screen, a cursor
)
"""Takes back every mode that Textual switches on."""
ENDED = b"e"
"""Sent when the quiz ends by itself, and has put the terminal right."""
PASSED_OVER = ("SIGINT", "SIGQUIT", "SIGTERM", "SIGTTOU")
"""Signals that the quiz answers itself; its end is what counts."""

if sys.platform == "win32":

    @contextmanager
    def guarded(_killed: str = words.KILLED) -> Iterator[None]:
        """Do nothing: a console of Windows keeps no modes of a program that is gone."""
        yield

else:
    import termios

    @contextmanager
    def guarded(killed: str = words.KILLED) -> Iterator[None]:
        """Have another process put the terminal right, should this one be killed inside.

        It then says *killed*.
        It must begin before the first thread: the process is a fork, which costs a millisecond.
        """
        terminal = sys.__stderr__.fileno() if sys.__stderr__ else 2
        try:
            before = termios.tcgetattr(terminal)
            reading, writing = os.pipe()
            guard = os.fork()
        except (OSError, termios.error):
            yield
            return
        if guard == 0:
            os.close(writing)
            _watch(reading, terminal, before, killed)
            os._exit(0)
        os.close(reading)
        try:
            yield
        finally:
            with suppress(OSError):
                os.write(writing, ENDED)
            os.close(writing)
            os.waitpid(guard, 0)

    def _watch(reading: int, terminal: int, before: list[Any], killed: str) -> None:
        """Wait for the end of the program; put *terminal* right where it came without a word."""
        for name in PASSED_OVER:
            signal.signal(getattr(signal, name), signal.SIG_IGN)
        with suppress(OSError, termios.error):
            if os.read(reading, 1) == ENDED:
                return
            os.write(terminal, f"{AS_BEFORE}\r\n{killed}\r\n".encode())
            if os.tcgetpgrp(terminal) == os.getpgrp():  # else a shell has taken over, and may type
                termios.tcsetattr(terminal, termios.TCSADRAIN, before)
