"""What a command is given: an answers document in a file or on standard input."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assessment.cli.options.given_path import GivenPath
from assessment.cli.streams.exits import refuse

if TYPE_CHECKING:
    from assessment.catalogue.gym_choices import GymChoices
    from assessment.core.answers import AnswerSheet
    from assessment.core.assess import Assessment

STDIN = "-"
FILE = click.argument("file", metavar="FILE", type=GivenPath(stream=True, text=True))


def read(file: str, *, refuses_earlier: bool = True) -> AnswerSheet:
    """Return the answers in *file* (or on standard input), or leave with every fault.

    Raises:
        AskedLessError: They are of a version that asked less, and it is not to be refused here.
    """
    from assessment.exchange.answers_document import (
        AnswersFileError,
        AskedLessError,
        read_answers,
    )
    from assessment.exchange.json_text import MOST_BYTES
    from assessment.records.store.screening_day import today
    from questions.loader import load_questionnaire

    if file == STDIN:
        return parsed("standard input", sys.stdin.buffer.read(MOST_BYTES + 1))
    try:
        return read_answers(Path(file), load_questionnaire(), today())
    except AnswersFileError as error:
        if isinstance(error, AskedLessError) and not refuses_earlier:
            raise
        refuse(file, error.faults)


def parsed(name: str, content: bytes) -> AnswerSheet:
    """Return the answers in *content*, or leave with every fault."""
    from assessment.exchange.answers_document import AnswersFileError, parse_answers
    from assessment.records.store.screening_day import today
    from questions.loader import load_questionnaire

    try:
        return parse_answers(content, load_questionnaire(), today())
    except AnswersFileError as error:
        refuse(name, error.faults)


def assessed(sheet: AnswerSheet, gym: GymChoices | None = None) -> Assessment:
    """Return what *sheet* means in *gym*; without it in the one of the usual settings."""
    from assessment.catalogue.loader import load_catalogue
    from assessment.core.assess import assess as assess_sheet

    return assess_sheet(sheet, load_catalogue(), choices_here() if gym is None else gym)


def choices_here(settings: Path | None = None) -> GymChoices:
    """Return what the gym chooses for all plans; nothing without a settings file."""
    from assessment.catalogue.gym_choices import NO_CHOICES
    from assessment.files.folders import is_there, settings_path

    if settings is None and not is_there(settings_path()):
        return NO_CHOICES  # and what reads settings need not be loaded
    from assessment.settings.gym import gym_choices

    return gym_choices(settings)


def refuse_incomplete(name: str, assessment: Assessment) -> None:
    """Leave with what is missing where *assessment* has no result yet."""
    from assessment.core.gate import Outcome

    if assessment.outcome is Outcome.INCOMPLETE:
        by_id = assessment.sheet.questionnaire.by_id
        missing = (
            f"{item}: not answered ({by_id[item].short})" for item in assessment.gate.unanswered
        )
        refuse(name, tuple(missing))
