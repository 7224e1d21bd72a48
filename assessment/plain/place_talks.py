"""The talks about places of the body: what hurts, how much and where; what was hurt, how often."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from assessment.plain import words
from assessment.plain.listing import (
    NO_ANSWER_KEY,
    NONE_KEY,
    answer_so_far,
    given_on,
    help_for,
    item_help,
    item_lines,
    items_of,
    line,
    numbered,
    place_name,
)
from assessment.plain.steps import Step, Talk
from assessment.plain.typed_answers import item_typed, listed_typed, recent_typed, side_typed
from assessment.quiz import words as screen_words
from assessment.quiz.route import Route
from questions.model import ManyItem, NumberItem
from questions.places import numbers_of_places, sides_of
from questions.questionnaire import Page


def body_map_talk(route: Route, page: Page) -> Talk:
    """Ask for the places that hurt, then for the pain and the side of each."""
    by_id = route.interview.sheet.questionnaire.by_id
    items = [by_id[item_id] for item_id in page.items]
    places = next(item for item in items if isinstance(item, ManyItem))
    labels = [option.label for option in places.options]
    named = yield _places_step(route, page, labels, (places.text.strip(),))
    if named is None:
        return given_on(route, page)
    numbers = numbers_of_places(items)
    answers: dict[str, object] = dict.fromkeys(page.items)
    chosen: dict[str, list[str | int]] = defaultdict(list)
    hurting = [places.options[place] for place in named]
    answers[places.id] = [option.value for option in hurting]
    for option in hurting:
        if number := numbers.get(option.value):
            answers[number.id] = yield _number_step(route, number)
        sides = sides_of(option.value, items)
        for lists in {item.id for item, _ in sides.values()}:
            said = yield _side_step(option.label, tuple(sides))
            chosen[lists] += [value for side, (_, value) in sides.items() if side in said]
            answers[lists] = chosen[lists]
    return answers


def counts_talk(route: Route, page: Page) -> Talk:
    """Ask for the places that were hurt, how many times each, and which of them lately."""
    items = items_of(route, page)
    rows = [item for item in items if isinstance(item, NumberItem)]
    named = yield _places_step(route, page, [place_name(row) for row in rows], ())
    if named is None:
        return given_on(route, page)
    answers: dict[str, object] = dict.fromkeys(page.items)
    answers |= dict.fromkeys((row.id for row in rows), 0)
    for place in named:
        answers[rows[place].id] = yield _number_step(route, rows[place])
    rule = route.interview.sheet.questionnaire.rules.injuries
    lately = route.interview.sheet.questionnaire.by_id[rule.recent]
    assert isinstance(lately, ManyItem)  # noqa: S101  # the reader of the rules sees to it
    sites = {
        str(number): option
        for number, row in enumerate(rows, start=1)
        for option in lately.options
        if rule.item_of.get(str(option.value)) == row.id and answers[row.id] != 0
    }
    if sites:
        recent = yield Step(
            lines=(
                lately.text.strip(),
                *(line(number, option.label) for number, option in sites.items()),
                line(NONE_KEY, lately.none_label),
                line(NO_ANSWER_KEY, screen_words.NO_ANSWER),
            ),
            understand=lambda typed: recent_typed(tuple(sites), typed),
            help=tuple(item_help(route.interview.sheet, lately)),
        )
        answers[lately.id] = None if recent is None else [sites[key].value for key in recent]
    return answers


def _places_step(route: Route, page: Page, labels: Sequence[str], lines: tuple[str, ...]) -> Step:
    """Return the step that asks for places among *labels*; it comes to theirs, from 0."""
    return Step(
        lines=(
            *lines,
            *numbered(labels),
            line(NONE_KEY, page.none_label or ""),
            words.HINT_PLACES,
        ),
        understand=lambda typed: listed_typed(len(labels), typed),
        help=tuple(help_for(route)),
        so_far=answer_so_far(route),
    )


def _number_step(route: Route, item: NumberItem) -> Step:
    return Step(
        lines=(item.text.strip(), *item_lines(item)),
        understand=lambda typed: item_typed(item, typed),
        help=tuple(item_help(route.interview.sheet, item)),
    )


def _side_step(place: str, sides: tuple[str, ...]) -> Step:
    return Step(
        lines=(words.SIDE.format(place=place),),
        understand=lambda typed: side_typed(sides, typed),
    )
