"""Line by line, keyed in from paper, or in a file: the same answers come to the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from assessment.catalogue.model import Catalogue
from assessment.core.answers import AnswerSheet
from assessment.core.assess import assess
from assessment.exchange.answers_document import parse_answers, sheet_of
from assessment.exchange.assessment_document import document_of
from questions.questionnaire import Questionnaire
from tests.clients import VIGNETTES
from tests.keying.conftest import Clerk
from tests.keying.paper import lines_typed
from tests.plain.answering import Answering
from tests.plain.client import NO_ONE, converse, setting_at

HEALTHY, ACHE, FRAIL, PREGNANT, CHEST_PAIN = "D29", "D02", "D05", "D06", "D12"
ENDED = {"D13": "emergency", "D14": "same_day"}
"""Clients whose questions end where they say what cannot wait; nothing else is known of them."""
WHERE_IT_ENDS = ("outcome", "flags", "four_signs", "overall", "top_regions", "exercises")
OF_THE_WAY = ("implied",)
"""What a document says of how answers came, and not of what they mean."""


def answers_of(case: str) -> dict[str, Any]:
    """Return the answers of *case*, what was not asked left out."""
    (path,) = (one for one in VIGNETTES.glob(f"{case}-*.json") if ".expected" not in one.name)
    answers: dict[str, Any] = json.loads(path.read_text("utf-8"))["answers"]
    return {item: answer for item, answer in answers.items() if answer is not None}


def whole(answers: dict[str, Any], questionnaire: Questionnaire) -> AnswerSheet:
    document = {"questionnaire": "posterior-chain", "version": "2.0.0", "answers": answers}
    return sheet_of(document, questionnaire)


def meaning(sheet: AnswerSheet, catalogue: Catalogue) -> dict[str, Any]:
    """Return what *sheet* means, without how its answers came."""
    document = dict(document_of(assess(sheet, catalogue)))
    return {key: value for key, value in document.items() if key not in OF_THE_WAY}


def typed_line_by_line(
    answers: dict[str, Any], folder: Path, questionnaire: Questionnaire
) -> AnswerSheet:
    converse(setting_at(folder), {"result": ["s", "f"]}, Answering(answers))
    (paper,) = (folder / "reports").iterdir()
    return parse_answers(paper.read_bytes(), questionnaire)


def keyed_in(answers: dict[str, Any], questionnaire: Questionnaire) -> AnswerSheet:
    clerk = Clerk(questionnaire, lines_typed(answers, questionnaire))
    return clerk.until_the_end()


@pytest.mark.parametrize("case", [HEALTHY, ACHE, FRAIL, PREGNANT, CHEST_PAIN, *ENDED])
def test_the_same_answers_mean_the_same_line_by_line_on_paper_and_in_a_file(
    case: str, tmp_path: Path, questionnaire: Questionnaire, catalogue: Catalogue
) -> None:
    answers = answers_of(case)
    in_a_file = meaning(whole(answers, questionnaire), catalogue)
    assert meaning(keyed_in(answers, questionnaire), catalogue) == in_a_file
    typed = meaning(typed_line_by_line(answers, tmp_path, questionnaire), catalogue)
    if case in ENDED:
        typed, in_a_file = ({key: one[key] for key in WHERE_IT_ENDS} for one in (typed, in_a_file))
        assert typed["outcome"] == ENDED[case]
    assert typed == in_a_file


def test_nothing_but_enter_leaves_nothing_and_means_nothing(
    tmp_path: Path, questionnaire: Questionnaire, catalogue: Catalogue
) -> None:
    typed = converse(setting_at(tmp_path), {"age_years": [*[""] * 5, NO_ONE]})
    assert set(typed[2]) == {"age_years"}
    assert not (tmp_path / "draft.jsonl").exists()
    empty = meaning(whole({}, questionnaire), catalogue)
    assert meaning(keyed_in({}, questionnaire), catalogue) == empty
    assert empty["outcome"] == "incomplete"
