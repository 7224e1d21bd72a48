"""What stands at the end: the result, what is missing, whom to see, and the paper."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Static

from assessment.tui.screens.ask import AskScreen
from assessment.tui.screens.hand_over import HandOverScreen
from assessment.tui.screens.question import QuestionScreen
from assessment.tui.screens.result import ResultScreen
from assessment.tui.screens.review import ReviewScreen
from assessment.tui.widgets.region_bar import RegionBar
from tests.journeys.driver import Client, client_at
from tests.journeys.test_quiz import answered, save, to_result

REPLIES = """
import json, sys
for line in sys.stdin:
    request = json.loads(line)
    if "save" in request:
        print(json.dumps({reply}), flush=True)
"""
WEB_PAGE = REPLIES.replace("{reply}", "{'path': request['save'][:-3] + 'html'}")
FAILS = REPLIES.replace("{reply}", "{'reason': 'The disk is full.'}")


def status(client: Client) -> str:
    return str(client.screen.query_one("#status", Static).visual)


async def test_a_client_who_may_train_sees_regions_and_exercises_with_reasons(
    tmp_path: Path,
) -> None:
    setting = answered(tmp_path, chair_rise=3, bridge=3, stairs=None)
    async with client_at(setting, (100, 60)) as client:
        await to_result(client)
        text = client.text()
        assert len(client.screen.query(RegionBar)) == 8
        for words in ("Most room to grow: glutes", "could be", "sets of", "Because you answered"):
            assert words in text, words


async def test_too_few_answers_show_no_number(tmp_path: Path) -> None:
    setting = answered(tmp_path, toe_rises=None, uphill_walk=None)
    async with client_at(setting, (100, 60)) as client:
        await to_result(client)
        assert "not enough answers" in client.text()


@pytest.mark.parametrize("flag", ["foot_drop", "recent_surgery", "acute_illness"])
async def test_a_gated_client_sees_no_score(tmp_path: Path, flag: str) -> None:
    changes: dict[str, Any] = {flag: "yes"}
    async with client_at(answered(tmp_path, **changes), (100, 60)) as client:
        await to_result(client)
        assert not client.screen.query(RegionBar)
        assert "What to do" in client.text()


async def test_an_emergency_by_mistake_leads_back_to_its_question(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path, page="check_nerves")) as client:
        await client.press("enter", "1")
        await client.answer(check_nerves="up")
        assert isinstance(client.screen, ResultScreen)
        await client.press("backspace")
        assert client.page.id == "check_nerves"
        assert client.sheet.get("saddle_numbness") == "yes"
        await client.answer()
        assert client.page.id == "check_heart"


async def test_what_is_missing_is_named_with_a_way_to_it(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path, sex="female")) as client:
        await client.press("enter")
        assert isinstance(client.screen, ReviewScreen)
        assert "We need the marked answers" in client.text()
        client.screen.query_one("#accept").focus()
        await client.press("enter")
        assert isinstance(client.screen, ResultScreen)
        assert "Pregnancy" in client.text()
        await client.press("enter")
        assert client.page.id == "pregnant"
        await client.press("2")
        assert client.page.id == "after_birth_12_weeks"
        await client.press("2")
        assert isinstance(client.screen, ReviewScreen)
        assert "Is all of this right?" in client.text()


async def test_a_report_that_fails_says_why_and_nothing_is_lost(tmp_path: Path) -> None:
    setting = answered(tmp_path, report=(sys.executable, "-c", FAILS))
    async with client_at(setting) as client:
        await to_result(client)
        await save(client)
        assert "could not be made: The disk is full." in status(client)
        await client.press("f")
        assert isinstance(client.screen, AskScreen)
        await client.press("escape")
        assert isinstance(client.screen, ResultScreen)
        assert setting.draft_path.exists()


async def test_a_web_page_in_place_of_the_pdf_is_explained(tmp_path: Path) -> None:
    setting = answered(tmp_path, report=(sys.executable, "-c", WEB_PAGE))
    async with client_at(setting) as client:
        await to_result(client)
        await save(client)
        assert "cannot make a PDF yet" in status(client)
        assert "posterior-chain-2026-05-12-0930.html" in status(client)


async def test_saving_is_remembered_as_long_as_no_answer_changes(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path)) as client:
        await to_result(client)
        await save(client)
        await client.press("backspace")
        await client.pilot.pause()
        await client.press("enter")
        assert isinstance(client.screen, ResultScreen)
        await client.press("f")
        assert isinstance(client.screen, HandOverScreen)


async def test_enter_alone_saves_and_then_finishes(tmp_path: Path) -> None:
    setting = answered(tmp_path)
    async with client_at(setting) as client:
        await to_result(client)
        await client.press("enter")
        await client.app.workers.wait_for_complete()
        await client.pilot.pause()
        assert len(list(setting.reports_folder.iterdir())) == 1
        await client.press("enter")
        assert isinstance(client.screen, HandOverScreen)


async def test_a_flag_ends_the_questions_when_safety_is_through(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path, page="check_amber", foot_drop="yes")) as client:
        await client.press("enter")
        assert isinstance(client.screen, QuestionScreen)
        await client.answer()
        assert isinstance(client.screen, ResultScreen)
        assert "today" in client.text()
