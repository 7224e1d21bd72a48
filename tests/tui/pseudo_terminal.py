"""The program as a real process on a pseudo terminal."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from pathlib import Path

import pytest

from tests import surroundings
from tests.surroundings import PATIENCE_S

LEAVE_ALTERNATE_SCREEN = b"\x1b[?1049l"
LOOKS_BACK = 4000
"""Bytes before a wait that count for it: the text may have come with the one before."""
ON_BY_ITSELF = {b"7", b"25"}
"""Modes that a terminal begins with: lines wrap, and there is a cursor."""


class Terminal:
    """A process on a pseudo terminal; ``seen`` is all that it wrote."""

    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        self.seen = b""
        try:
            self.process, self._terminal = pty.fork()
        except OSError as error:
            pytest.skip(f"this computer gives no pseudo terminal: {error}")
        if self.process == 0:
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # a run in the background ignores it
            os.execvpe(command[0], command, environment)
        self._before = termios.tcgetattr(self._terminal)
        self._after = self._before
        self.resize(80, 24)

    def resize(self, columns: int, rows: int) -> None:
        """Make the window *columns* by *rows*."""
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, size)

    def send(self, keys: bytes) -> None:
        """Type *keys*, reading meanwhile what the program writes."""
        while keys:
            can_read, can_write, _ = select.select([self._terminal], [self._terminal], [], 1)
            if can_read:
                self.read(time.monotonic() + PATIENCE_S)
            if can_write:
                keys = keys[os.write(self._terminal, keys[:512]) :]

    def interrupt(self) -> None:
        """Press Ctrl-C once the program waits for a key.

        In the moment before that Python sees a signal only when the next key has come.
        """
        deadline = time.monotonic() + PATIENCE_S
        while not self._waits() and time.monotonic() < deadline:
            os.sched_yield()
        self.send(b"\x03")

    def _waits(self) -> bool:
        """Return whether the process sleeps; where the system does not tell, as if it did."""
        state = Path(f"/proc/{self.process}/stat")
        return not state.exists() or state.read_text().rpartition(")")[2].split()[0] == "S"

    def wait_for(self, text: str) -> None:
        """Read until *text* was written since the last wait."""
        start, deadline = len(self.seen), time.monotonic() + PATIENCE_S
        while text.encode() not in self.seen[max(start - LOOKS_BACK, 0) :]:
            if not self.read(deadline):
                raise AssertionError(f"{text!r} did not come; last: {self.seen[-600:]!r}")

    def wait_for_end(self, text: str) -> str:
        """Read until what was written ends with *text*; return what came since the last wait."""
        start, deadline = len(self.seen), time.monotonic() + PATIENCE_S
        while len(self.seen) == start or not self.seen.endswith(text.encode()):
            if not self.read(deadline):
                raise AssertionError(f"{text!r} did not come; last: {self.seen[-600:]!r}")
        return self.seen[start:].decode().replace("\r\n", "\n")

    def forget(self) -> None:
        """Let only what comes from now on count for the next wait."""
        self.seen += b"\0" * LOOKS_BACK

    def end(self) -> int:
        """Return the exit status of the process, having read what it still wrote."""
        deadline = time.monotonic() + PATIENCE_S
        while self.read(deadline):
            pass
        if time.monotonic() >= deadline:
            self.kill_hard()
            raise AssertionError(f"it did not end; last: {self.seen[-600:]!r}")
        self._after = termios.tcgetattr(self._terminal)
        os.close(self._terminal)
        _, status = os.waitpid(self.process, 0)
        return os.waitstatus_to_exitcode(status)

    def close(self) -> int:
        """Close the window; return the exit status of the process."""
        os.close(self._terminal)
        _, status = os.waitpid(self.process, 0)
        return os.waitstatus_to_exitcode(status)

    def kill(self) -> None:
        """End the process without a chance to clean up."""
        os.kill(self.process, signal.SIGKILL)
        self.end()

    def kill_hard(self) -> None:
        """End the process, and read nothing any more."""
        os.kill(self.process, signal.SIGKILL)
        self.close()

    @property
    def faults(self) -> list[str]:
        """What is not as before now that the process has ended: nothing, if all is well."""
        faults = [f"mode {mode} is left" for mode in sorted(modes_left(self.seen))]
        if self._after[:4] != self._before[:4]:
            faults.append("keys are not echoed, or not read by lines")
        return faults

    def read(self, deadline: float) -> bool:
        """Read what comes before *deadline* (monotonic seconds); return whether anything did."""
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([self._terminal], [], [], left)[0]:
            return False
        try:
            part = os.read(self._terminal, 65536)
        except OSError:
            return False
        self.seen += part
        return bool(part)


def modes_left(seen: bytes) -> set[str]:
    """Return the private modes that are not as a terminal begins, after all that was *seen*."""
    changed = set()
    for modes, how in re.findall(rb"\x1b\[\?([\d;]+)([hl])", seen):
        for mode in modes.split(b";"):
            if (how == b"h") == (mode in ON_BY_ITSELF):
                changed.discard(mode.decode())
            else:
                changed.add(mode.decode())
    if seen.count(b"\x1b[>1u") > seen.count(b"\x1b[<u"):
        changed.add("keyboard protocol")
    return changed


LOOKS = ("NO_COLOR", "TEXTUAL_THEME", "TEXTUAL_ANIMATIONS")


def environment_at(home: Path, **settings: str) -> dict[str, str]:
    """Return an environment with *home* as the home folder and nothing that changes the look."""
    plain = {"TERM": "xterm-256color", **settings}
    kept = surroundings.environment_at(home, **plain)
    return {name: value for name, value in kept.items() if name in plain or name not in LOOKS}


def quiz(home: Path, *arguments: str, code: str | None = None, **settings: str) -> Terminal:
    """Start the quiz with *home* as the home folder; *code* runs in its place."""
    how = ["-c", code] if code else ["-m", "assessment", *arguments]
    return Terminal([sys.executable, *how], environment_at(home, **settings))
