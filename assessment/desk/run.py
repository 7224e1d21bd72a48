"""The desk in this terminal, and the quiz in between where a client is asked again."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import PurePath
from typing import ClassVar

from assessment.desk import words
from assessment.desk.app import DeskApp, Retest
from assessment.desk.setting import DeskSetting
from assessment.desk.working import QUIZ_STYLES
from assessment.tui.app import REFUSED, QuizApp, run_in_terminal
from assessment.tui.hardening import unfit_terminal
from assessment.tui.setting import Setting


class RetestApp(QuizApp):
    """The quiz for a client who was here before.

    It ends where the quiz would wait for the next client: that one comes at the desk.
    """

    CSS_PATH: ClassVar[list[str | PurePath]] = [*QUIZ_STYLES]

    def welcome(self) -> None:
        """End: whatever there was to keep is kept."""
        self.exit()


def run_desk(setting: DeskSetting, setting_of: Callable[[Retest], Setting]) -> int:
    """Run the desk until it is closed; return the exit status of the program.

    *setting_of* says where the quiz of a re-test keeps things. After a re-test the desk is
    shut: the client was alone with the laptop.
    """
    if reason := unfit_terminal():
        sys.stderr.write(words.NO_TERMINAL.format(reason=reason) + "\n")
        return REFUSED
    status, retest = _run_once(setting, "")
    while not status and retest:
        status = _run_retest(setting_of(retest))
        if not status:
            status, retest = _run_once(setting, words.SHUT_FOR_RETEST)
    return status


def _run_once(setting: DeskSetting, sentence: str) -> tuple[int, Retest | None]:
    """Run the desk, which begins with *sentence*; return its status and who is asked again."""
    app = DeskApp(setting, sentence)
    status = run_in_terminal(lambda _: app, setting.report, words.KILLED)
    return status, app.retest


def _run_retest(setting: Setting) -> int:
    def make(held: ExitStack) -> RetestApp:
        return RetestApp(setting, held)

    return run_in_terminal(make, setting.report)
