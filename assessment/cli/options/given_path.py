"""A path that a person typed: looked at before anything is done, whatever it is for."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import click

from reports.output.standard_output import STANDARD_OUTPUT

DASH = "-"
EMPTY = "no name stands there."
NEEDS_FILE = "- stands for a stream; this needs the name of a file or folder."
LIKE_A_FOLDER = "{path!r} ends like a folder; name a file in it."
GONE = (
    "the folder that you are in is not there any more. Go to another one (cd), or type the whole "
    "path."
)
REASONS = {
    errno.ENAMETOOLONG: "the name is too long.",
    errno.ELOOP: "it is a link that leads to itself.",
    errno.EACCES: "you may not look into the folder that it is in.",
    errno.EINVAL: "it is not a name that a file can have.",
}
MOST_SHOWN = 60
"""Characters of a path that are repeated where it is refused."""
MAY_BE_MISSING = (errno.ENOENT, errno.ENOTDIR)
"""Whether that is a fault, only the command knows."""


class GivenPath(click.Path):
    """Takes a path as people write it, ``~`` and all, or says what is wrong with it.

    *stream*: whether ``-`` may stand there; as a target it becomes ``STANDARD_OUTPUT``. *folder*:
    whether a folder is meant and not a file.
    """

    def __init__(self, *, stream: bool = False, folder: bool = False, text: bool = False) -> None:
        super().__init__(file_okay=not folder, allow_dash=stream, path_type=None if text else Path)
        self._stream, self._folder = stream, folder

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path that *value* is; a ``-`` for standard input as it is."""
        text = os.fsdecode(value)
        if text == DASH:
            if not self._stream:
                self.fail(NEEDS_FILE, param, ctx)
            return STANDARD_OUTPUT if self.type is Path else DASH
        path = at_home(text)
        if fault := path_fault(path, is_folder=self._folder):
            self.fail(fault, param, ctx)
        return super().convert(path, param, ctx)


def path_fault(path: str, *, is_folder: bool = False) -> str:
    """Return why *path* can be no file, or folder, as a sentence; empty: it can be one."""
    if not path:
        return EMPTY
    shown = path if len(path) <= MOST_SHOWN else f"{path[:MOST_SHOWN]}..."
    place = Path(path)
    if not place.is_absolute() and not _is_somewhere():
        return GONE
    try:
        place.stat()
    except ValueError:
        return f"{shown!r}: {REASONS[errno.EINVAL]}"
    except OSError as error:
        if error.errno not in MAY_BE_MISSING:
            return f"{shown!r}: {REASONS.get(error.errno or 0, f'{error.strerror}.')}"
    ends_like_folder = path.endswith((os.sep, os.altsep or os.sep))
    if ends_like_folder and not is_folder and not place.is_dir():
        return LIKE_A_FOLDER.format(path=shown)
    return ""


def _is_somewhere() -> bool:
    try:
        return Path.cwd().is_absolute()
    except OSError:
        return False


def at_home(text: str) -> str:
    """Return the path *text* with ``~`` as the home folder, if no file is called so."""
    is_name = os.path.lexists(text.partition(os.sep)[0])
    return text if is_name else os.path.expanduser(text)  # noqa: PTH111  # a slash at its end stays
