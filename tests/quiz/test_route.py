"""The way through the interview: what is optional, where it stops early, how a change returns."""

from __future__ import annotations

from typing import Any

import pytest

from assessment.core.interview import Interview
from assessment.quiz.route import REVIEW, Route
from questions.questionnaire import Questionnaire
from tests.conftest import MakeSheet

FIRST_MEASUREMENT = "test_heel_raise_left"
LAST_QUESTION = "earlier_back_pain"


def at(make_sheet: MakeSheet, page: str | None, **answers: Any) -> Route:
    """Return the route of an all-best client with *answers*, at *page*."""
    return Route.resume(make_sheet(answers), page or REVIEW)


def test_measurements_are_offered_after_the_last_question(make_sheet: MakeSheet) -> None:
    route = at(make_sheet, LAST_QUESTION).onward()
    assert route.place == FIRST_MEASUREMENT
    assert route.asks_to_measure
    assert not route.measure(wanted=True).asks_to_measure
    assert route.measure(wanted=False).place == REVIEW


@pytest.mark.parametrize(
    "answers", [{"recent_surgery": "yes"}, {"acute_illness": "unsure"}, {"bp_160_100": "unsure"}]
)
def test_no_measurement_is_offered_with_a_flag_or_high_pressure(
    make_sheet: MakeSheet, answers: dict[str, str]
) -> None:
    assert at(make_sheet, LAST_QUESTION, **answers).onward().place == REVIEW


def test_back_from_the_review_passes_measurements_that_were_not_taken(
    make_sheet: MakeSheet,
) -> None:
    assert at(make_sheet, None).back().place == LAST_QUESTION
    assert at(make_sheet, None, test_trunk_hold=60.0).back().place == "test_wall_gap_cm"


def test_an_emergency_is_over_at_once(make_sheet: MakeSheet) -> None:
    route = at(make_sheet, "check_nerves").answer({"saddle_numbness": "unsure"})
    assert route.is_over


def test_a_same_day_flag_waits_for_the_safety_questions_to_come(
    questionnaire: Questionnaire,
) -> None:
    route = Route(Interview.start(questionnaire)).answer({"name": "x"})
    route = Route(route.interview.answer({}).go_to("check_nerves"))
    nerves = dict.fromkeys(("saddle_numbness", "both_legs", "stroke_signs", "cord_signs"), "no")
    route = route.answer(nerves | {"foot_drop": "yes"})
    assert not route.is_over
    while route.page and route.page.section in ("safety", "cautions"):
        if route.is_over:
            break
        route = route.onward()
        assert route.page
        route = route.answer(dict.fromkeys(route.interview.items(route.page), "no"))
    assert route.is_over
    assert route.place == "check_amber"


def test_training_and_a_clinician_first_are_not_over(make_sheet: MakeSheet) -> None:
    assert not at(make_sheet, "check_health").is_over
    assert not at(make_sheet, "check_health", recent_surgery="yes").is_over


def test_a_change_returns_to_the_review(make_sheet: MakeSheet) -> None:
    route = at(make_sheet, None).change("goal")
    assert route.answer({"goal": "sport"}).onward().place == REVIEW
    assert route.back().place == REVIEW
    assert not route.back().changing


def test_a_change_asks_all_that_it_brings_up_before_it_returns(make_sheet: MakeSheet) -> None:
    route = at(make_sheet, None).change("sex").answer({"sex": "female"}).onward()
    assert route.place == "pregnant"
    route = route.answer({"pregnant": "no"}).onward()
    assert route.place == "after_birth_12_weeks"
    assert route.answer({"after_birth_12_weeks": "no"}).onward().place == REVIEW


def test_a_change_does_not_lead_into_the_measurements(make_sheet: MakeSheet) -> None:
    route = at(make_sheet, None).change("age_years").answer({"age_years": 70}).onward()
    assert route.place == REVIEW


def test_a_page_left_out_on_purpose_is_remembered_until_it_is_answered(
    make_sheet: MakeSheet,
) -> None:
    route = at(make_sheet, "goal").answer({"goal": None})
    assert "goal" in route.declined
    assert "goal" not in route.answer({"goal": "sport"}).declined


def test_the_first_page_has_nothing_before_it(questionnaire: Questionnaire) -> None:
    route = Route(Interview.start(questionnaire))
    assert not route.can_go_back
    assert route.back().place == route.place


def test_a_draft_that_stood_at_the_review_goes_on_there(make_sheet: MakeSheet) -> None:
    sheet = make_sheet()
    assert Route.resume(sheet, REVIEW).page is None
    assert Route.resume(sheet, "stairs").place == "stairs"
