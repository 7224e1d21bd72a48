"""What the quiz's own process holds in memory, beside a bare Textual app."""

from __future__ import annotations

from collections.abc import Mapping

from benchmarks.figure import Figure
from benchmarks.quiz import BARE, BARE_READY, QUIZ, home
from benchmarks.terminal import session

BOUND = 60.0


def measure() -> Figure:
    """Return the resident megabytes on the result screen, where there are most.

    The first start on a computer reads the content anew and keeps it for all others.
    """
    with home("review") as (_, environment):
        _, first, _ = _at_welcome_and_result(environment)
        at_welcome, at_result, share = _at_welcome_and_result(environment)
        with session(BARE, environment) as bare:
            bare.wait_for(BARE_READY)
            bare.pause(1.0)
            of_bare, _ = bare.memory()
    words = (
        f"welcome {at_welcome:.0f} MB, result {at_result:.0f} MB (proportional share "
        f"{share:.0f} MB), at the first start ever {first:.0f} MB, bare Textual app "
        f"{of_bare:.0f} MB, ratio {at_result / of_bare:.2f}; resident MB on the result"
    )
    return Figure(words, at_result, BOUND, at_most=True)


def _at_welcome_and_result(environment: Mapping[str, str]) -> tuple[float, float, float]:
    """Return resident megabytes on the welcome and on the result, and the share of the latter."""
    with session(QUIZ, environment) as quiz:
        quiz.wait_for("go on where")
        quiz.pause(2.0)
        at_welcome, _ = quiz.memory()
        quiz.press(b"2")
        quiz.pause(1.0)
        quiz.press(b"\r")
        quiz.pause(1.0)
        return (at_welcome, *quiz.memory())
