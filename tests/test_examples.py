"""The answers in examples/: whole, and of the clients that they say."""

from __future__ import annotations

from pathlib import Path

import pytest

from assessment.catalogue.model import Catalogue
from assessment.core.assess import assess
from assessment.exchange.answers_document import read_answers
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
