""" "Everything in this gym" is the kit that the gym's settings name, in every way to answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assessment.core.answers import AnswerSheet
from assessment.core.interview import Interview
from assessment.keying.typed import parse_typed
from assessment.plain.typed_answers import item_typed
from assessment.quiz.review import review_lines
from assessment.settings.kit import with_kit
from questions.questionnaire import Questionnaire
from tests.contract import EQUIPMENT
from tests.journeys.driver import client_at, setting_in

KIT = ("band", "bench")


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    path = tmp_path / "settings.toml"
    path.write_text('[quiz]\nkit = ["bench", "band"]\n')
    return path


@pytest.mark.heavy
async def test_one_tick_stands_for_the_kit(tmp_path: Path, settings: Path) -> None:
    async with client_at(replace(setting_in(tmp_path), settings_path=settings)) as client:
        await client.start()
        await client.go_to("equipment")
        await client.press("right")
        rows = [row for row in client.rows() if "[x]" in row]
        assert [row.split("]")[1].split(" (")[0].strip() for row in rows] == [
            "+  Everything in this gym",
            "1  Exercise band",
            "5  Training bench",
        ]
        await client.press("enter")
        assert client.sheet.get("equipment") == KIT


@pytest.mark.heavy
async def test_other_kit_can_be_added(tmp_path: Path, settings: Path) -> None:
    async with client_at(replace(setting_in(tmp_path), settings_path=settings)) as client:
        await client.start()
        await client.go_to("equipment")
        await client.press("right", "2", "enter")
        assert client.sheet.get("equipment") == ("band", "dumbbell", "bench")


@pytest.mark.heavy
async def test_without_the_setting_it_is_all_there_is(tmp_path: Path) -> None:
    async with client_at(setting_in(tmp_path)) as client:
        await client.start()
        await client.go_to("equipment")
        await client.press("right", "enter")
        assert client.sheet.get("equipment") == tuple(EQUIPMENT)


def test_typed_line_by_line_and_from_paper_it_is_the_kit_too(
    questionnaire: Questionnaire,
) -> None:
    own = with_kit(questionnaire, KIT)
    assert item_typed(own.by_id["equipment"], "+") == list(KIT)
    assert parse_typed(own.by_id["equipment"], "all", own, date(2026, 6, 1)) == KIT


def test_the_review_calls_the_kit_by_its_name(questionnaire: Questionnaire) -> None:
    own = with_kit(questionnaire, KIT)
    said = {}
    for kit in (KIT, ("band",)):
        interview = Interview.resume(AnswerSheet.of(own, {"equipment": kit}), None)
        lines = review_lines(interview)
        said[len(kit)] = next(line.answer for line in lines if line.page_id == "equipment")
    assert said == {2: "Everything in this gym", 1: "Exercise band"}
