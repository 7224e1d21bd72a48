"""Screens over the first one, and small questions above them."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.screen import Screen

from assessment.ui.dialogs.options import KEEP, STAY, DialogOption
from tests.journeys.driver import setting_in
from tests.tui.bare import bare


async def test_the_first_screen_stays_whatever_is_dropped(tmp_path: Path) -> None:
    async with bare(setting_in(tmp_path)) as hand:
        navigator, first = hand.app.navigator, hand.app.screen
        for _ in range(3):
            navigator.show(Screen())
        only = Screen[None]()
        navigator.show_only(only)
        assert list(navigator.screens) == [first, only]
        navigator.drop_all()
        assert list(navigator.screens) == [first]


async def test_it_goes_back_to_one_screen_or_by_one(tmp_path: Path) -> None:
    async with bare(setting_in(tmp_path)) as hand:
        navigator, lower, upper = hand.app.navigator, Screen[None](), Screen[None]()
        for screen in (lower, upper, Screen[None]()):
            navigator.show(screen)
        navigator.back()
        assert hand.app.screen is upper
        navigator.back_to(lower)
        assert hand.app.screen is lower


@pytest.mark.parametrize(("key", "confirmed"), [("1", 0), ("escape", 0), ("2", 1)])
async def test_only_a_yes_is_taken_for_one(tmp_path: Path, key: str, confirmed: int) -> None:
    calls: list[None] = []
    async with bare(setting_in(tmp_path)) as hand:
        hand.app.navigator.confirm("Sure?", "", "No", "Yes", lambda: calls.append(None))
        await hand.press()
        assert hand.app.navigator.is_asking
        await hand.press(key)
        assert not hand.app.navigator.is_asking
    assert len(calls) == confirmed


async def test_a_question_gives_the_result_of_the_option(tmp_path: Path) -> None:
    chosen: list[str | None] = []
    async with bare(setting_in(tmp_path)) as hand:
        options = (DialogOption(STAY, "Stay"), DialogOption(KEEP, "Keep"))
        hand.app.navigator.ask("What?", "Two ways.", options, chosen.append)
        await hand.press("2")
    assert chosen == [KEEP]
