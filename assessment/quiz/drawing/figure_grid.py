"""A moment of an exercise on the cells of a terminal: what each pixel belongs to. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from functools import cache

from assessment.quiz.drawing.blocks import DOWN, Blocks
from assessment.quiz.drawing.body_grid import CELL_HEIGHT
from assessment.quiz.drawing.raster import Window, covered
from reports.figures.body import Shape
from reports.figures.flesh import Tone
from reports.figures.motion import Box, Picture, frame
from reports.figures.poses_loader import load_poses
from reports.figures.scene import Layer


class Part(IntEnum):
    """What a pixel of a figure belongs to."""

    NOTHING = 0
    SKIN = 1
    FAR = 2
    HAIR = 3
    MUSCLE = 4
    KIT = 5
    FLOOR = 6
    EDGE = 7
    """The line around what lies in front of the same body."""


OF_TONE: dict[Tone, Part] = {
    "hair": Part.HAIR,
    "back": Part.HAIR,
    "shoe": Part.HAIR,
    "muscle": Part.MUSCLE,
    **dict.fromkeys(("steel", "pad", "wood", "band", "floor"), Part.KIT),
}
"""The tones of the paper that the screen tells apart; all others are skin."""
TOO_SMALL: frozenset[Tone] = frozenset({"eye"})
BODY = frozenset({Part.SKIN, Part.HAIR, Part.MUSCLE})
BEHIND = BODY | {Part.FAR}
"""What a near limb needs a line against, to be told from it with few colours too."""
LOOKS = (0.0, 0.25, 0.5, 0.75, 1.0)
"""Moments that a figure must have room for."""

Pixel = tuple[int, int]
Grid = tuple[tuple[Part, ...], ...]


def figure_pixels(exercise_id: str, share: float, columns: int, rows: int, blocks: Blocks) -> Grid:
    """Return the exercise at *share* of its way, as large as it fits, at the foot of the cells.

    Raises:
        KeyError: There is no such exercise.
    """
    picture = frame(exercise_id, share)
    canvas = _Canvas(_window(exercise_id, picture, columns, rows), columns, rows, blocks)
    for layer in picture.layers:
        canvas.draw(layer)
    if picture.has_floor:
        canvas.put(((x, canvas.height - 1) for x in range(canvas.width)), Part.FLOOR)
    return tuple(map(tuple, canvas.pixels))


def has_figure(movement_id: str) -> bool:
    """Return whether that exercise, or what an item asks to be judged, has a drawing."""
    return movement_id in load_poses().moves


@cache
def bounds_of(exercise_id: str) -> Box:
    """Return what the exercise reaches from its first pose to its last, in body heights.

    Raises:
        KeyError: There is no such exercise.
    """
    moments = [frame(exercise_id, share) for share in LOOKS]
    points = [
        point
        for moment in moments
        for layer in moment.layers
        for _, shapes in layer.fills
        for shape in shapes
        for point in shape
    ]
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    if moments[0].has_floor:
        bottom = 0.0
    return Box(left, top, right - left, bottom - top)


@cache
def shows_muscles(exercise_id: str) -> bool:
    """Return whether muscles at work are on the side of the body that is seen.

    Raises:
        KeyError: There is no such exercise.
    """
    return any(layer.muscles for share in (0.0, 1.0) for layer in frame(exercise_id, share).layers)


@cache
def pose_texts(exercise_id: str) -> tuple[str, str]:
    """Return the sentences that say what the first and the last pose are.

    Raises:
        KeyError: There is no such exercise.
    """
    return frame(exercise_id, 0.0).text, frame(exercise_id, 1.0).text


class _Canvas:
    """The pixels of so many cells, painted layer by layer."""

    def __init__(self, window: Window, columns: int, rows: int, blocks: Blocks) -> None:
        self._window = window
        self.width, self.height = columns * blocks.across, rows * DOWN
        self.pixels = [[Part.NOTHING] * self.width for _ in range(self.height)]

    def draw(self, layer: Layer) -> None:
        """Paint a layer, with a line around it where it lies in front of the same body."""
        fills = [
            (OF_TONE.get(tone, Part.SKIN), self._covered(shapes))
            for tone, shapes in layer.fills
            if tone not in TOO_SMALL
        ]
        if layer.name != "kit" and not layer.far:
            every = set().union(*(cells for _, cells in fills))
            self.put((cell for cell in _around(every) if self._at(cell) in BEHIND), Part.EDGE)
        for part, cells in fills:
            self.put(cells, Part.FAR if layer.far and part in BODY else part)
        joint = (cell for cell in self._covered(layer.welds) if self._at(cell) is Part.EDGE)
        self.put(joint, Part.SKIN)
        self.put(self._covered(layer.muscles), Part.MUSCLE)

    def put(self, cells: Iterable[Pixel], part: Part) -> None:
        """Paint *cells*."""
        for x, y in cells:
            self.pixels[y][x] = part

    def _covered(self, shapes: Iterable[Shape]) -> set[Pixel]:
        found: set[Pixel] = set()
        for shape in shapes:
            found |= covered(shape, self._window, self.width, self.height)
        return found

    def _at(self, cell: Pixel) -> Part:
        x, y = cell
        inside = 0 <= x < self.width and 0 <= y < self.height
        return self.pixels[y][x] if inside else Part.NOTHING


def _around(cells: set[Pixel]) -> set[Pixel]:
    """Return the pixels that touch *cells* from outside."""
    beside = ((-1, 0), (1, 0), (0, -1), (0, 1))
    return {(x + right, y + down) for x, y in cells for right, down in beside} - cells


def _window(exercise_id: str, picture: Picture, columns: int, rows: int) -> Window:
    """Return what the cells show: all that the exercise reaches, and its floor below it."""
    bounds, high = bounds_of(exercise_id), rows * CELL_HEIGHT
    floor = 1 if picture.has_floor else 0
    unit = max(bounds.width / columns, bounds.height / (high - floor))
    bottom = bounds.top + bounds.height + floor * unit
    left = bounds.left - (columns * unit - bounds.width) / 2
    return Window(left, bottom - high * unit, columns * unit, high * unit)
