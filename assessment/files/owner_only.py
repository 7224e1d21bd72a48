"""Files and folders that only their owner may read: they hold health answers."""

from __future__ import annotations

import os
from pathlib import Path

FILE_MODE, FOLDER_MODE = 0o600, 0o700


def open_owner_only(path: str | Path, flags: int) -> int:
    """Open *path* by *flags* of ``os.open`` and return its descriptor; fit to be an ``opener``."""
    return os.open(path, flags, FILE_MODE)


def make_folder(folder: Path) -> None:
    """Make *folder*, with those above it, where it is not there."""
    folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
