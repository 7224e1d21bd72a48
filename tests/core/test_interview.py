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
    assert (page_of(start), start.number) == ("name", 1)
    assert not start.sheet.given


def test_forward_and_back_are_opposites(start: Interview) -> None:
    second = start.answer({"name": "Ana"}).forward()
    assert page_of(second) == "age_years"
    assert page_of(second.back()) == "name"
    assert second.back().sheet.get("name") == "Ana"
    assert page_of(start.back()) == "name"


def test_the_age_cannot_be_passed_over(start: Interview) -> None:
    with pytest.raises(AnswerError):
        at(start, "age_years").forward()


def test_a_key_pressed_twice_answers_one_question(start: Interview) -> None:
    page = at(start, "sex")
    moved = page.answer({"sex": "male"}).forward()
    again = moved.answer({"sex": "female"})
    assert again.sheet.get("sex") == "male"
    assert page_of(again) == "goal"


def test_a_refused_answer_changes_nothing(start: Interview) -> None:
    page = at(start, "sex")
    with pytest.raises(AnswerError):
        page.answer({"sex": "both"})
    assert page.sheet.get("sex") is None


def test_pages_that_do_not_apply_are_skipped_both_ways(start: Interview) -> None:
    asked = at(start, "sex").answer({"sex": "female"})
    skipped = at(start, "sex").answer({"sex": "male"})
    assert skipped.total < asked.total
    after = at(skipped, "minutes").answer({"minutes": 30}).forward()
    assert after.page is not None
    assert after.page.section == "safety"
    assert page_of(after.back()) == "minutes"
    assert page_of(at(asked, "minutes").forward()) == "pregnant"


def test_hidden_answers_come_back_when_their_page_does(start: Interview) -> None:
    interview = at(start, "sex").answer({"sex": "female"})
    interview = at(interview, "pregnant").answer({"pregnant": "yes"})
    changed = at(interview, "sex").answer({"sex": "male"})
    assert changed.sheet.get("pregnant") is None
    assert at(changed, "sex").answer({"sex": "female"}).sheet.get("pregnant") == "yes"


def test_the_review_stands_after_the_last_page(start: Interview) -> None:
    last = start.go_to(start.pages[-1].id)
    review = last.forward()
    assert review.page is None
    assert review.number == review.total + 1
    assert review.back().page == last.page
    assert review.forward() is review
    assert start.review().page is None


def test_resuming_stands_where_it_was_left(start: Interview) -> None:
    sheet = start.sheet.with_answer("age_years", 30)
    assert page_of(Interview.resume(sheet, "goal")) == "goal"
    assert page_of(Interview.resume(sheet, "gone")) == "name"


def test_resuming_on_a_page_that_no_longer_applies_goes_to_the_first_open_one(
    questionnaire: Questionnaire,
) -> None:
    sheet = AnswerSheet.of(questionnaire, {"name": "Ana", "sex": "male", "age_years": 30})
    assert page_of(Interview.resume(sheet, "pregnant")) == "goal"


def test_jumping_to_a_page_that_does_not_apply_is_a_mistake(start: Interview) -> None:
    with pytest.raises(KeyError):
        at(start, "sex").answer({"sex": "male"}).go_to("pregnant")
