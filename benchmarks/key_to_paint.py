"""From an arrow to the last byte of its paint, beside the same in a bare Textual app, in turn."""

from __future__ import annotations

from benchmarks.figure import Figure
from benchmarks.quiz import BARE, BARE_READY, QUIZ, home, resumed
from benchmarks.terminal import against_bare, session

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
    return against_bare(f"{used:.1f} ms of a processor for an arrow, painted after", pairs, BOUND)
