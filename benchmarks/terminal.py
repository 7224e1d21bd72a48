"""A program on a pseudo terminal, timed from its start to a text on its screen."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence

COLUMNS, ROWS = 80, 24
PATIENCE_S = 30.0


def seconds_to(text: str, command: Sequence[str], environment: Mapping[str, str]) -> float:
    """Return the seconds from starting *command* until *text* is painted, then end it.

    Raises:
        TimeoutError: It is not painted within ``PATIENCE_S``.
    """
    start = time.perf_counter()
    process, terminal = pty.fork()
    if process == 0:
        os.execvpe(command[0], list(command), dict(environment))
    try:
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        seen = b""
        while text.encode() not in seen:
            left = start + PATIENCE_S - time.perf_counter()
            if left <= 0 or not select.select([terminal], [], [], left)[0]:
                raise TimeoutError(f"{text!r} was not painted within {PATIENCE_S:g} s")
            seen += os.read(terminal, 65536)
        return time.perf_counter() - start
    finally:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        os.close(terminal)
