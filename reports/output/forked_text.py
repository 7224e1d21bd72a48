"""A text made in a fork while this process does something else that takes as long."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection


@contextmanager
def made_beside(make: Callable[[], str]) -> Iterator[Callable[[], str]]:
    """Start *make* in a fork, and yield a function that waits for its text.

    Where a fork would not be sound or not be of use, *make* is called only when the text is asked
    for. So it is where the fork ends without a text: what is wrong shows here then.
    """
    if not _is_of_use():
        yield make
        return
    fork = multiprocessing.get_context("fork")
    ours, theirs = fork.Pipe(duplex=False)
    process = fork.Process(target=_send, args=(make, theirs), daemon=True)
    process.start()
    theirs.close()

    def text() -> str:
        try:
            return ours.recv_bytes().decode()
        except EOFError:
            return make()

    try:
        yield text
    finally:
        process.kill()
        process.join()
        ours.close()


def _is_of_use() -> bool:
    """Return whether there is a second core, and no thread that a fork would lose.

    On macOS the system's own libraries may have threads that Python does not know of.
    """
    linux = sys.platform.startswith("linux")
    return linux and threading.active_count() == 1 and len(os.sched_getaffinity(0)) > 1


def _send(make: Callable[[], str], pipe: Connection) -> None:
    """Send what *make* returns. What it says is not heard: failing here, it is called again."""
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, sys.__stdout__.fileno() if sys.__stdout__ else 1)
    os.dup2(silence, sys.__stderr__.fileno() if sys.__stderr__ else 2)
    pipe.send_bytes(make().encode())
