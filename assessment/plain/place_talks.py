"""The talks about places of the body: what hurts, how much and where; what was hurt, how often."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.plain import words
from assessment.plain.listing import (
    answer_so_far,
    given_on,
    help_for,
    item_help,
    item_lines,
    line,
    numbered,
)
from assessment.plain.steps import Step, Talk
from assessment.plain.typed_answers import item_typed, listed_typed, recent_typed, side_typed
from assessment.quiz import words as screen_words
from assessment.quiz.page_parts import (
    LINE_KEYS,
    NO_ANSWER_KEY,
    NONE_KEY,
    counts_of,
    places_of,
)
from assessment.quiz.route import Route
from questions.model import NumberItem
from questions.questionnaire import Page


def body_map_talk(route: Route, page: Page) -> Talk:
    """Ask for the places that hurt, then for the pain and the side of each."""
    places = places_of(route.interview.sheet.questionnaire, page)
    labels = [row.name for row in places.rows]
    named = yield _places_step(route, page, labels, (places.chosen.text.strip(),))
    if named is None:
        return given_on(route, page)
    hurting = [places.rows[place] for place in named]
    answers: dict[str, object] = dict.fromkeys(page.items)
    answers[places.chosen.id] = [row.place for row in hurting]
    sides: list[str] = []
    for row in hurting:
        if row.pain:
            answers[row.pain.id] = yield _number_step(route, row.pain)
        if row.sides:
            said = yield Step((words.SIDE.format(place=row.name),), side_typed)
            sides += [side for side in row.sides if side.endswith(said)]
    if places.sides and any(row.sides for row in hurting):
        answers[places.sides.id] = sides
    return answers


def counts_talk(route: Route, page: Page) -> Talk:
    """Ask for the places that were hurt, how many times each, and which of them lately."""
    questionnaire = route.interview.sheet.questionnaire
    rows = counts_of(questionnaire, page)
    named = yield _places_step(route, page, [row.name for row in rows], ())
    if named is None:
        return given_on(route, page)
    answers: dict[str, object] = dict.fromkeys(page.items)
    answers |= dict.fromkeys((row.item.id for row in rows), 0)
    for place in named:
        answers[rows[place].item.id] = yield _number_step(route, rows[place].item)
    lately = questionnaire.by_id[questionnaire.rules.injuries.recent]
    hurt = {LINE_KEYS[place]: rows[place] for place in named if answers[rows[place].item.id] != 0}
    if hurt:
        recent = yield Step(
            lines=(
                lately.text.strip(),
                *(line(key, row.name) for key, row in hurt.items()),
                line(NONE_KEY, page.none_label or ""),
                line(NO_ANSWER_KEY, screen_words.NO_ANSWER),
            ),
            understand=lambda typed: recent_typed(tuple(hurt), typed),
            help=tuple(item_help(route.interview.sheet, lately)),
        )
        answers[lately.id] = None if recent is None else [hurt[key].recent for key in recent]
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
