"""A movement, in blocks; where it may not move, its first and its last pose."""

from __future__ import annotations

import asyncio
from math import cos, pi

from textual import work
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from assessment.quiz.drawing.figure_grid import bounds_of
from assessment.ui.drawing.figure_rows import FigureRows

FRAMES_PER_SECOND = 12
STEPS, HELD = 18, 6
"""Frames from one pose to the other, and for which a pose is held."""
LEAST_COLUMNS, LEAST_ROWS = 20, 8
"""Cells from which a figure moves: in less, too little of it is seen to follow it."""
CALM_S = 0.1
"""Seconds that nobody asks for another figure until one is begun: quick keys draw none."""


def share_at(tick: int) -> float:
    """Return how far between its poses a figure is at a *tick*, there and back for ever."""
    place = tick % (2 * (STEPS + HELD))
    there = min(max(place - HELD, 0), STEPS)
    back = max(place - 2 * HELD - STEPS, 0)
    return (1 - cos(pi * (there - back) / STEPS)) / 2


class Figure(Widget):
    """Draws one exercise at a time; *says_muscles*: with a line about the muscles at work."""

    ALLOW_SELECT = False

    def __init__(self, *, says_muscles: bool = True, id: str | None = None) -> None:
        super().__init__(id=id)
        self._says_muscles = says_muscles
        self._wanted = ""
        self._exercise = ""
        """The exercise that is drawn: the wanted one, once it can be drawn at once."""
        self._tick = 0
        self._drawing: FigureRows | None = None
        self._rows: list[Strip] = []
        self._timer: Timer | None = None

    def show(self, exercise_id: str) -> None:
        """Show that exercise from its first pose on; the one before stays until it can be drawn."""
        if exercise_id != self._wanted:
            self._wanted = exercise_id
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
        if not (self.moves and self._exercise and self.screen.is_active):
            return
        before = share_at(self._tick)
        self._tick += 1
        if share_at(self._tick) != before:
            self._rows = []
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return one row of the picture."""
        if not self._rows and self._exercise:
            drawing = self._drawing = self._drawing or self._begun()
            self._rows = drawing.moving(share_at(self._tick)) if self.moves else drawing.still()
        blank = Strip.blank(self.size.width, self.rich_style)
        return self._rows[y] if y < len(self._rows) else blank

    @work(exclusive=True)
    async def _make_ready(self, exercise_id: str) -> None:
        """Read what the exercise is drawn from, while keys are answered."""
        if self._exercise:
            await asyncio.sleep(CALM_S)
        await asyncio.to_thread(bounds_of, exercise_id)
        self._exercise, self._tick = exercise_id, 0
        self._anew()

    def _anew(self) -> None:
        self._drawing, self._rows = None, []
        self.refresh()

    def _begun(self) -> FigureRows:
        return FigureRows(
            self._exercise,
            self.size,
            self.rich_style,
            self.app.theme_variables,
            says_muscles=self._says_muscles,
        )
