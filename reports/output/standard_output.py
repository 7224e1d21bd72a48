"""A report that is not kept in a file but sent on: to standard output, a pipe or a device."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

from reports.errors import BadTargetError

STANDARD_OUTPUT = Path("/dev/stdout")
"""What ``-`` means as a target, also where the system has no such file."""
SAME = frozenset({STANDARD_OUTPUT, Path("/dev/fd/1"), Path("/proc/self/fd/1")})
PDF = b"%PDF"
IN_A_WINDOW = "A PDF cannot be read in this window. Name a file, or send it on: > report.pdf"


def is_stream(target: Path) -> bool:
    """Return whether what goes to *target* is sent on and not kept under that name.

    Raises:
        OSError: It cannot be looked at.
    """
    if target in SAME:
        return True
    try:
        mode = target.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISCHR(mode)


def is_same_file(target: Path, other: Path) -> bool:
    """Return whether both are one file, so that writing *target* would replace *other*."""
    return not is_stream(target) and target.exists() and other.exists() and target.samefile(other)


def send(target: Path, content: bytes) -> None:
    """Write *content* to the stream *target*.

    Raises:
        BadTargetError: It is a PDF, and somebody would see its bytes.
        OSError: It cannot be written.
    """
    if target not in SAME:
        with target.open("wb", buffering=0) as stream:
            _check(content, is_window=os.isatty(stream.fileno()))
            stream.write(content)
        return
    _check(content, is_window=sys.stdout.isatty())
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def _check(content: bytes, *, is_window: bool) -> None:
    if is_window and content.startswith(PDF):
        raise BadTargetError(IN_A_WINDOW)
