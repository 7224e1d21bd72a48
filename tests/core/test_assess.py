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
def test_an_own_no_to_a_closed_question_is_what_was_implied(
    make_sheet: MakeSheet, catalogue: Catalogue, answers: dict[str, Any]
) -> None:
    sheet = make_sheet(answers)
    questionnaire = sheet.questionnaire
    seen = {
        key: value
        for key, value in sheet.given.items()
        if sheet.asks(key) or not questionnaire.by_id[key].opened_by
    }
    bare = AnswerSheet.of(questionnaire, seen)
    first, second = (document_of(assess(one, catalogue)) for one in (sheet, bare))
    assert first | {"implied": [], "notes": []} == second | {"implied": [], "notes": []}
    assert set(first["implied"]) <= set(second["implied"])


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
    item = data.draw(st.sampled_from([one for one in contract.CHECKS if one != "heart_agreed"]))
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
    answers = contract.all_best() | dict.fromkeys(contract.ABILITY, 2) | {"falls": "yes"}
    document = {"questionnaire": "posterior-chain", "version": contract.VERSION, "answers": answers}
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
    assert make_sheet(answers).get("falls") == "yes"


def test_a_blank_sheet_is_incomplete_and_not_a_zero(
    make_sheet: MakeSheet, catalogue: Catalogue
) -> None:
    blank = AnswerSheet.of(make_sheet().questionnaire, {})
    document = document_of(assess(blank, catalogue))
    assert document["outcome"] == "incomplete"
    assert document["overall"] is None
    assert document["regions"] is None
    everybody = {*contract.CHECK_NOW, *contract.GATEWAYS, "age_years"}
    assert everybody <= set(document["unanswered"])
    assert document["implied"] == []
