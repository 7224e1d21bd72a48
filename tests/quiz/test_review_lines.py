"""The review: every answer in words, what is missing named first."""

from __future__ import annotations

from typing import Any

from assessment.core.interview import Interview
from assessment.quiz.review import ReviewLine, review_lines
from assessment.quiz.route import questions
from tests.conftest import MakeSheet


def lines(make_sheet: MakeSheet, **answers: Any) -> dict[str, ReviewLine]:
    interview = Interview.resume(make_sheet(answers), None).review()
    return {line.page_id: line for line in review_lines(interview)}


def test_every_page_has_a_line_and_the_measurements_one(make_sheet: MakeSheet) -> None:
    interview = Interview.resume(make_sheet(), None).review()
    assert len(review_lines(interview)) == len(questions(interview)) + 1
    assert review_lines(interview)[-1].answer == "not taken"


def test_answers_are_in_words(make_sheet: MakeSheet) -> None:
    found = lines(make_sheet, sex="female", name="Ana", days_per_week=2, birth="no")
    assert found["sex"].answer == "Female"
    assert found["body_map"].answer == "Nowhere"
    assert found["injuries"].answer == "None of these"
    assert found["check_now"].answer == "None of these"
    assert found["can_legs"].answer == "Easy"
    assert "; " in found["plan_time"].answer
    assert found["name"].answer == "Ana"


def test_rows_are_told_by_how_hard_they_are_the_hardest_first(make_sheet: MakeSheet) -> None:
    answer = lines(make_sheet, stairs=1, chair_rise=3, uphill_walk=1)["can_legs"].answer
    assert answer == (
        "Very hard: getting up from a low chair; "
        "A little hard: climbing two flights of stairs and walking fast uphill"
    )


def test_places_are_told_with_how_strong_and_which_side(make_sheet: MakeSheet) -> None:
    answers = {
        "hurts": ["low_back", "hip", "knee"],
        "hurts_sides": ["hip_left", "knee_left", "knee_right"],
        "pain_low_back": 4,
        "pain_hip": None,
    }
    line = lines(make_sheet, **answers)["body_map"]
    assert line.answer == (
        "Low back (4); Hip, bottom or groin (left); Knee (left, right); 1 not answered"
    )


def test_counts_are_told_with_what_was_lately(make_sheet: MakeSheet) -> None:
    line = lines(make_sheet, injuries_knee=2, injuries_calf=1, injury_last_6_weeks=["calf"])
    assert line["injuries"].answer == "Knee 2 times; Calf 1 time (last 6 weeks)"


def test_what_is_implied_is_no_line_of_the_client(make_sheet: MakeSheet) -> None:
    found = lines(make_sheet, foot_drop=None, cord_signs=None)
    assert "check_nerves" not in found
    assert "check_nerves" in lines(make_sheet, foot_drop=None, lately_nerves="unsure")


def test_yes_and_not_sure_are_told_apart(make_sheet: MakeSheet) -> None:
    found = lines(make_sheet, told_bones="yes", takes_medicine="unsure")
    assert found["gates_ever"].answer.startswith("Yes: a bone")
    assert "Not sure: medicine" in found["gates_ever"].answer


def test_what_blocks_a_result_comes_first_and_is_marked(make_sheet: MakeSheet) -> None:
    found = lines(make_sheet, sex="female", birth=None, stairs=None, pain_neck=None, hurts=None)
    needed = [line.page_id for line in found.values() if line.is_needed]
    assert needed[:2] == ["body_map", "birth"]
    assert list(found)[: len(needed)] == needed
    assert found["birth"].answer == "not answered"
    assert found["can_legs"].is_open
    assert found["can_legs"].answer == "1 not answered"
    assert not found["can_hips"].is_open


def test_measurements_that_were_taken_have_lines(make_sheet: MakeSheet) -> None:
    found = lines(make_sheet, test_trunk_hold=61.5)
    assert found["test_trunk_hold"].answer == "61.5 seconds"
    assert found["test_prone_t"].answer == "not answered"


def test_all_of_a_list_has_one_name(make_sheet: MakeSheet) -> None:
    everything = lines(make_sheet)["equipment"].answer
    assert lines(make_sheet, equipment=["band"])["equipment"].answer == "Exercise band"
    assert everything == "Everything in this gym"


def test_a_name_left_empty_is_no_gap(make_sheet: MakeSheet) -> None:
    line = lines(make_sheet, name=None)["name"]
    assert (line.answer, line.is_open) == ("left empty", False)
