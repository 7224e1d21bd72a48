"""The desk with 10,000 clients: from the secret to their first page."""

from __future__ import annotations

import time

from benchmarks.figure import Figure
from benchmarks.quiz import QUIZ, home
from benchmarks.stores import PIN, RECORDS, fill_desk
from benchmarks.terminal import session

BOUND = 1.5
ROUNDS = 5
WARM_S = 3.0
"""After the question for the secret: by then the content is read, as nobody types faster."""


def measure() -> Figure:
    """Return the median of the seconds from Enter behind the secret to the list."""
    with home() as (folder, environment):
        fill_desk(folder)
        times, used = [], 0.0
        for _ in range(ROUNDS + 1):
            with session((*QUIZ, "desk"), environment) as desk:
                desk.wait_for("Please type the PIN")
                desk.pause(WARM_S)
                before, start = desk.processor_seconds(), time.perf_counter()
                desk.type(f"{PIN}\r".encode())
                times.append(desk.wait_for("Last here") - start)
                used = desk.processor_seconds() - before
    first, *later = times
    words = (
        f"{RECORDS} clients: {first:.2f} s the first time, then {min(later):.2f} to "
        f"{max(later):.2f}, {used:.2f} s of a processor; the median in s"
    )
    return Figure(words, sorted(later)[len(later) // 2], BOUND, at_most=True)
