"""A lock on a file that one program at a time can have; the system frees it when one dies."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assessment.files.owner_only import open_owner_only

SECONDS_BETWEEN_TRIES = 0.02


class FileLockedError(Exception):
    """Another program has the lock."""


@contextmanager
def file_lock(path: Path, patience_seconds: float = 0.0) -> Iterator[None]:
    """Hold the lock on the file at *path*, made where there is none.

    Raises:
        FileLockedError: Another program has had it for *patience_seconds*.
        OSError: The file cannot be opened.
    """
    descriptor = open_owner_only(path, os.O_RDWR | os.O_CREAT)
    try:
        _wait_for(descriptor, time.monotonic() + patience_seconds)
        yield
    finally:
        os.close(descriptor)


def _wait_for(descriptor: int, until: float) -> None:
    while True:
        try:
            return _lock(descriptor)
        except OSError as error:
            if time.monotonic() >= until:
                raise FileLockedError from error
            time.sleep(SECONDS_BETWEEN_TRIES)


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        """Take the lock or raise OSError at once."""
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        """Take the lock or raise OSError at once."""
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
