"""Values as words: never rounded into another band, never in the computer's own language."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.core.scores.scoring import band_of
from questions.questionnaire import Questionnaire
from reports.words.phrasing import (
    answer_in_words,
    counted,
    day_in_words,
    item_with_answer,
    listed,
    minutes_of,
    range_in_figures,
    score_in_figures,
    uncapitalised,
)
from tests.conftest import MakeSheet


@pytest.mark.parametrize(
    ("score", "whole", "tenths"),
    [
        (0, "0", "0.0"),
        (19.4, "19", "19.4"),
        (19.96, "19", "19.9"),
        (20, "20", "20.0"),
        (39.99, "39", "39.9"),
        (40.5, "41", "40.5"),
        (64.7, "64", "64.7"),
        (65, "65", "65.0"),
        (100, "100", "100.0"),
    ],
)
def test_a_printed_score_is_in_the_band_of_the_score(score: float, whole: str, tenths: str) -> None:
    assert (score_in_figures(score), score_in_figures(score, 1)) == (whole, tenths)


@given(st.floats(0, 100), st.sampled_from([0, 1]))
def test_rounding_never_changes_the_band(score: float, decimals: int) -> None:
    printed = float(score_in_figures(score, decimals))
    assert band_of(printed) is band_of(score)
    assert abs(printed - score) <= 1 / 10**decimals


def test_a_range_that_prints_alike_at_both_ends_is_none() -> None:
    assert range_in_figures(23.6, 24.2) == ""
    assert range_in_figures(23.6, 37.9) == "24 to 38"


@given(st.lists(st.integers(0, 3000), min_size=1))
def test_minutes_add_up(seconds: list[int]) -> None:
    total, parts = minutes_of(seconds)
    assert sum(parts) == total
    assert sum(seconds) <= total * 60 < sum(seconds) + 60
    assert all(abs(part - one / 60) <= 1 for part, one in zip(parts, seconds, strict=True))


def test_lists_and_counts() -> None:
    assert [listed([]), listed(["a"]), listed(["a", "b"])] == ["", "a", "a and b"]
    assert listed(["a", "b", "c"], "or") == "a, b or c"
    assert (counted(1, "set"), counted(2, "set")) == ("1 set", "2 sets")


def test_a_day_needs_no_locale() -> None:
    assert day_in_words(datetime.date(2026, 5, 2)) == "2 May 2026"


@pytest.mark.parametrize(
    ("item", "value", "said"),
    [
        ("pain_low_back", 3, "3 out of 10"),
        ("injuries_back", 1, "1 time"),
        ("injuries_back", 2, "2 times"),
        ("sitting_hours", 1, "1 hour a day"),
        ("box_lift", 4, "I cannot"),
        ("box_lift", 1, "a little hard"),
        ("dark_urine", "unsure", "not sure"),
        ("stalled", ("lift",), "lifting"),
        ("stalled", (), "nowhere, or I do not train regularly"),
        ("test_stance_left", 9.5, "9.5 seconds"),
    ],
)
def test_answers_are_said_as_the_client_would(
    questionnaire: Questionnaire, item: str, value: int | str | tuple[str, ...], said: str
) -> None:
    assert answer_in_words(questionnaire.by_id[item], value) == said


@pytest.mark.parametrize(
    ("sides", "said"),
    [
        (["hip_left"], "hip pain, left (4 out of 10)"),
        (["hip_left", "hip_right"], "hip pain, both sides (4 out of 10)"),
        (["knee_left"], "hip pain (4 out of 10)"),
    ],
)
def test_a_pain_is_named_with_its_side(make_sheet: MakeSheet, sides: list[str], said: str) -> None:
    sheet = make_sheet(hurts=["hip", "knee"], hurts_sides=sides, pain_hip=4)
    assert item_with_answer(sheet, "pain_hip") == said


def test_what_follows_from_other_answers_has_none_of_its_own(make_sheet: MakeSheet) -> None:
    assert item_with_answer(make_sheet(age_years=70), "age_65") == "age 65 or over"


def test_i_keeps_its_capital() -> None:
    assert (uncapitalised("I cannot"), uncapitalised("In pain")) == ("I cannot", "in pain")
