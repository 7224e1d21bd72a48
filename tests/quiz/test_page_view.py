"""What stands around a question, for every page of the shipped questionnaire."""

from __future__ import annotations

import pytest

from assessment.core.interview import Interview
from assessment.quiz.page_view import choices_of, help_of, page_view, rows_of
from assessment.quiz.route import Route, questions
from questions.loader import load_questionnaire
from questions.model import ChoiceItem, ScaleItem
from questions.questionnaire import Protocol, Questionnaire
from tests.cases import each
from tests.conftest import MakeSheet

PAGES = [page.id for page in load_questionnaire().pages]


def at(make_sheet: MakeSheet, page: str) -> Interview:
    """Return an interview in which every page is asked, at *page*."""
    everything = {
        "sex": "female",
        "age_years": 70,
        "pregnant": "yes",
        "posture_rounded": 2,
        "pain_hip": 3,
        "stalled": ["run"],
        **dict.fromkeys(
            (
                *("major_accident", "cancer_signs", "infection_signs", "effort_chest_pain"),
                *("faint_or_breathless", "swollen_calf", "very_high_bp", "bone_point_pain"),
            ),
            "yes",
        ),
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
    assert "-" not in view.hint, "the sign for no answer is not the last number"
    assert list(view.why) == list(interview.items(page))
    begins = "Stop when: " if page.section == "tests" else "Why we ask: "
    assert all(why.startswith(begins) for why in view.why.values())
    assert all(help_of(interview, page))


def test_the_questions_are_counted_without_the_measurements(make_sheet: MakeSheet) -> None:
    interview = at(make_sheet, "name")
    total = len(questions(interview))
    assert page_view(interview, interview.pages[0]).position == f"Question 1 of {total}"
    last = questions(interview)[-1]
    assert page_view(interview, last).share == 1.0
    first = interview.pages[total]
    assert page_view(interview, first).position == "Measurement 1 of 14"


def test_a_section_is_introduced_where_it_begins(make_sheet: MakeSheet) -> None:
    interview = at(make_sheet, "chair_rise")
    introduced = [page.id for page in questions(interview) if page_view(interview, page).intro]
    assert "chair_rise" in introduced
    assert "stairs" not in introduced


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
    pregnant = questionnaire.by_id["pregnant"]
    stairs = questionnaire.by_id["stairs"]
    assert None not in [choice.raw for choice in choices_of(pregnant)]  # type: ignore[arg-type]
    assert None in [choice.raw for choice in choices_of(stairs)]  # type: ignore[arg-type]


def test_every_row_has_a_short_name_of_its_own(make_sheet: MakeSheet) -> None:
    for page_id in ("pain", "injuries"):
        interview = at(make_sheet, page_id)
        assert interview.page
        names = [row.name for row in rows_of(interview, interview.page)]
        assert len(set(names)) == len(names)
        assert all(len(name) < 35 for name in names), names


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
