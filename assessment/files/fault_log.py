"""The log of faults in the program: what went wrong and where, never an answer."""

from __future__ import annotations

import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path

from assessment.files.owner_only import make_folder, open_owner_only
from assessment.version import VERSION


def write_fault(error: BaseException, folder: Path) -> Path | None:
    """Append *error* to the log in *folder* and return the log, or None if that fails too.

    The message of an exception and its local variables may hold an answer, so only its
    kind and the lines of code that it passed are kept.
    """
    path = folder / "faults.log"
    try:
        make_folder(folder)
        with open(path, "a", encoding="utf-8", opener=open_owner_only) as log:
            log.write("\n".join(_lines(error)) + "\n\n")
    except OSError:
        return None
    return path


def _lines(error: BaseException) -> list[str]:
    now = datetime.now(tz=UTC).isoformat(timespec="seconds")
    lines = [f"{now} posterior-chain {VERSION} Python {sys.version.split()[0]} {sys.platform}"]
    chain: BaseException | None = error
    while chain is not None:
        lines.append(f"{type(chain).__module__}.{type(chain).__qualname__}")
        lines += [
            f"  {frame.filename}:{frame.lineno} in {frame.name}"
            for frame in traceback.extract_tb(chain.__traceback__)
        ]
        chain = chain.__cause__ or chain.__context__
    return lines
