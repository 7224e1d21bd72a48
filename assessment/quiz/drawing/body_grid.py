"""The body of the report, on the cells of a terminal: which region is where. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from assessment.quiz.drawing.blocks import DOWN, Blocks
from assessment.quiz.drawing.raster import Window, inside
from questions.model import Region
from reports.figures.body import (
    BESIDE_THE_BODY,
    HEIGHT,
    LABELS,
    LEFT,
    WIDTH,
    Shape,
    outline,
    shapes,
)

OUTSIDE, SKIN = 0, 1
WINDOW = Window(LEFT, 0.0, WIDTH, HEIGHT)
AREAS = {region: number for number, region in enumerate(Region, start=SKIN + 1)}
"""The number that stands for each region in a picture."""
REGIONS = {number: region for region, number in AREAS.items()}

CELL_HEIGHT = 2.0
"""A cell is so much higher than it is wide."""
BROADENED = 1.15
"""So much broader than on paper: squares this coarse make limits look thin."""
NEAR = 3
"""Cells from a region at which a tap still means it."""


@dataclass(frozen=True)
class BodyGrid:
    """A body of ``columns`` by ``rows`` cells; ``pixels`` are finer, as the blocks allow."""

    columns: int
    rows: int
    pixels: tuple[tuple[int, ...], ...]

    def region_at(self, column: int, row: int) -> Region | None:
        """Return the region that a tap on a cell means, None where none is near."""
        near = (
            (abs(x - column) + CELL_HEIGHT * abs(y - row), -pixels, region)
            for region, area in AREAS.items()
            for (x, y), pixels in Counter(self._cells_of(area)).items()
        )
        distance, _, region = min(near)
        return region if distance <= NEAR else None

    @cached_property
    def label_cells(self) -> Mapping[Region, tuple[int, int]]:
        """The column and row for the number of each region: the fullest cell near its place."""
        return {region: self._label_cell(region) for region in Region}

    def rim(self, area: int) -> tuple[tuple[int, int], ...]:
        """Return the pixels, x and y, that touch *area* from outside."""
        inside = set(self._pixels_of(area))
        around = {
            (x + right, y + down) for x, y in inside for right in (-1, 0, 1) for down in (-1, 0, 1)
        }
        return tuple(
            (x, y)
            for x, y in around - inside
            if 0 <= y < len(self.pixels) and 0 <= x < len(self.pixels[0])
        )

    def _label_cell(self, region: Region) -> tuple[int, int]:
        x, y = BESIDE_THE_BODY.get(region, LABELS[region])
        column, row = (x / WIDTH + 0.5) * self.columns - 0.5, y / HEIGHT * self.rows - 0.5
        full = Counter(self._cells_of(AREAS[region]))
        return min(
            full,
            key=lambda cell: (
                -full[cell],
                abs(cell[0] - column) + CELL_HEIGHT * abs(cell[1] - row),
            ),
        )

    def _pixels_of(self, area: int) -> Iterator[tuple[int, int]]:
        for y, line in enumerate(self.pixels):
            yield from ((x, y) for x, here in enumerate(line) if here == area)

    def _cells_of(self, area: int) -> Iterator[tuple[int, int]]:
        """Yield the cell of each pixel of *area*, so that a full cell comes most often."""
        across = len(self.pixels[0]) // self.columns
        return ((x // across, y // DOWN) for x, y in self._pixels_of(area))


def columns_for(rows: int) -> int:
    """Return how many columns a body of so many *rows* takes."""
    return round(rows * CELL_HEIGHT * WIDTH / HEIGHT * BROADENED)


@lru_cache(maxsize=8)
def body_grid(rows: int, blocks: Blocks) -> BodyGrid:
    """Return the body in so many *rows*."""
    columns = columns_for(rows)
    width, height = columns * blocks.across, rows * DOWN
    pixels = [[OUTSIDE] * width for _ in range(height)]
    _fill(pixels, outline(), SKIN)
    for region, area in AREAS.items():
        for shape in shapes(region):
            _fill(pixels, shape, area)
    return BodyGrid(columns, rows, tuple(map(tuple, pixels)))


def _fill(pixels: list[list[int]], shape: Shape, area: int) -> None:
    """Put *area* wherever the middle of a pixel is inside *shape*."""
    for row, columns in inside(shape, WINDOW, len(pixels[0]), len(pixels)):
        for column in columns:
            pixels[row][column] = area
