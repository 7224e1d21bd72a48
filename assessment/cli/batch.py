"""``report --all``, ``--since`` and ``--client``: the reports on screenings in the records.

The desk is opened once. What is sealed is opened here, one record at a time, and goes to the
processes that make the reports through a pipe, never through a file.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assessment.cli.options.printing import print_all
from assessment.cli.records.open_desk import open_desk, say, told
from assessment.cli.streams.exits import FAILED, fail, refuse
from assessment.cli.streams.progress import progress
from assessment.files.full_disk import reason

if TYPE_CHECKING:
    from assessment.casebook.batches.batch_files import BatchItem, BatchRequest
    from assessment.casebook.batches.run import Batch
    from assessment.casebook.selection import Chosen
    from assessment.cli.options.batch import BatchOptions
    from assessment.records.sealing.desk_session import Desk

NAME = "report"
NOTHING = "There is no such screening."
GO_ON = "Stopped. {whole} of {of} reports in {folder} are whole. To go on, type the same again."
DONE = "{whole} of {of} reports are in {folder}: {made} made now, {kept} up to date before."
OLD_PAPER = "{old} is from before a correction; {new} takes its place."
LABEL = "Making reports"


def make_batch(
    options: BatchOptions, request: BatchRequest, *, to_printer: bool, copies: int | None
) -> None:
    """Make the reports that *options* mean, say what was made, and print them if asked to.

    Leaves with status 1 where one could not be made or printed, or when it is stopped.
    """
    from assessment.casebook.batches.run import Batch

    with told(NAME):
        desk = open_desk()
        batch = Batch(desk, _screenings(desk, options), request)
        if not batch.items:
            say(NOTHING)
            return
        _make_folder(request.folder)
        try:
            _make(batch, options.jobs)
        except KeyboardInterrupt:
            _say_counts(GO_ON, batch, request.folder)
            sys.exit(FAILED)
        _say_counts(DONE, batch, request.folder)
        for old, new in batch.outdated():
            say(OLD_PAPER.format(old=old, new=new.name))
        if to_printer:
            _print(desk, batch.whole, copies)
    if batch.todo:
        sys.exit(FAILED)


def _screenings(desk: Desk, options: BatchOptions) -> Iterator[Chosen]:
    from assessment.casebook.clients import clients_of
    from assessment.casebook.selection import clients_meant, screenings_of

    with progress("Opening") as shown:
        clients = clients_of(desk, shown.at)
    since = options.since
    meant = clients_meant(clients, options.clients)
    return screenings_of(meant, since, newest_only=options.newest_only)


def _make(batch: Batch, jobs: int | None) -> None:
    """Make what is to do by *jobs* processes; None is one for each core."""
    from assessment.cli.quiz import report_command
    from assessment.reporting.pool import AHEAD, ReportPool, usable_cores
    from reports.errors import ReportError

    batch.register()
    if not batch.todo:
        return
    number = min(len(batch.todo), jobs or usable_cores())
    try:
        with (
            progress(LABEL, len(batch.todo)) as shown,
            ReportPool(report_command(), number) as pool,
        ):
            batch.make(pool.submit, AHEAD * number, shown)
    except ReportError as error:
        fail(str(error))


def _say_counts(words: str, batch: Batch, folder: Path) -> None:
    """Say how many are whole; a single one is named on standard output, as ``report`` does."""
    whole, of = batch.whole, len(batch.items)
    if of == len(whole) == 1:
        click.echo(str(whole[0].path))
        return
    made, kept = len(batch.made), len(batch.kept)
    click.echo(words.format(whole=len(whole), of=of, folder=folder, made=made, kept=kept))


def _print(desk: Desk, items: list[BatchItem], copies: int | None) -> None:
    """Print the report of each item, and note it."""
    from assessment.records.store.repository import note

    records = {item.path: item.record for item in items}
    print_all(records, copies, lambda path: note(desk.store, "printed", records[path]))


def _make_folder(folder: Path) -> None:
    from assessment.files.owner_only import make_folder

    try:
        make_folder(folder)
    except OSError as error:
        refuse(NAME, (f"the folder {folder} cannot be made: {reason(error)}",))
