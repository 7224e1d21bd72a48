"""The body from behind, drawn in blocks, with a number in each region."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.color import Color
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from assessment.quiz.drawing.blocks import Cell, blocks_of, cells_of
from assessment.quiz.drawing.body_grid import (
    AREAS,
    OUTSIDE,
    REGIONS,
    SKIN,
    BodyGrid,
    body_grid,
    columns_for,
)
from assessment.ui.theme.ink import readable_on
from questions.model import Region

RIM = -1
"""Stands for the line around the region that is pointed at."""
SHADES = ("map-few", "map-mild", "map-moderate", "map-marked")
"""Colours of the theme from the least to the most."""
HATCHED = 0.35
"""How far the signs of a pattern stand off their ground, towards the colour of the most."""
LEAST_ROWS = 14
"""A body of fewer rows cannot be made out."""


class Mark(NamedTuple):
    """What one region shows.

    ``label`` is what is written in it. ``shade`` is from 0 to 1 along the colours; None: the
    region stands empty. ``pattern`` fills it, so that no colour is needed.
    """

    label: str
    shade: float | None
    pattern: str = " "


class BodyMap(Widget):
    """Draws marks; tells which region is tapped."""

    ALLOW_SELECT = False

    @dataclass
    class Tapped(Message):
        """Somebody clicked on a region, or just beside it."""

        region: Region

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._marks: Mapping[Region, Mark] = {}
        self._pointed: frozenset[Region] = frozenset()
        self._rows: list[Strip] = []
        self._drawn_share = 1.0

    def draw_to(self, share: float) -> None:
        """Draw the body down to *share* of its height, from 0 to 1, and leave the rest out."""
        self._drawn_share = share
        self.refresh()

    def show_marks(self, marks: Mapping[Region, Mark]) -> None:
        """Show *marks* in place of those before."""
        self._marks = marks
        self._draw_anew()

    def point_at(self, regions: frozenset[Region]) -> None:
        """Draw a line around *regions*."""
        if regions != self._pointed:
            self._pointed = regions
            self._draw_anew()

    def render_line(self, y: int) -> Strip:
        """Return one row of the picture."""
        if not self._rows:
            self._rows = self._drawn()
        if y < len(self._rows) * self._drawn_share:
            return self._rows[y]
        return Strip.blank(self.size.width, self.rich_style)

    def on_resize(self) -> None:
        """Draw the picture in its new size."""
        self._draw_anew()

    def notify_style_update(self) -> None:
        """Draw the picture in the colours of another theme."""
        super().notify_style_update()
        self._rows = []

    def on_click(self, event: events.Click) -> None:
        """Tell which region was meant."""
        grid = self._grid()
        if grid and (region := grid.region_at(event.x - self._left(grid), event.y)):
            self.post_message(self.Tapped(region))

    def _draw_anew(self) -> None:
        self._rows = []
        self.refresh()

    def _grid(self) -> BodyGrid | None:
        """Return the largest body that fits; None where none can be made out."""
        rows = self.size.height
        while rows >= LEAST_ROWS and columns_for(rows) > self.size.width:
            rows -= 1
        return body_grid(rows, blocks_of()) if rows >= LEAST_ROWS else None

    def _left(self, grid: BodyGrid) -> int:
        return (self.size.width - grid.columns) // 2

    def _drawn(self) -> list[Strip]:
        grid = self._grid()
        if grid is None:
            return [Strip.blank(self.size.width, self.rich_style)]
        pixels = [list(line) for line in grid.pixels]
        for region in self._pointed:
            for x, y in grid.rim(AREAS[region]):
                if pixels[y][x] not in {AREAS[one] for one in self._pointed}:
                    pixels[y][x] = RIM
        palette = _Palette(self.app.theme_variables, self._marks)
        labels = _labels(grid, self._marks)
        margin = [Segment(" " * self._left(grid), palette.style(OUTSIDE, OUTSIDE))]
        return [
            Strip(
                [
                    *margin,
                    *(
                        palette.segment(cell, labels.get((column, row), ""))
                        for column, cell in enumerate(line)
                    ),
                ]
            ).adjust_cell_length(self.size.width, palette.style(OUTSIDE, OUTSIDE))
            for row, line in enumerate(cells_of(pixels, blocks_of()))
        ]


class _Palette:
    """The colours of the areas of one picture."""

    def __init__(self, theme: Mapping[str, str], marks: Mapping[Region, Mark]) -> None:
        self._theme, self._marks = theme, marks
        self._styles: dict[tuple[int, int, bool], Style] = {}

    def segment(self, cell: Cell, label: str) -> Segment:
        """Return one cell, with the *label* in place of its blocks where there is one."""
        if label:
            return Segment(label, self.style(cell.front, cell.back, labelled=True))
        region = REGIONS.get(cell.back)
        whole = cell.front == cell.back and region in self._marks
        pattern = self._marks[region].pattern if whole and region else " "
        character = pattern if whole else cell.character
        return Segment(character, self.style(cell.front, cell.back))

    def style(self, front: int, back: int, *, labelled: bool = False) -> Style:
        """Return the style of a cell with those areas."""
        key = (front, back, labelled)
        if key not in self._styles:
            ground = self._colour(back)
            if labelled:
                ink = readable_on(ground)
            elif front == back:
                ink = ground.blend(Color.parse(self._theme[SHADES[-1]]), HATCHED)
            else:
                ink = self._colour(front)
            self._styles[key] = Style(
                color=ink.rich_color, bgcolor=ground.rich_color, bold=labelled
            )
        return self._styles[key]

    def _colour(self, area: int) -> Color:
        if area in REGIONS:
            mark = self._marks.get(REGIONS[area])
            if mark and mark.shade is not None:
                return self._shade(mark.shade)
            return Color.parse(self._theme["map-empty"])
        names = {OUTSIDE: "background", SKIN: "map-skin", RIM: "foreground"}
        return Color.parse(self._theme[names[area]])

    def _shade(self, shade: float) -> Color:
        """Return the colour so far along the shades."""
        place = shade * (len(SHADES) - 1)
        step = min(int(place), len(SHADES) - 2)
        low, high = (Color.parse(self._theme[name]) for name in SHADES[step : step + 2])
        return low.blend(high, place - step)


def _labels(grid: BodyGrid, marks: Mapping[Region, Mark]) -> dict[tuple[int, int], str]:
    """Return the sign of each cell that has one; a label of two signs takes two cells."""
    placed = {}
    for region, mark in marks.items():
        column, row = grid.label_cells[region]
        for offset, sign in enumerate(mark.label):
            placed[column + offset, row] = sign
    return placed
