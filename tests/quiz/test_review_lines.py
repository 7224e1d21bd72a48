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
    found = lines(make_sheet, chair_rise=3, pain_hip=4, goal="sport", name="Ana")
    assert found["chair_rise"].answer == "Very hard"
    assert found["pain"].answer == "Hip pain 4 out of 10"
    assert found["injuries"].answer == "None"
    assert found["check_nerves"].answer == "None of these"
    assert found["name"].answer == "Ana"


def test_yes_and_not_sure_are_told_apart(make_sheet: MakeSheet) -> None:
    found = lines(make_sheet, osteoporosis="yes", hernia="unsure")
    assert found["care_back"].answer.startswith("Yes: thin bones")
    assert "Not sure: " in found["care_back"].answer


def test_what_blocks_a_result_comes_first_and_is_marked(make_sheet: MakeSheet) -> None:
    found = lines(make_sheet, sex="female", stairs=None, pain_neck=None)
    first, second, *rest = found.values()
    assert [first.page_id, second.page_id] == ["pregnant", "after_birth_12_weeks"]
    assert first.is_needed
    assert first.answer == "not answered"
    assert not any(line.is_needed for line in rest)
    assert found["stairs"].is_open
    assert found["pain"].is_open
    assert found["pain"].answer == "1 not answered"
    assert not found["bridge"].is_open


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
