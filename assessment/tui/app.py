"""The quiz: the first screen, what is loaded behind it, one client after the other.

Only Textual and the standard library are imported here. The first frame pays for nothing else.
"""

from __future__ import annotations

import sys
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from rich.text import Text
from textual import events, on, work
from textual.message import Message

from assessment.quiz import words
from assessment.quiz.context import QuizContext
from assessment.records.drafts.draft_age import age_to_resume
from assessment.tui.screens.welcome import WelcomeScreen
from assessment.ui.navigator import Navigator
from assessment.ui.session_message import SessionMessage
from assessment.ui.terminal.running import REFUSED, run_in_terminal
from assessment.ui.terminal.safe_app import SafeApp, unfit_terminal
from assessment.ui.theme.sizes import APP_STYLES

if TYPE_CHECKING:
    from assessment.tui.content_loader import Loaded
    from assessment.tui.session import ClientSession

STYLES: list[str | PurePath] = [APP_STYLES, "styles/welcome.tcss"]
"""What the first frame needs; every other screen brings its own."""
SECONDS_BETWEEN_ERASING = 600.0
"""How often a quiz that stands at its welcome looks for answers that are too old."""
SECONDS_BETWEEN_CHECKS = 5.0
"""How often it looks whether the client who is here left the laptop alone."""


def run_quiz(context: QuizContext) -> int:
    """Run the quiz in this terminal; return the exit status of the program."""
    if reason := unfit_terminal():
        sys.stderr.write(words.NO_TERMINAL.format(reason=reason) + "\n")
        return REFUSED
    return run_in_terminal(lambda held: QuizApp(context, held), context.report.close)


class QuizApp(SafeApp):
    """Starts, resumes and closes the quiz; a ``ClientSession`` leads whoever takes it.

    What must last as long as the app, such as the lock of the draft, is entered into *held*.
    """

    TITLE = words.TITLE
    CSS_PATH = STYLES

    @dataclass
    class ContentReady(Message):
        """Everything that the questions need is loaded."""

        loaded: Loaded

    def __init__(self, context: QuizContext, held: ExitStack) -> None:
        super().__init__(context.log_folder)
        self.quiz_context = context
        self.session: ClientSession | None = None
        """The client who is here; None while nobody is."""
        self._navigator = Navigator(self, context.clock)
        self._held = held
        self._loaded: Loaded | None = None
        self._welcome = WelcomeScreen(age_to_resume(context.draft_path))
        self._pressed_early: WelcomeScreen.Started | None = None

    def get_default_screen(self) -> WelcomeScreen:
        """Return the welcome; it stays below all other screens."""
        return self._welcome

    def on_mount(self) -> None:
        """Load the rest once the welcome is on the screen; see to answers that are left alone."""

        def check_lock() -> None:
            if self.session:
                self.session.idle_lock.check()

        self.call_after_refresh(self._load)
        self.set_interval(SECONDS_BETWEEN_ERASING, self.erase_old)
        self.set_interval(SECONDS_BETWEEN_CHECKS, check_lock)

    async def on_event(self, event: events.Event) -> None:
        """Let every key and every move of the mouse say that somebody is there."""
        if self.session and isinstance(event, events.InputEvent):
            self.session.idle_lock.touch()
        await super().on_event(event)

    def welcome(self, note: str = "") -> None:
        """Show the first screen again with a *note*, or end where no other client comes."""
        if self.quiz_context.ends_after_client:
            self.exit()
            return
        self._welcome.offer(age_to_resume(self.quiz_context.draft_path))
        self._welcome.say(note)
        self._navigator.drop_all()

    def forget_client(self) -> None:
        """Keep nothing of the client in memory that is not on a screen."""
        self.session = None
        self.quiz_context.report.forget()

    def erase_old(self) -> None:
        """Erase answers that nobody came back to for a day, and offer them no more."""
        if self._loaded is None or self._loaded.in_use or self.session:
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
        self._loaded = loaded = event.loaded
        self._welcome.greet(loaded.gym)
        if loaded.in_use:
            self._welcome.close_down(words.IN_USE)
            return
        kept = loaded.draft.read(loaded.questionnaire)
        if kept is None or kept.is_earlier:
            self._welcome.offer(None)
        if kept is not None and kept.is_earlier:
            self._welcome.say(words.KEPT_OF_EARLIER)
            self._pressed_early = None  # nothing is erased before this is read
        elif loaded.faults:
            self._welcome.say(loaded.faults[0])
        if self._pressed_early:
            self._start(loaded, resuming=self._pressed_early.resuming)

    def on_welcome_screen_started(self, event: WelcomeScreen.Started) -> None:
        """Start, or ask first where that erases answers."""

        def start() -> None:
            if self._loaded:
                self._start(self._loaded, resuming=event.resuming)
            else:
                self._pressed_early = event
                self._welcome.is_ready = False
                self._welcome.say(words.ONE_MOMENT)

        if event.erases:
            self._navigator.confirm(
                words.ERASE_OLD, "", words.ERASE_OLD_NO, words.ERASE_OLD_YES, start
            )
        else:
            start()

    def on_hand_over_screen_next_asked(self) -> None:
        """Make room for the next client."""
        self.welcome()

    @on(SessionMessage)
    def _lead(self, event: SessionMessage) -> None:
        """Let the session of the client go on."""
        if self.session:
            self.session.take(event)

    async def action_quit(self) -> None:
        """Ask before anything is closed; a question that is open stays."""
        if self._navigator.is_asking:
            return
        if self.session:
            self.session.exits.pause(closing=True)
        else:
            self._navigator.confirm(words.CLOSE, "", words.CLOSE_NO, words.CLOSE_YES, self.exit)

    def _start(self, loaded: Loaded, *, resuming: bool) -> None:
        """Begin at the first question, or where the draft stands."""
        from assessment.core.interview import Interview
        from assessment.quiz.draft_saver import DraftSaver
        from assessment.quiz.route import Route
        from assessment.tui.session import ClientSession

        self._pressed_early = None
        draft_saver = DraftSaver(loaded.draft)
        draft = loaded.draft.read(loaded.questionnaire) if resuming else None
        if draft is not None and not draft.is_earlier:
            route = Route.resume(draft.sheet, draft.page)
        elif trouble := draft_saver.erase():
            self._welcome.say(trouble)
            return  # the answers of two clients must not end up in one draft
        else:
            route = Route(Interview.start(loaded.questionnaire))
        context, navigator = self.quiz_context, self._navigator
        self.session = ClientSession(self, navigator, context, loaded, draft_saver)
        self.session.begin(route)
        self.call_after_refresh(context.report.begin)
