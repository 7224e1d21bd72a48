"""A moment of an exercise on the cells of a terminal. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from assessment.tui.blocks import DOWN, Blocks
from assessment.tui.body_grid import CELL_HEIGHT
from assessment.tui.raster import Window, inside
from reports.figures.body import Shape
from reports.figures.flesh import Tone
from reports.figures.motion import Picture


class Part(IntEnum):
    """What a pixel of a figure belongs to."""

    NOTHING = 0
    SKIN = 1
    FAR = 2
    HAIR = 3
    MUSCLE = 4
    KIT = 5


OF_TONE: dict[Tone, Part] = {
    "hair": Part.HAIR,
    "back": Part.HAIR,
    "eye": Part.HAIR,
    "shoe": Part.HAIR,
    "muscle": Part.MUSCLE,
    **dict.fromkeys(("steel", "pad", "wood", "band", "floor"), Part.KIT),
}
"""The tones of the paper that the screen tells apart; all others are skin."""


def figure_pixels(
    picture: Picture, columns: int, rows: int, blocks: Blocks
) -> tuple[tuple[Part, ...], ...]:
    """Return *picture* as large as it fits on so many cells, on the floor of them.

    A gap around each layer keeps an arm from melting into the trunk behind it.
    """
    width, height = columns * blocks.across, rows * DOWN
    window = _window(picture, columns, rows)
    pixels = [[Part.NOTHING] * width for _ in range(height)]
    for layer in picture.layers:
        shapes = [shape for _, found in layer.fills for shape in found]
        if layer.name != "kit":
            gap = _around(pixels, shapes, window)
            _paint(pixels, {cell for cell in gap if not _is_kit(pixels, cell)}, Part.NOTHING)
        for tone, found in layer.fills:
            part = OF_TONE.get(tone, Part.FAR if layer.far else Part.SKIN)
            for shape in found:
                _paint(pixels, _cells(pixels, shape, window), part)
        for shape in layer.muscles:
            _paint(pixels, _cells(pixels, shape, window), Part.MUSCLE)
    return tuple(map(tuple, pixels))


def _window(picture: Picture, columns: int, rows: int) -> Window:
    """Return what the cells show: the box of *picture*, with air above it or beside it."""
    box = picture.box
    wide = columns / (rows * CELL_HEIGHT)
    if box.width / box.height > wide:
        height = box.width / wide
        return Window(box.left, box.top + box.height - height, box.width, height)
    width = box.height * wide
    return Window(box.left - (width - box.width) / 2, box.top, width, box.height)


def _cells(pixels: list[list[Part]], shape: Shape, window: Window) -> set[tuple[int, int]]:
    rows = inside(shape, window, len(pixels[0]), len(pixels))
    return {(x, y) for y, columns in rows for x in columns}


def _around(
    pixels: list[list[Part]], shapes: Iterable[Shape], window: Window
) -> set[tuple[int, int]]:
    """Return the pixels of *shapes* and those that touch them."""
    covered = {cell for shape in shapes for cell in _cells(pixels, shape, window)}
    beside = ((-1, 0), (1, 0), (0, -1), (0, 1))
    return covered | {(x + right, y + down) for x, y in covered for right, down in beside}


def _is_kit(pixels: list[list[Part]], cell: tuple[int, int]) -> bool:
    x, y = cell
    return 0 <= y < len(pixels) and 0 <= x < len(pixels[0]) and pixels[y][x] is Part.KIT


def _paint(pixels: list[list[Part]], cells: Iterable[tuple[int, int]], part: Part) -> None:
    for x, y in cells:
        if 0 <= y < len(pixels) and 0 <= x < len(pixels[0]):
            pixels[y][x] = part
