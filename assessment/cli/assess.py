"""``assess``: answers in, the assessment document out."""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Iterator
from typing import BinaryIO

import click

from assessment.cli.streams.input import FILE, STDIN, assessed, read
from assessment.exchange.answers_document import AnswersFileError, parse_answers
from assessment.exchange.assessment_document import document_of
from assessment.exchange.json_lines import lines_of
from assessment.records.store.screening_day import today
from questions.loader import load_questionnaire


@click.command()
@FILE
def assess(file: str) -> None:
    """Print the assessment of the answers in FILE as JSON.

    With - as FILE it reads JSON Lines from standard input, one answers document a line,
    and prints one line each, in order. A bad line gives {"error": ..., "line": N} in its
    place.
    """
    if file == STDIN:
        for line in _assessed_lines(sys.stdin.buffer):
            sys.stdout.write(line + "\n")
            sys.stdout.flush()
        return
    document = document_of(assessed(read(file)))
    click.echo(json.dumps(document, indent=2))


def _assessed_lines(stream: BinaryIO) -> Iterator[str]:
    """Yield one JSON text for each line of *stream*: an assessment or an error."""
    questionnaire, day = load_questionnaire(), today()
    encode = json.JSONEncoder(check_circular=False).encode
    gc.collect()
    gc.freeze()  # the content stays for good: not worth a look at each collection
    for number, line in enumerate(lines_of(stream), start=1):
        try:
            yield encode(document_of(assessed(parse_answers(line, questionnaire, day))))
        except AnswersFileError as error:
            yield encode({"error": "; ".join(error.faults), "line": number})
