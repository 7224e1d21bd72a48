"""How much a process grows over 300 reports in a row."""

from __future__ import annotations

from benchmarks.figure import Figure
from benchmarks.printer import Printer

FIRST, REPORTS = 20, 300
BOUND = 5.0


def measure() -> Figure:
    """Return by how many percent the resident memory grows, once the first twenty are made."""
    with Printer("ours") as printer:
        before = [printer.print(at).memory_mb for at in range(FIRST)][-1]
        after = [printer.print(at).memory_mb for at in range(REPORTS)][-1]
    words = f"from {before:.0f} to {after:.0f} MB over {REPORTS} reports, percent"
    return Figure(words, 100 * (after / before - 1), BOUND, at_most=True)
