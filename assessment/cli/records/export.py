"""``records export``: everything about one client, or many screenings as a table."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assessment.cli.options.day import PastDay
from assessment.cli.options.given_path import GivenPath
from assessment.cli.options.ids import CLIENT_ID
from assessment.cli.options.paper import SETTINGS, gym_print_options
from assessment.cli.records import words
from assessment.cli.records.open_desk import NAME, check_free, open_desk, say, told
from assessment.cli.streams.exits import FAILED, fail, refuse
from assessment.cli.streams.output import write_report
from assessment.cli.streams.progress import progress
from assessment.files.full_disk import reason

if TYPE_CHECKING:
    from assessment.casebook.selection import Chosen
    from assessment.records.sealing.desk_session import Desk
    from assessment.records.store.values import Record


@click.command()
@click.argument("client", type=CLIENT_ID, required=False)
@click.option(
    "--out",
    type=GivenPath(folder=True),
    help="A folder for all about CLIENT; it is made where there is none.",
)
@click.option(
    "--csv",
    "table",
    type=GivenPath(),
    metavar="FILE",
    help="A table: a row for each screening, a column for each item, and a codebook beside it.",
)
@click.option("--since", type=PastDay(), metavar="DAY", help="In the table: of that day or later.")
@click.option("--newest", is_flag=True, help="In the table: of each client the newest only.")
@click.option("--names", is_flag=True, help="In the table: with the names of people.")
@click.option("--replace", "replaces", is_flag=True, help="Replace a table that is there.")
@SETTINGS
def export(
    client: str | None,
    out: Path | None,
    table: Path | None,
    since: date | None,
    newest: bool,
    names: bool,
    replaces: bool,
    settings: Path | None,
) -> None:
    """Write all that is kept about CLIENT into a folder, or screenings as a CSV table.

    With --out it is JSON, and a PDF for each record, which the client may ask for; corrected
    records are among it, and who opened them. With --csv it is a table of all clients, or of
    CLIENT (an id), for a spreadsheet or for statistics. No name stands in it without --names.
    """
    if (out is None) == (table is None):
        raise click.UsageError("Name either a folder with --out, or a table with --csv.")
    if table:
        if settings:
            raise click.UsageError("--settings goes with --out.")
        _check_table(table, replaces=replaces)
        _export_table(table, client, since, newest=newest, names=names)
        return
    if since or newest or names or replaces:
        raise click.UsageError("--since, --newest, --names and --replace go with --csv.")
    if client is None or out is None:
        raise click.UsageError("Name the client by an id: records list shows them.")
    _export_client(client, out, settings)


def _export_client(client: str, out: Path, settings: Path | None) -> None:
    """Write all about the client called *client* into the folder *out*."""
    from assessment.casebook.exporting import write_export
    from assessment.casebook.history import past_screening
    from assessment.casebook.record_reports import request_for
    from assessment.records.store.reports_made import paper_made
    from assessment.records.store.repository import client_named

    with told():
        desk = open_desk()
        key = client_named(desk.store, client)
        _make_folder(out)
        print_options = gym_print_options(settings, {})

        def make_paper(record: Record, target: Path) -> Path | None:
            request = request_for(past_screening(desk, record))
            if request is None:
                return None
            made = write_report(replace(request, print_options=print_options), target)
            paper_made(desk.store, record, made)
            return made

        try:
            for path in write_export(desk, key, out, make_paper, say):
                click.echo(str(path))
        except OSError as error:
            fail(f"{error.filename or out}: cannot be written: {reason(error)}")


def _export_table(
    table: Path, client: str | None, since: date | None, *, newest: bool, names: bool
) -> None:
    """Write the table and its codebook, and say where they are.

    Leaves with status 1 where a screening could not be opened.
    """
    from assessment.casebook.datasets.table_files import codebook_of, write_table

    with told():
        desk = open_desk()
        screenings = _screenings(desk, client, since, newest=newest)
        try:
            with progress("Writing", len(screenings)) as shown:
                written = write_table(
                    desk, screenings, table, names=names, tell=shown.tell, on_progress=shown.at
                )
        except OSError as error:
            fail(f"{error.filename or table}: cannot be written: {reason(error)}")
    click.echo(str(table))
    click.echo(str(codebook_of(table)))
    say(words.TABLE.format(rows=written.rows))
    if written.left_out:
        say(words.LEFT_OUT.format(left_out=written.left_out))
        sys.exit(FAILED)


def _screenings(
    desk: Desk, client: str | None, since: date | None, *, newest: bool
) -> list[Chosen]:
    from assessment.casebook.clients import clients_of
    from assessment.casebook.selection import screenings_of
    from assessment.records.store.repository import client_named

    key = client_named(desk.store, client) if client else None
    with progress("Opening") as shown:
        clients = clients_of(desk, shown.at)
    meant = [one for one in clients.all if key in (None, one.key)]
    return list(screenings_of(meant, since, newest_only=newest))


def _check_table(table: Path, *, replaces: bool) -> None:
    """Leave where the table cannot be written, before a secret is asked for."""
    from assessment.casebook.datasets.table_files import codebook_of
    from reports.errors import BadTargetError
    from reports.output.report_file import check_place

    for path in (table, codebook_of(table)):
        try:
            check_place(path, words.THE_TABLE)
        except BadTargetError as error:
            refuse(NAME, (str(error),))
        check_free(path, replaces=replaces)


def _make_folder(out: Path) -> None:
    from assessment.files.owner_only import make_folder

    try:
        make_folder(out)
    except OSError as error:
        refuse(NAME, (f"the folder {out} cannot be made: {reason(error)}",))
