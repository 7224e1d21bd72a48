"""``report --all``, ``--since`` and ``--client``: the reports on screenings in the records.

The desk is opened once. What is sealed is opened here, one record at a time, and goes to the
processes that make the reports through a pipe, never through a file.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assessment.cli.batch_plans import Plan, Wanted, papers_before_corrections, planned
from assessment.cli.batch_run import BatchRun
from assessment.cli.exits import FAILED, refuse
from assessment.cli.print_options import print_all
from assessment.cli.records.open_desk import open_desk, progress, say, told

if TYPE_CHECKING:
    from assessment.cli.batch_options import Choice
    from assessment.records.sealing.desk_session import Desk

NAME = "report"
NOTHING = "There is no such screening."
GO_ON = "Stopped. {whole} of {of} reports in {folder} are whole. To go on, type the same again."
DONE = "{whole} of {of} reports are in {folder}: {made} made now, {kept} up to date before."
OLD_PAPER = "{old} is from before a correction; {new} takes its place."


def make_batch(choice: Choice, wanted: Wanted, *, to_printer: bool, copies: int | None) -> None:
    """Make the reports that *choice* means, say what was made, and print them if asked to.

    Leaves with status 1 where one could not be made or printed, or when it is stopped.
    """
    with told(NAME):
        desk = open_desk()
        plans = _plans(desk, choice, wanted)
        if not plans:
            say(NOTHING)
            return
        _make_folder(wanted.folder)
        run = BatchRun(desk, plans, wanted)
        try:
            run.make(choice.jobs)
        except KeyboardInterrupt:
            _say_counts(GO_ON, run, wanted.folder)
            sys.exit(FAILED)
        _say_counts(DONE, run, wanted.folder)
        for old, new in papers_before_corrections(run.whole(), wanted):
            say(OLD_PAPER.format(old=old, new=new.name))
        if to_printer:
            _print(desk, run.whole(), copies)
    if len(run.whole()) < len(plans):
        sys.exit(FAILED)


def _plans(desk: Desk, choice: Choice, wanted: Wanted) -> list[Plan]:
    from assessment.casebook.clients import clients_of
    from assessment.casebook.selection import clients_meant, screenings_of

    with progress("Opening") as on_progress:
        clients = clients_of(desk, on_progress)
    since = choice.since.date() if choice.since else None
    meant = clients_meant(clients, choice.clients)
    return planned(screenings_of(meant, since, newest_only=choice.newest_only), wanted)


def _say_counts(words: str, run: BatchRun, folder: Path) -> None:
    """Say how many are whole; a single one is named on standard output, as ``report`` does."""
    whole = run.whole()
    if len(run.plans) == len(whole) == 1:
        click.echo(str(whole[0].path))
        return
    made, kept = len(run.made), len(run.kept)
    click.echo(
        words.format(whole=len(whole), of=len(run.plans), folder=folder, made=made, kept=kept)
    )


def _print(desk: Desk, plans: list[Plan], copies: int | None) -> None:
    """Print the report of each plan, and note it."""
    from assessment.records.store.repository import note

    records = {plan.path: plan.record for plan in plans}
    print_all(records, copies, lambda path: note(desk.store, "printed", records[path]))


def _make_folder(folder: Path) -> None:
    from assessment.files.owner_only import make_folder

    try:
        make_folder(folder)
    except OSError as error:
        refuse(NAME, (f"the folder {folder} cannot be made: {error.strerror}",))
