"""A swap at the desk: from Enter on an exercise to the changed plan and what it does, painted."""

from __future__ import annotations

import time

from benchmarks.figure import Figure
from benchmarks.quiz import QUIZ, home
from benchmarks.stores import PIN, desk_folder, keep_client
from benchmarks.terminal import Session, percentile, session

BOUND = 100.0
SWAPS = 12
DOWN, ENTER = b"\x1b[B", b"\r"


def measure() -> Figure:
    """Return the 95th percentile of the milliseconds of a swap; the figure beside it moves."""
    with home() as (folder, environment):
        keep_client(desk_folder(folder), "Zoe")
        with session((*QUIZ, "desk"), environment) as desk:
            desk.wait_for("Please type the PIN")
            _step(desk, f"{PIN}\r".encode(), "Last here")
            for keys, text in ((ENTER, "Over time"), (ENTER, "may start"), (b"v", ": plan")):
                _step(desk, keys, text)
            _step(desk, b"s", "Who changes")
            _step(desk, b"Jo\r", "may be chosen")
            swaps = [_swap(desk, number) for number in range(SWAPS)]
    times = [took for took, _ in swaps]
    used = 1000 * sum(used for _, used in swaps) / SWAPS
    words = (
        f"{SWAPS} swaps, the longest {1000 * max(times):.0f} ms, {used:.0f} ms of a processor "
        "each; 95th percentile in ms"
    )
    return Figure(words, 1000 * percentile(times, 0.95), BOUND, at_most=True)


def _step(desk: Session, keys: bytes, text: str) -> None:
    desk.pause(0.5)
    since = len(desk.seen)
    desk.type(keys)
    desk.wait_for(text, since)


def _swap(desk: Session, number: int) -> tuple[float, float]:
    """Return the seconds of a swap, and those of a processor; undo it, and list anew."""
    desk.pause(0.5)
    for _ in range(number % 5):
        desk.type(DOWN)
        desk.pause(0.2)
    since, used, start = len(desk.seen), desk.processor_seconds(), time.perf_counter()
    desk.type(ENTER)
    took = desk.wait_for("✎ Jo", since) - start
    used = desk.processor_seconds() - used
    _step(desk, b"u", "Redo")
    _step(desk, b"s", "may be chosen")
    return took, used
