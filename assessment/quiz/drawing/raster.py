"""Shapes of lines -> the pixels that lie inside them. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from math import ceil, floor, hypot
from typing import NamedTuple

from reports.figures.body import Point, Shape

THIN = 1.2
"""Pixels: what is thinner may miss the middle of every pixel that it crosses."""


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
    crossings: dict[int, list[float]] = defaultdict(list)
    places = _in_pixels(shape, window, columns, rows)
    for (x1, y1), (x2, y2) in zip(places, (*places[1:], places[0]), strict=True):
        low, high = (y1 - 0.5, y2 - 0.5) if y1 < y2 else (y2 - 0.5, y1 - 0.5)
        for row in range(max(floor(low) + 1, 0), min(floor(high) + 1, rows)):
            crossings[row].append(x1 + (row + 0.5 - y1) / (y2 - y1) * (x2 - x1))
    for row, found in crossings.items():
        found.sort()
        for start, end in zip(found[::2], found[1::2], strict=True):
            yield row, range(max(round(start), 0), min(round(end), columns))


def covered(shape: Shape, window: Window, columns: int, rows: int) -> set[tuple[int, int]]:
    """Return the pixels, x and y, of *shape*; a thin one is a line that never breaks."""
    pixels = {(x, y) for y, found in inside(shape, window, columns, rows) for x in found}
    if _thickness(shape) / window.height * rows < THIN:
        places = _in_pixels(shape, window, columns, rows)
        for start, end in zip(places, (*places[1:], places[0]), strict=True):
            pixels.update(
                (x, y) for x, y in _line(start, end) if 0 <= x < columns and 0 <= y < rows
            )
    return pixels


def _in_pixels(shape: Shape, window: Window, columns: int, rows: int) -> list[Point]:
    across, down = columns / window.width, rows / window.height
    return [((x - window.left) * across, (y - window.top) * down) for x, y in shape]


def _thickness(shape: Shape) -> float:
    """Return how thick *shape* is on average, taken for a long strip."""
    edges = list(zip(shape, (*shape[1:], shape[0]), strict=True))
    area = abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in edges)) / 2
    around = sum(hypot(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in edges)
    return 2 * area / around if around else 0.0


def _line(start: Point, end: Point) -> Iterator[tuple[int, int]]:
    """Yield the pixels from *start* to *end*."""
    (x1, y1), (x2, y2) = start, end
    steps = max(1, ceil(max(abs(x2 - x1), abs(y2 - y1))))
    for step in range(steps + 1):
        yield (
            floor(x1 + (x2 - x1) * step / steps),
            floor(y1 + (y2 - y1) * step / steps),
        )
