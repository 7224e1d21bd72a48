"""The answers in examples/: whole, of the clients that they say, and as long as README has it."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import pytest

from assessment.catalogue.model import Catalogue
from assessment.core.answers import AnswerSheet
from assessment.core.assess import assess
from assessment.core.interview import Interview
from assessment.exchange.answers_document import read_answers
from assessment.quiz.length import path_length
from assessment.quiz.words import MINUTES_CALM, MINUTES_MUCH
from assessment.rule_check.answer_sheets import calm, filled
from questions.model import ManyItem
from questions.questionnaire import Questionnaire
from tests.docs_pages import ROOT

EXAMPLES = sorted((ROOT / "examples").glob("*.json"))
pytestmark = pytest.mark.skipif(not EXAMPLES, reason="examples/ is not beside the tests")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_answers_all_that_it_is_asked(
    questionnaire: Questionnaire, catalogue: Catalogue, path: Path
) -> None:
    sheet = read_answers(path, questionnaire)
    optional = [*questionnaire.items_of("tests"), *questionnaire.items_of("clearance")]
    asked = {item.id for item in sheet.asked_items()} - {item.id for item in optional}
    assert asked == sheet.given.keys()
    assert assess(sheet, catalogue).outcome.value == "train"


def test_the_healthy_man_says_no_to_every_gateway(questionnaire: Questionnaire) -> None:
    sheet = read_answers(ROOT / "examples/healthy.json", questionnaire)
    assert sheet.get("sex") == "male"
    assert sheet.get("hurts") == ()
    others = [
        one.id for one in questionnaire.items_of("lately") if one.id not in ("hurts", "birth")
    ]
    assert {sheet.given[one] for one in others} == {"no"}


def test_the_minutes_are_those_of_the_healthy_man_and_of_the_longest_way(
    questionnaire: Questionnaire,
) -> None:
    healthy = read_answers(ROOT / "examples/healthy.json", questionnaire)
    everything: dict[str, Any] = {one.id: "yes" for one in questionnaire.items_of("lately")}
    hurts = questionnaire.by_id["hurts"]
    assert isinstance(hurts, ManyItem)
    everything["hurts"] = list(hurts.values)
    busy = calm(questionnaire) | everything | {"age_years": 70, "posture_rounded": 1}
    sheet = healthy.with_answers(filled(questionnaire, busy | {"stalled": ["run"]}))
    assert math.ceil(minutes_of(healthy)) == MINUTES_CALM
    assert math.ceil(minutes_of(sheet)) == MINUTES_MUCH


def minutes_of(sheet: AnswerSheet) -> float:
    length = path_length(Interview.resume(sheet, None), ["tests"])
    return length.seconds(sheet.questionnaire.rules.pace) / 60
