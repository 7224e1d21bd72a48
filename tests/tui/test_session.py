"""One client's way from screen to screen, told by messages."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from assessment.core.interview import Interview
from assessment.quiz.context import QuizContext
from assessment.quiz.draft_saver import DraftSaver
from assessment.quiz.route import Route
from assessment.tui.content_loader import load
from assessment.tui.screens.locked import LockedScreen
from assessment.tui.screens.result import ResultScreen
from assessment.tui.screens.review import ReviewScreen
from assessment.tui.session import ClientSession
from assessment.ui.press_guard import GuardedScreen
from assessment.ui.question.question_screen import QuestionScreen
from assessment.ui.session_message import SessionMessage
from tests.conftest import MakeSheet
from tests.journeys.driver import setting_in
from tests.journeys.test_locking import Wall
from tests.tui.bare import Hand, bare

FIRST, LATER = "age_years", "goal"


class Led:
    """A session at a bare app, and a hand on its keys."""

    def __init__(self, hand: Hand, session: ClientSession) -> None:
        self.hand, self.session = hand, session

    async def take(self, message: SessionMessage) -> None:
        self.session.take(message)
        await self.hand.press()

    @property
    def shown(self) -> list[str]:
        return [type(one).__name__ for one in self.hand.app.screen_stack[1:]]

    @property
    def page(self) -> str:
        screen = self.hand.app.screen
        assert isinstance(screen, QuestionScreen)
        assert screen.route.page
        return screen.route.page.id


@asynccontextmanager
async def led(context: QuizContext) -> AsyncIterator[Led]:
    with ExitStack() as held:
        held.callback(context.report.close)
        loaded = load(context.draft_path, held)
        async with bare(context) as hand:
            saver = DraftSaver(loaded.draft)
            session = ClientSession(hand.app, hand.app.navigator, context, loaded, saver)
            session.begin(Route(Interview.start(loaded.questionnaire)))
            await hand.press()
            yield Led(hand, session)


async def test_review_and_result_stand_over_the_questions(
    tmp_path: Path, make_sheet: MakeSheet
) -> None:
    sheet = make_sheet()
    async with led(setting_in(tmp_path)) as client:
        assert client.page == FIRST
        await client.take(QuestionScreen.ReachedReview(Route(Interview.resume(sheet, None))))
        assert client.shown == ["QuestionScreen", "ReviewScreen"]
        await client.take(ReviewScreen.Accepted(sheet))
        await client.take(ReviewScreen.Accepted(sheet))  # a key pressed twice
        assert client.shown == ["QuestionScreen", "ReviewScreen", "ResultScreen"]
        await client.take(ResultScreen.ChangeAsked(None))
        assert client.shown == ["QuestionScreen", "ReviewScreen"]
        await client.take(ReviewScreen.ChangeAsked(LATER))
        assert (client.shown, client.page) == (["QuestionScreen"], LATER)


async def test_what_stops_the_questions_is_shown_over_them(
    tmp_path: Path, make_sheet: MakeSheet
) -> None:
    async with led(setting_in(tmp_path)) as client:
        await client.take(QuestionScreen.Stopped(make_sheet(foot_drop="yes")))
        assert client.shown == ["QuestionScreen", "ResultScreen"]
        await client.take(ResultScreen.ChangeAsked(LATER))
        assert client.page == LATER


async def test_every_exit_asks_first(tmp_path: Path) -> None:
    for message in (
        GuardedScreen.PauseAsked(),
        QuestionScreen.TooYoung("This is for people of 18 and over."),
        LockedScreen.NewClient(),
    ):
        async with led(setting_in(tmp_path)) as client:
            await client.take(message)
            assert client.shown == ["QuestionScreen", "AskScreen"]
            assert client.hand.app.done == []


async def test_it_locks_once_nobody_touched_anything_for_too_long(tmp_path: Path) -> None:
    wall = Wall()
    async with led(replace(setting_in(tmp_path), now=wall.now)) as client:
        lock = client.session.idle_lock
        wall.time += timedelta(minutes=4)
        lock.touch()
        wall.time += timedelta(minutes=4)
        lock.check()
        assert client.shown == ["QuestionScreen"]
        wall.time += timedelta(minutes=1)
        for _ in range(2):
            lock.check()
            await client.hand.press()
        assert client.shown == ["QuestionScreen", "LockedScreen"]
