"""Everything that keys do, a finger or a mouse does too."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Button

from assessment.tui.screens.result import ResultScreen
from assessment.tui.screens.review import ReviewScreen
from assessment.ui.widgets.key_bar import KeyButton
from tests.journeys.driver import client_at, setting_in
from tests.journeys.test_quiz import answered


@pytest.mark.heavy
async def test_from_the_review_to_the_result_by_mouse(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path)) as client:
        await client.click("#resume")
        assert isinstance(client.screen, ReviewScreen)
        await client.click("#accept")
        assert isinstance(client.screen, ResultScreen)
        assert client.screen.query_one("#save", Button).display


async def test_start_and_a_choice_by_mouse(tmp_path: Path) -> None:
    async with client_at(setting_in(tmp_path), (120, 40)) as client:
        await client.click("#start")
        await client.go_to("sex")
        body = next(w for w in client.screen.query("ChoiceInput") if w.display)
        await client.click(body, 8, 1)
        assert client.sheet.get("sex") == "female"
        assert client.page.id == "check_now"


async def test_the_bar_at_the_bottom_goes_on_and_back(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path, page="plan_time")) as client:
        await client.click("#resume")
        for action, page in (("go_on", "usual_week"), ("back", "plan_time")):
            buttons = client.screen.query(KeyButton).results(KeyButton)
            await client.click(next(one for one in buttons if one.binding.action == action))
            assert client.page.id == page


async def test_a_number_is_declined_by_mouse(tmp_path: Path) -> None:
    measured: Any = {"test_heel_raise_left": 9}
    async with client_at(answered(tmp_path, page="test_heel_raise_left", **measured)) as client:
        await client.click("#resume")
        await client.click("#decline")
        assert client.sheet.get("test_heel_raise_left") is None
        assert client.page.id == "test_heel_raise_right"


async def test_none_of_these_is_in_sight_and_takes_a_click(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path, page="check_now", both_legs=None)) as client:
        await client.click("#resume")
        await client.click("#none", 3)
        assert client.sheet.get("both_legs") == "no"
        assert client.page.id == "body_map"
        await client.click("#none", 3)
        assert client.page.id == "posture_rounded"
