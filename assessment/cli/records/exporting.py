"""``records export``: everything about one client, for the client."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assessment.cli.leaving import fail, refuse
from assessment.cli.reading import assessed
from assessment.cli.records.open_desk import NAME, open_desk, say, told
from assessment.cli.writing import SETTINGS, gym_paper, write_paper

if TYPE_CHECKING:
    from assessment.records.desk import Desk
    from assessment.records.values import Record


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
    from assessment.desk.exporting import write_export
    from assessment.records.papers import paper_made
    from assessment.records.shelf import client_named

    with told():
        desk = open_desk()
        key = client_named(desk.store, client)
        _make_folder(out)
        paper = gym_paper(settings, {})

        def make_paper(record: Record, target: Path) -> Path | None:
            assessment = _assessment_of(desk, record)
            if assessment is None:
                return None
            day = record.finished_at.astimezone().date()  # as on what the client took home
            made = write_paper(
                assessment, target, "both", html=False, or_html=True, paper=paper, day=day
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
    from assessment.exchange.answers_file import AnswersFileError, sheet_of
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
