"""How much a process of a batch grows over 1,000 reports."""

from __future__ import annotations

from benchmarks.batch_requests import made_by, pool_of
from benchmarks.figure import Figure
from benchmarks.printer import children, memory_mb

FIRST, REPORTS, STEP = 40, 1000, 50
BOUND = 5.0


def measure() -> Figure:
    """Return by how many percent the resident memory grows, once the first are made."""
    with pool_of(1) as pool:
        made_by(pool.submit, FIRST, ahead=2)
        (worker,) = children()
        before = memory_mb(worker)
        held = []
        for _ in range(REPORTS // STEP):
            made_by(pool.submit, STEP, ahead=2)
            held.append(memory_mb(worker))
    words = (
        f"from {before:.1f} to {held[-1]:.1f} MB over {REPORTS} client sheets "
        f"(at most {max(held):.1f} between), percent"
    )
    return Figure(words, 100 * (held[-1] / before - 1), BOUND, at_most=True)
