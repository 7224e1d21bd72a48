"""What the commands that can print share: their options, and the printing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import click

from assessment.cli.streams.exits import fail

MOST_COPIES = 99
ONE_OPENED = (
    "This computer cannot print by itself. Only one was opened; print the rest from {folder}."
)

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


def print_all(
    paths: Iterable[Path],
    copies: int | None,
    on_sent: Callable[[Path], None] = lambda _: None,
) -> None:
    """Print each file of *paths* and say what happened; *on_sent* is told of each that was sent.

    Leaves with status 1 at the first that is not taken. Where files can only be opened, one is.
    """
    from reports.errors import PrintError
    from reports.output.printing import OPENED, SENT, print_file

    said = ""
    for path in paths:
        if said == OPENED:
            fail(ONE_OPENED.format(folder=path.parent))
        try:
            said = print_file(path, copies or 1)
        except PrintError as error:
            fail(str(error))
        click.echo(said, err=True)
        if said == SENT:
            on_sent(path)
