"""Which line the pointer goes to once another one is answered. Pure."""

from __future__ import annotations

from collections.abc import Sequence


def next_open(is_open: Sequence[bool], at: int) -> int | None:
    """Return the next line after *at* that is open, else the first one; None where none is."""
    order = (*range(at + 1, len(is_open)), *range(min(at + 1, len(is_open))))
    return next((line for line in order if is_open[line]), None)
