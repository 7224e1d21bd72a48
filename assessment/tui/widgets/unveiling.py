"""A result that shows itself: the body is drawn, then its regions fill one after the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.timer import Timer
from textual.widget import Widget

from assessment.tui.widgets.region_bar import RegionBar
from assessment.ui.drawing.body_map import BodyMap, Mark
from questions.model import Region

BODY_STEPS, REGION_STEPS = 8, 2
"""Steps in which the body is drawn, and after which one more region is filled."""


class Unveiling:
    """Fills *body* with *marks*, and each of *bars* at the same time as its region."""

    def __init__(
        self, body: BodyMap, bars: Sequence[RegionBar], marks: Mapping[Region, Mark]
    ) -> None:
        self._body, self._bars, self._marks = body, tuple(bars), dict(marks)
        self._step = 0
        self._timer: Timer | None = None

    def begin(self, clock: Widget, seconds: float) -> None:
        """Show everything within *seconds*, by the timer of *clock*; at once where it is 0."""
        if not seconds or clock.app.animation_level == "none":
            self.end()
            return
        self._show(regions=0)
        self._body.draw_to(0.0)
        steps = BODY_STEPS + REGION_STEPS * len(self._bars)
        self._timer = clock.set_interval(seconds / steps, self._go_on)

    def end(self) -> None:
        """Show all that is missing; nothing where nothing is."""
        if self._timer:
            self._timer.stop()
            self._timer = None
        if self._step >= 0:
            self._step = -1
            self._body.draw_to(1.0)
            self._show(regions=len(self._bars))

    def _go_on(self) -> None:
        self._step += 1
        filled, rest = divmod(self._step - BODY_STEPS, REGION_STEPS)
        if self._step <= BODY_STEPS:
            self._body.draw_to(self._step / BODY_STEPS)
        elif filled >= len(self._bars):
            self.end()
        elif not rest:
            self._show(filled)

    def _show(self, regions: int) -> None:
        """Show the first so many regions: those with most signs."""
        for number, bar in enumerate(self._bars):
            bar.is_filled = number < regions
        shown = [bar.body_region for bar in self._bars[:regions]]
        self._body.show_marks({region: self._marks[region] for region in shown})
