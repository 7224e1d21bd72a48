"""What every screen with something to press shares: a press must be meant for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual.screen import Screen

from assessment.ui.session_message import SessionMessage

SETTLED_AFTER = 0.3
"""Seconds after which a press can be meant for what is shown; a double click is faster."""


class PressGuard:
    """Knows how long something has been in sight."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._shown_at = clock()

    def shown_now(self) -> None:
        """Begin to count: something new is in sight."""
        self._shown_at = self._clock()

    def is_settled(self) -> bool:
        """Return whether it is in sight long enough for a press to be meant for it."""
        return self._clock() - self._shown_at >= SETTLED_AFTER

    def takes_press(self) -> bool:
        """Return whether a press can be meant; where it is, the next one has to wait as long."""
        meant = self.is_settled()
        if meant:
            self.shown_now()
        return meant


class GuardedScreen(Screen[None]):
    """A screen of one client's quiz that knows how long its content has been in sight."""

    @dataclass
    class PauseAsked(SessionMessage):
        """The client wants to stop for a while."""

    def __init__(self, clock: Callable[[], float]) -> None:
        super().__init__()
        self.clock = clock
        self._press_guard = PressGuard(clock)

    def on_screen_resume(self) -> None:
        """Begin to count when the screen comes to the front."""
        self.shown_now()

    def shown_now(self) -> None:
        """Begin to count: something new is in sight."""
        self._press_guard.shown_now()

    def is_settled(self) -> bool:
        """Return whether the content stands long enough for a press to be meant for it."""
        return self._press_guard.is_settled()

    def action_pause(self) -> None:
        """Ask whether to stop for a while."""
        self.post_message(self.PauseAsked())
