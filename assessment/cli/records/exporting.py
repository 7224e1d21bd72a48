"""``records export``: everything about one client, for the client."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

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
    from assessment.records.papers import paper_made
    from assessment.records.shelf import client_named, note, records_of

    with told():
        desk = open_desk()
        key = client_named(desk.store, client)
        records = records_of(desk.store, key)
        _make_folder(out)
        document = {
            "client": str(key),
            "records": [_record_document(desk, record) for record in records],
            "log": _log_of(desk, {key, *(record.id for record in records)}),
        }
        _write_json(out / "records.json", document)
        click.echo(str(out / "records.json"))
        paper = gym_paper(settings, {})
        for record in records:
            if assessment := _assessment_of(desk, record):
                target = out / f"{record.finished_at:%Y-%m-%d}-{record.id.hex[-8:]}.pdf"
                made = write_paper(
                    assessment, target, "both", html=False, or_html=True, paper=paper
                )
                paper_made(desk.store, record, made)
                click.echo(str(made))
        note(desk.store, "exported", key, f"{len(records)} records")


def _record_document(desk: Desk, record: Record) -> dict[str, Any]:
    """Return *record* as JSON values, opened where this program can."""
    from assessment.records.errors import StoreError
    from assessment.records.values import written

    head = {
        "id": str(record.id),
        "finished_at": written(record.finished_at),
        "corrects": str(record.corrects) if record.corrects else None,
        "questionnaire": record.questionnaire,
        "program": record.program,
    }
    try:
        return head | asdict(desk.content(record))
    except StoreError as error:
        say(f"{record.id}: {error}")
        return head | {"not_opened": str(error)}


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


def _log_of(desk: Desk, targets: set[UUID]) -> list[dict[str, str]]:
    """Return the entries of the audit log on *targets*."""
    from assessment.records.shelf import all_of
    from assessment.records.tables import AUDIT
    from assessment.records.values import AuditEntry, written

    entries: list[AuditEntry] = all_of(desk.store, AuditEntry, AUDIT.c.target.in_(targets))
    return [
        {"at": written(one.at), "action": one.action, "what": str(one.target)} for one in entries
    ]


def _make_folder(out: Path) -> None:
    try:
        out.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        refuse(NAME, (f"the folder {out} cannot be made: {error.strerror}",))


def _write_json(path: Path, document: dict[str, Any]) -> None:
    from assessment.records.whole_file import write_whole_file

    try:
        write_whole_file(path, json.dumps(document, indent=2, ensure_ascii=False).encode() + b"\n")
    except OSError as error:
        fail(f"{path}: cannot be written: {error.strerror}")
