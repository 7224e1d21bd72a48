"""One key after another: each reaches what the one before it brought to the screen.

A widget tells of an answer by a message, and the next page comes when that has arrived. Whoever
types ahead is faster: without a queue the next key would still meet the page before.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Protocol, runtime_checkable

from textual import events
from textual.app import App
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen

PATIENCE_S = 1.0
"""Seconds after which a key no longer waits for the one before: a widget may be gone."""
MOVES = ("up", "down")
"""Keys of which nothing comes but a pointer elsewhere."""
MOST_WAITING = 300
"""Keys that wait at most, the last ones; who types so far ahead has pasted something."""
LOOK_AGAIN_S = 0.25
"""Seconds after which a key that waits looks whether it still has to."""


@runtime_checkable
class TakesTurns(Protocol):
    """A screen on which every key waits its turn."""

    @property
    def is_ready(self) -> bool:
        """Whether a key can be meant for what it shows; else keys wait for ``Ready``."""

    def hurry(self) -> bool:
        """Bring at once what was to come in a moment; return whether there was something."""

    def admits(self, key: events.Key) -> bool:
        """Return whether *key* is meant, and show it where it is not."""

    def only_types(self, key: events.Key) -> bool:
        """Return whether nothing comes of *key* but a sign in a line, so that none has to wait."""


class InTurn:
    """Makes a screen one on which each key waits for the one before, and all of them are meant."""

    is_ready = True

    def hurry(self) -> bool:
        """Return that nothing is to come by itself."""
        return False

    def admits(self, _key: events.Key) -> bool:
        """Return that every key is meant."""
        return True

    def only_types(self, _key: events.Key) -> bool:
        """Return that nothing is typed here."""
        return False


@runtime_checkable
class Overhears(Protocol):
    """A screen that has to know which key ended a dialog in front of it."""

    def overhear(self, key: events.Key) -> None:
        """Know of *key*, which went to a screen in front."""


class Ready(Message):
    """A screen that let keys wait can take them now."""


class KeyQueue:
    """Hands the keys of *app* to *deliver*, in turn where the screen in front takes turns."""

    class Turn(Message):
        """Follows a key on its way up, and so arrives after all that came of it."""

        def __init__(self, key: int, to_follow: Sequence[MessagePump]) -> None:
            super().__init__()
            self.key, self.to_follow = key, to_follow

    def __init__(self, app: App[Any], deliver: Callable[[events.Key], Awaitable[None]]) -> None:
        self._app, self._deliver = app, deliver
        self._waiting: deque[events.Key] = deque(maxlen=MOST_WAITING)
        self._count = 0
        self._busy_since: float | None = None
        self._busy_on: Screen[Any] | None = None
        """The screen on which a key is on its way."""
        self._looks_again = False

    async def take(self, key: events.Key) -> None:
        """Deliver *key* as soon as it is its turn."""
        self._waiting.append(key)
        await self.go_on()
        self._look_again_later()

    def _look_again_later(self) -> None:
        if self._waiting and not self._looks_again:
            self._looks_again = True
            self._app.set_timer(LOOK_AGAIN_S, self._look_again)

    async def _look_again(self) -> None:
        self._looks_again = False
        await self.go_on()
        self._look_again_later()

    @property
    def _is_busy(self) -> bool:
        """Whether a key is on its way still; with its screen gone, or after long, none is."""
        return (
            self._busy_since is not None
            and self._busy_on is self._app.screen
            and time.monotonic() - self._busy_since < PATIENCE_S
        )

    async def go_on(self) -> None:
        """Deliver what waits, up to a key that has to wait for another one."""
        while self._waiting and not self._is_busy:
            screen = self._app.screen
            if not isinstance(screen, TakesTurns):
                await self._deliver_to_dialog(self._waiting.popleft())
            elif not screen.is_ready:
                return
            elif screen.hurry():
                self._follow((self._app,))
            elif screen.admits(key := self._waiting.popleft()):
                focused = self._app.focused or screen
                only_types = screen.only_types(key)
                await self._deliver(key)
                if only_types:
                    continue
                # the key itself may end at the app; what it does there is told from below again
                moves = key.key in MOVES
                self._follow((focused,) if moves else (focused, focused, screen))

    async def _deliver_to_dialog(self, key: events.Key) -> None:
        for behind in self._app.screen_stack:
            if isinstance(behind, Overhears):
                behind.overhear(key)
        await self._deliver(key)

    async def turned(self, turn: Turn) -> None:
        """Go on, once all that came of a key has arrived."""
        if turn.key != self._count or self._busy_since is None:
            return
        self._busy_since = None
        if turn.to_follow:
            self._follow(turn.to_follow)
        await self.go_on()

    def _follow(self, path: Sequence[MessagePump]) -> None:
        """Wait for a message that goes up from each part of *path* in turn."""
        self._count += 1
        for number, part in enumerate(path, start=1):
            if part.post_message(self.Turn(self._count, path[number:])):
                self._busy_since, self._busy_on = time.monotonic(), self._app.screen
                return
