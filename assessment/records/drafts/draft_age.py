"""How old a draft is. Only the standard library: the first frame needs to know."""

from __future__ import annotations

import time
from datetime import timedelta
from pathlib import Path

KEPT_FOR = timedelta(days=1)
"""After which the answers of somebody who did not come back are erased."""


def age_of(path: Path) -> timedelta | None:
    """Return how long ago something was written to the draft at *path*, None without one."""
    try:
        status = path.stat()
    except OSError:
        return None
    return timedelta(seconds=max(0.0, time.time() - status.st_mtime)) if status.st_size else None


def age_to_resume(path: Path) -> timedelta | None:
    """Return the age of the draft at *path*, None where there is none to go on with."""
    age = age_of(path)
    return None if age is None or age > KEPT_FOR else age
