"""A program on a pseudo terminal, and how long it takes to paint."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import termios
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.figure import Figure

COLUMNS, ROWS = 80, 24
PATIENCE_S = 30.0
QUIET_S = 0.06
"""Silence after which a paint is over; shorter than an answer shows before the next question."""


class Session:
    """A program that runs on a pseudo terminal of 80x24. ``seen`` is all that it wrote."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self.seen = b""
        self.started = time.perf_counter()
        self.process, self._terminal = pty.fork()
        if self.process == 0:
            os.execvpe(command[0], list(command), dict(environment))
        size = struct.pack("HHHH", ROWS, COLUMNS, 0, 0)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, size)

    def wait_for(self, text: str, since: int = 0) -> float:
        """Return the time at which *text* was painted behind *since* bytes.

        Raises:
            TimeoutError: It was not within ``PATIENCE_S``.
        """
        while text.encode() not in self.seen[since:]:
            if not self.read(PATIENCE_S):
                raise TimeoutError(f"{text!r} was not painted; last: {self.seen[-400:]!r}")
        return time.perf_counter()

    def press(self, keys: bytes) -> float:
        """Type *keys*; return the seconds to the last byte of the paint that follows.

        Raises:
            TimeoutError: Nothing follows.
        """
        self.rest()
        start = time.perf_counter()
        os.write(self._terminal, keys)
        if not self.read(PATIENCE_S):
            raise TimeoutError(f"nothing was painted after {keys!r}")
        last = time.perf_counter()
        while self.read(QUIET_S):
            last = time.perf_counter()
        return last - start

    def type(self, keys: bytes) -> float:
        """Type *keys*; return the seconds to the first byte that follows."""
        start = time.perf_counter()
        os.write(self._terminal, keys)
        self.read(PATIENCE_S)
        return time.perf_counter() - start

    def rest(self) -> None:
        """Read until a paint is over."""
        while self.read(QUIET_S):
            pass

    def pause(self, seconds: float) -> None:
        """Do nothing for so many *seconds* but read: a cursor may blink all the time."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self.read(left)

    def read(self, seconds: float) -> bool:
        """Read what comes within *seconds*; return whether anything did."""
        if not select.select([self._terminal], [], [], seconds)[0]:
            return False
        try:
            part = os.read(self._terminal, 65536)
        except OSError:
            return False
        self.seen += part
        return bool(part)

    def memory(self) -> tuple[float, float]:
        """Return megabytes in use: resident, and the proportional share of that."""
        lines = Path(f"/proc/{self.process}/smaps_rollup").read_text().splitlines()
        sizes = {line.split(":")[0]: line.split()[1] for line in lines[1:]}
        return int(sizes["Rss"]) / 1024, int(sizes["Pss"]) / 1024

    def processor_seconds(self) -> float:
        """Return the seconds of a processor that the program has used."""
        fields = Path(f"/proc/{self.process}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def end(self) -> None:
        """End the program at once."""
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self._terminal)


@contextmanager
def session(command: Sequence[str], environment: Mapping[str, str]) -> Iterator[Session]:
    """Yield *command* on a pseudo terminal, and end it after that."""
    running = Session(command, environment)
    try:
        yield running
    finally:
        running.end()


def seconds_to(text: str, command: Sequence[str], environment: Mapping[str, str]) -> float:
    """Return the seconds from starting *command* until *text* is painted, then end it.

    Raises:
        TimeoutError: It is not painted within ``PATIENCE_S``.
    """
    with session(command, environment) as running:
        return running.wait_for(text) - running.started


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value that *share* of the *values* are not above."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * int(1000 * share) // 1000) - 1)]


def against_bare(what: str, pairs: Sequence[tuple[float, float]], bound: float) -> Figure:
    """Return the ratio of the 95th percentiles of *pairs*: milliseconds here, and in a bare app."""
    ours, bare = zip(*pairs, strict=True)
    one, other = percentile(ours, 0.95), percentile(bare, 0.95)
    words = (
        f"{what} {one:.1f} ms, in a bare app {other:.1f} ms (95th percentiles; medians "
        f"{statistics.median(ours):.1f} and {statistics.median(bare):.1f}); their ratio"
    )
    return Figure(words, one / other, bound, at_most=True)
