"""``desk``: the trainer's desk on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from assessment.desk.context import DeskContext
    from assessment.desk.retest_flow import Retest
    from assessment.quiz.context import QuizContext


@click.command()
@click.pass_context
def desk(context: click.Context) -> None:
    """Find clients, look at their records, print, re-test, copy and erase, on the screen.

    It opens with the passphrase of a sealed gym, else with a PIN, and shuts when nobody is
    there for a while.
    """
    from assessment.desk.run import run_desk
    from assessment.tui.app import run_quiz

    context.exit(run_desk(_context(), lambda retest: run_quiz(_retest_context(retest))))


def _context() -> DeskContext:
    from assessment.cli.quiz import report_command
    from assessment.cli.records.open_desk import folder, open_here
    from assessment.desk.context import DeskContext
    from assessment.files.folders import (
        draft_path,
        keying_path,
        log_folder,
        reports_folder,
        settings_path,
    )
    from assessment.reporting.report_client import ReportClient
    from assessment.settings.model import RECORDS
    from assessment.settings.reading import read_settings
    from reports.output.printing import print_file

    settings, faults = read_settings(settings_path()).used(RECORDS)
    return DeskContext(
        open_store=open_here,
        folder=folder(),
        reports_folder=reports_folder(),
        log_folder=log_folder(),
        report=ReportClient(report_command()),
        print_file=print_file,
        drafts=(draft_path(), keying_path()),
        settings_path=settings_path(),
        idle_seconds=settings.idle_seconds,
        notices=tuple(map(str, faults)),
    )


def _retest_context(retest: Retest) -> QuizContext:
    """Return where the quiz of a re-test keeps things: a draft of its own, the same client."""
    from assessment.cli.quiz import print_for_client, record_command, report_command
    from assessment.cli.records.open_desk import folder
    from assessment.files.folders import log_folder, reports_folder, settings_path
    from assessment.quiz.context import QuizContext
    from assessment.quiz.earlier_answers import Earlier
    from assessment.quiz.record_client import RecordClient
    from assessment.records.drafts.erasing import retest_draft
    from assessment.reporting.report_client import ReportClient

    return QuizContext(
        draft_path=retest_draft(folder(), retest.client),
        reports_folder=reports_folder(),
        log_folder=log_folder(),
        report=ReportClient(report_command(), retest.earlier),
        settings_path=settings_path(),
        record=RecordClient((*record_command(), "--client", retest.client.hex)),
        send_to_printer=print_for_client,
        earlier=Earlier(retest.sheet),
        ends_after_client=True,
    )
