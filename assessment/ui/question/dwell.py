"""The chosen answer shows for a moment before the next question comes."""

from __future__ import annotations

from collections.abc import Callable

from textual.timer import Timer
from textual.widget import Widget


class Dwell:
    """Puts off what comes next by so many *seconds*, where *widget*'s app may move at all."""

    def __init__(self, widget: Widget, seconds: float) -> None:
        self._widget = widget
        self._seconds = seconds
        self._timer: Timer | None = None
        self._following: Callable[[], object] | None = None

    @property
    def is_on(self) -> bool:
        """Whether an answer is showing."""
        return self._timer is not None

    def then(self, following: Callable[[], object]) -> None:
        """Call *following* after the moment, or at once."""
        if self._seconds and self._widget.app.animation_level != "none":
            self._following = following
            self._timer = self._widget.set_timer(self._seconds, lambda: following())
        else:
            following()

    def hurry(self) -> bool:
        """Call at once what was put off; return whether there was something."""
        following = self._following if self.is_on else None
        self.end()
        if following:
            following()
        return following is not None

    def end(self) -> None:
        """Forget what would come next."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = self._following = None
