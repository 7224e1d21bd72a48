"""Whole ways of several clients, from the welcome to the laptop handed back."""

from __future__ import annotations

from pathlib import Path

import pytest

from assessment.exchange.answers_document import parse_answers
from assessment.tui.screens.hand_over import HandOverScreen
from assessment.tui.screens.result import ResultScreen
from assessment.tui.screens.review import ReviewScreen
from assessment.tui.screens.welcome import WelcomeScreen
from assessment.tui.widgets.exercise_cards import ExerciseCards
from assessment.ui.drawing.body_map import BodyMap
from assessment.ui.question.question_screen import QuestionScreen
from questions.questionnaire import Questionnaire
from tests.journeys.driver import client_at, setting_in
from tests.journeys.mouse import Mouse
from tests.journeys.test_quiz import FEMALE, save

RED = {"check_now": "1 y enter 1"}
BACK_PAIN = {"body_map": "1 6 enter", "can_back": "3 3 3 0 0"}


async def test_an_emergency_ends_the_questions_and_says_whom_to_see_and_nothing_else(
    tmp_path: Path, questionnaire: Questionnaire
) -> None:
    context = setting_in(tmp_path)
    async with client_at(context, (100, 60)) as client:
        await client.start()
        await client.go_through(**RED)
        assert isinstance(client.screen, ResultScreen)
        text = client.text()
        for said in ("ambulance", "What to do", "What to say"):
            assert said in text, said
        for hidden in (BodyMap, ExerciseCards):
            assert not client.screen.query(hidden)
        for word in ("Signs of low capacity", "room to grow", "sets of", "Session"):
            assert word not in text, word
        await save(client)
        (saved,) = context.reports_folder.iterdir()
        sheet = parse_answers(saved.read_bytes(), questionnaire)
        assert sheet.get("saddle_numbness") == "yes"
        assert sheet.get("pain_low_back") is None, "what came after it was not asked"
        await client.press("f", "enter")
        assert isinstance(client.screen, WelcomeScreen)
        assert "ambulance" not in client.text()


@pytest.mark.heavy
async def test_a_pregnant_client_is_asked_more_and_told_what_was_taken_care_of(
    tmp_path: Path, questionnaire: Questionnaire
) -> None:
    context = setting_in(tmp_path)
    asked = []
    async with client_at(context, (100, 60)) as client:
        await client.start()
        pregnant = {**FEMALE, "birth": "1", "care_birth": "1 y", "check_pregnancy": "3 y"}
        while isinstance(client.screen, QuestionScreen) and not client.asked_to_measure:
            asked.append(client.page.id)
            await client.answer(**pregnant)
        for page in ("birth", "care_birth", "check_pregnancy"):
            assert page in asked
        await client.go_through()
        await client.press("enter")
        assert isinstance(client.screen, ResultScreen)
        await client.press("left")
        assert "What we took care of" in client.text()
        await save(client)
        (saved,) = context.reports_folder.iterdir()
        sheet = parse_answers(saved.read_bytes(), questionnaire)
        assert (sheet.get("pregnant"), sheet.get("pregnancy_warning")) == ("yes", "no")


@pytest.mark.heavy
async def test_killed_at_the_review_all_answers_are_there_and_the_result_is_the_same(
    tmp_path: Path,
) -> None:
    context = setting_in(tmp_path)
    async with client_at(context) as client:
        await client.start()
        await client.go_through(**BACK_PAIN)
        assert isinstance(client.screen, ReviewScreen)
        await client.press("enter")
        before = client.rows()
    async with client_at(context) as client:
        await client.press("2")
        assert isinstance(client.screen, ReviewScreen)
        await client.press("enter")
        await client.pilot.pause()
        assert [row for row in before if "Low back" in row]
        assert client.rows() == before


@pytest.mark.heavy
async def test_back_from_the_last_question_to_the_first_and_forward_again_changes_nothing(
    tmp_path: Path,
) -> None:
    async with client_at(setting_in(tmp_path)) as client:
        await client.start()
        await client.go_to("usual_week", **BACK_PAIN)
        answers = client.sheet
        await client.back_to("age_years")
        for _ in range(400):
            if client.page.id == "usual_week":
                break
            await client.press("enter")
        assert client.page.id == "usual_week"
        assert client.sheet == answers


@pytest.mark.heavy
async def test_by_mouse_alone_from_the_welcome_to_the_next_client(
    tmp_path: Path, questionnaire: Questionnaire
) -> None:
    context = setting_in(tmp_path)
    async with client_at(context) as client:
        mouse = Mouse(client)
        await mouse.click("#start")
        await mouse.go_through()
        assert isinstance(client.screen, ReviewScreen)
        await mouse.click("#accept")
        assert isinstance(client.screen, ResultScreen)
        await mouse.click("#save")
        await client.app.workers.wait_for_complete()
        await client.pilot.pause()
        (saved,) = context.reports_folder.iterdir()
        sheet = parse_answers(saved.read_bytes(), questionnaire)
        assert sheet.get("age_years") == 45
        assert sheet.get("stairs") == 0
        await mouse.click("#finish")
        assert isinstance(client.screen, HandOverScreen)
        await mouse.key("next_client")
        assert isinstance(client.screen, WelcomeScreen)
        assert client.keys == 0
