"""A key beside an exercise that plays, and beside the same one that stands still, in one run."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from benchmarks.figure import Figure
from benchmarks.quiz import QUIZ, home
from benchmarks.terminal import Session, session

ROUNDS = 30
BOUND = 1.2
LEFT, RIGHT, ENTER = b"\x1b[D", b"\x1b[C", b"\r"
WELCOME, NEXT_PAGE = "go on where", "Warm-up"
WAY = ((b"2", "See the result"), (ENTER, "Finish (f)"), (RIGHT, "muscles at work"))
"""Keys to the exercises, and words that each screen has and the one before it has not."""
SETTLED_S, WARM_S = 2.0, 5.0
"""After which a press can be meant for a screen; the report's process has warmed itself."""
PLAYED_S = 0.7
"""Between two keys: the movement is under way."""


def measure() -> Figure:
    """Return the median ratio of the times until the next page is there."""
    with ExitStack() as held:
        playing, still = (held.enter_context(_at_exercises(level)) for level in ("full", "none"))
        pairs = [(_turned(playing), _turned(still)) for _ in range(ROUNDS)]
    one, other = (statistics.median(times) for times in zip(*pairs, strict=True))
    words = (
        f"the next page {one:.1f} ms after a key while an exercise plays, {other:.1f} ms while it "
        "stands still; median ratio"
    )
    return Figure(words, statistics.median(a / b for a, b in pairs), BOUND, at_most=True)


@contextmanager
def _at_exercises(level: str) -> Iterator[Session]:
    """Yield a quiz that shows the first exercise."""
    with home("review") as (_, environment):
        at_level = {**environment, "TEXTUAL_ANIMATIONS": level}
        with session(QUIZ, at_level) as quiz:
            quiz.wait_for(WELCOME)
            for key, words in WAY:
                quiz.pause(SETTLED_S)
                since = len(quiz.seen)
                quiz.type(key)
                quiz.wait_for(words, since)
            quiz.pause(WARM_S)
            yield quiz


def _turned(quiz: Session) -> float:
    """Return the milliseconds from a key to the next page, and go back."""
    quiz.pause(PLAYED_S)
    since, start = len(quiz.seen), time.perf_counter()
    quiz.type(RIGHT)
    passed = 1000 * (quiz.wait_for(NEXT_PAGE, since) - start)
    quiz.type(LEFT)
    return passed
