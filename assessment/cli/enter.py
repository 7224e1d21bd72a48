"""``enter``: keys in a questionnaire that was filled in on paper."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from assessment.cli.exits import FAILED, fail, refuse
from assessment.cli.input import assessed, refuse_incomplete
from assessment.cli.options.paper import INK, SETTINGS, SIZE, gym_print_options
from assessment.cli.output import write_report

if TYPE_CHECKING:
    from assessment.core.answers import AnswerSheet
    from assessment.keying.dialogue import Ask
    from assessment.keying.form_walk import FormWalk
    from assessment.records.drafts.draft import DraftFile
    from reports.output.print_options import PrintOptions

NAME = "enter"
MOST_TYPED = 10_000
"""Characters of a line that are read; the rest of it is dropped."""
HTML_ENDINGS = (".html", ".htm")


@click.command()
@click.option(
    "-o",
    "--output",
    "target",
    type=click.Path(path_type=Path),
    help="Where to write the answers, for assess and report. Never in place of a file.",
)
@click.option(
    "--report",
    "report_target",
    type=click.Path(path_type=Path),
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
    from assessment.files.folders import keying_path
    from assessment.records.drafts.draft import DraftFile, DraftInUseError

    _check_targets(target, report_target)
    options = gym_print_options(settings, {"size": size, "ink": ink})
    draft = DraftFile(keying_path())
    try:
        with draft.held():
            sheet = _keyed(draft, _start(draft, resume=resume, anew=anew))
            _hand_over(sheet, target, report_target, options)
            draft.erase()
    except DraftInUseError:
        refuse(NAME, ("another window is keying in already; finish there first",))


def _hand_over(
    sheet: AnswerSheet, target: Path | None, report_target: Path | None, options: PrintOptions
) -> None:
    """Write what was asked for and say where it is."""
    from assessment.exchange.answers_document import answers_document
    from assessment.reporting.request import ReportRequest

    if report_target:
        refuse_incomplete(NAME, assessed(sheet))
    if target:
        click.echo(_write_answers(sheet, target))
    if report_target:
        html = report_target.suffix.lower() in HTML_ENDINGS
        request = ReportRequest(
            answers_document(sheet),
            format="html" if html else "pdf",
            or_html=True,
            print_options=options,
        )
        click.echo(write_report(request, report_target))


def _check_targets(target: Path | None, report_target: Path | None) -> None:
    """Leave where there is nothing to write, or no place for it, before anything is typed."""
    from reports.errors import BadTargetError
    from reports.output.report_file import ANSWERS, REPORT, check_place

    if target is None and report_target is None:
        refuse(NAME, ("name a file for the answers with -o, or one for the report with --report",))
    if target and target.exists():
        refuse(str(target), ("is there already; name another file",))
    try:
        if target:
            check_place(target, ANSWERS)
        if report_target:
            check_place(report_target, REPORT)
    except BadTargetError as error:
        refuse(NAME, (str(error),))


def _start(draft: DraftFile, *, resume: bool, anew: bool) -> FormWalk:
    """Return where to start: at the beginning, or where the draft stops."""
    from assessment.core.answers import AnswerSheet
    from assessment.files.folders import settings_path
    from assessment.keying import words
    from assessment.keying.form_walk import FormWalk
    from assessment.keying.reading_back import counted_answers
    from assessment.settings.quiz_settings import quiz_settings
    from assessment.settings.reading import read_settings
    from questions.loader import load_questionnaire

    found = quiz_settings(read_settings(settings_path()), load_questionnaire())
    for fault in found.faults:
        click.echo(fault, err=True)
    questionnaire = found.questionnaire
    kept = draft.read(questionnaire)
    if anew:
        draft.erase()
        kept = None
    if resume and kept is None:
        refuse(NAME, ("there is nothing to go on with; leave --resume out",))
    if kept is None:
        return FormWalk.start(AnswerSheet.of(questionnaire, {}))
    if not resume:
        what = f"a questionnaire with {counted_answers(kept.sheet)} is not finished"
        refuse(NAME, (f"{what}; go on with --resume, or erase it with --anew",))
    last = questionnaire.by_id.get(kept.page or "")
    answers = counted_answers(kept.sheet)
    click.echo(words.RESUMED.format(code=last.code if last else "-", answers=answers), err=True)
    return FormWalk.after(kept.sheet, kept.page)


def _keyed(draft: DraftFile, walk: FormWalk) -> AnswerSheet:
    """Return the answers once all is keyed in; leave with what was kept where it stops."""
    from assessment.keying import words
    from assessment.keying.dialogue import Dialogue
    from assessment.keying.reading_back import counted_answers

    trouble = False

    def keep(answers: Mapping[str, object], item_id: str) -> None:
        nonlocal trouble
        try:
            draft.append(answers, item_id)
            trouble = False
        except OSError as error:
            trouble = True
            click.echo(words.NOT_KEPT.format(reason=error.strerror), err=True)

    dialogue = Dialogue(walk, _asked_of(sys.stdin), lambda text: click.echo(text, err=True), keep)
    click.echo(words.HOW, err=True)
    try:
        return dialogue.run()
    except (EOFError, KeyboardInterrupt):
        sheet = dialogue.walk.sheet
        kept = words.KEPT.format(answers=counted_answers(sheet)) if sheet.given else ""
        said = words.STOPPED_UNKEPT if trouble else kept or words.NOTHING_KEPT
        click.echo(f"\n{said}", err=True)
        sys.exit(FAILED)


def _asked_of(stream: TextIO) -> Ask:
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
        return line

    return ask


def _write_answers(sheet: AnswerSheet, target: Path) -> Path:
    """Write the answers document and return where it is; leave with a sentence if that fails."""
    from assessment.exchange.answers_document import answers_document
    from reports.errors import ReportError
    from reports.output.report_file import ANSWERS, write_whole

    content = json.dumps(answers_document(sheet), indent=2, ensure_ascii=False) + "\n"
    try:
        write_whole(target, content.encode, ANSWERS)
    except ReportError as error:
        fail(str(error))
    return target
