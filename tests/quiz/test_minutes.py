"""The minutes that the welcome names are those of its shortest and of its longest way."""

from __future__ import annotations

from pathlib import Path

import pytest

from assessment.core.answers import AnswerSheet
from assessment.core.interview import Interview
from assessment.quiz import words
from assessment.quiz.length import path_length
from questions.questionnaire import GATEWAYS, Questionnaire
from tests.clients import answers_of

ROOT = Path(__file__).parents[2]
NEAR = 0.75
"""Minutes by which a figure may be off: people do not read to the second."""


def minutes(questionnaire: Questionnaire, client: str, **changes: object) -> float:
    given = {**answers_of(client), "clearance": None, **changes}
    sheet = AnswerSheet.of(questionnaire, {}).with_answers(given)
    length = path_length(Interview(sheet, None), ("tests",))
    return length.seconds(questionnaire.rules.pace) / 60


def test_somebody_with_nothing_to_tell(questionnaire: Questionnaire) -> None:
    assert minutes(questionnaire, "D01-office") == pytest.approx(words.MINUTES_CALM, abs=NEAR)


def test_somebody_older_and_frail_for_whom_every_gateway_opens(
    questionnaire: Questionnaire,
) -> None:
    gates = [one.id for one in questionnaire.items_of(GATEWAYS) if one.kind == "check"]
    much = dict.fromkeys(gates, "yes") | {"hurts": ["low_back", "hip", "knee", "shoulder"]}
    pains = dict.fromkeys(("pain_low_back", "pain_hip", "pain_shoulder"), 3)
    found = minutes(questionnaire, "D05", **much, **pains)
    assert found == pytest.approx(words.MINUTES_MUCH, abs=NEAR)


def test_the_readme_says_both() -> None:
    readme = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    said = f"about {words.MINUTES_CALM} minutes, and up to {words.MINUTES_MUCH} where"
    assert said in readme


def test_the_welcome_says_both() -> None:
    assert f"about {words.MINUTES_CALM} minutes" in words.HOW_LONG
    assert f"up to {words.MINUTES_MUCH} " in words.HOW_LONG
