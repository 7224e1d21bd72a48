"""The quiz: the first screen, what is loaded behind it, and the way out.

Only Textual and the standard library are imported here. The first frame pays for nothing else.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import work
from textual.binding import Binding, BindingType
from textual.message import Message

from assessment.quiz import words
from assessment.quiz.context import DWELL_SECONDS, QuizContext
from assessment.quiz.record_client import RecordClient
from assessment.quiz.terminal_clearing import clear_terminal
from assessment.records.drafts.draft_age import age_to_resume
from assessment.reporting.client import ReportClient
from assessment.tui.idle_lock import LockingApp
from assessment.tui.screens.welcome import WelcomeScreen
from assessment.ui.dialogs.options import LEAVE, STAY, DialogOption
from assessment.ui.terminal.running import REFUSED, run_in_terminal
from assessment.ui.terminal.safe_app import unfit_terminal
from assessment.ui.theme.sizes import APP_STYLES, HEIGHTS, WIDTHS
from assessment.ui.theme.themes import LOOKS

if TYPE_CHECKING:
    from assessment.tui.content_loader import Loaded

STYLES: list[str | PurePath] = [APP_STYLES, "styles/welcome.tcss"]
"""What the first frame needs; every other screen brings its own."""
SECONDS_BETWEEN_LOOKS = 600.0
"""How often a quiz that stands at its welcome looks for answers that are too old."""


def run_quiz(
    *,
    draft_path: Path,
    reports_folder: Path,
    log_folder: Path,
    report_command: Sequence[str],
    clock: Callable[[], float] = time.monotonic,
    now: Callable[[], datetime] = datetime.now,
    dwell_seconds: float = DWELL_SECONDS,
    settings_path: Path | None = None,
    record_command: Sequence[str] = (),
) -> int:
    """Run the quiz in this terminal; return the exit status of the program.

    *report_command* starts the process that makes reports (``assessment.reporting.worker``),
    *record_command* one that keeps a finished screening; without it nothing is kept.
    """
    if reason := unfit_terminal():
        sys.stderr.write(words.NO_TERMINAL.format(reason=reason) + "\n")
        return REFUSED
    report = ReportClient(report_command)
    context = QuizContext(
        draft_path,
        reports_folder,
        log_folder,
        report,
        clock,
        now,
        dwell_seconds,
        settings_path,
        RecordClient(record_command) if record_command else None,
    )
    return run_in_terminal(lambda held: QuizApp(context, held), report.close)


class QuizApp(LockingApp):
    """Starts, resumes and closes the quiz."""

    TITLE = words.TITLE
    CSS_PATH = STYLES
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "quit", show=False, priority=True)]
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    @dataclass
    class ContentReady(Message):
        """Everything that the questions need is loaded."""

        loaded: Loaded

    def __init__(self, context: QuizContext, held: ExitStack) -> None:
        super().__init__(context)
        self._held = held
        self._welcome = WelcomeScreen(age_to_resume(context.draft_path))
        self._wanted: bool | None = None
        """What was pressed before the content was there: to resume (True), to start (False)."""
        for look in LOOKS:
            self.register_theme(look)
        self.theme = LOOKS[0].name

    def get_default_screen(self) -> WelcomeScreen:
        """Return the welcome; it stays below all other screens."""
        return self._welcome

    def on_mount(self) -> None:
        """Load the rest once the welcome is on the screen; see to old answers now and then."""
        self.call_after_refresh(self._load)
        self.set_interval(SECONDS_BETWEEN_LOOKS, self.erase_old)

    def welcome(self) -> None:
        """Show the first screen again."""
        self._welcome.offer(age_to_resume(self.quiz_context.draft_path))
        self.drop_all()

    def erase_old(self) -> None:
        """Erase answers that nobody came back to for a day, and offer them no more."""
        if self._loaded is None or self._loaded.in_use or self._draft_saver is not None:
            return
        with suppress(OSError):  # who starts anew is told that it cannot be erased
            self._loaded.draft.erase_old()
        if self._welcome.offers_to_resume and not age_to_resume(self.quiz_context.draft_path):
            self._welcome.offer(None)

    @work(thread=True)
    def _load(self) -> None:
        from assessment.tui.content_loader import load
        from questions.source import ContentError

        try:
            loaded = load(self.quiz_context.draft_path, self._held, self.quiz_context.settings_path)
        except ContentError as error:
            self.call_from_thread(self.exit, None, REFUSED, Text(str(error)))
        else:
            self.post_message(self.ContentReady(loaded))

    def on_quiz_app_content_ready(self, event: ContentReady) -> None:
        """Take the content, and start where somebody waits for it."""
        self._loaded = event.loaded
        self.lock_after = event.loaded.lock_after
        if event.loaded.in_use:
            self._welcome.close_ways(words.IN_USE)
            return
        if event.loaded.draft.read(event.loaded.questionnaire) is None:
            self._welcome.offer(None)
        if event.loaded.faults:
            self.tell(event.loaded.faults[0])
        if self._wanted is not None:
            self._start(resuming=self._wanted)

    def on_welcome_screen_started(self, event: WelcomeScreen.Started) -> None:
        """Start, or ask first where that erases answers."""
        if event.resuming or not event.erases:
            self._start(resuming=event.resuming)
            return
        ways = (DialogOption(STAY, words.ERASE_OLD_NO), DialogOption(LEAVE, words.ERASE_OLD_YES))

        def after(way: str | None) -> None:
            if way == LEAVE:
                self._start(resuming=False)

        self.ask(words.ERASE_OLD, "", ways, after)

    def tell(self, sentence: str) -> None:
        """Show *sentence* on the welcome."""
        self._welcome.say(sentence)

    def on_welcome_screen_close_asked(self) -> None:
        """Close; there is nothing to lose here."""
        self.exit()

    def action_other_look(self, step: int) -> None:
        """Go so many steps through the looks: dark, light, high contrast."""
        names = [look.name for look in LOOKS]
        self.theme = names[(names.index(self.theme) + step) % len(names)]

    def _print_error_renderables(self) -> None:
        """Leave an empty terminal; Textual calls this when its own screen is gone."""
        if not self.is_headless:
            clear_terminal()
        super()._print_error_renderables()

    def _start(self, *, resuming: bool) -> None:
        """Begin at the first question, or where the draft stands."""
        if self._loaded is None:
            self._wanted = resuming
            self._welcome.say(words.ONE_MOMENT)
            return
        from assessment.core.interview import Interview
        from assessment.quiz.draft_saver import DraftSaver
        from assessment.quiz.route import Route

        self._wanted = None
        draft_saver = DraftSaver(self._loaded.draft)
        draft = self._loaded.draft.read(self._loaded.questionnaire) if resuming else None
        if draft is None:
            if trouble := draft_saver.erase():
                self._welcome.say(trouble)
                return  # the answers of two clients must not end up in one draft
            route = Route(Interview.start(self._loaded.questionnaire))
        else:
            route = Route.resume(draft.sheet, draft.page)
        self.begin(route, draft_saver)
