"""One frame of an exercise, as shapes for the screen, over all exercises."""

from __future__ import annotations

import statistics
import time

from benchmarks.figure import Figure
from reports.figures.motion import frame
from reports.figures.poses_loader import load_poses

SHARES = (0.0, 0.15, 0.4, 0.65, 0.9)
BOUND = 5.0
"""Milliseconds: a screen that shows twelve frames a second has 83."""


def measure() -> Figure:
    """Return the middle processor time of one frame of the slowest exercise."""
    slowest = 0.0
    for exercise_id in load_poses().moves:
        frame(exercise_id, 0.5)
        slowest = max(slowest, statistics.median(_milliseconds(exercise_id, at) for at in SHARES))
    return Figure("one frame of the slowest exercise, ms", slowest, BOUND, at_most=True)


def _milliseconds(exercise_id: str, share: float) -> float:
    start = time.process_time()
    frame(exercise_id, share)
    return 1000 * (time.process_time() - start)
