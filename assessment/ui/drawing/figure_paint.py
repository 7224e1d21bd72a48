"""Pixels of a figure -> lines of a terminal in the colours of a look."""

from __future__ import annotations

from collections.abc import Mapping

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.strip import Strip

from assessment.quiz.drawing.blocks import HALVES, QUADRANTS, Blocks, Cell, cells_of
from assessment.quiz.drawing.figure_grid import Grid, Part

COLOURS = {
    Part.NOTHING: "background",
    Part.SKIN: "figure-skin",
    Part.FAR: "figure-far",
    Part.HAIR: "figure-hair",
    Part.MUSCLE: "figure-muscle",
    Part.KIT: "figure-kit",
    Part.FLOOR: "figure-floor",
    Part.EDGE: "figure-edge",
}
"""The variable of the theme for each part."""
STROKES = {QUADRANTS: "\N{BOX DRAWINGS LIGHT DIAGONAL UPPER RIGHT TO LOWER LEFT}", HALVES: "/"}
"""On muscles at work, as on paper: told from skin without colour."""
SIGN = 2
"""Strokes in front of the words that explain them."""


def painted(pixels: Grid, blocks: Blocks, theme: Mapping[str, str]) -> list[Strip]:
    """Return the rows of a figure; *theme* has a colour for each of ``COLOURS``."""
    brush = _Brush(blocks, theme)
    return [Strip(map(brush.segment, line)).simplify() for line in cells_of(pixels, blocks)]


def legend_sign(blocks: Blocks, theme: Mapping[str, str]) -> Segment:
    """Return what a muscle at work looks like."""
    stroke = _Brush(blocks, theme).segment(Cell(" ", Part.MUSCLE, Part.MUSCLE))
    return Segment(stroke.text * SIGN, stroke.style)


class _Brush:
    """Keeps the style of each pair of parts: a frame has few of them and many cells."""

    def __init__(self, blocks: Blocks, theme: Mapping[str, str]) -> None:
        self._stroke = STROKES[blocks]
        self._colours = {part: Color.parse(theme[name]) for part, name in COLOURS.items()}
        self._segments: dict[Cell, Segment] = {}

    def segment(self, cell: Cell) -> Segment:
        """Return one cell."""
        if cell not in self._segments:
            self._segments[cell] = self._new(cell)
        return self._segments[cell]

    def _new(self, cell: Cell) -> Segment:
        front, back = (self._colours[Part(part)] for part in (cell.front, cell.back))
        character = cell.character
        if cell.front == cell.back == Part.MUSCLE:
            character, front = self._stroke, self._colours[Part.EDGE]
        return Segment(character, Style(color=front.rich_color, bgcolor=back.rich_color))
