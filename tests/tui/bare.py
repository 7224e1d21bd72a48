"""A bare app that a part of the quiz can be tried in: it notes what it is told to do."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from rich.console import RenderableType
from textual.pilot import Pilot

from assessment.quiz.context import QuizContext
from assessment.ui.navigator import Navigator
from assessment.ui.session_message import SessionMessage
from assessment.ui.terminal.safe_app import SafeApp
from assessment.ui.theme.sizes import APP_STYLES
from tests.journeys.driver import send_key, settle


class Bare(SafeApp):
    """Does nothing by itself; ``done`` has what was asked of it, in order."""

    CSS_PATH = APP_STYLES

    def __init__(self, context: QuizContext) -> None:
        super().__init__(context.log_folder)
        self.navigator = Navigator(self, context.clock)
        self.done: list[str] = []
        self.told: list[SessionMessage] = []

    def on_session_message(self, message: SessionMessage) -> None:
        self.told.append(message)

    def on_hand_over_screen_next_asked(self) -> None:
        self.welcome()

    def forget_client(self) -> None:
        self.done.append("forget")

    def welcome(self, note: str = "") -> None:
        self.done.append(f"welcome {note}".strip())
        self.navigator.drop_all()

    def exit(
        self, result: None = None, return_code: int = 0, message: RenderableType | None = None
    ) -> None:
        if message:
            self.done.append(f"exit {message}")
        super().exit(result, return_code, message)


class Hand:
    """A hand on the keys of a bare app."""

    def __init__(self, app: Bare, pilot: Pilot[None]) -> None:
        self.app, self._pilot = app, pilot

    async def press(self, *keys: str) -> None:
        """Press *keys* once all has settled, and wait until it has again."""
        await settle(self._pilot)
        for key in keys:
            send_key(self.app, key)
            await settle(self._pilot)
        await self.app.workers.wait_for_complete()
        await settle(self._pilot)


@asynccontextmanager
async def bare(context: QuizContext) -> AsyncIterator[Hand]:
    """Yield a hand at a bare app."""
    app = Bare(context)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        yield Hand(app, pilot)
