"""How much a process of a batch grows over 1,000 reports."""

from __future__ import annotations

from assessment.reporting.pool import warm_processes
from benchmarks.batch_orders import made_by
from benchmarks.figure import Figure
from benchmarks.printer import memory_mb

FIRST, REPORTS, STEP = 40, 1000, 50
BOUND = 5.0


def measure() -> Figure:
    """Return by how many percent the resident memory grows, once the first are made."""
    with warm_processes(1) as process:
        made_by(process, FIRST, ahead=2)
        before = process.submit(memory_mb).result()
        held = []
        for _ in range(REPORTS // STEP):
            made_by(process, STEP, ahead=2)
            held.append(process.submit(memory_mb).result())
    words = (
        f"from {before:.1f} to {held[-1]:.1f} MB over {REPORTS} client sheets "
        f"(at most {max(held):.1f} between), percent"
    )
    return Figure(words, 100 * (held[-1] / before - 1), BOUND, at_most=True)
