"""A page of the interview -> the lines that ask it, its help, and its answer so far."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from assessment.core.interview import Interview
from assessment.plain import words
from assessment.quiz import words as screen_words
from assessment.quiz.page_parts import Choice
from assessment.quiz.page_view import (
    NO_ANSWER_KEY,
    choices_of,
    may_decline,
    measure_choices,
    name_of,
    rows_of,
    view_of,
)
from assessment.quiz.protocol_help import paragraphs_of
from assessment.quiz.review import review_lines
from assessment.quiz.route import Route, is_measurement
from questions.model import CheckItem, ChoiceItem, Item, ManyItem, NumberItem, ScaleItem, TextItem
from questions.questionnaire import Page

__all__ = ["ALL_KEY", "NONE_KEY", "NO_ANSWER_KEY", "help_for", "keys_of_many", "lines_of"]

ALL_KEY, NONE_KEY = "+", "0"


def lines_of(route: Route) -> Iterator[str]:
    """Yield what is said before the answer to what *route* asks now is typed."""
    page, view = route.page, view_of(route)
    yield words.POSITION.format(position=view.position, section=view.section)
    if view.intro:
        yield view.intro.strip()
    yield view.question.strip()
    if page is None or route.asks_to_measure:
        yield from _choices(measure_choices())
        yield words.HINT_CHOOSE
        return
    yield from _answers(route.interview, page)
    yield from _hints(route.interview, page)
    if so_far := answer_so_far(route):
        yield f"{words.SO_FAR.format(answer=so_far)} {words.KEEP_IT}"


def answer_so_far(route: Route) -> str:
    """Return the earlier answer to the open page in words; empty where there is none."""
    page = route.page
    if page is None or route.asks_to_measure:
        return ""
    items = route.interview.items(page)
    given = any(route.interview.sheet.get(item) is not None for item in items)
    if not given and page.id not in route.declined:
        return ""
    lines = review_lines(route.interview)
    found = next((line.answer for line in lines if line.page_id == page.id), "")
    return found or screen_words.NOT_ANSWERED


def help_for(route: Route) -> Iterator[str]:
    """Yield how the open page is meant: how a measurement is taken, and why we ask."""
    page = route.page
    if page is None:
        return
    questionnaire = route.interview.sheet.questionnaire
    items = [questionnaire.by_id[item_id] for item_id in route.interview.items(page)]
    if not route.asks_to_measure and (protocol := questionnaire.protocol_of.get(items[0].id)):
        yield from (part for part in paragraphs_of(protocol) if part)
    if len(items) == 1 or route.asks_to_measure:
        yield from view_of(route).why.values()
    else:
        yield screen_words.WHY
        yield from (f"{name_of(item)}: {item.help.strip()}" for item in items)
    yield words.HOW_IT_WORKS


def keys_of_many(item: ManyItem) -> Mapping[str, str | int]:
    """Return the value behind each number of *item*'s options."""
    return {str(number): value for number, value in enumerate(item.values, start=1)}


def _answers(interview: Interview, page: Page) -> Iterator[str]:
    """Yield the answers that can be chosen, each with what to type for it."""
    by_id = interview.sheet.questionnaire.by_id
    if page.kind == "rows":
        yield from _numbered(row.name for row in rows_of(interview, page))
        yield _line(NONE_KEY, page.none_label or "")
        return
    if page.kind == "checklist":
        yield from _numbered(by_id[item_id].text for item_id in interview.items(page))
        yield _line(NONE_KEY, page.none_label or "")
        return
    match by_id[page.items[0]]:
        case ManyItem() as item:
            yield from _many(item)
        case ChoiceItem() | ScaleItem() | CheckItem() as item:
            yield from _choices(choices_of(item))
        case _:
            return


def _many(item: ManyItem) -> Iterator[str]:
    if item.all_label:
        yield _line(ALL_KEY, item.all_label)
    yield from _numbered(option.label for option in item.options)
    yield _line(NONE_KEY, item.none_label)
    if not item.required:
        yield _line(NO_ANSWER_KEY, screen_words.NO_ANSWER)


def _hints(interview: Interview, page: Page) -> Iterator[str]:
    """Yield how to type the answer."""
    item = interview.sheet.questionnaire.by_id[page.items[0]]
    if page.kind == "checklist":
        yield words.HINT_CHECKLIST
    elif page.kind == "rows":
        yield words.HINT_ROWS.format(none=page.none_label)
    else:
        yield " ".join(_hint_of(item, measured=is_measurement(page)))


def _hint_of(item: Item, *, measured: bool) -> Iterator[str]:
    match item:
        case NumberItem():
            hint = words.HINT_MEASURE if measured else words.HINT_NUMBER
            yield hint.format(low=item.minimum, high=item.maximum, unit=item.unit)
            if may_decline(item):
                yield words.HINT_NOT_KNOWN
        case ManyItem():
            yield words.HINT_MANY
        case TextItem():
            yield words.HINT_TEXT
        case _:
            yield words.HINT_CHOOSE


def _choices(choices: tuple[Choice, ...]) -> Iterator[str]:
    return (_line(choice.key, choice.label) for choice in choices)


def _numbered(labels: Iterator[str]) -> Iterator[str]:
    return (_line(str(number), label) for number, label in enumerate(labels, start=1))


def _line(key: str, label: str) -> str:
    form = words.LINE if key.isdigit() else words.LINE_OF_SIGN
    return form.format(key=key, label=label.strip())
