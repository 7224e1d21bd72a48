"""An exercise that moves, in blocks; where it may not, its first and its last pose."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from math import cos, pi

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from assessment.tui.blocks import Cell, blocks_of, cells_of
from assessment.tui.figure_grid import figure_pixels
from reports.figures.motion import frame

FRAMES_PER_SECOND = 12
STEPS, HELD = 18, 6
"""Frames from one pose to the other, and for which a pose is held."""
LEAST_COLUMNS, LEAST_ROWS = 30, 10
"""Cells from which a figure moves: in less, too little of it is seen to follow it."""
SIDE_BY_SIDE_FROM = 44
"""Columns from which two poses stand beside each other, not one above the other."""
COLOURS = (
    "background",
    "figure-skin",
    "figure-far",
    "figure-hair",
    "figure-muscle",
    "figure-kit",
)
"""Of the theme, one for each ``Part``."""


def share_at(tick: int) -> float:
    """Return how far between its poses a figure is at a *tick*, there and back for ever."""
    place = tick % (2 * (STEPS + HELD))
    there = min(max(place - HELD, 0), STEPS)
    back = max(place - 2 * HELD - STEPS, 0)
    return (1 - cos(pi * (there - back) / STEPS)) / 2


class Figure(Widget):
    """Draws one exercise at a time."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._exercise = ""
        self._tick = 0
        self._drawn: dict[float, list[Strip]] = {}
        self._timer: Timer | None = None

    def show(self, exercise_id: str) -> None:
        """Show that exercise from its first pose on."""
        self._exercise, self._tick = exercise_id, 0
        self._anew()

    @property
    def moves(self) -> bool:
        """Whether the figure may move here: animations are on, and there is room to see it."""
        room = self.size.width >= LEAST_COLUMNS and self.size.height >= LEAST_ROWS
        return room and self.app.animation_level != "none"

    def on_mount(self) -> None:
        """Begin to move."""
        self._timer = self.set_interval(1 / FRAMES_PER_SECOND, self.advance)

    def on_show(self) -> None:
        """Go on where the figure stood when it was hidden."""
        if self._timer:
            self._timer.resume()

    def on_hide(self) -> None:
        """Stand still while nobody sees it."""
        if self._timer:
            self._timer.pause()

    def on_resize(self) -> None:
        """Draw the figure in its new size."""
        self._anew()

    def notify_style_update(self) -> None:
        """Draw the figure in the colours of another theme."""
        super().notify_style_update()
        self._drawn = {}

    def advance(self) -> None:
        """Show the next frame."""
        if self.moves and self._exercise:
            self._tick += 1
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return one row of the picture."""
        blank = Strip.blank(self.size.width, self.rich_style)
        if not self._exercise:
            return blank
        if self.moves:
            return self._frame(share_at(self._tick), self.size.width, self.size.height)[y]
        columns, rows = self.size
        if columns >= SIDE_BY_SIDE_FROM:
            first, last = (self._frame(share, columns // 2, rows)[y] for share in (0.0, 1.0))
            return Strip.join([first, last]).adjust_cell_length(columns, self.rich_style)
        half = rows // 2
        share, row = (0.0, y) if y < half else (1.0, y - half)
        return self._frame(share, columns, half)[row] if row < half else blank

    def _anew(self) -> None:
        self._drawn = {}
        self.refresh()

    def _frame(self, share: float, columns: int, rows: int) -> list[Strip]:
        """Return the rows of one frame; drawn once, kept as long as nothing changes."""
        if share not in self._drawn:
            blocks = blocks_of()
            pixels = figure_pixels(frame(self._exercise, share), columns, rows, blocks)
            theme = self.app.theme_variables
            colours = tuple(theme[name] for name in COLOURS)
            self._drawn[share] = [_strip(line, colours) for line in cells_of(pixels, blocks)]
        return self._drawn[share]


def _strip(line: Sequence[Cell], colours: tuple[str, ...]) -> Strip:
    """Return one row, with one segment for all cells of the same two colours in turn."""
    runs = groupby(line, key=lambda cell: (cell.front, cell.back))
    return Strip(
        Segment("".join(cell.character for cell in cells), _style(colours[front], colours[back]))
        for (front, back), cells in runs
    )


@lru_cache(maxsize=256)
def _style(front: str, back: str) -> Style:
    return Style(color=Color.parse(front).rich_color, bgcolor=Color.parse(back).rich_color)
