"""``enter``: keys in a questionnaire that was filled in on paper."""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from pathlib import Path
from typing import TextIO

import click

from assessment.cli.options.given_path import GivenPath
from assessment.cli.options.paper import INK, SETTINGS, SIZE, gym_print_options
from assessment.cli.streams.exits import fail, refuse
from assessment.cli.streams.input import assessed, refuse_incomplete
from assessment.cli.streams.output import tell_place, write_report
from assessment.core.answers import AnswerSheet
from assessment.exchange.answers_document import answers_document
from assessment.files.folders import keying_path, settings_path
from assessment.keying import words
from assessment.keying.dialogue import Ask
from assessment.keying.session import KeyingError, StoppedError, first_stop, key_in
from assessment.quiz.control_sequences import text_in
from assessment.records.drafts.draft import DraftFile
from assessment.records.errors import DraftInUseError
from assessment.records.store.screening_day import today
from assessment.settings.kit import with_kit
from assessment.settings.model import QUIZ
from assessment.settings.reading import read_settings
from questions.loader import load_questionnaire
from questions.questionnaire import Questionnaire
from reports.errors import BadTargetError, ReportError
from reports.output.print_options import PrintOptions
from reports.output.report_file import ANSWERS, REPORT, check_place, write_whole
from reports.output.standard_output import is_stream

NAME = "enter"
MOST_TYPED = 10_000
"""Characters of a line that are read; the rest of it is dropped."""
HTML_ENDINGS = (".html", ".htm")


@click.command()
@click.option(
    "-o",
    "--output",
    "target",
    type=GivenPath(stream=True),
    help="Where to write the answers, for assess and report. Never in place of a file.",
)
@click.option(
    "--report",
    "report_target",
    type=GivenPath(stream=True),
    help="Where to write the report: a PDF, or HTML where the name ends so.",
)
@click.option("--resume", is_flag=True, help="Go on with what was keyed in and not finished.")
@click.option("--anew", is_flag=True, help="Erase what was not finished, and start anew.")
@SIZE
@INK
@SETTINGS
def enter(
    target: Path | None,
    report_target: Path | None,
    resume: bool,
    anew: bool,
    size: str | None,
    ink: str | None,
    settings: Path | None,
) -> None:
    """Key in a questionnaire that came on paper.

    Each line of the form (see `paper`) takes what stands beside the tick. The check total of
    each part is compared with the one on paper. What is keyed in is kept at once: Ctrl-C or the
    end of input loses nothing, and --resume goes on. The dialogue is on
    standard error; what was written is named on standard output.
    """
    if resume and anew:
        refuse(NAME, (words.RESUME_AND_ANEW,))
    _check_targets(target, report_target)
    options = gym_print_options(settings, {"size": size, "ink": ink})
    draft = DraftFile(keying_path())
    try:
        with draft.held():
            walk = first_stop(draft, _questionnaire(), _say, resume=resume, anew=anew)
            sheet = key_in(draft, walk, _ask_on(sys.stdin), _say, today())
            _hand_over(sheet, target, report_target, options)
            draft.erase()
    except DraftInUseError:
        refuse(NAME, (words.IN_USE,))
    except StoppedError as stopped:
        fail(f"\n{stopped}")
    except KeyingError as error:
        refuse(NAME, (str(error),))


def _hand_over(
    sheet: AnswerSheet, target: Path | None, report_target: Path | None, options: PrintOptions
) -> None:
    """Write what was asked for and say where it is."""
    from assessment.exchange.answers_document import answers_document
    from assessment.reporting.request import ReportRequest

    if report_target:
        refuse_incomplete(NAME, assessed(sheet))
    if target:
        tell_place(_write_answers(sheet, target))
    if report_target:
        html = report_target.suffix.lower() in HTML_ENDINGS
        request = ReportRequest(
            answers_document(sheet),
            format="html" if html else "pdf",
            or_html=True,
            print_options=options,
        )
        tell_place(write_report(request, report_target))


def _check_targets(target: Path | None, report_target: Path | None) -> None:
    """Leave where there is nothing to write, or no place for it, before anything is typed."""
    if target is None and report_target is None:
        refuse(NAME, ("name a file for the answers with -o, or one for the report with --report",))
    if target and report_target and target.absolute() == report_target.absolute():
        refuse(NAME, (words.SAME_FILE,))
    if target and target.exists() and not is_stream(target):
        refuse(str(target), ("is there already; name another file",))
    try:
        if target:
            check_place(target, ANSWERS)
        if report_target:
            check_place(report_target, REPORT)
    except BadTargetError as error:
        refuse(NAME, (str(error),))


def _questionnaire() -> Questionnaire:
    """Return the questions with the kit of this gym; say which of its settings is not used."""
    settings, faults = read_settings(settings_path()).used(QUIZ)
    for fault in faults:
        _say(str(fault))
    return with_kit(load_questionnaire(), settings.kit)


def _say(text: str) -> None:
    click.echo(text, err=True)


def _ask_on(stream: TextIO) -> Ask:
    """Return a function that shows a prompt on standard error and reads a line of *stream*."""
    with suppress(AttributeError):
        stream.reconfigure(errors="replace")  # type: ignore[attr-defined]  # of a real stdin
    typed_here = stream.isatty()

    def ask(prompt: str) -> str:
        click.echo(prompt, err=True, nl=not typed_here)
        line = stream.readline(MOST_TYPED)
        if not line:
            raise EOFError
        rest = line
        while rest and not rest.endswith("\n"):
            rest = stream.readline(MOST_TYPED)
        return text_in(line)

    return ask


def _write_answers(sheet: AnswerSheet, target: Path) -> Path:
    """Write the answers document and return where it is; leave with a sentence if that fails."""
    content = json.dumps(answers_document(sheet), indent=2, ensure_ascii=False) + "\n"
    try:
        write_whole(target, content.encode, ANSWERS)
    except ReportError as error:
        fail(str(error))
    return target
