"""Pausing, closing, handing over: nothing is lost by accident, nothing stays behind."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from textual.screen import Screen
from textual.widgets import Static

from assessment.records.drafts.draft import DraftFile
from assessment.tui.app import QuizApp
from assessment.tui.screens.hand_over import HandOverScreen
from assessment.tui.screens.welcome import WelcomeScreen
from assessment.ui.dialogs.dialogs import AskScreen, HelpScreen
from assessment.ui.inputs.choice_input import ChoiceInput
from assessment.ui.question.question_screen import QuestionScreen
from questions.questionnaire import Questionnaire
from tests.conftest import everyday_and_heavy
from tests.journeys.driver import client_at, setting_in
from tests.journeys.test_quiz import answered, save, to_result


@pytest.mark.parametrize("key", everyday_and_heavy(["ctrl+c"], "ctrl+q"))
async def test_closing_in_the_middle_asks_and_keeps_the_answers(tmp_path: Path, key: str) -> None:
    context = answered(tmp_path, page="posture_rounded")
    async with client_at(context) as client:
        await client.press("2", key)
        assert isinstance(client.screen, AskScreen)
        await client.press(key, "escape")
        assert client.page.id == "posture_rounded"
        await client.press(key, "2")
        assert not client.app.is_running or client.app.return_code == 0
    assert context.draft_path.exists()


async def test_closing_at_the_welcome_asks_once(tmp_path: Path) -> None:
    async with client_at(setting_in(tmp_path)) as client:
        await client.press("escape")
        assert isinstance(client.screen, AskScreen)
        await client.press("1")
        assert isinstance(client.screen, WelcomeScreen)
        await client.press("escape", "2")
    assert client.app.return_code == 0


async def test_erase_and_leave_leaves_nothing(tmp_path: Path) -> None:
    context = answered(tmp_path, page="posture_rounded", name="Ana Muster")
    async with client_at(context) as client:
        await client.press("2", "escape", "3", "2")
        assert isinstance(client.screen, HandOverScreen)
        assert "Ana" not in client.text()
        assert not context.draft_path.exists()
        await client.press("enter")
        assert isinstance(client.screen, WelcomeScreen)
        assert not client.screen.query_one("#resume").display


async def test_a_draft_that_cannot_be_erased_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: DraftFile) -> None:
        raise PermissionError(13, "Permission denied")

    async with client_at(answered(tmp_path)) as client:
        await to_result(client)
        await save(client)
        monkeypatch.setattr(DraftFile, "erase", refuse)
        await client.press("f")
        assert isinstance(client.screen, HandOverScreen)
        assert "could not be erased from this laptop (Permission denied)" in client.text()


async def test_every_answer_is_on_the_disk_before_the_next_question_is_drawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, questionnaire: Questionnaire
) -> None:
    happened: list[str] = []
    questions = {item.id: item.text for item in questionnaire.items}
    paint, fsync = Screen._compositor_refresh, os.fsync

    def note_paint(self: Screen[None]) -> None:
        asking = self.query_one("#question", Static) if isinstance(self, QuestionScreen) else None
        question = str(asking.content) if asking else questions["goal"]
        if question != questions["goal"] and question not in happened:
            happened.append(question)
        paint(self)

    def note_sync(descriptor: int) -> None:
        fsync(descriptor)
        happened.append("synced")

    async with client_at(answered(tmp_path, page="goal")) as client:
        await client.press("2")
        client.app.animation_level = "none"
        monkeypatch.setattr(Screen, "_compositor_refresh", note_paint)
        monkeypatch.setattr(os, "fsync", note_sync)
        for key, following in (("1", questions["experience"]), ("2", questions["equipment"])):
            await client.press(key)
            await client.until(partial(happened.__contains__, following))
    assert happened == ["synced", questions["experience"], "synced", questions["equipment"]]


@pytest.mark.heavy
@pytest.mark.parametrize("hours", [23, 25])
async def test_answers_of_yesterday_are_erased_and_not_offered(tmp_path: Path, hours: int) -> None:
    context = answered(tmp_path)
    then = time.time() - 3600 * hours
    os.utime(context.draft_path, (then, then))
    async with client_at(context) as client:
        assert ("Are you the person who was here" in client.text()) == (hours == 23)
        assert context.draft_path.exists() == (hours == 23)


async def test_a_welcome_that_stands_for_a_day_erases_what_was_kept(tmp_path: Path) -> None:
    context = answered(tmp_path)
    async with client_at(context) as client:
        client.app.erase_old()
        assert "Are you the person who was here" in client.text()
        then = time.time() - 3600 * 25
        os.utime(context.draft_path, (then, then))
        client.app.erase_old()
        await client.press()
        assert "Are you the person who was here" not in client.text()
        assert not context.draft_path.exists()


async def test_a_client_who_sits_there_keeps_the_answers(tmp_path: Path) -> None:
    context = answered(tmp_path, page="posture_rounded")
    async with client_at(context) as client:
        await client.press("2")
        then = time.time() - 3600 * 25
        os.utime(context.draft_path, (then, then))
        client.app.erase_old()
        assert context.draft_path.exists()


async def test_two_clients_never_share_a_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: DraftFile) -> None:
        raise PermissionError(13, "Permission denied")

    async with client_at(answered(tmp_path)) as client:
        monkeypatch.setattr(DraftFile, "erase", refuse)
        await client.press("1", "2")
        assert isinstance(client.screen, WelcomeScreen)
        assert "could not be erased" in client.text()


async def test_the_chosen_answer_shows_before_the_next_question(tmp_path: Path) -> None:
    context = replace(
        answered(tmp_path, page="posture_rounded", posture_rounded=None), dwell_seconds=600.0
    )
    async with client_at(context) as client:
        await client.press("2", "3")
        assert client.page.id == "posture_rounded"
        assert client.sheet.get("posture_rounded") == 3
        body = client.screen.query_one(ChoiceInput)
        assert [body.mark(index) for index in range(5)].count("(●)") == 1
        await client.press("4")
        assert client.page.id == "posture_can_straighten", "a key is meant for what comes"
        assert client.sheet.get("posture_rounded") == 3, "one press has answered"
        await client.press("backspace")
        assert client.page.id == "posture_rounded"


async def test_without_animations_the_next_question_comes_at_once(tmp_path: Path) -> None:
    context = replace(answered(tmp_path, page="posture_rounded"), dwell_seconds=600.0)
    async with client_at(context) as client:
        client.app.animation_level = "none"
        await client.press("2", "3")
        assert client.page.id == "posture_can_straighten"


async def test_start_pressed_before_the_content_is_there_waits_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load = QuizApp._load
    monkeypatch.setattr(QuizApp, "_load", lambda _: None)
    async with client_at(setting_in(tmp_path)) as client:
        await client.press("enter")
        assert isinstance(client.screen, WelcomeScreen)
        assert "One moment" in client.text()
        load(client.app)
        await client.app.workers.wait_for_complete()
        await client.press()
        assert isinstance(client.screen, QuestionScreen)


@pytest.mark.heavy
async def test_the_help_of_a_checklist_explains_every_line(
    tmp_path: Path, questionnaire: Questionnaire
) -> None:
    async with client_at(answered(tmp_path, page="check_now"), (100, 60)) as client:
        await client.press("2", "f1")
        assert isinstance(client.screen, HelpScreen)
        paragraphs = [str(one.visual) for one in client.screen.query(".paragraph").results(Static)]
        for item in next(page for page in questionnaire.pages if page.id == "check_now").items:
            why = questionnaire.by_id[item].help.strip()
            assert any(why in paragraph for paragraph in paragraphs)


@pytest.mark.heavy
async def test_the_arrows_go_through_the_looks_and_back(tmp_path: Path) -> None:
    async with client_at(setting_in(tmp_path)) as client:
        seen = []
        for key in ("right", "right", "right", "left"):
            seen.append(client.app.theme)
            await client.press(key)
        assert seen == ["posterior-dark", "posterior-light", "posterior-contrast", "posterior-dark"]
        assert client.app.theme == "posterior-contrast"


@pytest.mark.heavy
async def test_a_draft_without_one_good_answer_is_not_offered(tmp_path: Path) -> None:
    context = setting_in(tmp_path)
    context.draft_path.write_bytes(b"\xff\x00 nothing\n")
    async with client_at(context) as client:
        assert "Are you the person who was here" not in client.text()
        await client.start()


async def test_a_key_pressed_twice_does_not_answer_the_question_that_it_brought(
    tmp_path: Path,
) -> None:
    context = answered(tmp_path)
    async with client_at(context) as client:
        await to_result(client)
        result = client.screen
        object.__setattr__(client.app.quiz_context, "clock", lambda: 0.0)
        await client.press("f", "2")
        assert isinstance(client.screen, AskScreen), "nothing is finished by a double press"
        await client.press("escape")
        assert client.screen is result
        assert context.draft_path.exists()


async def test_answers_to_an_earlier_version_are_told_and_not_gone_on_with(tmp_path: Path) -> None:
    context = setting_in(tmp_path)
    old = '{"answers": {"saddle_numbness": "no", "age_years": 40}, "page": "both_legs"}\n'
    context.draft_path.write_text(old)
    async with client_at(context) as client:
        assert "Answers to older questions are kept here." in client.text()
        assert not client.screen.query_one("#resume").display
        assert context.draft_path.read_text() == old
        await client.press("enter")
        assert client.page.id == "age_years"
        assert not context.draft_path.exists()
