"""What every screen with something to press shares: a press must be meant for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual import events
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


class RepeatGuard:
    """Knows a key that was pressed twice by mistake; the times are those of the keys."""

    def __init__(self) -> None:
        self._key = ""
        self._pressed_at = float("-inf")
        self._page: object = None

    def is_repeat(self, key: events.Key, page: object, *, on_page: bool, on_next: bool) -> bool:
        """Return whether *key* is the one before once more, too soon to be meant.

        *on_page* and *on_next* say whether that matters on the same page, and on one that the
        key before brought. A key that is held down is one press.
        """
        is_same = key.key == self._key and key.time - self._pressed_at < SETTLED_AFTER
        is_repeat = is_same and (on_page if page == self._page else on_next)
        self._key, self._pressed_at = key.key, key.time
        if not is_repeat:
            self._page = page
        return is_repeat

    def pressed_elsewhere(self, key: events.Key) -> None:
        """Know of *key*, which a dialog took: it may close one, and then come once more."""
        self._key, self._pressed_at, self._page = key.key, key.time, None


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
