"""The interview: forward, back, what is hidden, how far along."""

from __future__ import annotations

import pytest

from assessment.core.answers import AnswerError, AnswerSheet
from assessment.core.interview import Interview
from questions.questionnaire import Questionnaire


@pytest.fixture
def start(questionnaire: Questionnaire) -> Interview:
    return Interview.start(questionnaire)


def at(interview: Interview, page: str) -> Interview:
    return interview.go_to(page)


def page_of(interview: Interview) -> str | None:
    return interview.page.id if interview.page else None


def test_it_starts_at_the_first_page_with_nothing_answered(start: Interview) -> None:
    assert (page_of(start), start.number) == ("age_years", 1)
    assert not start.sheet.given


def test_forward_and_back_are_opposites(start: Interview) -> None:
    second = start.answer({"age_years": 40}).forward()
    assert page_of(second) == "sex"
    assert page_of(second.back()) == "age_years"
    assert second.back().sheet.get("age_years") == 40
    assert page_of(start.back()) == "age_years"


def test_the_age_cannot_be_passed_over(start: Interview) -> None:
    with pytest.raises(AnswerError):
        at(start, "age_years").forward()


def test_a_key_pressed_twice_answers_one_question(start: Interview) -> None:
    page = at(start, "sex")
    moved = page.answer({"sex": "male"}).forward()
    again = moved.answer({"sex": "female"})
    assert again.sheet.get("sex") == "male"
    assert page_of(again) == "check_now"


def test_a_refused_answer_changes_nothing(start: Interview) -> None:
    page = at(start, "sex")
    with pytest.raises(AnswerError):
        page.answer({"sex": "both"})
    assert page.sheet.get("sex") is None


def test_pages_that_do_not_apply_are_skipped_both_ways(start: Interview) -> None:
    asked = at(start, "sex").answer({"sex": "female"})
    skipped = at(start, "sex").answer({"sex": "male"})
    assert skipped.total < asked.total
    birth = next(page for page in asked.pages if "birth" in page.items)
    before = asked.pages[asked.pages.index(birth) - 1]
    after = asked.pages[asked.pages.index(birth) + 1]
    assert page_of(at(asked, before.id).forward()) == birth.id
    assert page_of(at(skipped, before.id).forward()) == after.id
    assert page_of(at(skipped, after.id).back()) == before.id


def test_a_page_is_met_while_nobody_knows_and_passed_over_when_it_is_closed(
    start: Interview,
) -> None:
    def asks(interview: Interview, item: str) -> bool:
        return any(item in interview.items(page) for page in interview.pages)

    assert asks(start, "hot_joint")
    page = next(page for page in start.pages if "hurts" in page.items)
    nowhere = at(start, page.id).answer({"hurts": []})
    assert not asks(nowhere, "hot_joint")
    assert asks(at(nowhere, page.id).answer({"hurts": ["knee"]}), "hot_joint")


def test_the_review_stands_after_the_last_page(start: Interview) -> None:
    last = start.go_to(start.pages[-1].id)
    review = last.forward()
    assert review.page is None
    assert review.number == review.total + 1
    assert review.back().page == last.page
    assert review.forward() is review
    assert start.review().page is None


def test_a_page_that_its_own_answer_closes_is_left_like_any_other(
    questionnaire: Questionnaire,
) -> None:
    sheet = AnswerSheet.of(questionnaire, {"age_years": 40, "sex": "male", "birth": "yes"})
    birth = at(Interview(sheet, None), "birth")
    closed = birth.answer({"birth": "no"})
    assert birth.page not in closed.pages
    assert closed.number == birth.number
    assert page_of(closed.forward()) == "check_pain"
    assert page_of(closed.back()) == "gates_ever"


def test_resuming_stands_where_it_was_left(start: Interview) -> None:
    sheet = start.sheet.with_answer("age_years", 30)
    assert page_of(Interview.resume(sheet, "goal")) == "goal"
    assert page_of(Interview.resume(sheet, "gone")) == "sex"


def test_resuming_on_a_page_that_no_longer_applies_goes_to_the_first_open_one(
    questionnaire: Questionnaire,
) -> None:
    sheet = AnswerSheet.of(questionnaire, {"age_years": 30, "sex": "male"})
    assert page_of(Interview.resume(sheet, "birth")) == "check_now"


def test_jumping_to_a_page_that_does_not_apply_is_a_mistake(start: Interview) -> None:
    with pytest.raises(KeyError):
        at(start, "sex").answer({"sex": "male"}).go_to("birth")
