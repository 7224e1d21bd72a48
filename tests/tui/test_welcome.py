"""The first screen: whose answers are kept is asked before any of them is seen."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Button

from assessment.quiz import words
from assessment.tui.screens.welcome import WelcomeScreen
from assessment.tui.widgets.look_line import LookName
from assessment.ui.theme.themes import LOOKS
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


async def test_the_name_of_the_gym_comes_into_a_row_of_its_own(tmp_path: Path) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text('[report]\ngym = "Studio Muster"\n', encoding="utf-8")
    async with client_at(setting_in(tmp_path / "without")) as client:
        empty = client.screen.query_one("#title").region
    async with client_at(replace(setting_in(tmp_path), settings_path=settings)) as client:
        assert "Studio Muster Posterior-chain check" in client.text()
        assert client.screen.query_one("#title").region == empty


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24)])
async def test_all_of_it_stands_in_the_window(tmp_path: Path, size: tuple[int, int]) -> None:
    for folder, context in (("a", setting_in), ("b", answered)):
        async with client_at(context(tmp_path / folder), size) as client:
            said = client.text()
            assert re.search(r"about 6 minutes", said, re.IGNORECASE)
            for words_said in ("Your answers stay on this laptop.", "High contrast", "Quit"):
                assert words_said in said
            last = client.screen.query_one("#quit", Button).region
            assert client.screen.region.contains_region(last)
            assert client.screen.query_one("#box").region.bottom <= size[1] - 1


async def test_the_same_key_changes_the_look_on_every_page(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path, page="name")) as client:
        looks = [client.app.theme]
        for keys in ((), ("2",), ("x",), ("escape",), ("escape", "f1"), ("escape", "enter")):
            await client.press(*keys, "f3")
            looks.append(client.app.theme)
        assert looks == [LOOKS[number % len(LOOKS)].name for number in range(len(looks))]
        assert "F3 changes the colours" in words.HELP_LOOK


async def test_a_look_is_chosen_by_mouse(tmp_path: Path) -> None:
    async with client_at(setting_in(tmp_path)) as client:
        light = client.screen.query(LookName)[1]
        await client.click(light)
        assert client.app.theme == LOOKS[1].name
        assert "○ Dark ● Light ○ High contrast" in client.text()
