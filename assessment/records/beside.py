"""Waiting for the disk in a thread of its own, while the caller goes on."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor


def failed(error: OSError) -> Future[None]:
    """Return the end of work that failed before it could begin."""
    future: Future[None] = Future()
    future.set_exception(error)
    return future


def begun(work: Callable[[], None]) -> Future[None]:
    """Begin *work*; return its end, which raises what the work raised.

    A new thread runs at once, until it waits for the first time. One that waited for work would
    not run before the caller itself has to wait, or for 5 ms.
    """
    thread = ThreadPoolExecutor(max_workers=1)
    end = thread.submit(work)
    thread.shutdown(wait=False)
    return end
