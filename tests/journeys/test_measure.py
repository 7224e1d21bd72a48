"""Measurements with a trainer: watch, counter, beat, left and right, the signs to stop at."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from textual.widgets import Digits

from assessment.quiz.context import QuizContext
from assessment.tui.screens.locked import LockedScreen
from assessment.ui.measure.measure_screen import MeasureScreen
from tests.journeys.driver import Client, client_at
from tests.journeys.test_locking import check_lock
from tests.journeys.test_quiz import answered


class Watch:
    """A clock that a test puts forward."""

    def __init__(self) -> None:
        self.time = 0.0

    def now(self) -> float:
        return self.time


@pytest.fixture
def watch() -> Watch:
    return Watch()


async def at_tool(client: Client, watch: Watch) -> MeasureScreen:
    """Resume at a measurement, and open its tool."""
    watch.time += 1
    await client.press("2")
    watch.time += 1
    await client.press("down")
    assert isinstance(client.screen, MeasureScreen)
    watch.time += 1
    return client.screen


def measured(folder: Path, item: str, watch: Watch) -> QuizContext:
    """Return a setting whose draft stands at the measurement *item*."""
    context = answered(folder, page=item, test_inverted_row=9)
    return replace(context, clock=watch.now)


async def pressed(client: Client, watch: Watch, *keys: str, after: float = 1.0) -> None:
    """Press *keys*, each one so many seconds after what was before."""
    for key in keys:
        watch.time += after
        await client.press(key)


async def test_a_stop_watch_fills_in_the_time_and_enter_confirms_it(
    tmp_path: Path, watch: Watch
) -> None:
    async with client_at(measured(tmp_path, "test_bridge_left", watch)) as client:
        screen = await at_tool(client, watch)
        text = client.text()
        assert "One-leg bridge hold, left" in text
        for sign in ("The hips twist.", "Pain goes above 3 out of 10.", "The breath is held."):
            assert sign in text
        await client.press("enter")
        watch.time += 17.4
        screen.follow()
        assert screen.query_one(Digits).value == "17.4"
        await client.press("enter")
        await pressed(client, watch, "enter")
        assert client.page.id == "test_bridge_left", "the figure waits to be confirmed"
        assert client.sheet.get("test_bridge_left") is None
        await pressed(client, watch, "enter")
        assert client.sheet.get("test_bridge_left") == 17.4
        assert client.page.id == "test_bridge_right"
        assert "right leg" in client.text()


async def test_heel_raises_are_counted_to_a_beat_that_is_seen_and_heard_only_if_wished(
    tmp_path: Path, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    rung: list[float] = []
    async with client_at(measured(tmp_path, "test_heel_raise_left", watch)) as client:
        monkeypatch.setattr(client.app, "bell", lambda: rung.append(watch.time))
        screen = await at_tool(client, watch)
        await client.press("enter")
        begun = watch.time
        seen = []
        for beat in range(4):
            watch.time = begun + beat
            screen.follow()
            seen.append(str(screen.query_one("#beside").render())[:7])
        assert seen == ["(●) ( )", "( ) (●)", "(●) ( )", "( ) (●)"]
        assert not rung
        await client.press("h")
        for beat in range(4, 7):
            watch.time = begun + beat
            screen.follow()
            screen.follow()
        assert rung == [begun + beat for beat in range(4, 7)]
        await pressed(client, watch, "right", "right", "right", "left", "enter", "enter", "enter")
        assert client.sheet.get("test_heel_raise_left") == 2


@pytest.mark.heavy
async def test_three_tries_give_their_mean(tmp_path: Path, watch: Watch) -> None:
    async with client_at(measured(tmp_path, "test_stance_left", watch)) as client:
        await at_tool(client, watch)
        for seconds in (10.0, 20.0, 27.0):
            await pressed(client, watch, "enter")
            await pressed(client, watch, "enter", after=seconds)
        await pressed(client, watch, "enter", "enter")
        assert client.sheet.get("test_stance_left") == 19.0


@pytest.mark.heavy
async def test_chair_stands_end_by_themselves(tmp_path: Path, watch: Watch) -> None:
    context = replace(
        answered(tmp_path, page="test_chair_stand", age_years=70, test_inverted_row=9),
        clock=watch.now,
    )
    async with client_at(context) as client:
        screen = await at_tool(client, watch)
        await client.press("enter")
        await pressed(client, watch, "right", "right")
        watch.time += 30
        screen.follow()
        await pressed(client, watch, "right")
        assert not screen._measuring.is_running
        assert "Use 3 repetitions" in client.text()


async def test_a_double_press_counts_once_and_does_not_stop_the_watch(
    tmp_path: Path, watch: Watch
) -> None:
    async with client_at(measured(tmp_path, "test_heel_raise_left", watch)) as client:
        screen = await at_tool(client, watch)
        await client.press("enter", "enter")
        assert screen._measuring.is_running
        watch.time += 1
        await client.press("right", "right")
        assert screen._measuring.count == 1


async def test_closing_the_tool_enters_nothing(tmp_path: Path, watch: Watch) -> None:
    async with client_at(measured(tmp_path, "test_bridge_left", watch)) as client:
        await at_tool(client, watch)
        await pressed(client, watch, "enter", "escape")
        assert client.page.id == "test_bridge_left"
        assert client.sheet.get("test_bridge_left") is None


@pytest.mark.heavy
async def test_the_tool_works_by_mouse(tmp_path: Path, watch: Watch) -> None:
    async with client_at(measured(tmp_path, "test_hamstring_bridge_left", watch)) as client:
        watch.time += 1
        await client.press("2")
        await client.click("#tool")
        screen = client.screen
        assert isinstance(screen, MeasureScreen)
        counts = [screen._measuring.count]
        for button in ("#more", "#more", "#less"):
            watch.time += 1
            await client.click(button)
            await client.until(lambda: screen._measuring.count != counts[-1])
            counts.append(screen._measuring.count)
        assert counts == [0, 1, 2, 1]
        watch.time += 1
        await client.click("#next")
        await client.until(lambda: client.screen is not screen)
        watch.time += 1
        await client.press("enter")
        assert client.sheet.get("test_hamstring_bridge_left") == 1


async def test_a_measurement_under_way_is_not_hidden(tmp_path: Path, watch: Watch) -> None:
    today = datetime(2026, 5, 12)  # noqa: DTZ001  # the gym's own time
    walls = [today]
    context = replace(measured(tmp_path, "test_trunk_hold", watch), now=lambda: walls[-1])
    async with client_at(context) as client:
        screen = await at_tool(client, watch)
        walls.append(today + timedelta(hours=1))
        check_lock(client)
        await client.pilot.pause()
        assert client.screen is screen
        await client.press("escape")
        walls.append(today + timedelta(hours=2))
        check_lock(client)
        await client.pilot.pause()
        assert isinstance(client.screen, LockedScreen)


@pytest.mark.heavy
async def test_what_is_read_off_a_ruler_offers_no_tool(tmp_path: Path, watch: Watch) -> None:
    async with client_at(measured(tmp_path, "test_wall_gap_cm", watch)) as client:
        watch.time += 1
        await client.press("2", "down")
        assert client.page.id == "test_wall_gap_cm"
        assert not client.screen.query_one("#tool").display
