"""What is asked once more before a client is sent to somebody."""

from __future__ import annotations

from typing import Any

import pytest

from assessment.quiz.stops import stop_of
from tests.conftest import MakeSheet

YOUNG = {"age_years": 17, "hurts": ["low_back"], "pain_low_back": 4, "arching_hurts_back": "yes"}


@pytest.mark.parametrize(
    "changes", [{}, {"acute_illness": "yes"}, {"told_bones": None, "recent_surgery": "yes"}]
)
def test_who_trains_waits_or_is_not_done_is_not_asked(
    make_sheet: MakeSheet, changes: dict[str, Any]
) -> None:
    assert stop_of(make_sheet(**changes)) is None


@pytest.mark.parametrize(
    ("changes", "said", "pages"),
    [
        ({"saddle_numbness": "unsure"}, "(not sure). Is that right?", ("check_now",)),
        ({"recent_surgery": "yes"}, "(yes). Is that right?", None),
        ({"hurts": ["hip"], "pain_hip": 9}, "hip 9. Is that right?", ("body_map",)),
        (YOUNG, "under 18, and the back hurts when it arches", None),
    ],
)
def test_the_answers_behind_it_are_said_and_can_be_changed(
    make_sheet: MakeSheet, changes: dict[str, Any], said: str, pages: tuple[str, ...] | None
) -> None:
    sheet = make_sheet(**changes)
    stop = stop_of(sheet)
    assert stop
    assert said in stop.question
    assert stop.text == ""
    on = [page for page in sheet.questionnaire.pages if page.id in stop.pages]
    assert pages is None or stop.pages == pages
    assert all(not set(page.items).isdisjoint(changes) for page in on)
    assert on


def test_many_answers_stand_below_the_question(make_sheet: MakeSheet) -> None:
    many = dict.fromkeys(("recent_surgery", "lasting_illness", "cancer_now"), "yes")
    stop = stop_of(make_sheet(**many))
    assert stop
    assert stop.question == "You said the following. Is all of it right?"
    assert stop.text.count("\n- ") + 1 == len(stop.answers)
