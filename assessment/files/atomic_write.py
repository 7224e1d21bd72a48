"""Write a file whole or not at all, for its owner only."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

NO_FILE = "it is not a file"


def write_whole_file(path: Path, content: bytes) -> None:
    """Put *content* in the place of *path* in one step; it is on the disk when this returns.

    Raises:
        OSError: It cannot be written; what was there before is there.
    """
    with whole_file(path) as file:
        file.write(content)


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Write to a file that takes the place of *path* at the end, if nothing goes wrong.

    A link stays one: what it leads to is replaced. A device or a pipe never is.

    Raises:
        OSError: It cannot be written; what was there before is there.
    """
    path = Path(os.path.realpath(path))
    if path.exists() and not path.is_file():
        raise OSError(None, NO_FILE)
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".writing-", suffix=".part")
    except OSError as error:
        error.filename = str(path)  # nobody asked for the other
        raise
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Have the names of new files in *folder* on the disk too, where the system knows how.

    Raises:
        OSError: The disk does not take them.
    """
    with suppress(PermissionError):  # Windows opens no folder, and needs no such call
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        except OSError as error:
            if error.errno != errno.EINVAL:  # a share of another computer
                raise
        finally:
            os.close(descriptor)
