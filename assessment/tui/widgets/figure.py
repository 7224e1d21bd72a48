"""An exercise that moves, in blocks; where it may not, its first and its last pose."""

from __future__ import annotations

import asyncio
from math import cos, pi
from textwrap import wrap

from rich.segment import Segment
from rich.style import Style
from textual import work
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from assessment.tui import words
from assessment.tui.blocks import blocks_of
from assessment.tui.figure_grid import bounds_of, figure_pixels, pose_texts, shows_muscles
from assessment.tui.figure_paint import legend_sign, painted
from assessment.tui.figure_places import CAPTION_ROWS, Place, places_of, rows_for

FRAMES_PER_SECOND = 12
STEPS, HELD = 18, 6
"""Frames from one pose to the other, and for which a pose is held."""
LEAST_COLUMNS, LEAST_ROWS = 30, 9
"""Cells from which a figure moves: in less, too little of it is seen to follow it."""
BOLD = Style(bold=True)
POSES = {0.0: words.FIRST_POSE, 1.0: words.LAST_POSE}


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
        self._ready = ""
        """The exercise that can be drawn at once."""
        self._tick = 0
        self._drawn: dict[tuple[float, int, int], list[Strip]] = {}
        self._rows: list[Strip] = []
        self._timer: Timer | None = None

    def show(self, exercise_id: str) -> None:
        """Show that exercise from its first pose on."""
        self._exercise, self._tick = exercise_id, 0
        self._anew()
        self._make_ready(exercise_id)

    @property
    def moves(self) -> bool:
        """Whether the figure may move here: animations are on, and there is room to see it."""
        room = self.size.width >= LEAST_COLUMNS and self.size.height >= LEAST_ROWS
        return room and self.app.animation_level != "none"

    def on_mount(self) -> None:
        """Stand ready to move."""
        self._timer = self.set_interval(1 / FRAMES_PER_SECOND, self.advance, pause=True)

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
        self._anew()

    def advance(self) -> None:
        """Show the next frame, unless another screen covers this one."""
        if not (self.moves and self._can_draw and self.screen.is_active):
            return
        before = share_at(self._tick)
        self._tick += 1
        if share_at(self._tick) != before:
            self._rows = []
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return one row of the picture."""
        if not self._rows and self._can_draw:
            self._rows = self._moving() if self.moves else self._still()
        blank = Strip.blank(self.size.width, self.rich_style)
        return self._rows[y] if y < len(self._rows) else blank

    @property
    def _can_draw(self) -> bool:
        return bool(self._exercise) and self._exercise == self._ready

    @work(exclusive=True)
    async def _make_ready(self, exercise_id: str) -> None:
        """Read what the exercise is drawn from, while keys are answered."""
        await asyncio.to_thread(bounds_of, exercise_id)
        self._ready = exercise_id
        self._anew()

    def _anew(self) -> None:
        self._drawn, self._rows = {}, []
        self.refresh()

    def _moving(self) -> list[Strip]:
        columns, rows = self.size
        high = min(rows_for(bounds_of(self._exercise), columns), rows - CAPTION_ROWS)
        frame = self._frame(share_at(self._tick), columns, high)
        return self._with_words([*frame, self._legend()])

    def _still(self) -> list[Strip]:
        """Return both poses, each with its name below it."""
        columns, rows = self.size
        places = places_of(bounds_of(self._exercise), columns, rows - CAPTION_ROWS)
        if places is None:
            return []
        first, last = (self._posed(share, places.one) for share in POSES)
        pairs = zip(first, last, strict=True)
        lines = [Strip.join(pair) for pair in pairs] if places.beside else [*first, *last]
        wide = (line.adjust_cell_length(columns, self.rich_style) for line in lines)
        return self._with_words([*wide, self._legend()])

    def _posed(self, share: float, place: Place) -> list[Strip]:
        name = Segment(POSES[share].center(place.columns), self.rich_style + BOLD)
        return [*self._frame(share, place.columns, place.rows), Strip([name])]

    def _legend(self) -> Strip:
        """Return what the strokes mean, or why there are none."""
        columns = self.size.width
        shown = shows_muscles(self._exercise)
        sign = legend_sign(blocks_of(), self.app.theme_variables) if shown else Segment("")
        text = Segment(words.MUSCLES_SHOWN if shown else words.MUSCLES_BEHIND, self.rich_style)
        return Strip([sign, text]).adjust_cell_length(columns, self.rich_style)

    def _with_words(self, lines: list[Strip]) -> list[Strip]:
        """Return *lines*, and below them the poses in words where there is room for all."""
        columns, rows = self.size
        texts = zip(POSES.values(), pose_texts(self._exercise), strict=True)
        said = [line for name, text in texts for line in ("", *wrap(f"{name}: {text}", columns))]
        room = len(lines) + len(said) <= rows
        style = self.rich_style
        told = [Strip([Segment(line.ljust(columns), style)]) for line in said if room]
        return [*lines, *told]

    def _frame(self, share: float, columns: int, rows: int) -> list[Strip]:
        """Return the rows of one frame; drawn once, kept as long as nothing changes."""
        key = (share, columns, rows)
        if key not in self._drawn:
            blocks = blocks_of()
            pixels = figure_pixels(self._exercise, share, columns, rows, blocks)
            self._drawn[key] = painted(pixels, blocks, self.app.theme_variables)
        return self._drawn[key]
