"""Reports a second of two warm processes against one, in turn."""

from __future__ import annotations

import os
import statistics

from assessment.reporting.pool import AHEAD
from benchmarks.batch_requests import pool_of, seconds_for
from benchmarks.figure import Figure

REPORTS, ROUNDS = 24, 7
BOUND = 1.8


def measure() -> Figure:
    """Return the median ratio of the two, by the clock; other work on the machine lowers it."""
    with pool_of(1) as one, pool_of(2) as two:
        seconds_for(one.submit, 8, AHEAD)
        seconds_for(two.submit, 16, 2 * AHEAD)
        pairs = [
            (seconds_for(one.submit, REPORTS, AHEAD), seconds_for(two.submit, REPORTS, 2 * AHEAD))
            for _ in range(ROUNDS)
        ]
    rates = [REPORTS / statistics.median(times) for times in zip(*pairs, strict=True)]
    words = (
        f"one process {rates[0]:.2f} client sheets a second, two {rates[1]:.2f} "
        f"(load {os.getloadavg()[0]:.1f}), median ratio"
    )
    return Figure(words, statistics.median(a / b for a, b in pairs), BOUND, at_most=False)
