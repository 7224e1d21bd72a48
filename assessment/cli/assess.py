"""``assess``: answers in, the assessment document out."""

from __future__ import annotations

import codecs
import gc
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from assessment.cli.options.plan_edits import CHANGES, changed, read_changes
from assessment.cli.streams.input import FILE, STDIN, assessed, choices_here, parsed, read
from assessment.core.answers import AnswerSheet
from assessment.exchange.answers_document import AnswersFileError, parse_answers
from assessment.exchange.assessment_document import document_of
from assessment.exchange.json_lines import lines_of
from assessment.exchange.json_text import MOST_BYTES
from assessment.records.store.screening_day import today
from questions.loader import load_questionnaire

CHANGES_NEED_FILE = "--changes is for one FILE, not for standard input."
DOCUMENT_BEGINS = b"{"
"""The first line of a document that is laid out for people; no answers document is one."""


@click.command()
@FILE
@CHANGES
def assess(file: str, changes_file: Path | None) -> None:
    """Print the assessment of the answers in FILE as JSON.

    With - as FILE it reads standard input: one document, begun by a line with nothing but {,
    as FILE would be; else JSON Lines, one answers document a line, and it prints one line each,
    in order. A bad line gives {"error": ..., "line": N} in its place.

    Changes of the plan that the rules do not allow are refused.
    """
    if file != STDIN:
        _print(read(file), changes_file)
        return
    if changes_file is not None:
        raise click.UsageError(CHANGES_NEED_FILE)
    stream = sys.stdin.buffer
    first = stream.readline(MOST_BYTES + 1)
    if first.removeprefix(codecs.BOM_UTF8).strip() == DOCUMENT_BEGINS:
        _print(parsed("standard input", first + stream.read(MOST_BYTES + 1)))
        return
    for line in _assessed_lines(lines_of(stream, first=first)):
        sys.stdout.write(line + "\n")
        sys.stdout.flush()


def _print(sheet: AnswerSheet, changes_file: Path | None = None) -> None:
    """Print what *sheet* comes to, with the changes in a file."""
    assessment = assessed(sheet)
    if changes_file is not None:
        assessment = changed(assessment, read_changes(changes_file), str(changes_file))
    click.echo(json.dumps(document_of(assessment), indent=2))


def _assessed_lines(lines: Iterable[bytes]) -> Iterator[str]:
    """Yield one JSON text for each of *lines*: an assessment or an error."""
    questionnaire, day, gym = load_questionnaire(), today(), choices_here()
    encode = json.JSONEncoder(check_circular=False).encode
    gc.collect()
    gc.freeze()  # the content stays for good: not worth a look at each collection
    for number, line in enumerate(lines, start=1):
        try:
            yield encode(document_of(assessed(parse_answers(line, questionnaire, day), gym)))
        except AnswersFileError as error:
            yield encode({"error": "; ".join(error.faults), "line": number})
