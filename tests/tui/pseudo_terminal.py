"""The quiz as a real process on a pseudo terminal."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from pathlib import Path

PATIENCE_S = 30.0
LEAVE_ALTERNATE_SCREEN = b"\x1b[?1049l"


class Terminal:
    """A process on a pseudo terminal; ``seen`` is all that it wrote."""

    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        self.seen = b""
        self.process, self._terminal = pty.fork()
        if self.process == 0:
            os.execvpe(command[0], command, environment)
        self.resize(80, 24)

    def resize(self, columns: int, rows: int) -> None:
        """Make the window *columns* by *rows*."""
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, size)

    def send(self, keys: bytes) -> None:
        """Type *keys*."""
        os.write(self._terminal, keys)

    def wait_for(self, text: str) -> None:
        """Read until *text* was written since the last wait."""
        start, deadline = len(self.seen), time.monotonic() + PATIENCE_S
        while text.encode() not in self.seen[max(start - 4000, 0) :]:
            if not self._read(deadline):
                raise AssertionError(f"{text!r} did not come; last: {self.seen[-600:]!r}")

    def end(self) -> int:
        """Return the exit status of the process, having read what it still wrote."""
        deadline = time.monotonic() + PATIENCE_S
        while self._read(deadline):
            pass
        _, status = os.waitpid(self.process, 0)
        os.close(self._terminal)
        return os.waitstatus_to_exitcode(status)

    def kill(self) -> None:
        """End the process without a chance to clean up."""
        os.kill(self.process, signal.SIGKILL)
        self.end()

    def _read(self, deadline: float) -> bool:
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([self._terminal], [], [], left)[0]:
            return False
        try:
            part = os.read(self._terminal, 65536)
        except OSError:
            return False
        self.seen += part
        return bool(part)


def quiz(home: Path, *, code: str | None = None, **settings: str) -> Terminal:
    """Start the quiz with *home* as the home folder; *code* runs in its place."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("XDG_")}
    for name in ("NO_COLOR", "TEXTUAL_THEME", "TEXTUAL_ANIMATIONS"):
        kept.pop(name, None)
    environment = kept | {"HOME": str(home), "TERM": "xterm-256color"} | settings
    how = ["-c", code] if code else ["-m", "assessment"]
    return Terminal([sys.executable, *how], environment)
