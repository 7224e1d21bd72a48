"""What the quiz's own process holds in memory, beside a bare Textual app."""

from __future__ import annotations

from benchmarks.figure import Figure
from benchmarks.quiz import BARE, BARE_READY, QUIZ, home
from benchmarks.terminal import session

BOUND = 60.0


def measure() -> Figure:
    """Return the resident megabytes on the result screen, where there are most."""
    with home("review") as (_, environment), session(QUIZ, environment) as quiz:
        quiz.wait_for("Go on where")
        quiz.rest(2.0)
        at_welcome, _ = quiz.memory()
        quiz.press(b"\r")
        quiz.rest(1.0)
        quiz.press(b"\r")
        quiz.rest(1.0)
        at_result, share = quiz.memory()
        with session(BARE, environment) as bare:
            bare.wait_for(BARE_READY)
            bare.rest(1.0)
            of_bare, _ = bare.memory()
    words = (
        f"welcome {at_welcome:.0f} MB, result {at_result:.0f} MB (proportional share "
        f"{share:.0f} MB), bare Textual app {of_bare:.0f} MB, ratio {at_result / of_bare:.2f}; "
        "resident MB on the result"
    )
    return Figure(words, at_result, BOUND, at_most=True)
