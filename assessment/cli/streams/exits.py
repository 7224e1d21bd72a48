"""How a command ends when it cannot go on: one line for each fault, and the right status."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

import click

DONE, FAILED, REFUSED, HUNG_UP, ENDED = 0, 1, 2, 129, 143
EXIT_STATUSES: Mapping[int, str] = {
    DONE: "Done. An outcome other than train is a result, not a fault.",
    FAILED: "Something went wrong, or a check found a fault, or it was stopped with Ctrl-C.",
    REFUSED: "What was given was refused: one line for each fault on standard error.",
    HUNG_UP: "The window of a screen was closed. What was answered is kept.",
    ENDED: "Another program ended a screen. What was answered is kept.",
}
"""What each exit status means, as the manual has it. The last two are 128 and a signal's number."""

PART_MISSING = (
    "Part of the program is missing or broken: {part}. Please run start.py in its folder again, "
    "which sets it up anew (where it was installed by pip, install it again)."
)


def refuse(name: str, faults: tuple[str, ...]) -> NoReturn:
    """Leave with one line on standard error for each fault of what was given."""
    for fault in faults:
        click.echo(f"{name}: {fault}", err=True)
    sys.exit(REFUSED)


def fail(sentence: str) -> NoReturn:
    """Leave with *sentence* on standard error."""
    click.echo(sentence, err=True)
    sys.exit(FAILED)


def fault_status(error: Exception) -> int:
    """Say one friendly line about a fault of the program, and keep it in the log.

    What the system refuses is told in its own words: it is no fault of the program.
    """
    from assessment.files.fault_log import write_fault
    from assessment.files.folders import log_folder
    from assessment.files.full_disk import FULL, is_full
    from questions.source import ContentError

    if isinstance(error, OSError) and is_full(error):
        click.echo(FULL, err=True)
        return FAILED
    if isinstance(error, ContentError):
        click.echo(f"The program's own content has mistakes:\n{error}", err=True)
        return REFUSED
    if isinstance(error, ImportError) and _is_of_a_part(error):
        (Path(sys.prefix) / "ready.json").unlink(missing_ok=True)  # start.py sets up anew then
        click.echo(PART_MISSING.format(part=error.name), err=True)
        return FAILED
    log = write_fault(error, log_folder())
    if isinstance(error, OSError) and error.strerror:
        where = f"{error.filename}: " if error.filename else ""
        click.echo(f"{where}{error.strerror}.", err=True)
        return FAILED
    kept = f" It is kept in {log} (without answers)." if log else ""
    click.echo(f"Sorry, something went wrong in the program.{kept}", err=True)
    return FAILED


def _is_of_a_part(error: ImportError) -> bool:
    """Return whether *error* is about a library, and not about code of ours."""
    return (error.name or "").partition(".")[0] not in {"", "assessment", "questions", "reports"}
