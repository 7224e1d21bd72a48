"""What is asked, what is implied, and that an own answer always counts (docs/rules.md 2)."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.core.answers import AnswerSheet
from assessment.core.notes import notes_on
from questions.questionnaire import Questionnaire
from tests import contract, opening
from tests.cases import each
from tests.strategies import ANY, examples

DOORS = {"age_years", "sex", "diabetes_or_kidney", "pregnant", *contract.GATEWAYS}
"""What opens something."""
EDGES = st.sampled_from((16, 17, 49, 50, 54, 55, 56, 59, 60, 64, 65, 100))


def sheet_with(questionnaire: Questionnaire, **answers: Any) -> AnswerSheet:
    return AnswerSheet.of(questionnaire, {}).with_answers(answers)


@examples(400)
@given(
    answers=st.fixed_dictionaries(
        {}, optional={**{item: ANY[item] for item in sorted(DOORS)}, "age_years": EDGES}
    )
)
def test_every_item_opens_as_the_contract_says(
    questionnaire: Questionnaire, answers: dict[str, Any]
) -> None:
    sheet = sheet_with(questionnaire, **answers)
    for item in contract.OPENED_BY.keys() - answers.keys():
        opened = opening.is_open(item, answers)
        assert sheet.asks(item) is (opened is not False), item
        assert sheet.get(item) == ("no" if opened is False else None), item
        assert (item in sheet.implied) is (opened is False and item != "birth"), item


@examples(200)
@given(
    answers=st.fixed_dictionaries({}, optional={item: ANY[item] for item in sorted(DOORS)}),
    item=st.sampled_from(sorted(contract.OPENED_BY)),
    own=st.sampled_from(("yes", "unsure", "no")),
)
def test_an_own_answer_counts_whatever_is_closed_and_a_yes_stays_asked(
    questionnaire: Questionnaire, answers: dict[str, Any], item: str, own: str
) -> None:
    sheet = sheet_with(questionnaire, **answers | {item: own})
    closed = opening.is_open(item, answers | {item: own}) is False
    assert sheet.get(item) == own
    assert item not in sheet.implied
    assert sheet.asks(item) is not (closed and own == "no")
    noted = [one for note in notes_on(sheet) for one in note.items]
    assert (item in noted) is (closed and own != "no")


@each("place", [place for place in contract.PLACES if f"pain_{place}" in contract.PAIN])
def test_a_place_opens_its_pain(questionnaire: Questionnaire, place: str) -> None:
    item = f"pain_{place}"
    others = [one for one in contract.PLACES if one != place]
    assert sheet_with(questionnaire, hurts=[place]).get(item) is None
    assert sheet_with(questionnaire).get(item) is None
    elsewhere = sheet_with(questionnaire, hurts=others)
    assert (elsewhere.get(item), elsewhere.asks(item)) == (0, False)
    assert item in elsewhere.implied
    against = sheet_with(questionnaire, hurts=others, **{item: 3})
    assert (against.get(item), against.asks(item)) == (3, True)
    (note,) = notes_on(against)
    assert (note.id, note.items) == ("pain_not_among_hurts", (item,))


@each(
    ("answers", "item", "value", "is_asked"),
    [
        ({}, "injury_last_6_weeks", None, True),
        (dict.fromkeys(contract.COUNTS, 0), "injury_last_6_weeks", (), False),
        (dict.fromkeys(contract.COUNTS[1:], 0), "injury_last_6_weeks", None, True),
        ({"injuries_back": 1}, "injury_last_6_weeks", None, True),
        ({"active_days": 0}, "active_minutes", 0, False),
        ({"active_days": 1}, "active_minutes", None, True),
        ({}, "active_minutes", None, True),
        ({"experience": "new"}, "strength_regions", (), False),
        ({"experience": "some"}, "strength_regions", None, True),
        ({}, "strength_regions", None, True),
        ({"sex": "male"}, "birth", "no", False),
        ({"sex": "female", "age_years": 56}, "birth", "no", False),
        ({"age_years": 56}, "birth", "no", False),
        ({"age_years": 55}, "birth", None, True),
        ({"sex": "unstated", "age_years": 55}, "birth", None, True),
        ({"sex": "male", "birth": "yes"}, "birth", "yes", True),
    ],
)
def test_what_goes_without_saying_is_implied_and_in_no_list(
    questionnaire: Questionnaire, answers: dict[str, Any], item: str, value: Any, is_asked: bool
) -> None:
    sheet = sheet_with(questionnaire, **answers)
    assert (sheet.get(item), sheet.asks(item)) == (value, is_asked)
    assert item not in sheet.implied


def test_an_own_yes_of_birth_opens_the_rest_at_any_age_and_sex(
    questionnaire: Questionnaire,
) -> None:
    man = sheet_with(questionnaire, sex="male", age_years=80, birth="yes", pregnant="unsure")
    for item in ("pregnant_13_weeks", "pregnancy_warning", "pregnancy_limits", "pelvic_floor"):
        assert man.asks(item)
        assert man.get(item) is None


@pytest.mark.parametrize("item", contract.PAIN)
def test_how_often_is_asked_when_anything_hurts(questionnaire: Questionnaire, item: str) -> None:
    assert not sheet_with(questionnaire, **{item: 0}).asks("pain_days")
    assert not sheet_with(questionnaire).asks("pain_days")
    assert sheet_with(questionnaire, **{item: 1}).asks("pain_days")


@each(
    ("item", "when", "when_not"),
    [
        ("earlier_back_pain", {"pain_low_back": 1}, {"pain_low_back": 0}),
        ("posture_can_straighten", {"posture_rounded": 1}, {"posture_rounded": 0}),
        ("stalled_recovery_poor", {"stalled": ["run"]}, {"stalled": []}),
        ("heart_agreed", {"heart_condition": "unsure"}, {"heart_condition": "no"}),
        ("test_chair_stand", {"age_years": 60}, {"age_years": 59}),
    ],
)
def test_some_are_asked_only_when_and_nothing_is_implied(
    questionnaire: Questionnaire, item: str, when: dict[str, Any], when_not: dict[str, Any]
) -> None:
    assert sheet_with(questionnaire, **when).asks(item)
    for answers in (when_not, {}):
        sheet = sheet_with(questionnaire, **answers)
        assert not sheet.asks(item)
        assert sheet.get(item) is None
