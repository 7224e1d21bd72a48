"""Two warm printers, asked in turn."""

from __future__ import annotations

import statistics

from benchmarks.paper import TRAINING
from benchmarks.printer import Printer

ROUNDS = 20


def side_by_side(way: str, against: str) -> tuple[float, float, float]:
    """Return the median ratio of the two *ways* to print, and both medians in seconds."""
    with Printer(way) as one, Printer(against) as two:
        for client, _ in enumerate(TRAINING):
            one.print(client)
            two.print(client)
        pairs = [(one.print(at).seconds, two.print(at).seconds) for at in range(ROUNDS)]
    medians = [statistics.median(times) for times in zip(*pairs, strict=True)]
    return statistics.median(a / b for a, b in pairs), medians[0], medians[1]
