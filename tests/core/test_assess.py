"""``assess``: one sheet, one meaning, whatever the order and whatever is hidden."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.catalogue.model import Catalogue
from assessment.core.answers import AnswerSheet
from assessment.core.assess import assess
from assessment.exchange.assessment_document import document_of
from tests import contract
from tests.conftest import MakeAssessment, MakeSheet
from tests.strategies import examples, trainable_answers


@examples(80)
@given(answers=trainable_answers(), seed=st.integers(0, 1000))
def test_the_order_of_the_answers_does_not_matter(
    make_sheet: MakeSheet, catalogue: Catalogue, answers: dict[str, Any], seed: int
) -> None:
    sheet = make_sheet(answers)
    keys = list(sheet.given)
    random.Random(seed).shuffle(keys)  # noqa: S311  # repeatable on purpose
    shuffled = AnswerSheet.of(sheet.questionnaire, {key: sheet.given[key] for key in keys})
    assert document_of(assess(shuffled, catalogue)) == document_of(assess(sheet, catalogue))


@examples(80)
@given(answers=trainable_answers(), data=st.data())
def test_a_skipped_question_is_the_same_as_one_never_seen(
    make_sheet: MakeSheet, catalogue: Catalogue, answers: dict[str, Any], data: st.DataObject
) -> None:
    optional = sorted(set(contract.all_best()) - {*contract.CHECKS, "age_years"})
    skipped = data.draw(st.sets(st.sampled_from(optional), max_size=20))
    sheet = make_sheet(answers | dict.fromkeys(skipped))
    given_only = {key: value for key, value in sheet.given.items() if key not in skipped}
    never_seen = AnswerSheet.of(sheet.questionnaire, given_only)
    assert document_of(assess(never_seen, catalogue)) == document_of(assess(sheet, catalogue))


@examples(80)
@given(answers=trainable_answers())
def test_the_same_sheet_gives_the_same_assessment(
    make_sheet: MakeSheet, catalogue: Catalogue, answers: dict[str, Any]
) -> None:
    first, second = (assess(make_sheet(answers), catalogue) for _ in range(2))
    assert document_of(first) == document_of(second)


@examples(80)
@given(answers=trainable_answers())
def test_hidden_answers_change_nothing(
    make_sheet: MakeSheet, catalogue: Catalogue, answers: dict[str, Any]
) -> None:
    sheet = make_sheet(answers)
    seen = {key: value for key, value in sheet.given.items() if sheet.asks(key)}
    bare = AnswerSheet.of(sheet.questionnaire, seen)
    assert document_of(assess(bare, catalogue)) == document_of(assess(sheet, catalogue))


HIDING = {
    # docs/rules.md 2.1 to 2.6: the answer that hides others, and what it hides
    "posture_rounded": (0, ("posture_can_straighten",)),
    "stalled": ([], ("stalled_recovery_poor",)),
    "active_days": (0, ("active_minutes",)),
    "sex": ("male", ("pregnant", "after_birth_12_weeks", "pregnant_13_weeks")),
    "pregnant": ("no", ("pregnant_13_weeks", "pregnancy_warning")),
    "age_years": (40, ("test_chair_stand",)),
}


@examples(80)
@given(answers=trainable_answers())
def test_hidden_answers_come_back_with_their_question(
    make_sheet: MakeSheet, catalogue: Catalogue, answers: dict[str, Any]
) -> None:
    sheet = make_sheet(answers)
    before = document_of(assess(sheet, catalogue))
    for item, (hides, hidden) in HIDING.items():
        away = sheet.with_answer(item, hides)
        assert not any(away.asks(one) for one in hidden)
        back = away.with_answer(item, answers[item])
        assert document_of(assess(back, catalogue)) == before


@examples(80)
@given(answers=trainable_answers())
def test_most_of_these_clients_may_train(
    make_assessment: MakeAssessment, answers: dict[str, Any]
) -> None:
    """So that the properties here look at scores and exercises, not at the gate alone."""
    assessment = make_assessment(answers)
    assert assessment.outcome.value == "train"
    assert assessment.regions is not None


@examples(80)
@given(data=st.data(), answers=trainable_answers())
def test_unsure_is_never_kinder_than_yes(
    make_assessment: MakeAssessment, data: st.DataObject, answers: dict[str, Any]
) -> None:
    item = data.draw(st.sampled_from(contract.CHECKS))
    yes, unsure = (make_assessment(answers | {item: answer}) for answer in ("yes", "unsure"))
    assert yes.outcome is unsure.outcome
    assert [e.exercise.id for e in yes.exercises] == [e.exercise.id for e in unsure.exercises]
    assert [(o.exercise.id, o.because) for o in yes.left_out] == [
        (o.exercise.id, o.because) for o in unsure.left_out
    ]


@pytest.mark.heavy
def test_the_document_is_json_and_the_same_in_every_process(make_sheet: MakeSheet) -> None:
    code = (
        "import json, sys\n"
        "from assessment.catalogue.loader import load_catalogue\n"
        "from assessment.core.assess import assess\n"
        "from assessment.exchange.answers_document import parse_answers\n"
        "from assessment.exchange.assessment_document import document_of\n"
        "from questions.loader import load_questionnaire\n"
        "sheet = parse_answers(sys.stdin.buffer.read(), load_questionnaire())\n"
        "print(json.dumps(document_of(assess(sheet, load_catalogue()))))\n"
    )
    answers = contract.all_best() | dict.fromkeys(contract.ABILITY, 2) | {"neck_pain": "yes"}
    document = {"questionnaire": "posterior-chain", "version": "1.0.0", "answers": answers}
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            input=json.dumps(document),
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            text=True,
            timeout=300,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(outputs) == 1
    assert make_sheet(answers).get("neck_pain") == "yes"


def test_a_blank_sheet_is_incomplete_and_not_a_zero(
    make_sheet: MakeSheet, catalogue: Catalogue
) -> None:
    blank = AnswerSheet.of(make_sheet().questionnaire, {})
    document = document_of(assess(blank, catalogue))
    assert document["outcome"] == "incomplete"
    assert document["overall"] is None
    assert document["regions"] is None
    asked = [item for item in contract.FLAGS if item != "pregnancy_warning"]
    assert set(asked) | {"age_years"} <= set(document["unanswered"])
