"""Everything that keys do, a finger or a mouse does too."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Button

from assessment.tui.screens.result import ResultScreen
from assessment.tui.screens.review import ReviewScreen
from assessment.ui.inputs.rows_input import RowsInput
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
        assert client.page.id == "goal"


async def test_the_bar_at_the_bottom_goes_on_and_back(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path, page="active_days")) as client:
        await client.click("#resume")
        for action, page in (("go_on", "active_minutes"), ("back", "active_days")):
            buttons = client.screen.query(KeyButton).results(KeyButton)
            await client.click(next(one for one in buttons if one.binding.action == action))
            assert client.page.id == page
        await client.click("#decline")
        assert client.sheet.get("active_days") is None
        assert client.page.id == "sitting_hours"


async def test_a_checklist_and_rows_by_mouse(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path, page="care_daily"), (80, 30)) as client:
        await client.click("#resume")
        await client.click("#checklist", 20)
        await client.press("enter")
        assert client.sheet.get("falls") == "yes"
        assert client.page.id == "pain"
        await client.pilot.pause()  # a page that has just come has its places now
        rows = client.screen.query_one(RowsInput)
        await client.click(rows, rows.render_line(0).text.index("6"))
        await client.press("enter")
        assert client.sheet.get("pain_low_back") == 6
