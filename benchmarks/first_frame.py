"""The first frame of the quiz against that of a bare Textual app, on a pty, in turn."""

from __future__ import annotations

import statistics

from benchmarks.figure import Figure
from benchmarks.quiz import BARE, BARE_READY, QUIZ, START, home
from benchmarks.terminal import seconds_to

ROUNDS = 20
BOUND = 1.3


def measure() -> Figure:
    """Return the median ratio of the two times to the first frame."""
    with home() as (_, environment):
        for command, text in ((QUIZ, START), (BARE, BARE_READY)):
            seconds_to(text, command, environment)
        pairs = [
            (seconds_to(START, QUIZ, environment), seconds_to(BARE_READY, BARE, environment))
            for _ in range(ROUNDS)
        ]
    one, two = (statistics.median(times) for times in zip(*pairs, strict=True))
    words = f"quiz {1000 * one:.0f} ms, bare app {1000 * two:.0f} ms, ratio"
    return Figure(words, statistics.median(a / b for a, b in pairs), BOUND, at_most=True)
