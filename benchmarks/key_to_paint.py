"""From an arrow to the last byte of its paint, beside the same in a bare Textual app, in turn."""

from __future__ import annotations

import statistics

from benchmarks.figure import Figure
from benchmarks.quiz import BARE, BARE_READY, QUIZ, home, resumed
from benchmarks.terminal import percentile, session

ROUNDS = 100
BOUND = 2.5
UP, DOWN = b"\x1b[A", b"\x1b[B"


def measure() -> Figure:
    """Return the ratio of the two 95th percentiles."""
    with home("posture_rounded") as (_, environment):
        at_once = {**environment, "TEXTUAL_ANIMATIONS": "none"}
        with session(QUIZ, at_once) as quiz, session(BARE, environment) as bare:
            bare.wait_for(BARE_READY)
            resumed(quiz)
            used = quiz.processor_seconds()
            pairs = [
                (1000 * quiz.press(key), 1000 * bare.press(key))
                for key in (DOWN, UP) * (ROUNDS // 2)
            ]
            used = 1000 * (quiz.processor_seconds() - used) / ROUNDS
    one, other = (percentile(times, 0.95) for times in zip(*pairs, strict=True))
    middle = [statistics.median(times) for times in zip(*pairs, strict=True)]
    words = (
        f"an arrow is painted after {one:.1f} ms, in a bare app after {other:.1f} ms (95th "
        f"percentiles; medians {middle[0]:.1f} and {middle[1]:.1f}); {used:.1f} ms of a processor; "
        "ratio of the percentiles"
    )
    return Figure(words, one / other, BOUND, at_most=True)
