"""One measured figure with its bound."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """A measured value, how it was got, and the bound that it must hold."""

    words: str
    value: float
    bound: float
    at_most: bool

    @property
    def holds(self) -> bool:
        """Whether the value is on the right side of its bound."""
        return self.value <= self.bound if self.at_most else self.value >= self.bound

    def __str__(self) -> str:
        """Return the figure as one line."""
        side = "at most" if self.at_most else "at least"
        verdict = "holds" if self.holds else "MISSED"
        return f"{self.words}: {self.value:.2f} ({side} {self.bound:g}: {verdict})"


@dataclass(frozen=True)
class NotMeasured:
    """In place of a figure where something that it needs is not installed."""

    words: str
    holds: bool = True

    def __str__(self) -> str:
        """Return why there is no figure."""
        return self.words


def seconds_of(command: Sequence[str]) -> float:
    """Return how long *command* takes as a whole process, in seconds."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def spent_by(command: Sequence[str]) -> tuple[float, float]:
    """Return how long *command* takes, and the processor time of it and its children, in seconds.

    The second stays much the same where other work runs at the same time.
    """
    before = _children_spent()
    seconds = seconds_of(command)
    return seconds, _children_spent() - before


def _children_spent() -> float:
    times = os.times()
    return times.children_user + times.children_system


def ratio(
    command: Sequence[str], against: Sequence[str], rounds: int
) -> tuple[float, float, float]:
    """Return the median ratio of two commands run in turn, and both medians in seconds."""
    pairs = [(seconds_of(command), seconds_of(against)) for _ in range(rounds)]
    one, two = (statistics.median(times) for times in zip(*pairs, strict=True))
    return statistics.median(a / b for a, b in pairs), one, two
