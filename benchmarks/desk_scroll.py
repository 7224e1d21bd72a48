"""The desk with 10,000 clients: from a key to the end of its paint, scrolling and searching."""

from __future__ import annotations

import time

from benchmarks.figure import Figure
from benchmarks.quiz import QUIZ, home
from benchmarks.stores import PIN, RECORDS, fill_desk
from benchmarks.terminal import Session, percentile, session

BOUND = 50.0
DOWN, PAGE_DOWN, BACK, TAB = b"\x1b[B", b"\x1b[6~", b"\x7f", b"\t"
TYPED = ("anbe", "mi no", "cor", "zz", "jo")


def measure() -> Figure:
    """Return the 95th percentile of the slowest kind of key, in milliseconds."""
    with home() as (folder, environment):
        fill_desk(folder)
        with session((*QUIZ, "desk"), environment) as desk:
            desk.wait_for("Please type the PIN")
            start = time.perf_counter()
            desk.type(f"{PIN}\r".encode())
            opened = desk.wait_for("Type a name") - start
            desk.pause(3.0)
            used = desk.processor_seconds()
            letters = list(_searched(desk))
            used = 1000 * (desk.processor_seconds() - used) / len(letters)
            kinds = {
                "row": [desk.press(DOWN) for _ in range(60)],
                "page": [desk.press(PAGE_DOWN) for _ in range(40)],
                "letter": letters,
                "view": [desk.press(TAB) for _ in range(12)],
            }
    p95 = {name: 1000 * percentile(times, 0.95) for name, times in kinds.items()}
    longest = 1000 * max(max(times) for times in kinds.values())
    said = ", ".join(f"{name} {value:.1f} ms" for name, value in p95.items())
    words = (
        f"{RECORDS} clients open in {opened:.1f} s; 95th percentiles: {said}; longest of all "
        f"{longest:.1f} ms; {used:.1f} ms of a processor for a letter; the slowest "
        "95th percentile in ms"
    )
    return Figure(words, max(p95.values()), BOUND, at_most=True)


def _searched(desk: Session) -> list[float]:
    """Return how long each letter took that was typed, and taken away again."""
    times = []
    for text in TYPED:
        times += [desk.press(letter.encode()) for letter in text]
        times += [desk.press(BACK) for _ in text]
    return times
