"""What happens without a command: the quiz, or its example where nobody can type."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def quiz(*, plain: bool = False) -> int:
    """Start the quiz, or answer it as the example client where nobody can type.

    *plain*: line by line; so it is too where there is no room for more than lines.
    """
    from assessment.files.folders import draft_path, log_folder, reports_folder, settings_path

    if not plain and not _somebody_types():
        return _example()
    from assessment.quiz.context import QuizContext
    from assessment.quiz.record_client import RecordClient
    from assessment.reporting.report_client import ReportClient

    context = QuizContext(
        draft_path(),
        reports_folder(),
        log_folder(),
        ReportClient(report_command()),
        settings_path=settings_path(),
        record=RecordClient(record_command()),
        send_to_printer=print_for_client,
    )
    if plain or _only_lines():
        from assessment.plain.run import run_plain

        return run_plain(context)
    from assessment.tui.app import run_quiz

    return run_quiz(context)


def _somebody_types() -> bool:
    """Return whether there is a terminal: to type on, and to show something on."""
    shown = any(stream and stream.isatty() for stream in (sys.stdout, sys.stderr))
    return bool(sys.stdin and sys.stdin.isatty() and shown)


def _only_lines() -> bool:
    """Return whether this terminal can show lines and no screen, which is drawn on stderr."""
    return os.environ.get("TERM") == "dumb" or not (sys.stderr and sys.stderr.isatty())


def print_for_client(path: Path) -> str:
    """Print the sheet at *path* on the printer of the gym's settings.

    Raises:
        PrintError: It was not printed; the text says what is missing.
    """
    from assessment.files.folders import settings_path
    from assessment.settings.model import REPORT
    from assessment.settings.reading import read_settings
    from reports.output.printing import send_to_printer

    settings, _ = read_settings(settings_path()).used(REPORT)
    return send_to_printer(path, settings.printer)


def report_command() -> tuple[str, ...]:
    """Return what starts the process that makes reports."""
    return (*_this_program(), "report-worker")


def record_command() -> tuple[str, ...]:
    """Return what keeps the answers on its standard input as a record."""
    return (*_this_program(), "records", "add", "-")


def _this_program() -> tuple[str, ...]:
    """Return what starts this program once more, with this Python."""
    safe_path = ("-P",) if sys.flags.safe_path else ()
    return (sys.executable, *safe_path, "-m", "assessment")


def _example() -> int:
    """Assess the example client, write the report and print its path."""
    import click

    from assessment.cli.options.paper import gym_print_options
    from assessment.cli.streams.exits import fail
    from assessment.cli.streams.input import parsed
    from assessment.cli.streams.output import write_report
    from assessment.example import example_answers
    from assessment.exchange.answers_document import answers_document
    from assessment.files.folders import reports_folder
    from assessment.files.full_disk import reason
    from assessment.files.owner_only import make_folder
    from assessment.reporting.request import ReportRequest

    click.echo("This is not a terminal, so the quiz is answered as the example client.", err=True)
    document = answers_document(parsed("examples/desk-worker.json", example_answers()))
    folder = reports_folder()
    try:
        make_folder(folder)
    except OSError as error:
        fail(f"cannot make the folder {folder}: {reason(error)}")
    options = gym_print_options(None, {})
    request = ReportRequest(document, or_html=True, print_options=options)
    click.echo(write_report(request, folder / "example.pdf"))
    return 0
