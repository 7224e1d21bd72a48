"""A laptop left alone: nobody sees the answers of another, and nobody loses their own."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from assessment.quiz.context import QuizContext
from assessment.tui import app
from assessment.tui.screens.locked import LockedScreen
from assessment.tui.screens.result import ResultScreen
from assessment.tui.screens.review import ReviewScreen
from assessment.tui.screens.welcome import WelcomeScreen
from assessment.ui.dialogs.dialogs import AskScreen
from assessment.ui.question.question_screen import QuestionScreen
from tests.journeys.driver import Client, client_at, setting_in, settle
from tests.journeys.test_quiz import answered, to_result

USUAL = timedelta(minutes=5)
NAME = "Ana Muster"


class Wall:
    """A clock on the wall that a test puts forward."""

    def __init__(self) -> None:
        self.time = datetime(2026, 5, 12, 9, 30)  # noqa: DTZ001  # the gym's own time

    def now(self) -> datetime:
        return self.time

    def on(self, context: QuizContext) -> QuizContext:
        return replace(context, now=self.now)


@pytest.fixture
def wall() -> Wall:
    return Wall()


def check_lock(client: Client) -> None:
    """Look whether anybody is there, as the app does every few seconds."""
    if client.app.session:
        client.app.session.idle_lock.check()


async def left_alone(client: Client, wall: Wall, time: timedelta = USUAL) -> None:
    wall.time += time
    check_lock(client)
    await settle(client.pilot)


async def test_after_a_while_no_answer_can_be_seen(tmp_path: Path, wall: Wall) -> None:
    context = wall.on(answered(tmp_path, name=NAME, goal="muscle"))
    async with client_at(context) as client:
        await client.press("2")
        await client.press("up", "end", "up", "enter", "end", "up")
        assert NAME in client.text()
        await left_alone(client, wall, USUAL - timedelta(seconds=1))
        assert isinstance(client.screen, ReviewScreen)
        await left_alone(client, wall, timedelta(seconds=1))
        assert isinstance(client.screen, LockedScreen)
        assert "hidden" in client.text()
        for said in (NAME, "45", "muscle", "Muscle"):
            assert said not in client.text()
        assert context.draft_path.exists()


async def test_any_key_asks_who_is_there_and_going_on_loses_nothing(
    tmp_path: Path, wall: Wall
) -> None:
    async with client_at(
        wall.on(answered(tmp_path, page="posture_rounded", posture_rounded=3))
    ) as client:
        await client.press("2")
        await left_alone(client, wall)
        assert "somebody else" not in client.text()
        await client.press("2")
        assert isinstance(client.screen, LockedScreen), "the first key only wakes the screen"
        await client.pilot.pause()
        assert "1 I am somebody else" in client.text()
        await client.press("2")
        assert client.page.id == "posture_rounded"
        assert client.sheet.get("posture_rounded") == 3


async def test_a_new_client_erases_the_answers_and_sees_none(tmp_path: Path, wall: Wall) -> None:
    context = wall.on(answered(tmp_path, name=NAME))
    async with client_at(context) as client:
        await to_result(client)
        await left_alone(client, wall)
        await client.press("space", "enter")
        assert isinstance(client.screen, AskScreen)
        await client.press("escape")
        assert isinstance(client.screen, LockedScreen), "nothing is erased by mistake"
        assert context.draft_path.exists()
        await client.press("1", "2")
        assert isinstance(client.screen, WelcomeScreen)
        assert not client.screen.query_one("#resume").display
        assert not context.draft_path.exists()
        await client.press("enter")
        assert isinstance(client.screen, QuestionScreen)
        assert client.sheet.get("name") is None
        assert NAME not in client.text()


@pytest.mark.heavy
async def test_a_click_wakes_it_and_chooses(tmp_path: Path, wall: Wall) -> None:
    async with client_at(wall.on(answered(tmp_path, page="posture_rounded"))) as client:
        await client.press("2")
        await left_alone(client, wall)
        await client.pilot.click(offset=(40, 12))
        await client.pilot.pause()
        await client.click("DialogOptionList", 8, 1)
        assert client.page.id == "posture_rounded"


async def test_a_key_pressed_twice_does_not_open_the_answers(tmp_path: Path, wall: Wall) -> None:
    async with client_at(wall.on(answered(tmp_path, page="posture_rounded"))) as client:
        await client.press("2")
        wall.time += USUAL
        clock = client.app.quiz_context.clock
        object.__setattr__(client.app.quiz_context, "clock", lambda: 0.0)
        check_lock(client)
        await client.press("2", "2")
        assert isinstance(client.screen, LockedScreen)
        object.__setattr__(client.app.quiz_context, "clock", clock)


async def test_while_somebody_is_there_nothing_is_hidden(tmp_path: Path, wall: Wall) -> None:
    async with client_at(wall.on(answered(tmp_path, page="posture_rounded"))) as client:
        await client.press("2")
        for key in ("down", "up", "question_mark", "escape"):
            wall.time += USUAL - timedelta(seconds=1)
            await client.press(key)
            check_lock(client)
            await settle(client.pilot)
            assert not isinstance(client.screen, LockedScreen)


@pytest.mark.heavy
async def test_an_open_help_is_hidden_too_and_stays_open(tmp_path: Path, wall: Wall) -> None:
    async with client_at(wall.on(answered(tmp_path, page="posture_rounded"))) as client:
        await client.press("2", "?")
        await left_alone(client, wall)
        await left_alone(client, wall)
        assert [type(one) for one in client.app.screen_stack].count(LockedScreen) == 1
        await client.press("space", "2", "escape")
        assert client.page.id == "posture_rounded"


async def test_where_nobody_gave_an_answer_there_is_nothing_to_hide(
    tmp_path: Path, wall: Wall
) -> None:
    async with client_at(wall.on(setting_in(tmp_path))) as client:
        await left_alone(client, wall)
        assert isinstance(client.screen, WelcomeScreen)


@pytest.mark.heavy
async def test_it_looks_by_itself(
    tmp_path: Path, wall: Wall, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "SECONDS_BETWEEN_CHECKS", 0.01)
    async with client_at(wall.on(answered(tmp_path))) as client:
        await to_result(client)
        assert isinstance(client.screen, ResultScreen)
        wall.time += USUAL
        while not isinstance(client.screen, LockedScreen):
            await client.pilot.pause()


@pytest.mark.heavy
async def test_the_gym_sets_the_time_and_a_wrong_line_is_told(tmp_path: Path, wall: Wall) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text("[quiz]\nlock_minutes = 2\n")
    context = replace(wall.on(answered(tmp_path, page="posture_rounded")), settings_path=settings)
    async with client_at(context) as client:
        await client.press("2")
        await left_alone(client, wall, timedelta(minutes=2))
        assert isinstance(client.screen, LockedScreen)
    settings.write_text("[quiz]\nlock_minutes = 0\n")
    async with client_at(context, (100, 40)) as client:
        assert "quiz.lock_minutes: must be a whole number from 1 to 60" in client.text()


async def test_enter_alone_never_opens_the_answers_of_another(tmp_path: Path, wall: Wall) -> None:
    context = wall.on(answered(tmp_path, name=NAME))
    async with client_at(context) as client:
        for key in ("enter", "enter", "enter", "enter"):
            await client.press(key)
            assert not isinstance(client.screen, QuestionScreen | ReviewScreen | ResultScreen)
            assert NAME not in client.text()
        await client.press("2")
        await left_alone(client, wall)
        for key in ("enter", "enter", "enter", "enter", "enter"):
            await client.press(key)
            assert isinstance(client.screen, LockedScreen | AskScreen)
        assert context.draft_path.exists(), "nor does it erase them"
