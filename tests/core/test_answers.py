"""One raw answer: taken as it is, or refused in words that say what is allowed."""

from __future__ import annotations

import datetime
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.core.answers import AnswerError, Clearance, TooYoungError, value_of
from assessment.core.typed_value import typed_value
from questions.model import Item, NumberItem, TextItem
from questions.questionnaire import Questionnaire
from tests import contract
from tests.cases import each
from tests.conftest import MakeSheet
from tests.strategies import examples


@each(
    ("item", "raw", "value"),
    [
        ("age_years", 16, 16),
        ("age_years", 100, 100),
        ("chair_rise", 4, 4),
        ("minutes", 45, 45),
        ("sex", "unstated", "unstated"),
        ("equipment", [], ()),
        ("equipment", ["ghd", "band"], ("band", "ghd")),
        ("test_trunk_hold", 62.5, 62.5),
        ("name", "  Ana \n M. ", "Ana M."),
        ("name", "", None),
        ("name", "x" * 80, "x" * 80),
        (
            "clearance",
            {"by": "Dr Lee", "on": "2026-05-12", "for": ["high_bp"]},
            Clearance("Dr Lee", datetime.date(2026, 5, 12), ("high_bp",)),
        ),
        (
            "clearance",
            {"by": "Dr Lee", "on": "2026-05-12", "for": []},
            Clearance("Dr Lee", datetime.date(2026, 5, 12), ()),
        ),
        ("saddle_numbness", None, None),
    ],
)
def test_right_answers_are_taken(
    questionnaire: Questionnaire, item: str, raw: object, value: object
) -> None:
    assert value_of(questionnaire.by_id[item], raw) == value


@each(
    ("item", "raw", "says"),
    [
        ("age_years", 101, "a whole number from 16 to 100"),
        ("age_years", "45", "'45'"),
        ("age_years", 45.5, "45.5"),
        ("age_years", 45.0, "45.0"),
        ("age_years", True, "true"),
        ("age_years", math.nan, "nan"),
        ("test_trunk_hold", math.inf, "inf"),
        ("test_trunk_hold", 241, "0 to 240"),
        ("test_trunk_hold", 10**400, "0 to 240"),
        ("age_years", 10**400, "a whole number from 16 to 100"),
        ("test_stance_left", -1, "0 to 60"),
        ("chair_rise", 5, "0, 1, 2, 3 or 4"),
        ("chair_rise", True, "true"),
        ("chair_rise", "2", "'2'"),
        ("minutes", 31, "15, 20, 30 or 45"),
        ("saddle_numbness", "No", "yes, no or unsure"),
        ("saddle_numbness", False, "false"),
        ("saddle_numbness", ["no"], "a list"),
        ("equipment", "band", "a list"),
        ("equipment", ["bnad"], "did you mean 'band'"),
        ("equipment", [1], "found 1"),
        ("equipment", [None], "found null"),
        ("hurts", ["hip", "knee", "hip"], "found 'hip' twice"),
        ("hurts", ["hips"], "did you mean 'hip'"),
        ("name", "x" * 81, "up to 80 characters; found 81"),
        ("name", 7, "found 7"),
        ("clearance", "yes", "YYYY-MM-DD"),
        ("clearance", {"by": "Dr Lee"}, "an object with 'by'"),
        ("clearance", {"by": "Dr Lee", "on": "2026-02-30", "for": []}, "not a day of the calendar"),
        ("clearance", {"by": "Dr Lee", "on": 20260512, "for": []}, "not a day of the calendar"),
        ("clearance", {"by": "Dr Lee", "on": "2026-W01-1", "for": []}, "not a day of the calendar"),
        ("clearance", {"by": " ", "on": "2026-05-12", "for": []}, "'by' is empty"),
        ("clearance", {"by": "x" * 81, "on": "2026-05-12", "for": []}, "'by' must be text"),
        ("clearance", {"by": 5, "on": "2026-05-12", "for": []}, "'by' must be text of up to 80"),
        ("clearance", {"by": "a", "on": "2026-05-12", "why": "b"}, "'why'"),
        ("clearance", {"by": "a", "on": "2026-05-12"}, "an object with 'by', 'on'"),
        ("clearance", {"by": "a", "on": "2026-05-12", "for": "high_bp"}, "not a list of flags"),
        ("clearance", {"by": "a", "on": "2026-05-12", "for": ["r", 7]}, "'for' holds 7"),
    ],
)
def test_wrong_answers_are_refused_with_what_is_allowed(
    questionnaire: Questionnaire, item: str, raw: object, says: str
) -> None:
    with pytest.raises(AnswerError) as refused:
        value_of(questionnaire.by_id[item], raw)
    assert says in str(refused.value)
    assert "\n" not in str(refused.value)


def test_under_16_is_told_why(questionnaire: Questionnaire) -> None:
    with pytest.raises(TooYoungError, match=r"found 15\. This check") as refused:
        value_of(questionnaire.by_id["age_years"], 15)
    assert refused.value.explanation.startswith("This check is for people of 16 and over")


@pytest.mark.parametrize("age", [101, "15", 15.5])
def test_an_age_that_is_wrong_otherwise_is_not_too_young(
    questionnaire: Questionnaire, age: object
) -> None:
    with pytest.raises(AnswerError) as refused:
        value_of(questionnaire.by_id["age_years"], age)
    assert not isinstance(refused.value, TooYoungError)


@each(
    ("name", "kept"),
    [
        ("Ana\x00\x1b[31m\u202e\u200bM", "Ana[31mM"),
        ("half \ud800 pair", "half \ufffd pair"),
        ("e\u0301", "é"),
        ("مریم‌زاده", "مریم‌زاده"),
    ],
)
def test_a_name_keeps_its_letters_and_loses_what_breaks_paper(
    questionnaire: Questionnaire, name: str, kept: str
) -> None:
    assert value_of(questionnaire.by_id["name"], name) == kept


@each(("typed", "value"), [("45", 45), (" 45 ", 45), ("", None), ("  ", None), ("007", None)])
def test_a_typed_age(questionnaire: Questionnaire, typed: str, value: int | None) -> None:
    item = questionnaire.by_id["age_years"]
    assert isinstance(item, NumberItem)
    if typed == "007":
        with pytest.raises(AnswerError):
            typed_value(item, typed)
    else:
        assert typed_value(item, typed) == value


@each(
    "typed",
    ["4_5", "4.5", "45 years", "-45", "+45", "4e1", "\uff14\uff15", "nan", "ten", "9" * 400],
)
def test_a_typed_age_must_be_plain_digits(questionnaire: Questionnaire, typed: str) -> None:
    item = questionnaire.by_id["age_years"]
    assert isinstance(item, NumberItem)
    with pytest.raises(AnswerError, match="a whole number from 16 to 100"):
        typed_value(item, typed)


@each(("typed", "value"), [("12.5", 12.5), ("12,5", 12.5), ("12", 12)])
def test_seconds_may_have_a_decimal_comma(
    questionnaire: Questionnaire, typed: str, value: float
) -> None:
    item = questionnaire.by_id["test_stance_left"]
    assert isinstance(item, NumberItem)
    assert typed_value(item, typed) == value


def test_typed_text_is_cleaned(questionnaire: Questionnaire) -> None:
    item = questionnaire.by_id["name"]
    assert isinstance(item, TextItem)
    assert typed_value(item, " Ana  M ") == "Ana M"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=90),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)


@examples(300)
@given(data=st.data(), raw=JSON)
def test_anything_is_taken_or_refused_in_one_line(
    questionnaire: Questionnaire, data: st.DataObject, raw: Any
) -> None:
    item = data.draw(st.sampled_from(questionnaire.items))
    said = refusal_of(item, raw)
    assert said is None or said.strip()
    assert said is None or (len(said) < 500 and "\n" not in said)


def refusal_of(item: Item, raw: object) -> str | None:
    """Return what is said against *raw*, or None where it is taken."""
    try:
        value_of(item, raw)
    except AnswerError as error:
        return str(error)
    return None


@each(("age", "asked"), [(59, False), (60, True), (None, False)])
def test_the_chair_stand_is_for_60_and_over(
    make_sheet: MakeSheet, age: int | None, asked: bool
) -> None:
    assert make_sheet(age_years=age).asks("test_chair_stand") is asked


@each("item", contract.PAIN)
def test_how_often_is_asked_when_anything_hurts(make_sheet: MakeSheet, item: str) -> None:
    assert not make_sheet().asks("pain_days")
    assert make_sheet({item: 1}).asks("pain_days")
