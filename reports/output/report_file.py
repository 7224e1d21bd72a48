"""A whole file, or nothing: no half page, no left-over, nothing for others to read."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from assessment.files.atomic_write import NO_FILE, write_whole_file
from reports.errors import BadTargetError, ReportError
from reports.output.standard_output import is_stream, send

REPORT, BLANK, ANSWERS = "The report", "The questionnaire", "The file of answers"

REASONS = {
    errno.ENOENT: "the folder {folder} is not there",
    errno.ENOTDIR: "{folder} is not a folder",
    errno.EISDIR: "it is a folder",
    errno.EACCES: "you may not write in {folder}, or the file is open in another program",
    errno.EPERM: "you may not write in {folder}, or the file is open in another program",
    errno.EROFS: "{folder} can only be read",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk is full",
    errno.ENAMETOOLONG: "the name is too long",
    errno.EINVAL: "the name is not one that a file can have",
}
"""Why a file could not be written; what is not here is told in the system's own words."""


def write_whole(target: Path, make: Callable[[], bytes], what: str) -> None:
    """Write what *make* returns to *target* in one step, for its owner only; to a stream, send it.

    *what* it is, as a sentence begins, stands in the message of an error.

    Raises:
        BadTargetError: *target* is no place for a file; *make* was not called.
        ReportError: It could not be written; *target* is as it was.
    """
    check_place(target, what)
    content = make()
    with _explained(target, ReportError, what):
        if is_stream(target):
            send(target, content)
        else:
            write_whole_file(_place_of(target), content)


def check_place(target: Path, what: str) -> None:
    """Make sure that a file can stand at *target*.

    Raises:
        BadTargetError: It is no place for a file.
    """
    with _explained(target, BadTargetError, what):
        _place_of(target)


def _place_of(target: Path) -> Path:
    """Return the file that *target* means, links followed, if one can be written there."""
    if is_stream(target):
        return target
    final = Path(os.path.realpath(target))
    if not final.parent.is_dir():
        raise OSError(errno.ENOTDIR if final.parent.exists() else errno.ENOENT, "")
    if final.is_dir():
        raise OSError(errno.EISDIR, "")
    if final.exists() and not final.is_file():
        raise OSError(None, NO_FILE)
    return final


@contextmanager
def _explained(target: Path, kind: type[ReportError], what: str) -> Iterator[None]:
    """Turn what the system says into one sentence: what, where, why."""
    try:
        yield
    except (OSError, ValueError) as error:
        code = error.errno if isinstance(error, OSError) else errno.EINVAL
        folder = Path(str(target).replace("\0", "")).absolute().parent
        reason = REASONS.get(code or 0, "").format(folder=folder)
        reason = reason or getattr(error, "strerror", "") or str(error)
        raise kind(f"{what} was not written to {target}: {reason}.") from error
