"""What the commands that can print share: their options, and the printing."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from assessment.cli.leaving import fail

MOST_COPIES = 99

PRINT = click.option("--print", "to_printer", is_flag=True, help="Print it as well.")
COPIES = click.option(
    "--copies",
    type=click.IntRange(1, MOST_COPIES),
    help="How many copies --print makes.  [default: 1]",
)


def check_copies(to_printer: bool, copies: int | None) -> None:
    """Refuse a number of copies where nothing is printed."""
    if copies is not None and not to_printer:
        raise click.UsageError("--copies goes with --print.")


def print_all(paths: Iterable[Path], copies: int | None) -> None:
    """Print each file of *paths*, and say what happened; leave at the first that is not taken."""
    from reports.errors import PrintError
    from reports.printing import print_file

    for path in paths:
        try:
            said = print_file(path, copies or 1)
        except PrintError as error:
            fail(str(error))
        click.echo(said, err=True)
