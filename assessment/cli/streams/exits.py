"""How a command ends when it cannot go on: one line for each fault, and the right status."""

from __future__ import annotations

import errno
import sys
from typing import NoReturn

import click

REFUSED, FAILED = 2, 1
"""Exit statuses: the input was refused; anything else went wrong."""


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
    """Say one friendly line about a fault of the program, and keep it in the log."""
    from assessment.files.fault_log import write_fault
    from assessment.files.folders import log_folder
    from questions.source import ContentError

    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        click.echo("The disk is full.", err=True)
        return FAILED
    if isinstance(error, ContentError):
        click.echo(f"The program's own content has mistakes:\n{error}", err=True)
        return REFUSED
    log = write_fault(error, log_folder())
    kept = f" It is kept in {log} (without answers)." if log else ""
    click.echo(f"Sorry, something went wrong in the program.{kept}", err=True)
    return FAILED
