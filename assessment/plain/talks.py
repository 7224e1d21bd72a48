"""A page of the interview -> the steps that ask it, one after another."""

from __future__ import annotations

from assessment.core.answers import AnswerSheet
from assessment.exchange.answers_document import raw_of
from assessment.plain import words
from assessment.plain.listing import (
    answer_so_far,
    choice_lines,
    given_on,
    help_for,
    item_help,
    item_lines,
    items_of,
    line,
    movement_lines,
    numbered,
    whole_text,
)
from assessment.plain.place_talks import body_map_talk, counts_talk
from assessment.plain.steps import Answers, Step, Talk
from assessment.plain.typed_answers import checklist_typed, chosen, item_typed
from assessment.quiz import words as screen_words
from assessment.quiz.page_parts import NONE_KEY
from assessment.quiz.page_view import measure_choices, view_of
from assessment.quiz.route import Route
from questions.questionnaire import Page
from reports.words.phrasing import answer_in_words, capitalised


def talk_on(route: Route) -> Talk:
    """Return the talk about what *route* asks now.

    Raises:
        ValueError: It asks nothing: it is on the review.
    """
    page = route.page
    if page is None:
        raise ValueError("the review asks nothing")
    if route.asks_to_measure:
        return _measure_talk(route)
    match page.kind:
        case "checklist":
            return _checklist_talk(route, page)
        case "body_map":
            return body_map_talk(route, page)
        case "counts":
            return counts_talk(route, page)
    return _one_by_one(route, page)


def _measure_talk(route: Route) -> Talk:
    choices = measure_choices()
    wanted = yield Step(
        lines=(*choice_lines(choices), words.HINT_CHOOSE),
        understand=lambda typed: chosen(choices, typed),
        help=(*view_of(route).why.values(), words.HOW_IT_WORKS),
    )
    return {"": wanted}


def _one_by_one(route: Route, page: Page) -> Talk:
    """Ask the items of *page* in turn; which come may depend on those before."""
    sheet = route.interview.sheet
    answers: dict[str, object] = {}
    for item_id in page.items:
        if sheet.asks(item_id):
            answers[item_id] = yield _item_step(route, page, sheet, item_id, len(answers) + 1)
            sheet = sheet.with_answers({item_id: answers[item_id]})
    return answers


def _item_step(route: Route, page: Page, sheet: AnswerSheet, item_id: str, number: int) -> Step:
    """Return the step that asks one item; ratings have their answers at the head of the page."""
    item, own = sheet.questionnaire.by_id[item_id], sheet.given.get(item_id)
    so_far = screen_words.NOT_ANSWERED if item_id in route.declined else ""
    if page.kind == "ratings":
        of = len(route.interview.items(page))
        lines = [words.ROW.format(number=number, of=of, text=item.text.strip())]
        lines += movement_lines(item_id)
    else:
        lines = [item.text.strip(), *item_lines(item)]
    return Step(
        lines=tuple(lines),
        understand=lambda typed: item_typed(item, typed),
        help=tuple(item_help(sheet, item)),
        so_far=so_far if own is None else capitalised(answer_in_words(item, own)),
        kept=None if own is None else raw_of(own),
        item=item_id if page.kind != "single" else "",
    )


def _checklist_talk(route: Route, page: Page) -> Talk:
    items = items_of(route, page)
    answers: Answers = yield Step(
        lines=(
            *numbered(item.text for item in items),
            line(NONE_KEY, page.none_label or ""),
            words.HINT_CHECKLIST,
        ),
        understand=lambda typed: checklist_typed([item.id for item in items], typed),
        help=tuple(help_for(route)),
        details={str(number): whole_text(item) for number, item in enumerate(items, start=1)},
        so_far=answer_so_far(route),
        kept=given_on(route, page),
    )
    return answers
