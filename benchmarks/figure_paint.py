"""One frame of an exercise on the terminal, from the poses to coloured lines."""

from __future__ import annotations

import statistics
import time

from assessment.quiz.drawing.blocks import QUADRANTS
from assessment.quiz.drawing.figure_grid import bounds_of, figure_pixels
from assessment.ui.drawing.figure_paint import painted
from assessment.ui.theme.themes import DARK
from benchmarks.figure import Figure
from reports.figures.poses_loader import load_poses

SHARES = (0.0, 0.15, 0.4, 0.65, 0.9)
PANES = ((34, 15), (48, 29))
"""Columns and rows of a figure in a window of 80x24, and in the largest."""
BOUND = 10.0
"""Milliseconds: a key that comes just then waits so long."""


def measure() -> Figure:
    """Return the middle processor time of a frame of the slowest exercise in the larger pane."""
    slowest = [max(_milliseconds(name, *pane) for name in load_poses().moves) for pane in PANES]
    words = (
        f"one frame of the slowest exercise, ready to paint: {slowest[0]:.2f} ms in 80x24; "
        "in the largest window, ms"
    )
    return Figure(words, slowest[-1], BOUND, at_most=True)


def _milliseconds(exercise_id: str, columns: int, rows: int) -> float:
    """Return the median over moments of the exercise."""
    bounds_of(exercise_id)
    theme = {**DARK.variables, "background": str(DARK.background)}
    times = []
    for share in SHARES:
        start = time.process_time()
        pixels = figure_pixels(exercise_id, share, columns, rows, QUADRANTS)
        painted(pixels, QUADRANTS, theme)
        times.append(1000 * (time.process_time() - start))
    return statistics.median(times)
