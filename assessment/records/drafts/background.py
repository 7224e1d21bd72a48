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
    not run before the caller itself has to wait, or its turn is over. Where the system
    gives no thread, the work is done before this returns.
    """
    thread = ThreadPoolExecutor(max_workers=1)
    try:
        end = thread.submit(work)
    except RuntimeError:
        return done(work)
    thread.shutdown(wait=False)
    return end


def done(work: Callable[[], None]) -> Future[None]:
    """Do *work* here; return its end."""
    try:
        work()
    except OSError as error:
        return failed(error)
    future: Future[None] = Future()
    future.set_result(None)
    return future
