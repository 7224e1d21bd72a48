"""A client sheet that can be read aloud against the same one without tags, warm."""

from __future__ import annotations

from benchmarks.figure import Figure
from benchmarks.side_by_side import side_by_side

BOUND = 1.15


def measure() -> Figure:
    """Return the median ratio."""
    value, tagged, untagged = side_by_side("ours", "untagged")
    words = f"tagged {1000 * tagged:.0f} ms, untagged {1000 * untagged:.0f} ms, ratio"
    return Figure(words, value, BOUND, at_most=True)
