"""A text made in a fork while this process does something else that takes as long."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NoReturn


@contextmanager
def made_beside(make: Callable[[], str]) -> Iterator[Callable[[], str]]:
    """Start *make* in a fork, and yield a function that waits for its text.

    Where a fork would not be sound or not be of use, *make* is called only when the text is
    asked for. So it is where the fork ended without a text: what was wrong shows here then.
    """
    if not _is_of_use():
        yield make
        return
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _tell(make, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        ended: list[int] = []

        def text() -> str:
            content = pipe.read()
            ended.append(os.waitpid(child, 0)[1])
            return content.decode() if ended == [0] else make()

        try:
            yield text
        finally:
            pipe.close()  # a fork that nobody listens to ends as it writes
            if not ended:
                os.waitpid(child, 0)


def _is_of_use() -> bool:
    """Return whether there is a second core, and no thread that a fork would lose.

    On macOS the system's own libraries may have threads that Python does not know of.
    """
    linux = sys.platform.startswith("linux")
    return linux and threading.active_count() == 1 and len(os.sched_getaffinity(0)) > 1


def _tell(make: Callable[[], str], writing: int) -> NoReturn:
    """Write what *make* returns and end at once: nothing of the other process is cleaned up.

    What *make* says is not heard: where it fails it is called again, and heard then.
    """
    status = 1
    try:
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        content = make().encode()
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(content)
        status = 0
    finally:
        os._exit(status)
