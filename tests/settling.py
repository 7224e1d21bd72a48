"""Waiting until an app has done all there is to do, without waiting for the clock.

Textual's own pilot posts a message to every widget of the screen and waits until each was
handled; that was a third of the time of all tests. Here the queues are only looked at.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from typing import Any

from textual._queue import Queue
from textual.app import App, ScreenStackError
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen

from tests.surroundings import PATIENCE_S

MOST_FRAMES = 8
"""Frames drawn for one key: what is drawn may ask for another, and an animation always does."""

A_LOOK_S = 0.001
"""Seconds between two looks at what waits for a thread or a clock."""


async def settle(app: App[Any]) -> None:
    """Wait until no part of *app* has a message left and the screen shows what has come of it."""
    for _ in range(MOST_FRAMES):
        await _all_handled(app)
        screen = _screen_of(app)
        if screen is None or not _wants_a_frame(screen):
            return
        screen._on_timer_update()


async def _all_handled(app: App[Any]) -> None:
    """Wait until each part waits for a message, or one has failed."""
    ready = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
    deadline = time.monotonic() + PATIENCE_S
    while not app._exception_event.is_set():
        await asyncio.sleep(0)
        if ready:
            continue
        if not any(_at_work(pump) for pump in _pumps(app)):
            return
        if time.monotonic() > deadline:
            raise AssertionError("a part of the app is still at work")
        await asyncio.sleep(A_LOOK_S)


def _pumps(app: App[Any]) -> Iterator[MessagePump]:
    yield app
    screen = _screen_of(app)
    if screen is not None:
        yield from screen.walk_children(with_self=True)


def _screen_of(app: App[Any]) -> Screen[Any] | None:
    try:
        return app.screen
    except ScreenStackError:
        return None


def _at_work(pump: MessagePump) -> bool:
    """Return whether *pump* handles a message now, or has one left."""
    if pump._closed or pump._closing or not pump._running:
        return False
    queue: Queue[Message | None] = pump._message_queue
    return bool(not queue.empty() or not queue.ready_event._waiters or pump._next_callbacks)


def _wants_a_frame(screen: Screen[Any]) -> bool:
    return bool(
        screen._layout_required
        or screen._scroll_required
        or screen._repaint_required
        or screen._dirty_widgets
        or screen._recompose_required
        or screen._callbacks
    )
