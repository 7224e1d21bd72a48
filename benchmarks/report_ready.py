"""From the key that saves to the PDF on the disk, after 3 s on the review and the result."""

from __future__ import annotations

import statistics
import time
from pathlib import Path

from benchmarks.figure import Figure
from benchmarks.quiz import QUIZ, home
from benchmarks.terminal import Session, percentile, session

ROUNDS = 12
BOUND = 50.0
ON_REVIEW_S, ON_RESULT_S = 1.0, 2.0
SETTLED_S = 0.45
"""After which a press can be meant for a new screen."""
WARMING_S = 8.0
"""For the report's process to warm itself; nobody comes to the last question sooner."""
BACK = b"\x7f"
QUESTION, MEASURE, REVIEW, RESULT = "What name would", "Is a trainer", "Is all of", "Finish (f)"
"""A few words by which each screen is known; a review that is shown again paints only its list."""


def measure() -> Figure:
    """Return the 95th percentile in milliseconds; each round has a changed answer before it."""
    with home("name") as (folder, environment), session(QUIZ, environment) as quiz:
        quiz.wait_for("go on where")
        quiz.pause(1.0)
        _go(quiz, b"2", QUESTION, WARMING_S)
        times = []
        for number in range(ROUNDS):
            _to_result(quiz, (b"a\r", b"b\r")[number % 2], ON_REVIEW_S, ON_RESULT_S)
            times.append(1000 * _seconds_to_paper(quiz, folder))
            _go(quiz, BACK, REVIEW)
            _go(quiz, BACK, QUESTION)
        _to_result(quiz, b"c\r", SETTLED_S, SETTLED_S)
        hasty = 1000 * _seconds_to_paper(quiz, folder)
    words = (
        f"median {statistics.median(times):.1f} ms, most {max(times):.1f} ms of {ROUNDS} reports; "
        f"who does not read at all waits {hasty:.0f} ms; 95th percentile in ms"
    )
    return Figure(words, percentile(times, 0.95), BOUND, at_most=True)


def _to_result(quiz: Session, answer: bytes, on_review: float, on_result: float) -> None:
    """Answer the last question, pass by the measurements, and read for so long."""
    _go(quiz, answer, MEASURE)
    _go(quiz, b"\r", REVIEW, on_review)
    _go(quiz, b"\r", RESULT, on_result)


def _go(quiz: Session, key: bytes, text: str, seconds: float = SETTLED_S) -> None:
    """Press *key*, and read for so long from when *text* was painted."""
    since = len(quiz.seen)
    quiz.type(key)
    quiz.wait_for(text, since)
    quiz.pause(seconds)


def _seconds_to_paper(quiz: Session, folder: Path) -> float:
    """Press Enter, which saves; return the seconds until one more whole report is there."""
    before, start = len(list(folder.rglob("*.pdf"))), time.perf_counter()
    quiz.type(b"\r")
    while len(list(folder.rglob("*.pdf"))) == before:
        quiz.read(0.001)
        if time.perf_counter() - start > 60:
            raise TimeoutError(f"no report came; last: {quiz.seen[-400:]!r}")
    return time.perf_counter() - start
