"""Clients who go on, back and change answers by chance: each page can be shown, asked and left."""

from __future__ import annotations

import random

import pytest

from assessment.core.interview import Interview
from assessment.plain.listing import head_of
from assessment.plain.steps import Step, step_after
from assessment.plain.talks import talk_on
from assessment.quiz.length import Pace
from assessment.quiz.page_view import asked_of_ending, view_of
from assessment.quiz.review import review_lines
from assessment.quiz.route import Route
from questions.model import CheckItem, ChoiceItem, Item, ManyItem, NumberItem, ScaleItem
from questions.questionnaire import Questionnaire
from tests.conftest import everyday_and_heavy

STEPS = 90


@pytest.mark.parametrize("seed", everyday_and_heavy(range(12), *range(12, 25)))
def test_no_way_leads_to_a_page_that_cannot_be_left(
    questionnaire: Questionnaire, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311  # repeatable on purpose, nothing secret
    route = Route(Interview.start(questionnaire))
    for _ in range(STEPS):
        if route.page is not None:
            assert view_of(route).question
            assert all(head_of(route, Pace()))
            assert isinstance(step_after(talk_on(route), []), Step)
        route = after_a_step(route, chance)


def after_a_step(route: Route, chance: random.Random) -> Route:
    """Return the route after one thing that a client may do there."""
    if route.page is None:
        page = chance.choice(review_lines(route.interview)).page_id
        return route.change(page) if chance.random() < 0.5 else route.back()
    if chance.random() < 0.25:
        return route.back()
    if route.asks_to_measure:
        return route.measure(wanted=chance.random() < 0.3)
    by_id = route.interview.sheet.questionnaire.by_id
    here = route.interview.items(route.page)
    route = route.answer({item: answer(by_id[item], chance) for item in here})
    if not route.is_over:
        return route.onward()
    assert asked_of_ending(route)
    there = route.to_ending()
    assert there.page in there.interview.pages
    assert any(check.id in there.page.items for check in route.ending)
    return there


def answer(item: Item, chance: random.Random) -> object:
    match item:
        case CheckItem():
            return chance.choice(["no"] * 6 + ["yes", "unsure"])
        case ScaleItem() | ChoiceItem():
            return chance.choice(item.values)
        case NumberItem():
            return chance.choice((item.minimum, item.maximum))
        case ManyItem():
            return [value for value in item.values if chance.random() < 0.3]
    return "Ana"
