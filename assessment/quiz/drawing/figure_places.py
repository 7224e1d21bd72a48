"""Where two poses of one exercise stand on so many cells. Pure."""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from assessment.quiz.drawing.body_grid import CELL_HEIGHT
from reports.figures.motion import Box

CAPTION_ROWS = 1
LEAST_ROWS = 4
"""In fewer rows no pose can be told from another."""


class Place(NamedTuple):
    """Cells of a pose, without its caption."""

    columns: int
    rows: int


class Places(NamedTuple):
    """Cells for each of two poses that are equally large."""

    one: Place
    beside: bool
    """Whether they stand beside each other, not one above the other."""


def places_of(bounds: Box, columns: int, rows: int) -> Places | None:
    """Return the places that show two poses largest, or None where there is too little room."""
    beside = Place(columns // 2, rows - CAPTION_ROWS)
    below = Place(columns, rows // 2 - CAPTION_ROWS)
    wins = _size(bounds, beside) >= _size(bounds, below)
    best = beside if wins else below
    if best.rows < LEAST_ROWS:
        return None
    return Places(best._replace(rows=min(best.rows, rows_for(bounds, best.columns))), wins)


def rows_for(bounds: Box, columns: int) -> int:
    """Return in how many rows *bounds* are as large as so many *columns* allow."""
    return ceil((columns * bounds.height / bounds.width + 1) / CELL_HEIGHT)


def _size(bounds: Box, place: Place) -> float:
    return min(place.columns / bounds.width, (place.rows * CELL_HEIGHT - 1) / bounds.height)
