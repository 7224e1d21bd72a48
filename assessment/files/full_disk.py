"""Whether a disk is full: told apart from a missing folder and a missing right."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

FULL = "The disk is full."
FULL_CODES = frozenset(
    getattr(errno, name) for name in ("ENOSPC", "EDQUOT", "EFBIG") if hasattr(errno, name)
)
"""No room on the disk, none left of what this person may use, or for one file."""
PROBE_BYTES = 64 * 1024


def is_full(error: OSError) -> bool:
    """Return whether *error* says that there is no room."""
    return error.errno in FULL_CODES


def reason(error: OSError) -> str:
    """Return why something cannot be written, as the end of a sentence."""
    return "the disk is full" if is_full(error) else (error.strerror or "the system refuses it")


def has_no_room(folder: Path) -> bool:
    """Return whether nothing more goes into *folder*, by trying; what is tried is taken away.

    For libraries that say only that something went wrong.
    """
    try:
        with tempfile.TemporaryFile(dir=folder, buffering=0) as probe:
            probe.write(bytes(PROBE_BYTES))
            os.fsync(probe.fileno())
    except OSError as error:
        return is_full(error)
    return False
