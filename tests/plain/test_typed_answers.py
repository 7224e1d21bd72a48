"""What a typed line means, by the ids and values of docs/rules.md 2."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.core.answers import TooYoungError
from assessment.core.interview import Interview
from assessment.plain.errors import NotUnderstoodError
from assessment.plain.steps import Answers, Step, step_after
from assessment.plain.talks import talk_on
from assessment.quiz.route import Route
from questions.loader import load_questionnaire
from tests.contract import LISTS
from tests.strategies import examples

PAGES = {page.id: page for page in load_questionnaire().pages}
ASKED = [page.id for page in Interview.start(load_questionnaire()).pages]
"""Pages that are asked of somebody who has not answered anything."""
CHECK_NOW = (
    "saddle_numbness",
    "both_legs",
    "chest_pain",
    "stroke_signs",
    "pulsing_belly_pain",
    "supervised_only",
)


def after(page_id: str, *said: object) -> Step | Answers:
    """Return what a page asks, or has for answers, once *said* is what its steps came to."""
    start = Interview.start(load_questionnaire())
    interview = Interview(start.sheet, PAGES[page_id])
    return step_after(talk_on(Route(interview, measuring=True)), said)


def typed(page_id: str, line: str) -> dict[str, object]:
    """Return the answers of a page whose first step takes *line*."""
    step = after(page_id)
    assert isinstance(step, Step)
    answers = after(page_id, step.understand(line))
    assert not isinstance(answers, Step)
    return dict(answers)


@pytest.mark.parametrize(
    ("page", "line", "expected"),
    [
        ("sex", "1", {"sex": "female"}),
        ("sex", "-", {"sex": "unstated"}),
        ("posture_rounded", "0", {"posture_rounded": 0}),
        ("posture_rounded", "4", {"posture_rounded": 4}),
        ("posture_rounded", "-", {"posture_rounded": None}),
        ("birth", "-", {"birth": "unsure"}),
        ("age_years", "45", {"age_years": 45}),
        ("name", "Ana", {"name": "Ana"}),
        ("name", "", {"name": None}),
        ("name", "-", {"name": None}),
        ("stalled", "1, 3", {"stalled": ["run", "pull"]}),
        ("stalled", "0", {"stalled": []}),
        ("stalled", "-", {"stalled": None}),
        ("test_hinge", "2", {"test_hinge": 2}),
    ],
)
def test_a_line_means_an_answer(page: str, line: str, expected: dict[str, object]) -> None:
    assert typed(page, line) == expected


def test_everything_in_this_gym_is_every_thing() -> None:
    assert typed("equipment", "+") == {"equipment": list(LISTS["equipment"])}


def test_nowhere_hurts() -> None:
    answers = typed("body_map", "0")
    assert answers["hurts"] == []
    assert {one for item, one in answers.items() if item != "hurts"} == {None}


def test_no_injury_is_none_in_each_place() -> None:
    answers = typed("injuries", "0")
    assert answers.pop("injury_last_6_weeks") is None
    assert set(answers.values()) == {0}
    assert len(answers) == 6


@pytest.mark.parametrize(
    ("line", "up"),
    [
        ("0", {}),
        ("1", {"saddle_numbness": "yes"}),
        ("1 2-", {"saddle_numbness": "yes", "both_legs": "unsure"}),
        ("5-,1-", {"saddle_numbness": "unsure", "pulsing_belly_pain": "unsure"}),
    ],
)
def test_a_checklist_has_an_answer_for_every_line(line: str, up: dict[str, str]) -> None:
    assert typed("check_now", line) == {item: up.get(item, "no") for item in CHECK_NOW}


@pytest.mark.parametrize(
    "line", ["", "7", "0 1", "none", "1-3", "0-", "3 -", "3 3-", "3 3", "3?", "--"]
)
def test_a_checklist_takes_nothing_that_could_be_meant_otherwise(line: str) -> None:
    with pytest.raises(NotUnderstoodError):
        typed("check_now", line)


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
        ("can_legs", "5"),
        ("birth", "3"),
        ("body_map", "-"),
        ("body_map", "0 1"),
        ("body_map", "11"),
        ("injuries", "7"),
        ("stalled", "1 0"),
        ("stalled", "2 2"),
        ("stalled", ""),
        ("name", "x" * 81),
    ],
)
def test_what_is_no_answer_is_refused_in_a_sentence(page: str, line: str) -> None:
    with pytest.raises(NotUnderstoodError, match=r"^[A-Z].*\.$"):
        typed(page, line)


@examples(100)
@given(st.text(max_size=200), st.sampled_from(ASKED))
def test_no_line_ends_the_quiz(line: str, page_id: str) -> None:
    """Whatever is typed is understood and leads on, or is refused."""
    step = after(page_id)
    assert isinstance(step, Step)
    try:
        meant = step.understand(line.strip())
    except (NotUnderstoodError, TooYoungError):
        return
    following = after(page_id, meant)
    if not isinstance(following, Step):
        Interview.start(load_questionnaire()).sheet.with_answers(following)
