"""The commands: what is typed, which parts do the work, what comes out and with what status.

Everything heavy is imported inside the command that needs it: the first frame of the quiz
must not wait for the report, nor a single assessment for the screen.
"""

from __future__ import annotations

import errno
import gc
import json
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NoReturn

import click

from assessment.version import VERSION

if TYPE_CHECKING:
    from assessment.core.answers import AnswerSheet
    from assessment.core.assess import Assessment
    from reports.paper import Paper
    from reports.render import Sheets
    from reports.write import Form

REFUSED, FAILED = 2, 1
"""Exit statuses: the input was refused; anything else went wrong."""

STDIN = "-"
MOST_EPOCH_DIGITS = 11
"""Of SOURCE_DATE_EPOCH: seconds up to the year 5138."""

FILE = click.argument("file", metavar="FILE")


@click.group(
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96},
)
@click.version_option(VERSION, prog_name="posterior-chain")
@click.pass_context
def command(context: click.Context) -> None:
    """Ask a gym client about the back of the body, and put the answer on paper.

    Without a command the quiz starts. It works offline, and the answers stay on this
    computer. It is a screen, not a diagnosis.
    """
    if context.invoked_subcommand is None:
        context.exit(_quiz())


@command.command()
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
    from assessment.exchange.assessment_document import document_of

    document = document_of(_assessed(_read(file)))
    click.echo(json.dumps(document, indent=2))


@command.command()
@FILE
@click.option(
    "-o",
    "--output",
    "target",
    required=True,
    type=click.Path(path_type=Path),
    help="Where to write the report. An older file there is replaced.",
)
@click.option(
    "--sheet",
    type=click.Choice(["client", "trainer", "both"]),
    default="both",
    show_default=True,
    help="For whom it is.",
)
@click.option("--html", is_flag=True, help="Write one HTML file instead of a PDF.")
@click.option(
    "--or-html",
    is_flag=True,
    help="Write HTML (OUT with .html) where this computer cannot make a PDF.",
)
@click.option("--size", help="Paper: A4 or letter.  [default: as in the settings, else A4]")
@click.option("--ink", help="colour, grey or saver.  [default: as in the settings, else colour]")
@click.option(
    "--settings",
    type=click.Path(path_type=Path),
    help="Settings file of the gym, in place of the usual one.",
)
def report(
    file: str,
    target: Path,
    sheet: Sheets,
    html: bool,
    or_html: bool,
    size: str | None,
    ink: str | None,
    settings: Path | None,
) -> None:
    """Write the report on the answers in FILE, and print where it is.

    With - as FILE the answers document comes from standard input. Answers with a safety
    question open are refused, with a list of what is missing. What is wrong in the gym's
    settings is told, and the report comes without it.
    """
    gc.disable()  # one report and it is over: to look for garbage would only take time
    if file != STDIN and target.exists() and Path(file).exists() and target.samefile(file):
        _refuse(file, ("the report would replace the answers; name another file",))
    assessment = _assessed(_read(file))
    _refuse_incomplete(file, assessment)
    paper = _paper(settings, {"size": size, "ink": ink})
    click.echo(_write_report(assessment, target, sheet, html=html, or_html=or_html, paper=paper))
    gc.freeze()  # and to look once more on leaving takes a tenth of a second


@command.command()
@click.option("--init", is_flag=True, help="Write a file to start from, if there is none yet.")
def settings(init: bool) -> None:
    """Show where the gym's settings are and what of them is used.

    They are one file: gym name, address, logo, colour of headings, paper size, ink, and what a
    client sheet is printed without. What is wrong is named, with exit status 2.
    """
    from assessment.records.folders import settings_path
    from assessment.records.settings import read_settings, write_example
    from reports.letterhead import paper_of

    path = settings_path()
    if init and not write_example(path):
        _refuse(str(path), ("is there already; nothing was written",))
    found = read_settings(path)
    paper, unmet = paper_of(found.report, path.parent)
    click.echo(f"{path}{'' if path.exists() else ' (not there)'}")
    for name, value in asdict(paper).items():
        shown = ", ".join(sorted(value)) if isinstance(value, frozenset) else value
        click.echo(f"  {name:8} {'a picture' if name == 'logo' and value else shown or '-'}")
    if found.faults or unmet:
        _refuse("settings", (*found.faults, *unmet))


@command.command()
def doctor() -> None:
    """Check this computer: each line says fine, or what to do."""
    from assessment.doctor import examine

    findings = list(examine())
    for finding in findings:
        click.echo(str(finding))
    if not all(finding.fine for finding in findings):
        sys.exit(FAILED)


@command.command("check-rules")
@click.option("--sheets", default=None, type=click.IntRange(0), help="Sheets made by chance.")
@click.option("--seed", default=None, type=int, help="Where chance starts.")
def check_rules(sheets: int | None, seed: int | None) -> None:
    """Walk through the space of answers and report what no client may be given.

    Every single answer, every pair of cautions, and 50,000 sheets by chance. A fault is
    shown with the smallest sheet that has it, and the exit status is 1.
    """
    from assessment.walk import walk

    by_chance = walk.FULL if sheets is None else sheets
    length = walk.sheets_in(by_chance)
    with click.progressbar(length=length, label="Walking", file=sys.stderr) as bar:
        seen = walk.walk(by_chance, walk.SEED if seed is None else seed, on_progress=bar.update)
    remarks = list(walk.remarks_on(seen)) if by_chance >= walk.FULL else []
    for faulty in seen.faulty:
        least = walk.smallest(faulty)
        click.echo(f"FAULT {least.fault}\n  shown by a calm client with {json.dumps(least.raw)}")
    for remark in remarks:
        click.echo(f"FAULT {remark}")
    found = len(seen.faulty) + len(remarks)
    click.echo(f"{seen.sheets} sheets, {seen.trained} of them may train: {found} faults found.")
    if found:
        sys.exit(FAILED)


def main() -> int:
    """Run the command line; return the exit status.

    A fault of the program gives one friendly line and a log without answers, never a
    traceback.
    """
    if sys.stdout is None or sys.stdin is None:
        click.echo("Standard input or output is closed; posterior-chain needs both.", err=True)
        return FAILED
    try:
        status = command.main(prog_name="posterior-chain", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        return FAILED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nobody reads on
        return FAILED
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else FAILED
    except Exception as error:  # noqa: BLE001  # the last line of defence; goes to the log
        return _fault(error)
    return status if isinstance(status, int) else 0


def _quiz() -> int:
    """Start the quiz, or answer it as the example client where nobody can type."""
    if not (sys.stdin and sys.stdin.isatty() and sys.stderr and sys.stderr.isatty()):
        return _example()
    from assessment.records.folders import draft_path, log_folder, reports_folder
    from assessment.tui.app import run_quiz

    return run_quiz(
        draft_path=draft_path(),
        reports_folder=reports_folder(),
        log_folder=log_folder(),
        report_command=(sys.executable, "-m", "assessment", "report", STDIN, "--or-html"),
    )


def _example() -> int:
    """Assess the example client, write the report and print its path."""
    from assessment.example import example_answers
    from assessment.records.folders import reports_folder

    click.echo("This is not a terminal, so the quiz is answered as the example client.", err=True)
    assessment = _assessed(_parsed("examples/desk-worker.json", example_answers()))
    folder = reports_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        _fail(f"cannot make the folder {folder}: {error.strerror}")
    target, paper = folder / "example.pdf", _paper(None, {})
    click.echo(_write_report(assessment, target, "both", html=False, or_html=True, paper=paper))
    return 0


def _read(file: str) -> AnswerSheet:
    """Return the answers in *file* (or on standard input), or leave with every fault."""
    from assessment.exchange.answers_file import MOST_BYTES, AnswersFileError, read_answers
    from questions.loader import load_questionnaire

    if file == STDIN:
        return _parsed("standard input", sys.stdin.buffer.read(MOST_BYTES + 1))
    try:
        return read_answers(Path(file), load_questionnaire())
    except AnswersFileError as error:
        _refuse(file, error.faults)


def _parsed(name: str, content: bytes) -> AnswerSheet:
    """Return the answers in *content*, or leave with every fault."""
    from assessment.exchange.answers_file import AnswersFileError, parse_answers
    from questions.loader import load_questionnaire

    try:
        return parse_answers(content, load_questionnaire())
    except AnswersFileError as error:
        _refuse(name, error.faults)


def _assessed(sheet: AnswerSheet) -> Assessment:
    from assessment.catalogue.loader import load_catalogue
    from assessment.core.assess import assess as assess_sheet

    return assess_sheet(sheet, load_catalogue())


def _assessed_lines(stream: BinaryIO) -> Iterator[str]:
    """Yield one JSON text for each line of *stream*: an assessment or an error."""
    from assessment.exchange.answers_file import AnswersFileError, parse_answers
    from assessment.exchange.assessment_document import document_of
    from assessment.exchange.json_lines import lines_of
    from questions.loader import load_questionnaire

    questionnaire = load_questionnaire()
    encode = json.JSONEncoder(check_circular=False).encode
    gc.collect()
    gc.freeze()  # the content stays for good: not worth a look at each collection
    for number, line in enumerate(lines_of(stream), start=1):
        try:
            result = document_of(_assessed(parse_answers(line, questionnaire)))
        except AnswersFileError as error:
            result = {"error": "; ".join(error.faults), "line": number}
        yield encode(result)


def _refuse_incomplete(name: str, assessment: Assessment) -> None:
    from assessment.core.gate import Outcome

    if assessment.outcome is Outcome.INCOMPLETE:
        by_id = assessment.sheet.questionnaire.by_id
        missing = (
            f"{item}: not answered ({by_id[item].short})" for item in assessment.gate.unanswered
        )
        _refuse(name, tuple(missing))


def _paper(settings: Path | None, wishes: Mapping[str, str | None]) -> Paper:
    """Return the paper of the gym's settings and of *wishes*, which go before them.

    What is wrong in the settings is told; what is wrong in *wishes* is refused.
    """
    from assessment.records.folders import settings_path
    from assessment.records.settings import read_settings
    from reports.letterhead import paper_of

    path = settings or settings_path()
    if settings and not settings.is_file():
        _refuse(str(settings), ("there is no such file",))
    given = {name: wish for name, wish in wishes.items() if wish is not None}
    _, wrong = paper_of(given, Path())
    if wrong:
        _refuse("report", tuple(f"--{fault}" for fault in wrong))
    found = read_settings(path)
    paper, unmet = paper_of({**found.report, **given}, path.parent)
    for fault in (*found.faults, *(f"{path}: {one}" for one in unmet)):
        click.echo(fault, err=True)
    return paper


def _write_report(
    assessment: Assessment,
    target: Path,
    sheet: Sheets,
    *,
    html: bool,
    or_html: bool,
    paper: Paper,
) -> Path:
    """Write the report and return where it is; leave with a sentence where that fails."""
    from assessment.catalogue.loader import load_catalogue
    from reports.errors import BadTarget, PdfUnavailable, ReportError
    from reports.write import write_report

    def write(path: Path, form: Form) -> Path:
        write_report(
            assessment,
            load_catalogue(),
            path,
            created=_today(),
            sheets=sheet,
            form=form,
            paper=paper,
        )
        return path

    try:
        try:
            return write(target, "html" if html else "pdf")
        except PdfUnavailable as error:
            if not or_html:
                raise
            click.echo(str(error), err=True)
            return write(target.with_suffix(".html"), "html")
    except BadTarget as error:
        _refuse(str(target), (str(error),))
    except ReportError as error:
        _fail(str(error))


def _refuse(name: str, faults: tuple[str, ...]) -> NoReturn:
    """Leave with one line on standard error for each fault of what was given."""
    for fault in faults:
        click.echo(f"{name}: {fault}", err=True)
    sys.exit(REFUSED)


def _fail(sentence: str) -> NoReturn:
    click.echo(sentence, err=True)
    sys.exit(FAILED)


def _fault(error: Exception) -> int:
    """Say one friendly line about a fault of the program, and keep it in the log."""
    from assessment.records.fault_log import write_fault
    from assessment.records.folders import log_folder
    from questions.source import ContentError

    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        click.echo("The disk is full.", err=True)
        return FAILED
    if isinstance(error, ContentError):
        click.echo(f"The program's own content has mistakes:\n{error}", err=True)
        return REFUSED
    log = write_fault(error, log_folder())
    kept = f" It is kept in {log} (without answers)." if log else ""
    click.echo(f"Sorry, something went wrong in the program.{kept}", err=True)
    return FAILED


def _today() -> date:
    """Return the day that stands on the report, or the one of SOURCE_DATE_EPOCH."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isascii() and epoch.isdigit() and len(epoch) <= MOST_EPOCH_DIGITS:
        return datetime.fromtimestamp(int(epoch), tz=UTC).date()
    return date.today()  # noqa: DTZ011  # the day where the gym is
