"""``records export``: everything about one client, for the client."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assessment.cli.options.ids import CLIENT_ID
from assessment.cli.options.paper import SETTINGS, gym_print_options
from assessment.cli.records.open_desk import NAME, open_desk, say, told
from assessment.cli.streams.exits import fail, refuse
from assessment.cli.streams.output import write_report

if TYPE_CHECKING:
    from assessment.records.store.values import Record


@click.command()
@click.argument("client", type=CLIENT_ID)
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="A folder; it is made where there is none.",
)
@SETTINGS
def export(client: str, out: Path, settings: Path | None) -> None:
    """Write all that is kept about CLIENT (an id) into a folder: JSON, and a PDF a record.

    The client may ask for it. Corrected records are among it, and who opened them.
    """
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
            fail(f"{error.filename or out}: cannot be written: {error.strerror}")


def _make_folder(out: Path) -> None:
    from assessment.files.owner_only import make_folder

    try:
        make_folder(out)
    except OSError as error:
        refuse(NAME, (f"the folder {out} cannot be made: {error.strerror}",))
