"""What a typed line means, by the ids and values of docs/rules.md 2."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.core.interview import Interview
from assessment.plain.errors import NotUnderstoodError
from assessment.plain.typed_answers import answers_of, places_of
from questions.loader import load_questionnaire
from questions.questionnaire import Questionnaire
from tests.strategies import examples


def typed(page_id: str, line: str) -> dict[str, object]:
    interview = Interview.start(load_questionnaire())
    page = next(page for page in load_questionnaire().pages if page.id == page_id)
    return dict(answers_of(interview, page, line))


@pytest.mark.parametrize(
    ("page", "line", "expected"),
    [
        ("sex", "1", {"sex": "female"}),
        ("sex", "-", {"sex": "unstated"}),
        ("chair_rise", "0", {"chair_rise": 0}),
        ("chair_rise", "4", {"chair_rise": 4}),
        ("chair_rise", "-", {"chair_rise": None}),
        ("pregnant", "3", {"pregnant": "unsure"}),
        ("age_years", "45", {"age_years": 45}),
        ("sitting_hours", "-", {"sitting_hours": None}),
        ("name", "Ana", {"name": "Ana"}),
        ("name", "", {"name": None}),
        ("name", "-", {"name": None}),
        ("stalled", "1, 3", {"stalled": ["run", "pull"]}),
        ("stalled", "0", {"stalled": []}),
        ("stalled", "-", {"stalled": None}),
    ],
)
def test_a_line_means_an_answer(page: str, line: str, expected: dict[str, object]) -> None:
    assert typed(page, line) == expected


def test_everything_in_this_gym_is_every_thing(questionnaire: Questionnaire) -> None:
    every = [option.value for option in questionnaire.by_id["equipment"].options]  # type: ignore[union-attr]
    assert typed("equipment", "+") == {"equipment": every}


@pytest.mark.parametrize(
    ("line", "up"),
    [
        ("0", {}),
        ("1", {"saddle_numbness": "yes"}),
        ("1 2?", {"saddle_numbness": "yes", "both_legs": "unsure"}),
        ("5?,1?", {"saddle_numbness": "unsure", "cord_signs": "unsure"}),
    ],
)
def test_a_checklist_has_an_answer_for_every_line(line: str, up: dict[str, str]) -> None:
    every = ("saddle_numbness", "both_legs", "stroke_signs", "foot_drop", "cord_signs")
    assert typed("check_nerves", line) == {item: up.get(item, "no") for item in every}


@pytest.mark.parametrize("line", ["", "6", "0 1", "none", "1-3", "0?", "3 ?", "3 3?", "??", "-"])
def test_a_checklist_takes_nothing_that_could_be_meant_otherwise(line: str) -> None:
    with pytest.raises(NotUnderstoodError):
        typed("check_nerves", line)


@pytest.mark.parametrize(
    ("page", "line"),
    [
        ("sex", ""),
        ("sex", "4"),
        ("sex", "female"),
        ("age_years", ""),
        ("age_years", "-"),
        ("age_years", "4.5"),
        ("age_years", "101"),
        ("chair_rise", "5"),
        ("pregnant", "-"),
        ("stalled", "1 0"),
        ("stalled", ""),
        ("name", "x" * 81),
    ],
)
def test_what_is_no_answer_is_refused_in_a_sentence(page: str, line: str) -> None:
    with pytest.raises(NotUnderstoodError, match=r"^[A-Z].*\.$"):
        typed(page, line)


def test_places_are_named_by_their_numbers(questionnaire: Questionnaire) -> None:
    interview = Interview.start(questionnaire)
    page = next(page for page in questionnaire.pages if page.id == "pain")
    assert [row.item.id for row in places_of(interview, page, "3 1")] == [
        "pain_low_back",
        "pain_neck",
    ]
    assert places_of(interview, page, "0") == ()
    with pytest.raises(NotUnderstoodError):
        places_of(interview, page, "0 1")


@examples(100)
@given(st.text(max_size=200), st.sampled_from([page.id for page in load_questionnaire().pages]))
def test_no_line_ends_the_quiz(line: str, page_id: str) -> None:
    """Whatever is typed is an answer that its item takes, or is refused."""
    questionnaire = load_questionnaire()
    page = next(page for page in questionnaire.pages if page.id == page_id)
    interview = Interview.start(questionnaire)
    if page.kind == "rows":
        with pytest.raises(NotUnderstoodError):
            places_of(interview, page, line + " x")
        return
    try:
        answers = answers_of(interview, page, line.strip())
    except NotUnderstoodError:
        return
    sheet = interview.sheet
    for item_id, raw in answers.items():
        sheet = sheet.with_answer(item_id, raw)
