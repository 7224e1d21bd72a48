"""The longest that a typed letter waits while the report's process loads and makes a report."""

from __future__ import annotations

import time

from benchmarks.figure import Figure
from benchmarks.quiz import QUIZ, home
from benchmarks.terminal import Session, percentile, session

ROUNDS = 3
SECONDS = 4.0
BETWEEN_S = 0.04
BOUND = 50.0


def measure() -> Figure:
    """Return the longest wait in milliseconds while the process works."""
    busy, resting = [], []
    for _ in range(ROUNDS):
        with home("name") as (_, environment), session(QUIZ, environment) as quiz:
            quiz.wait_for("go on where")
            quiz.pause(2.0)
            since = len(quiz.seen)
            quiz.type(b"2")  # the line for the name, and the process starts
            quiz.wait_for("What name", since)
            quiz.rest()
            busy += _typed(quiz)
            quiz.pause(4.0)
            resting += _typed(quiz)
    words = (
        f"{len(busy)} letters, 95th percentile {1000 * percentile(busy, 0.95):.1f} ms; "
        f"at rest {1000 * percentile(resting, 0.95):.1f} ms, "
        f"most {1000 * max(resting):.1f} ms; most while it works in ms"
    )
    return Figure(words, 1000 * max(busy), BOUND, at_most=True)


def _typed(quiz: Session) -> list[float]:
    """Type letters and take them away again; return how long each took to show."""
    times, end, keys = [], time.perf_counter() + SECONDS, 0
    while time.perf_counter() < end:
        times.append(quiz.type(b"a" if keys % 20 < 10 else b"\x7f"))
        keys += 1
        quiz.pause(BETWEEN_S)
    return times
