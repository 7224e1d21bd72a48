"""Files and folders that only their owner may read: they hold health answers."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from assessment.files.folders import NO_HOME

NO_HOME_WORDS = (
    "there is no home folder, since HOME is not set and the system does not know this user; "
    "set HOME, or XDG_DATA_HOME and its like"
)
FILE_MODE, FOLDER_MODE = 0o600, 0o700


def open_owner_only(path: str | Path, flags: int) -> int:
    """Open *path* by *flags* of ``os.open`` and return its descriptor; fit to be an ``opener``."""
    _check_home(Path(path))
    return os.open(path, flags, FILE_MODE)


def make_folder(folder: Path) -> None:
    """Make *folder*, with those above it, where it is not there."""
    _check_home(folder)
    folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)


def _check_home(path: Path) -> None:
    if path.is_relative_to(NO_HOME):
        raise NotADirectoryError(errno.ENOTDIR, NO_HOME_WORDS)
