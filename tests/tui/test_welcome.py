"""The first screen: whose answers are kept is asked before any of them is seen."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import Button

from assessment.tui.screens.welcome import WelcomeScreen
from tests.journeys.driver import client_at, setting_in
from tests.journeys.test_quiz import answered


async def test_who_comes_next_is_asked_and_new_stands_in_front(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path, name="Ana Muster")) as client:
        said = client.text()
        assert "Are you the person who was here a moment ago?" in said
        assert said.index("1 No, I am new") < said.index("2 Yes, go on where I stopped")
        assert "Ana" not in said
        assert client.screen.focused is client.screen.query_one("#start", Button)


async def test_without_answers_the_keys_of_that_question_do_nothing(tmp_path: Path) -> None:
    async with client_at(setting_in(tmp_path)) as client:
        await client.press("1", "2")
        assert isinstance(client.screen, WelcomeScreen)
