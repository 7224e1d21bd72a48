"""``records export``: everything about one client, for the client."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assessment.cli.exits import fail, refuse
from assessment.cli.output import SETTINGS, gym_paper, write_paper, written
from assessment.cli.records.open_desk import NAME, open_desk, say, told

if TYPE_CHECKING:
    from assessment.casebook.history import PastScreening
    from assessment.records.sealing.payload import Content
    from assessment.records.store.values import Record
    from reports.output.content import Form
    from reports.output.print_options import PrintOptions


@click.command()
@click.argument("client")
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
    from assessment.records.store.reports_made import paper_made
    from assessment.records.store.repository import client_named

    with told():
        desk = open_desk()
        key = client_named(desk.store, client)
        _make_folder(out)
        paper = gym_paper(settings, {})

        def make_paper(record: Record, target: Path) -> Path | None:
            made = _written(past_screening(desk, record), target, paper)
            if made:
                paper_made(desk.store, record, made)
            return made

        try:
            for path in write_export(desk, key, out, make_paper, say):
                click.echo(str(path))
        except OSError as error:
            fail(f"{error.filename or out}: cannot be written: {error.strerror}")


def _written(one: PastScreening, target: Path, paper: PrintOptions) -> Path | None:
    """Write the report on *one*, and return where; None where there is none to be had.

    What today's rules cannot assess anew is printed from what is stored.
    """
    if one.content is None or one.is_incomplete:
        return None
    if one.assessment is None:
        return _written_as_stored(one.content, one.record.program, target, paper, one.day)
    return write_paper(
        one.assessment, target, "both", html=False, or_html=True, paper=paper, day=one.day
    )


def _written_as_stored(
    content: Content, program: str, target: Path, paper: PrintOptions, day: date
) -> Path:
    from reports.output.report_file import REPORT, write_whole
    from reports.output.write import stored_report_content

    def write(path: Path, form: Form) -> None:
        def make() -> bytes:
            return stored_report_content(
                content.assessment,
                content.answers,
                created=day,
                program=program,
                form=form,
                paper=paper,
            )

        write_whole(path, make, REPORT)

    return written(write, target, html=False, or_html=True)


def _make_folder(out: Path) -> None:
    try:
        out.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        refuse(NAME, (f"the folder {out} cannot be made: {error.strerror}",))
