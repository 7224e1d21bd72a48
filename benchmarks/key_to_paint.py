"""From a key to the last byte of its paint, in place, beside the same in a bare Textual app."""

from __future__ import annotations

import statistics
from collections.abc import Callable

from benchmarks.figure import Figure
from benchmarks.quiz import BARE, BARE_READY, QUIZ, home
from benchmarks.terminal import Session, percentile, session

KEYS = 60
BOUND = 16.0
UP, DOWN, BACK = b"\x1b[A", b"\x1b[B", b"\x7f"
SETTLED_S = 0.4
"""After which a press can be meant for the question."""


def measure() -> Figure:
    """Return the 95th percentile of the slowest kind of key, in milliseconds."""
    with home("posture_rounded") as (_, environment):
        at_once = {**environment, "TEXTUAL_ANIMATIONS": "none"}
        with session(QUIZ, at_once) as quiz:
            quiz.wait_for("go on where")
            quiz.pause(2.0)
            quiz.press(b"2")
            quiz.pause(6.0)  # the report's process has warmed itself
            used = quiz.processor_seconds()
            moves = [quiz.press(key) for key in (DOWN, UP) * (KEYS // 2)]
            used = 1000 * (quiz.processor_seconds() - used) / KEYS
            answers = _answers(quiz, quiz.press)
        with session(QUIZ, environment) as quiz:
            quiz.wait_for("go on where")
            quiz.pause(2.0)
            quiz.press(b"2")
            quiz.pause(6.0)
            marks = _answers(quiz, quiz.type)  # the next question follows a moment later
        with session(BARE, environment) as bare:
            bare.wait_for(BARE_READY)
            bare.pause(1.0)
            plain = [bare.press(key) for key in (DOWN, UP) * (KEYS // 2)]
    p95 = {
        name: 1000 * percentile(times, 0.95)
        for name, times in (
            ("arrow", moves),
            ("mark", marks),
            ("next question", answers),
            ("bare", plain),
        )
    }
    ratio = statistics.median(moves) / statistics.median(plain)
    words = (
        f"arrow {p95['arrow']:.1f} ms, answer to its mark {p95['mark']:.1f} ms, without animations "
        f"to the whole next question {p95['next question']:.1f} ms, "
        f"arrow in a bare app {p95['bare']:.1f} ms (median ratio {ratio:.2f}); "
        f"{used:.1f} ms of a processor for an arrow; the slowest 95th percentile in ms"
    )
    slowest = max(p95["arrow"], p95["mark"], p95["next question"])
    return Figure(words, slowest, BOUND, at_most=True)


def _answers(quiz: Session, seconds_of: Callable[[bytes], float]) -> list[float]:
    """Return what *seconds_of* says of each answer, going on and back over the same page."""
    times = []
    for _ in range(KEYS // 2):
        quiz.pause(SETTLED_S)
        times.append(seconds_of(b"0"))
        quiz.pause(SETTLED_S)
        quiz.press(BACK)
    return times
