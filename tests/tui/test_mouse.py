"""Everything that keys do, a finger or a mouse does too."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import Button

from assessment.tui.screens.result import ResultScreen
from assessment.tui.screens.review import ReviewScreen
from tests.journeys.driver import client_at, setting_in
from tests.journeys.test_quiz import answered


async def test_from_the_review_to_the_result_by_mouse(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path)) as client:
        await client.pilot.click("#resume")
        await client.pilot.pause()
        assert isinstance(client.screen, ReviewScreen)
        await client.pilot.click("#accept")
        await client.pilot.pause()
        assert isinstance(client.screen, ResultScreen)
        assert client.screen.query_one("#save", Button).display


async def test_start_and_a_choice_by_mouse(tmp_path: Path) -> None:
    async with client_at(setting_in(tmp_path), (120, 40)) as client:
        await client.pilot.click("#start")
        await client.pilot.pause()
        await client.go_to("sex")
        body = next(w for w in client.screen.query("SingleBody") if w.display)
        await client.pilot.click(body, offset=(8, 1))
        await client.pilot.pause()
        assert client.sheet.get("sex") == "female"
        assert client.page.id == "goal"
