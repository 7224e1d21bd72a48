"""How long the quiz is: pages and words of some people, and the minutes that it says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from assessment.core.answers import AnswerSheet
from assessment.core.interview import Interview
from assessment.quiz.length import (
    Length,
    Pace,
    length_left,
    minutes_left,
    pace_after,
    page_length,
    path_length,
)
from assessment.quiz.words import HOW_LONG, MINUTES_CALM, MINUTES_MUCH
from questions.questionnaire import Questionnaire
from tests import contract
from tests.clients import answers_of

ROOT = Path(__file__).parents[2]
HEALTHY_MAN = {
    "age_years": 40,
    "sex": "male",
    "experience": "some",
    "hurts": [],
    **dict.fromkeys((*contract.CHECK_NOW, *contract.GATEWAYS[1:-1]), "no"),
    **dict.fromkeys(contract.COUNTS, 0),
    "posture_rounded": 0,
    "stalled": [],
    "active_days": 3,
}


def answered(questionnaire: Questionnaire, answers: dict[str, Any]) -> Interview:
    return Interview(AnswerSheet.of(questionnaire, {}).with_answers(answers), None)


@pytest.mark.parametrize(
    ("answers", "pages", "words"),
    [
        # docs/rules.md 2.11: at most
        (HEALTHY_MAN, 24, 1100),
        (answers_of("D29"), 24, 1100),
        (answers_of("D02"), 30, 1500),
        (answers_of("D05"), 34, 1900),
    ],
    ids=["healthy", "D29", "D02", "D05"],
)
def test_nobody_meets_more_than_the_contract_allows(
    questionnaire: Questionnaire, answers: dict[str, Any], pages: int, words: int
) -> None:
    length = path_length(answered(questionnaire, answers), ("tests",))
    assert 15 < length.pages <= pages
    assert 600 < length.words <= words


def test_a_list_counts_its_answers_once_and_a_closed_line_not_at_all(
    questionnaire: Questionnaire,
) -> None:
    (page,) = [one for one in questionnaire.pages if one.id == "check_now"]
    words = [
        *(page.title or "").split(),
        *(page.none_label or "").split(),
        *(word for item in page.items for word in questionnaire.by_id[item].text.split()),
        "Yes",
        "No",
        "Not",
        "sure",
        *questionnaire.section("safety").intro.split(),
    ]
    sheet = AnswerSheet.of(questionnaire, {})
    assert page_length(page, sheet) == Length(1, len(words), 1)
    yes = sheet.with_answers({"chest_pain": "yes", "both_legs": "unsure"})
    assert page_length(page, yes).answers == 2
    nowhere = sheet.with_answers({"hurts": [], "told_bones": "no"})
    (closed,) = [one for one in questionnaire.pages if "hot_joint" in one.items]
    assert page_length(closed, nowhere).words < page_length(closed, sheet).words


def test_what_nobody_knows_yet_counts_by_how_likely_it_is(questionnaire: Questionnaire) -> None:
    unknown, shut, wide = (
        answered(questionnaire, answers)
        for answers in (
            {},
            HEALTHY_MAN,
            {**dict.fromkeys(contract.GATEWAYS[1:], "yes"), "hurts": list(contract.PLACES)},
        )
    )
    closed, likely, whole = (
        length_left(one, questionnaire.pages).words for one in (shut, unknown, wide)
    )
    assert closed < likely < whole
    assert likely - closed < 0.5 * (whole - closed)


def test_the_persons_own_pace_counts_after_ten_answers(questionnaire: Questionnaire) -> None:
    rule = questionnaire.rules.pace
    page = Length(1, 40, 1)  # 10 s to read, 2.5 s to answer
    assert page.seconds(rule) == pytest.approx(12.5)
    slow = Pace()
    for _ in range(9):
        slow = slow.after(page, 25.0, rule)
    assert slow.factor == 1
    slow = slow.after(page, 25.0, rule)
    assert slow.factor == pytest.approx(2.0)
    left = Length(10, 400, 10)
    assert (minutes_left(left, Pace(), rule), minutes_left(left, slow, rule)) == (2, 4)
    assert minutes_left(Length(1, 5, 1), Pace(), rule) == 1


def test_all_that_a_page_asked_for_counts_for_the_pace(questionnaire: Questionnaire) -> None:
    (page,) = [one for one in questionnaire.pages if one.kind == "body_map"]
    pains = {"pain_low_back": 2, "pain_hip": 3}
    said = AnswerSheet.of(questionnaire, {}).with_answers({"hurts": ["low_back", "hip"], **pains})
    pace = pace_after(Pace(), page, said, 20.0)
    assert (pace.answers, pace.took_s) == (2, 20.0)
    nowhere = said.with_answers({"hurts": [], **dict.fromkeys(pains)})
    assert pace.expected_s > pace_after(Pace(), page, nowhere, 20.0).expected_s


def test_a_break_is_not_the_persons_pace(questionnaire: Questionnaire) -> None:
    rule = questionnaire.rules.pace
    page = Length(10, 400, 10)
    assert Pace().after(page, 3600.0, rule).factor == pytest.approx(3.0)
    assert Pace().after(page, -5.0, rule).factor == 0


def test_the_welcome_says_both() -> None:
    assert f"about {MINUTES_CALM} minutes" in HOW_LONG
    assert f"up to {MINUTES_MUCH} " in HOW_LONG


def test_the_readme_says_both() -> None:
    readme = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    assert f"about {MINUTES_CALM} minutes, and up to {MINUTES_MUCH} where" in readme
