"""Looks for garbage while nobody waits: Python's own look would hold up any key, by 50 ms and more.

A screen is thousands of objects that refer to each other, so only such a look frees it.
"""

from __future__ import annotations

import gc
import time
import weakref
from collections.abc import Callable
from typing import Any

from textual.app import App
from textual.screen import Screen

QUIET_S = 0.25
"""How long nobody presses a key until nobody is taken to wait."""


def keep_for_good() -> None:
    """Never look again through what is loaded now."""
    gc.collect()
    gc.freeze()


class GarbageLook:
    """Frees the screens that *app* has shown, once no key was pressed for a moment."""

    def __init__(self, app: App[Any], clock: Callable[[], float] = time.monotonic) -> None:
        self._app, self._clock = app, clock
        self._looked_at: weakref.ref[Screen[Any]] | None = None
        self._touched_s = clock()

    def start(self) -> None:
        """Look from now on."""
        self._app.set_interval(QUIET_S, self.look)

    def touch(self) -> None:
        """Wait, as a key was pressed or the mouse moved."""
        self._touched_s = self._clock()

    def look(self) -> None:
        """Free what was left of screens, if another one stands now and nobody waits."""
        is_quiet = self._clock() - self._touched_s >= QUIET_S
        screen, last = self._app.screen, self._looked_at and self._looked_at()
        if is_quiet and screen is not last:
            self._looked_at = weakref.ref(screen)
            gc.collect()
