"""A laptop that was left alone hides the answers; they stay where they are."""

from __future__ import annotations

from datetime import timedelta

from assessment.quiz.context import QuizContext
from assessment.tui.screens.locked import LockedScreen
from assessment.ui.measure.measure_screen import MeasureScreen
from assessment.ui.navigator import Navigator


class IdleLock:
    """Covers the answers of a client once nobody touched anything for the time *after*.

    It goes by the clock on the wall: a laptop that was asleep has been left alone as well.
    """

    def __init__(self, navigator: Navigator, context: QuizContext, after: timedelta) -> None:
        self._navigator = navigator
        self._context = context
        self.after = after
        self._touched_at = context.now()

    def touch(self) -> None:
        """Note that somebody is there."""
        self._touched_at = self._context.now()

    def check(self) -> None:
        """Cover the screen where nobody was there for too long, unless a trainer measures."""
        screens = self._navigator.screens
        if not screens or self._context.now() - self._touched_at < self.after:
            return
        is_covered = any(isinstance(screen, LockedScreen) for screen in screens)
        if not is_covered and not isinstance(screens[-1], MeasureScreen):
            self._navigator.show(LockedScreen(self._context.clock))
