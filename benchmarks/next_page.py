"""From an answer to the whole next page, beside a bare Textual app that shows another screen."""

from __future__ import annotations

from benchmarks.figure import Figure
from benchmarks.quiz import BARE, BARE_READY, QUIZ, home, resumed
from benchmarks.terminal import Session, against_bare, session

ROUNDS = 40
BOUND = 4.0
ANSWER, BACK = b"0", b"\x7f"
SETTLED_S = 0.4
"""After which a press can be meant for the question."""


def measure() -> Figure:
    """Return the ratio of the two 95th percentiles, without animations: each answer at once."""
    with home("posture_rounded") as (_, environment):
        at_once = {**environment, "TEXTUAL_ANIMATIONS": "none"}
        with session(QUIZ, at_once) as quiz, session(BARE, environment) as bare:
            bare.wait_for(BARE_READY)
            resumed(quiz)
            pairs = [(_turned(quiz), _turned(bare)) for _ in range(ROUNDS)]
    return against_bare("the last byte of the next page after", pairs, BOUND)


def _turned(app: Session) -> float:
    """Return the milliseconds from an answer to the last byte that follows, and go back."""
    app.pause(SETTLED_S)
    passed = 1000 * app.press(ANSWER)
    app.pause(SETTLED_S)
    app.press(BACK)
    return passed
