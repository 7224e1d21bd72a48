"""What stands around a question, for every page of the shipped questionnaire."""

from __future__ import annotations

import re

import pytest

from assessment.core.interview import Interview
from assessment.plain.listing import head_of
from assessment.quiz.length import Pace, page_length
from assessment.quiz.page_parts import counts_of, places_of
from assessment.quiz.page_view import (
    choices_of,
    help_of,
    help_on,
    may_decline,
    page_view,
    told_to_trainer,
    view_of,
)
from assessment.quiz.route import Route, questions
from questions.loader import load_questionnaire
from questions.model import ChoiceItem, ScaleItem
from questions.questionnaire import Page, Protocol, Questionnaire
from tests.cases import each
from tests.conftest import MakeSheet
from tests.contract import INJURY_SITES, PAIN, PLACES

URGENT = {one.id for one in load_questionnaire().checks if one.urgency in ("emergency", "same_day")}
PAGES = [page.id for page in load_questionnaire().pages]


def at(make_sheet: MakeSheet, page: str) -> Interview:
    """Return an interview in which every page is asked, at *page*."""
    up = ("yes", "no")
    everything = {
        "sex": "female",
        "age_years": 70,
        "hurts": list(PLACES),
        **dict.fromkeys(PAIN, 3),
        **{one.id: up[one.id in URGENT] for one in load_questionnaire().checks},
        **dict.fromkeys(("infection_signs", "swollen_limb", "major_accident"), "yes"),
        "posture_rounded": 2,
        "stalled": ["run"],
        "injuries_hip": 1,
    }
    return Interview.resume(make_sheet(everything), page)


@each("page_id", PAGES)
def test_every_page_has_its_words(make_sheet: MakeSheet, page_id: str) -> None:
    interview = at(make_sheet, page_id)
    page = interview.page
    assert page is not None
    assert page.id == page_id
    view = page_view(interview, page)
    assert view.question
    assert view.hint
    assert "{" not in view.hint + view.position + view.question
    assert " to -" not in view.hint, "the sign for no answer is not the last number"
    assert list(view.why) == list(interview.items(page))
    begins = "Stop when: " if page.section == "tests" else "Why we ask: "
    assert all(why.startswith(begins) for why in view.why.values())
    assert all(help_of(interview, page))


def test_what_is_left_is_said_in_minutes_and_measurements_are_counted(
    make_sheet: MakeSheet,
) -> None:
    interview = at(make_sheet, "name")
    asked = questions(interview)
    left = [minutes(interview, page) for page in asked]
    assert left == sorted(left, reverse=True)
    assert left[0] > 5
    assert left[-1] == 1
    measured = page_view(interview, interview.pages[len(asked)])
    assert measured.position == "Measurement 1 of 14"


def test_the_bar_counts_words_and_goes_on_with_every_page(make_sheet: MakeSheet) -> None:
    interview = at(make_sheet, "name")
    shares = [page_view(interview, page).share for page in questions(interview)]
    assert shares[0] == 0
    assert shares == sorted(set(shares))
    words = [path_of(interview, page) for page in questions(interview)]
    assert shares[3] == pytest.approx(sum(words[:3]) / sum(words))


def path_of(interview: Interview, page: Page) -> float:
    return page_length(page, interview.sheet).words


def minutes(interview: Interview, page: Page, pace: Pace | None = None) -> int:
    """Return the minutes that are named on *page*."""
    position = page_view(interview, page, pace=pace).position
    (number,) = re.fullmatch(r"about (\d+) min left", position).groups()  # type: ignore[union-attr]
    return int(number)


def test_the_own_pace_counts_from_the_tenth_answer_on(make_sheet: MakeSheet) -> None:
    interview = at(make_sheet, "name")
    first = interview.pages[0]
    calm = minutes(interview, first)
    slow = minutes(interview, first, Pace(answers=10, expected_s=60, took_s=120))
    assert slow == pytest.approx(2 * calm, abs=1)
    assert minutes(interview, first, Pace(answers=9, expected_s=60, took_s=120)) == calm


def test_the_chapters_are_named_ticked_and_marked(make_sheet: MakeSheet) -> None:
    interview = at(make_sheet, "can_legs")
    assert interview.page
    assert page_view(interview, interview.page).chapters == (
        ("First", True, False),
        ("Signs", True, False),
        ("Health", True, False),
        ("Can do", False, True),
        ("Week", False, False),
        ("Result", False, False),
    )


def test_a_card_stands_between_two_chapters_and_nowhere_else(make_sheet: MakeSheet) -> None:
    interview = at(make_sheet, "can_legs")
    cards = {page.id: page_view(interview, page).card for page in questions(interview)}
    assert re.fullmatch(r"Health is done. Next: Can do, about \d+ min.", cards["can_legs"])
    assert [page for page, card in cards.items() if card] == [
        *("body_map", "gates_lately", "can_legs", "goal")
    ]
    assert interview.page
    assert page_view(interview, interview.page, changing=True).card == ""


def test_measurements_stand_under_their_own_title(make_sheet: MakeSheet) -> None:
    interview = at(make_sheet, "test_trunk_hold")
    assert interview.page
    (step,) = page_view(interview, interview.page).chapters
    assert step == (interview.sheet.questionnaire.section("tests").title, False, True)


def test_a_section_is_introduced_where_it_begins(make_sheet: MakeSheet) -> None:
    interview = at(make_sheet, "can_legs")
    introduced = [page.id for page in questions(interview) if page_view(interview, page).intro]
    assert "can_legs" in introduced
    assert "can_hips" not in introduced
    assert "chest_pain_new" not in introduced


def test_a_section_is_introduced_where_it_begins_for_this_client(make_sheet: MakeSheet) -> None:
    man = Interview.resume(make_sheet({"sex": "male", "told_bones": "yes"}), "care_back")
    assert man.page
    assert next(page.id for page in man.pages if page.section == "cautions") == "care_back"
    view = page_view(man, man.page)
    intro = man.sheet.questionnaire.section("cautions").intro
    assert view.intro == intro
    assert intro in head_of(Route(man), Pace())
    without = page_length(man.page, man.sheet).words - len(intro.split())
    woman = make_sheet({"sex": "female", "birth": "yes", "told_bones": "yes"})
    assert page_length(man.page, woman).words == without


def test_rows_that_share_their_answers_have_them_once(make_sheet: MakeSheet) -> None:
    interview = at(make_sheet, "can_legs")
    assert interview.page
    view = page_view(interview, interview.page)
    assert [one[:2] for one in view.scale] == ["0 ", "1 ", "2 ", "3 ", "4 ", "- "]


def test_the_help_begins_with_the_line_that_is_pointed_at(make_sheet: MakeSheet) -> None:
    interview = at(make_sheet, "check_now")
    assert interview.page
    pointed = interview.sheet.questionnaire.by_id["chest_pain"]
    told = help_of(interview, interview.page, "chest_pain")
    assert told[:2] == (pointed.text, (pointed.details or "").strip())
    assert any(pointed.help.strip() in part for part in told)
    assert any(part.startswith("Numbness between the legs") for part in told)


def test_a_small_number_is_its_own_key_and_words_are_counted(
    questionnaire: Questionnaire,
) -> None:
    keys = {
        item_id: "".join(choice.key for choice in choices_of(item))
        for item_id in ("chair_rise", "days_per_week", "minutes", "sex")
        if isinstance(item := questionnaire.by_id[item_id], (ChoiceItem, ScaleItem))
    }
    assert keys == {
        "chair_rise": "01234-",
        "days_per_week": "23-",
        "minutes": "1234-",
        "sex": "12-",
    }


def test_only_health_questions_must_be_answered(questionnaire: Questionnaire) -> None:
    may = {
        item: may_decline(questionnaire.by_id[item])
        for item in ("pregnant", "hurts", "unwell", "dark_urine", "age_years", "stairs", "stalled")
    }
    assert [item for item, declined in may.items() if declined] == ["stairs", "stalled"]


def test_every_count_has_a_short_name_and_its_place_among_the_recent_ones(
    make_sheet: MakeSheet,
) -> None:
    interview = at(make_sheet, "injuries")
    assert interview.page
    rows = counts_of(interview.sheet.questionnaire, interview.page)
    assert {row.item.id: row.recent for row in rows} == {
        f"injuries_{site}": site for site in INJURY_SITES
    }
    assert all(len(row.name) < 35 for row in rows), rows


def test_the_body_map_says_of_each_place_why_and_first_what_is_meant(
    make_sheet: MakeSheet,
) -> None:
    interview = Interview.resume(make_sheet(hurts=[], pain_neck=None), "body_map")
    assert interview.page
    assert "pain_neck" in page_view(interview, interview.page).why
    hurts = interview.sheet.questionnaire.by_id["hurts"]
    assert help_of(interview, interview.page, "pain_neck")[0] == hurts.text
    assert page_view(interview, interview.page).question == hurts.text


def test_every_place_has_the_number_and_the_sides_of_the_contract(make_sheet: MakeSheet) -> None:
    interview = at(make_sheet, "body_map")
    assert interview.page
    page = places_of(interview.sheet.questionnaire, interview.page)
    assert [row.place for row in page.rows] == list(PLACES)
    assert {row.place: row.item_id for row in page.rows if row.pain} == {
        item.removeprefix("pain_"): item for item in PAIN
    }
    sided = {"hip", "thigh_back", "knee", "calf", "heel", "shoulder"}
    assert {row.place: row.sides for row in page.rows if row.sides} == {
        place: (f"{place}_left", f"{place}_right") for place in sided
    }


def test_a_change_is_named_in_place_of_the_number(make_sheet: MakeSheet) -> None:
    route = Route.resume(make_sheet(), None).change("goal")
    assert route.page
    assert page_view(route.interview, route.page, changing=True).position == "Changing an answer"


@pytest.mark.parametrize("protocol", load_questionnaire().protocols, ids=lambda one: one.id)
def test_the_help_of_a_measurement_says_how_it_is_taken(
    make_sheet: MakeSheet, protocol: Protocol
) -> None:
    for item_id in protocol.items:
        interview = at(make_sheet, item_id)
        assert interview.page
        text = "\n".join(help_of(interview, interview.page))
        for number, step in enumerate(protocol.steps, start=1):
            assert f"{number}. {step}\n" in f"{text}\n"
        for line in (*protocol.equipment, *protocol.stop_if, *protocol.leave_out_when):
            assert line in text
        assert ("60 beats" in text) == (protocol.id == "heel_raise")
        assert ("our own rule" in text) == (protocol.mark in ("K", "D"))
        assert text.index("You need") < text.index("1. ") < text.index("Stop when")


def test_what_the_trainer_is_told_stands_on_the_first_measurement_and_not_before(
    make_sheet: MakeSheet,
) -> None:
    route = Route(Interview.resume(make_sheet(), None).go_to("test_heel_raise_left"))
    told = told_to_trainer(route)
    assert route.asks_to_measure
    offered = (view_of(route).intro, *help_on(route), *head_of(route, Pace()))
    assert not any("red flag" in text for text in offered)
    measuring = route.measure(wanted=True)
    assert "red flag" in told
    assert told in head_of(measuring, Pace())
