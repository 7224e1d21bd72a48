"""What was answered last time stands beside the questions, and is never chosen."""

from __future__ import annotations

import pytest

from assessment.core.answers import AnswerSheet
from assessment.quiz.earlier_answers import FIRST_TIME, Earlier
from tests.conftest import MakeSheet


@pytest.fixture
def last(make_sheet: MakeSheet) -> Earlier:
    return Earlier(
        make_sheet(stairs=2, pain_low_back=3, foot_drop="yes", equipment=["band"], stalled=[])
    )


def test_the_answer_of_last_time_is_marked_and_no_other(last: Earlier) -> None:
    assert [bool(last.mark("stairs", raw)) for raw in (0, 1, 2, 3, 4, None)] == [
        False,
        False,
        True,
        False,
        False,
        False,
    ]


def test_each_of_several_choices_is_marked(last: Earlier) -> None:
    assert last.mark("equipment", "band")
    assert not last.mark("equipment", "barbell")
    assert last.mark_none("stalled")
    assert not last.mark_none("equipment")


def test_a_number_stands_beside_its_place(last: Earlier) -> None:
    assert last.beside("pain_low_back") == "(last time: 3)"
    assert last.was("pain_low_back") == "(was 3)"


def test_a_yes_is_said_and_a_no_is_silent(last: Earlier) -> None:
    assert last.beside("foot_drop") == "(last time: yes)"
    assert last.beside("saddle_numbness") == ""
    assert last.mark_no(["saddle_numbness", "both_legs"])
    assert not last.mark_no(["saddle_numbness", "foot_drop"])


def test_the_first_time_nothing_is_said(make_sheet: MakeSheet) -> None:
    nobody = Earlier(AnswerSheet.of(make_sheet().questionnaire, {}))
    for earlier in (FIRST_TIME, nobody):
        assert earlier.mark("stairs", None) == ""
        assert earlier.beside("stairs") == ""
        assert earlier.mark_no(["saddle_numbness"]) == ""
        assert earlier.mark_none("stalled") == ""


def test_an_item_that_the_questions_do_not_have_is_passed_over(last: Earlier) -> None:
    assert last.beside("no_such_item") == ""


def test_a_whole_page_of_nothing_is_marked(last: Earlier) -> None:
    assert last.mark_zero(["injuries_hip", "injuries_knee"])
    assert not last.mark_zero(["injuries_hip", "pain_low_back"])
    assert not FIRST_TIME.mark_zero(["injuries_hip"])


def test_what_was_implied_last_time_was_not_said(make_sheet: MakeSheet) -> None:
    last = Earlier(make_sheet(pain_neck=None, foot_drop=None))
    assert last.was("pain_neck") == ""
    assert not last.mark_no(["foot_drop"])
