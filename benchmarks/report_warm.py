"""A warm client sheet against a warm plain ``HTML(...).write_pdf()``, four clients in turn."""

from __future__ import annotations

from benchmarks.figure import Figure
from benchmarks.side_by_side import side_by_side

BOUND = 0.7


def measure() -> Figure:
    """Return the median ratio; ours is tagged, the plain one is not."""
    value, ours, plain = side_by_side("ours", "plain")
    words = f"ours {1000 * ours:.0f} ms, plain {1000 * plain:.0f} ms, ratio"
    return Figure(words, value, BOUND, at_most=True)
