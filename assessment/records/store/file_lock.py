"""One program at a time, for what a database cannot guard itself: its own file."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assessment.records.errors import BUSY, StoreBusyError, StoreReadOnlyError

OWNER_ONLY = 0o600
SECONDS_BETWEEN_TRIES = 0.02


@contextmanager
def hold(path: Path, seconds: float) -> Iterator[None]:
    """Hold the lock at *path*, which the system takes back when the program ends or dies.

    Raises:
        StoreBusyError: Another program has had it for *seconds*.
        StoreReadOnlyError: Nothing can be written there.
    """
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, OWNER_ONLY)
    except OSError as error:
        raise StoreReadOnlyError(f"Nothing can be written to {path.parent}.") from error
    try:
        _wait_for(descriptor, path, time.monotonic() + seconds)
        yield
    finally:
        os.close(descriptor)


def _wait_for(descriptor: int, path: Path, until: float) -> None:
    while True:
        try:
            _lock(descriptor)
        except OSError as error:
            if time.monotonic() >= until:
                raise StoreBusyError(BUSY.format(place=path.parent)) from error
            time.sleep(SECONDS_BETWEEN_TRIES)
        else:
            return


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
