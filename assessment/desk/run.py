"""The desk in this terminal, and the quiz in between where a client is asked again."""

from __future__ import annotations

import sys
from collections.abc import Callable

from assessment.desk import words
from assessment.desk.app import DeskApp
from assessment.desk.context import DeskContext
from assessment.desk.retest_flow import Retest
from assessment.ui.terminal.running import REFUSED, run_in_terminal
from assessment.ui.terminal.safe_app import unfit_terminal


def run_desk(context: DeskContext, run_retest: Callable[[Retest], int]) -> int:
    """Run the desk until it is closed; return the exit status of the program.

    *run_retest* asks a client again and returns the exit status of the quiz. After a re-test the
    desk is shut: the client was alone with the laptop.
    """
    if reason := unfit_terminal():
        sys.stderr.write(words.NO_TERMINAL.format(reason=reason) + "\n")
        return REFUSED
    status, retest = _run_once(context, "")
    while not status and retest:
        status = run_retest(retest)
        if not status:
            status, retest = _run_once(context, words.SHUT_FOR_RETEST)
    return status


def _run_once(context: DeskContext, sentence: str) -> tuple[int, Retest | None]:
    """Run the desk, which begins with *sentence*; return its status and who is asked again."""
    app = DeskApp(context, sentence)
    status = run_in_terminal(lambda _: app, context.report.close)
    return status, app.retest_flow.wish
