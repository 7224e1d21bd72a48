"""Wrong tries at the desk: after a few, each next one has to wait longer.

The count is kept in a file beside the PIN, so that starting the program anew is no way round.
Whoever may change that file may read the store too: it keeps off hands, not thieves.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from assessment.files.atomic_write import write_whole_file
from assessment.records.errors import WrongSecretError

NAME = "desk-tries.txt"
FREE = 3
"""Wrong tries in a row after which there is no wait yet: anybody mistypes."""
MOST_SECONDS = 300
WAIT = "That was wrong {count} times. Please wait {seconds} seconds, then try again."


@contextmanager
def throttled(folder: Path, now: Callable[[], float] = time.time) -> Iterator[None]:
    """Count a ``WrongSecretError`` from inside; forget the count where there is none.

    Raises:
        WrongSecretError: It is too soon after the last wrong try; nothing is tried.
    """
    count, at = _read(folder)
    left = math.ceil(at + wait_after(count) - now())
    if 0 < left <= MOST_SECONDS:  # a clock that was set back locks nobody out
        raise WrongSecretError(WAIT.format(count=count, seconds=left))
    try:
        yield
    except WrongSecretError:
        with suppress(OSError):  # where nothing can be kept, the secret still has to be right
            write_whole_file(folder / NAME, f"{count + 1} {int(now())}\n".encode())
        raise
    with suppress(OSError):
        (folder / NAME).unlink(missing_ok=True)


def wait_after(count: int) -> int:
    """Return the seconds to wait after so many wrong tries in a row: 0, then 5, 10, 20 ..."""
    return 0 if count < FREE else min(MOST_SECONDS, 5 * 2 ** min(count - FREE, 10))


def _read(folder: Path) -> tuple[int, float]:
    """Return how many tries were wrong, and when the last one was."""
    try:
        count, at = (folder / NAME).read_text(encoding="ascii").split()
        return int(count), float(at)
    except (OSError, ValueError):
        return 0, 0.0
