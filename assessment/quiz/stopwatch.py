"""A stop-watch and a counter of repetitions, as a trainer uses them. Pure: time is handed in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from questions.model import NumberItem
from questions.questionnaire import Protocol

SECONDS_PER_MINUTE = 60
TENTH = 1
"""Decimals of a time: nobody stops a watch more exactly than to a tenth of a second."""


class Tool(NamedTuple):
    """What one measurement is taken with.

    ``limit`` is in seconds, None: it goes on until it is stopped. ``tries`` is how many
    times are taken, ``takes`` which one of them counts.
    """

    counts: bool
    beats_per_minute: int | None
    limit: float | None
    tries: int
    takes: str
    most: float

    @property
    def is_timed(self) -> bool:
        """Whether time runs in it: a count without a beat or a limit needs none."""
        return not self.counts or self.beats_per_minute is not None or self.limit is not None


def tool_of(item: NumberItem, protocol: Protocol | None) -> Tool | None:
    """Return what *item* is measured with, None where nothing on a screen can help."""
    if protocol is None or protocol.tool is None:
        return None
    counts = protocol.tool == "counter"
    longest = None if counts else float(item.maximum)
    return Tool(
        counts=counts,
        beats_per_minute=protocol.beats_per_minute,
        limit=float(protocol.seconds) if protocol.seconds else longest,
        tries=protocol.tries,
        takes=protocol.takes,
        most=float(item.maximum),
    )


@dataclass(frozen=True, slots=True)
class Measuring:
    """One measurement under way; each step returns the next state.

    ``started`` is the time of the clock at which the running try began, None while none runs.
    ``times`` are the seconds of the tries that are over.
    """

    tool: Tool
    started: float | None = None
    times: tuple[float, ...] = ()
    count: int = 0

    @property
    def is_running(self) -> bool:
        """Whether time is running."""
        return self.started is not None

    @property
    def is_done(self) -> bool:
        """Whether everything is taken."""
        if self.is_running:
            return False
        return len(self.times) >= self.tool.tries if self.tool.is_timed else True

    def seconds(self, now: float) -> float:
        """Return the seconds of the try that runs, or of the last one."""
        if self.started is None:
            return self.times[-1] if self.times else 0.0
        gone = max(now - self.started, 0.0)
        return gone if self.tool.limit is None else min(gone, self.tool.limit)

    def beat(self, now: float) -> int | None:
        """Return the number of the beat that sounds now, from 0; None while there is none."""
        if self.started is None or not self.tool.beats_per_minute:
            return None
        return int(self.seconds(now) * self.tool.beats_per_minute / SECONDS_PER_MINUTE)

    def start(self, now: float) -> Measuring:
        """Begin a try; a count begins at 0 with it."""
        if self.is_running or self.is_done:
            return self
        return replace(self, started=now, count=0)

    def stop(self, now: float) -> Measuring:
        """End the try that runs."""
        if self.started is None:
            return self
        return replace(self, started=None, times=(*self.times, self.seconds(now)))

    def tick(self, now: float) -> Measuring:
        """End the try where its time is up."""
        limit = self.tool.limit
        is_up = limit is not None and self.is_running and self.seconds(now) >= limit
        return self.stop(now) if is_up else self

    def add(self, by: int) -> Measuring:
        """Count *by* more; while nothing runs a count can only be put right."""
        if not self.tool.counts or (self.tool.is_timed and not (self.is_running or self.times)):
            return self
        return replace(self, count=min(max(self.count + by, 0), int(self.tool.most)))

    def again(self) -> Measuring:
        """Take back the try that runs, or else the last one."""
        times = self.times if self.is_running else self.times[:-1]
        return replace(self, started=None, times=times, count=0)

    @property
    def figure(self) -> float | int | None:
        """What is entered, None while something is still to be taken."""
        if not self.is_done:
            return None
        if self.tool.counts:
            return self.count
        mean = sum(self.times) / len(self.times)
        taken = {"last": self.times[-1], "mean": mean, "shortest": min(self.times)}
        return round(taken[self.tool.takes], TENTH)
