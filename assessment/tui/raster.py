"""Shapes of lines -> the pixels that lie inside them. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reports.figures.body import Shape


class Window(NamedTuple):
    """The part of a drawing that all pixels together show, in its own units."""

    left: float
    top: float
    width: float
    height: float


def inside(shape: Shape, window: Window, columns: int, rows: int) -> Iterator[tuple[int, range]]:
    """Yield each row of pixels that *shape* reaches, and the columns inside it there.

    A pixel is inside where its middle is.
    """
    highest, lowest = min(y for _, y in shape), max(y for _, y in shape)
    first = max(int((highest - window.top) / window.height * rows), 0)
    last = min(int((lowest - window.top) / window.height * rows) + 1, rows)
    for row in range(first, last):
        level = window.top + (row + 0.5) / rows * window.height
        for start, end in _spans(shape, level):
            left = round((start - window.left) / window.width * columns)
            right = round((end - window.left) / window.width * columns)
            yield row, range(max(left, 0), min(right, columns))


def _spans(shape: Shape, level: float) -> Iterator[tuple[float, float]]:
    """Yield from where to where a horizontal line at *level* is inside *shape*."""
    edges: Sequence[tuple[tuple[float, float], tuple[float, float]]] = list(
        zip(shape, (*shape[1:], shape[0]), strict=True)
    )
    crossings = sorted(
        x1 + (level - y1) / (y2 - y1) * (x2 - x1)
        for (x1, y1), (x2, y2) in edges
        if (y1 < level) != (y2 < level)
    )
    return zip(crossings[::2], crossings[1::2], strict=True)
