"""``records export``: everything about one client, for the client."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assessment.cli.exits import fail, refuse
from assessment.cli.input import assessed
from assessment.cli.options.paper import SETTINGS, gym_print_options
from assessment.cli.output import write_report
from assessment.cli.records.open_desk import NAME, open_desk, say, told

if TYPE_CHECKING:
    from assessment.records.sealing.desk_session import Desk
    from assessment.records.store.values import Record


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
    from assessment.exchange.answers_document import answers_document
    from assessment.records.store.reports_made import paper_made
    from assessment.records.store.repository import client_named
    from assessment.reporting.request import ReportRequest

    with told():
        desk = open_desk()
        key = client_named(desk.store, client)
        _make_folder(out)
        print_options = gym_print_options(settings, {})

        def make_paper(record: Record, target: Path) -> Path | None:
            assessment = _assessment_of(desk, record)
            if assessment is None:
                return None
            day = record.finished_at.astimezone().date()  # as on what the client took home
            document = answers_document(assessment.sheet)
            made = write_report(
                ReportRequest(document, day, or_html=True, print_options=print_options), target
            )
            paper_made(desk.store, record, made)
            return made

        try:
            for path in write_export(desk, key, out, make_paper, say):
                click.echo(str(path))
        except OSError as error:
            fail(f"{error.filename or out}: cannot be written: {error.strerror}")


def _assessment_of(desk: Desk, record: Record) -> Any:
    """Return what *record* means, None where there is no report on it to be had."""
    from assessment.core.gate import Outcome
    from assessment.exchange.answers_document import AnswersFileError, sheet_of
    from assessment.records.errors import StoreError
    from questions.loader import load_questionnaire

    try:
        content = desk.content(record)
        assessment = assessed(sheet_of(content.answers, load_questionnaire()))
    except (StoreError, AnswersFileError):
        return None
    return None if assessment.outcome is Outcome.INCOMPLETE else assessment


def _make_folder(out: Path) -> None:
    try:
        out.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        refuse(NAME, (f"the folder {out} cannot be made: {error.strerror}",))
