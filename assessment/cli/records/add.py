"""``records add`` and ``records clearance``: what comes into the store."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from assessment.cli.options.day import PastDay
from assessment.cli.options.given_path import GivenPath
from assessment.cli.options.ids import CLIENT_ID, RECORD_ID
from assessment.cli.records import words
from assessment.cli.records.open_desk import NAME, folder, open_at, open_here, say, told
from assessment.cli.streams.exits import refuse
from assessment.cli.streams.input import FILE, read


@click.command()
@FILE
@click.option(
    "--client",
    "client_name",
    type=CLIENT_ID,
    metavar="ID",
    help="Id of a client who was here before: a re-test.",
)
@click.option(
    "--paper",
    "papers",
    multiple=True,
    type=GivenPath(),
    help="A report on it that was written already, to be erased with the client.",
)
def add(file: str, client_name: str | None, papers: tuple[Path, ...]) -> None:
    """Assess the answers in FILE and keep them; print the id of the record.

    It needs no passphrase: this computer can add, not read. Where the store cannot be opened
    now, the record waits beside it, sealed if the store is, and goes in at the next chance.
    """
    from assessment.casebook.intake import add_screening

    for path in papers:
        if not path.is_file():
            refuse(str(path), (words.NO_PAPER,))
    sheet, now = read(file), datetime.datetime.now(tz=datetime.UTC)
    with told():
        record = add_screening(
            sheet, folder(), open_here, now=now, tell=say, client=client_name, papers=papers
        )
    click.echo(str(record.id))


@click.command()
@click.argument("record", type=RECORD_ID)
@click.option("--by", required=True, help="The clinician.")
@click.option("--on", required=True, type=PastDay(), help="The day, such as 2026-11-29 or today.")
@click.option(
    "--for",
    "flags",
    metavar="FLAG",
    required=True,
    multiple=True,
    help="A flag that was cleared, by its code or id, such as R29; may be given several times. "
    "all stands for every flag that is up and can be cleared.",
)
def clearance(record: str, by: str, on: datetime.date, flags: tuple[str, ...]) -> None:
    """Record that a clinician cleared the client of RECORD; print the id of the new record.

    It lifts the flags that it names and no other, nor one that comes up later. The old record
    stays as it is; the new one names it, and takes its place in lists.
    """
    from assessment.casebook.clearance import (
        ClearanceError,
        cleared_in,
        flags_meant,
        in_words,
    )
    from assessment.casebook.corrections import sheet_in, with_answers
    from assessment.core.answers import AnswerError
    from assessment.exchange.answers_document import AnswersFileError
    from assessment.records.store.screening_day import today

    with told():
        desk, old = open_at(record)
        try:
            sheet = sheet_in(desk.content(old))
            named = flags_meant(sheet, flags)
            answer = {"by": by, "on": on.isoformat(), "for": named}
            new = with_answers(desk, old, {"clearance": answer}, "clearance", today())
        except AnswersFileError as error:
            refuse(f"{NAME}: {record}", error.faults)
        except ClearanceError as error:
            refuse(NAME, error.faults)
        except AnswerError as error:
            refuse(NAME, (str(error),))
    lost = [flag for flag in cleared_in(sheet) if flag not in named]
    if lost:
        say(words.CLEARED_NO_MORE.format(flags=in_words(lost, sheet.questionnaire)))
    click.echo(str(new.id))
