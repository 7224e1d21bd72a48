"""A cold ``assess FILE`` against a bare ``import pydantic``, in turn."""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.figure import Figure, ratio, seconds_of

EXAMPLE = Path(__file__).parent.parent / "examples" / "desk-worker.json"
ROUNDS = 15
BOUND = 3.0


def measure() -> Figure:
    """Return the ratio of the two whole processes."""
    assess = [sys.executable, "-m", "assessment", "assess", str(EXAMPLE)]
    bare = [sys.executable, "-c", "import pydantic"]
    seconds_of(assess)  # the first run keeps the content
    seconds_of(bare)
    value, one, two = ratio(assess, bare, ROUNDS)
    words = f"assess {1000 * one:.0f} ms, import pydantic {1000 * two:.0f} ms, ratio"
    return Figure(words, value, BOUND, at_most=True)
