"""The parts of the desk, each by itself: work beside the screen, screens in order, a re-test."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen

from assessment.casebook.clients import clients_of
from assessment.casebook.history import past_screenings
from assessment.core.answers import AnswerError
from assessment.desk.background import Background, in_words
from assessment.desk.desk_lock import DeskLock
from assessment.desk.retest_flow import Retest, RetestFlow
from assessment.desk.screens.client import ClientScreen
from assessment.exchange.answers_document import AnswersFileError
from assessment.records.errors import StoreBusyError
from assessment.records.sealing.desk_session import Desk
from assessment.ui.dialogs.dialogs import AskScreen
from assessment.ui.navigator import Navigator
from tests.desk.trainer import PIN, TODAY, setting_in, store_in


class Below(Screen[None]):
    """A screen."""


class Above(Screen[None]):
    """Another one."""


async def done(pilot: Pilot[None]) -> None:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def test_work_comes_back_and_its_fault_is_told() -> None:
    found: list[str] = []
    told: list[str] = []

    def full() -> str:
        raise StoreBusyError("Another program is writing.")

    async with App[None]().run_test() as pilot:
        background = Background(pilot.app, told.append)
        background.run(lambda: "Ana", found.append)
        background.run(full, found.append)
        background.run(full, found.append, lambda sentence: told.append(sentence.upper()))
        await done(pilot)

    assert found == ["Ana"]
    assert sorted(told) == ["ANOTHER PROGRAM IS WRITING.", "Another program is writing."]


async def test_what_was_dropped_never_comes_back() -> None:
    found: list[str] = []
    async with App[None]().run_test() as pilot:
        background = Background(pilot.app, found.append)
        background.run(lambda: "Ana", found.append)
        background.drop()
        background.run(lambda: "Bo", found.append)
        await done(pilot)
    assert found == ["Bo"]


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (StoreBusyError("Wait a moment."), "Wait a moment."),
        (AnswerError("must be a day"), "must be a day"),
        (AnswersFileError("one fault", "another"), "one fault; another"),
        (PermissionError(13, "Permission denied", "x"), "x: Permission denied."),
        (OSError(28, "No space left on device"), "No space left on device."),
    ],
)
def test_a_fault_is_said_in_a_sentence(error: Exception, sentence: str) -> None:
    assert in_words(error) == sentence


async def test_a_screen_opens_once_over_the_one_it_belongs_to() -> None:
    async with App[None]().run_test() as pilot:
        navigator = Navigator(pilot.app, lambda: 0.0)
        await pilot.app.push_screen(Below())
        navigator.show_over(Below, Above())
        navigator.show_over(Below, Above())
        await pilot.pause()
        assert [type(one) for one in pilot.app.screen_stack[1:]] == [Below, Above]
        assert isinstance(navigator.find(Below), Below)
        assert navigator.back_to_kind(Below) is navigator.front
        assert navigator.back_to_kind(Above) is None
        assert len(pilot.app.screen_stack) == 1


async def test_only_a_yes_goes_on() -> None:
    answers: list[str] = []
    seconds = iter(range(1000))
    async with App[None]().run_test() as pilot:
        navigator = Navigator(pilot.app, lambda: float(next(seconds)))
        for key in ("1", "escape", "2"):
            navigator.confirm("Close?", "", "No", "Yes", lambda: answers.append("yes"))
            await pilot.pause()
            assert navigator.is_asking
            await pilot.press(key)
            await pilot.pause()
            assert not navigator.is_asking
            assert len(answers) == (key == "2")
        navigator.tell("It did not work", "The disk is full.", "All right")
        await pilot.pause()
        assert isinstance(navigator.front, AskScreen)


class YesNavigator(Navigator):
    """A trainer who stands before a client and says yes."""

    def __init__(self, screen: Screen[None] | None) -> None:
        self._screen = screen
        self.texts: list[str] = []

    @property
    def front(self) -> Screen[None] | None:
        return self._screen

    def confirm(
        self, question: str, text: str, no: str, yes: str, then: Callable[[], object]
    ) -> None:
        del question, no, yes
        self.texts.append(text)
        then()


class OpenLock(DeskLock):
    """The lock of a desk that is open."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk


async def wish_of(folder: Path, now: datetime) -> tuple[Retest, list[str], Desk]:
    """Return Ana's re-test of *now*, what was said before, and the desk that it was begun at."""
    desk = Desk(store_in(folder), folder)
    desk.open(PIN)
    (ana,) = clients_of(desk).search("ana")
    screenings = past_screenings(desk, ana.key)
    context, closed = setting_in(folder, now=lambda: now), []
    async with App[None]().run_test():
        screen = ClientScreen(ana, screenings, context.clock, context.today)
        for navigator in (YesNavigator(None), YesNavigator(screen)):
            flow = RetestFlow(context, navigator, OpenLock(desk), lambda: closed.append("closed"))
            flow.ask(ana, screenings)
    assert closed == ["closed"]  # nobody stands before a client: nothing is asked
    assert flow.wish is not None
    assert flow.wish.client == ana.key
    return flow.wish, navigator.texts, desk


async def test_a_retest_takes_along_the_days_before_and_shuts_the_desk(folder: Path) -> None:
    wish, texts, desk = await wish_of(folder, TODAY)
    assert [str(one.day) for one in wish.earlier] == ["2026-05-12", "2026-07-07"]
    assert "what was answered on 7 July 2026" in texts[0]
    assert not desk.is_open


async def test_a_retest_after_one_of_the_same_day_is_no_later_time(folder: Path) -> None:
    wish, _, _ = await wish_of(folder, datetime(2026, 7, 7, 18))  # noqa: DTZ001  # the gym's own
    assert [str(one.day) for one in wish.earlier] == ["2026-05-12"]
    assert wish.sheet is not None
    assert wish.sheet.get("pain_low_back") == 4  # as of this very day
