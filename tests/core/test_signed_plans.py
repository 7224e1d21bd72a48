"""Forty clients whose plans were read whole, as if to be signed, and what stood there.

``tests/signed/*.json``: ``who`` in words, ``answers`` besides those of a healthy adult, ``must``
the exercises that the plan holds, ``one_of`` lists of which it holds at least one, ``must_not``
what it names nowhere: not in a session, not in a warm-up, not as a swap.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from assessment.catalogue.model import Catalogue
from assessment.core.answers import AnswerSheet, value_of
from assessment.core.assess import Assessment, assess
from assessment.rule_check.answer_sheets import calm, filled
from questions.questionnaire import Questionnaire

FOLDER = Path(__file__).parent.parent / "signed"
CLIENTS = sorted(FOLDER.glob("*.json"))


@pytest.mark.parametrize("path", CLIENTS, ids=lambda path: path.stem)
def test_the_plan_is_one_to_sign(
    path: Path, questionnaire: Questionnaire, catalogue: Catalogue
) -> None:
    """What must be there is, and what must not is nowhere."""
    client = json.loads(path.read_text("utf-8"))
    assessment = assess(_sheet(client["answers"], questionnaire), catalogue)
    chosen = {one.exercise.id for one in assessment.exercises}
    assert set(client["must"]) <= chosen
    for names in client["one_of"]:
        assert chosen.intersection(names), names
    assert _named(assessment).isdisjoint(client["must_not"])


def _sheet(answers: dict[str, Any], questionnaire: Questionnaire) -> AnswerSheet:
    raw = filled(questionnaire, {**calm(questionnaire), **answers})
    given = {
        key: value
        for key, answer in raw.items()
        if (value := value_of(questionnaire.by_id[key], answer)) is not None
    }
    return AnswerSheet.of(questionnaire, given)


def _named(assessment: Assessment) -> set[str]:
    """Return every exercise that the plan names to be done."""
    programme = assessment.programme
    assert programme is not None
    return {
        *(one.exercise.id for one in assessment.exercises),
        *(drill.exercise.id for drill in programme.drills),
        *(
            swap.exercise
            for one in assessment.exercises
            for swap in one.swaps
            if swap is not None and swap.exercise is not None
        ),
    }
