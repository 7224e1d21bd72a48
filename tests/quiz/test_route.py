"""The way through the interview: what is optional, where it stops early, how a change returns."""

from __future__ import annotations

from typing import Any

import pytest

from assessment.core.interview import Interview
from assessment.quiz.route import REVIEW, Route
from questions.questionnaire import Questionnaire
from tests.conftest import MakeSheet

FIRST_MEASUREMENT = "test_heel_raise_left"
LAST_QUESTION = "name"


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
    "answers",
    [
        {"recent_surgery": "yes"},
        {"acute_illness": "unsure"},
        {"high_bp": "unsure"},
        {"cannot_stand": "yes"},
    ],
)
def test_no_measurement_is_offered_with_a_flag_or_to_who_cannot_stand(
    make_sheet: MakeSheet, answers: dict[str, str]
) -> None:
    assert at(make_sheet, LAST_QUESTION, **answers).onward().place == REVIEW


def test_back_from_the_review_passes_measurements_that_were_not_taken(
    make_sheet: MakeSheet,
) -> None:
    assert at(make_sheet, None).back().place == LAST_QUESTION
    assert at(make_sheet, None, test_trunk_hold=60.0).back().place == "test_wall_gap_cm"


def test_an_emergency_is_over_at_once(make_sheet: MakeSheet) -> None:
    route = at(make_sheet, "check_now").answer({"saddle_numbness": "unsure"})
    assert route.is_over
    assert [item.id for item in route.ending] == ["saddle_numbness"]


def test_what_needs_help_the_same_day_is_over_at_once(make_sheet: MakeSheet) -> None:
    route = at(make_sheet, "check_injury", lately_hurt="yes", muscle_pop=None)
    route = route.answer({"muscle_pop": "yes"})
    assert route.is_over
    assert [item.id for item in route.ending] == ["muscle_pop"]


@pytest.mark.parametrize(
    ("flag", "follow_up"),
    [
        ("infection_signs", "infection_very_unwell"),
        ("swollen_limb", "swollen_limb_breathless"),
    ],
)
def test_what_could_make_it_an_emergency_is_asked_first(
    make_sheet: MakeSheet, flag: str, follow_up: str
) -> None:
    hurts = {"hurts": ["low_back"], "pain_low_back": 2}
    route = at(make_sheet, "check_pain", **hurts, **{flag: None}).answer({flag: "yes"})
    assert not route.is_over
    route = route.onward()
    assert route.place == follow_up
    assert route.answer({follow_up: "no"}).is_over
    assert [one.id for one in route.answer({follow_up: "yes"}).ending] == [follow_up]


def test_a_follow_up_makes_a_flag_of_later_one_of_today(make_sheet: MakeSheet) -> None:
    route = at(make_sheet, "check_now", chest_pain=None).answer({"chest_pain": "yes"})
    assert not route.is_over
    route = route.onward().answer({"chest_pain_new": "yes"})
    assert not route.is_over, "whether it is there right now is not answered"
    assert route.onward().answer({"chest_pain_now": "no"}).is_over


def test_a_yes_behind_an_answer_that_was_taken_back_can_be_reached_and_changed(
    make_sheet: MakeSheet,
) -> None:
    yes = {"chest_pain": "yes", "chest_pain_new": "yes", "chest_pain_now": "yes"}
    route = at(make_sheet, "check_now", **yes).answer({"chest_pain": "no"})
    assert route.is_over
    for still in ("chest_pain_now", "chest_pain_new"):
        route = route.to_ending()
        assert (route.place, route.to_ending()) == (still, route)
        route = route.answer({still: "no"})
    assert not route.is_over
    assert route.onward().place == "body_map"


def test_an_answer_that_ends_the_questions_is_changed_where_it_was_given(
    make_sheet: MakeSheet,
) -> None:
    route = at(make_sheet, "check_now", chest_pain="yes").onward()
    route = route.answer({"chest_pain_new": "yes"}).onward()
    assert route.answer({"chest_pain_now": "yes"}).to_ending().place == "chest_pain_now"
    route = route.answer({"chest_pain_now": "no"})
    assert route.place == "chest_pain_now"
    assert [one.id for one in route.ending] == ["chest_pain_new"]
    assert route.to_ending().place == "chest_pain_new"


def test_training_and_a_clinician_first_are_not_over(make_sheet: MakeSheet) -> None:
    assert not at(make_sheet, "check_now").is_over
    assert not at(make_sheet, "check_now", recent_surgery="yes").is_over


def test_a_change_returns_to_the_review(make_sheet: MakeSheet) -> None:
    route = at(make_sheet, None).change("goal")
    assert route.answer({"goal": "sport"}).onward().place == REVIEW
    assert route.back().place == REVIEW
    assert not route.back().changing


def test_a_change_asks_all_that_it_opens_before_it_returns(make_sheet: MakeSheet) -> None:
    closed = {"foot_drop": None, "amber_leg_tingling": None, "leg_pain_below_knee": None}
    route = at(make_sheet, None, **closed).change("gates_lately")
    route = route.answer({"lately_nerves": "yes"}).onward()
    assert route.place == "check_nerves"
    route = route.answer({"foot_drop": "no", "amber_leg_tingling": "no"}).onward()
    assert route.place == "care_back"
    assert route.answer({"leg_pain_below_knee": "no"}).onward().place == REVIEW


def test_a_gap_that_was_there_before_is_not_asked_after_a_change(make_sheet: MakeSheet) -> None:
    route = at(make_sheet, None, active_minutes=None, stairs=None).change("goal")
    assert route.answer({"goal": "sport"}).onward().place == REVIEW


def test_what_an_open_gateway_left_undecided_is_asked_once_it_is_answered(
    make_sheet: MakeSheet,
) -> None:
    open_ = dict.fromkeys(("birth", "pregnant", "after_birth_12_weeks"))
    route = at(make_sheet, None, sex="female", **open_).change("birth")
    assert route.answer({"birth": "no"}).onward().place == REVIEW
    assert route.answer({"birth": "yes"}).onward().place == "care_birth"
    elsewhere = at(make_sheet, None, sex="female", **open_).change("goal")
    assert elsewhere.answer({"goal": "sport"}).onward().place == REVIEW


def test_what_a_change_opens_may_be_left_out(make_sheet: MakeSheet) -> None:
    route = at(make_sheet, None).change("posture_rounded").answer({"posture_rounded": 2}).onward()
    assert route.place == "posture_can_straighten"
    assert route.answer({"posture_can_straighten": None}).onward().place == REVIEW


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
    assert Route.resume(sheet, "can_legs").place == "can_legs"
