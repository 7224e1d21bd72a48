"""The first frame of the quiz against that of a bare Textual app, on a pty, in turn."""

from __future__ import annotations

import os
import statistics
import sys
import tempfile

from benchmarks.figure import Figure
from benchmarks.terminal import seconds_to

ROUNDS = 12
BOUND = 1.5
BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("bare and ready")
Bare().run()
"""


def measure() -> Figure:
    """Return the median ratio of the two times to the first frame."""
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {"HOME": home, "TERM": "xterm-256color"}
        quiz = (sys.executable, "-m", "assessment")
        bare = (sys.executable, "-c", BARE)
        for command, text in ((quiz, MARK), (bare, "bare and ready")):
            seconds_to(text, command, environment)
        pairs = [
            (seconds_to(MARK, quiz, environment), seconds_to("bare and ready", bare, environment))
            for _ in range(ROUNDS)
        ]
    one, two = (statistics.median(times) for times in zip(*pairs, strict=True))
    words = f"quiz {1000 * one:.0f} ms, bare app {1000 * two:.0f} ms, ratio"
    return Figure(words, statistics.median(a / b for a, b in pairs), BOUND, at_most=True)


MARK = "Start"
"""The word on the one big button of the first screen."""
