"""A page of the interview -> the lines that ask it, its help, and its answer so far."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from assessment.core.answers import AnswerSheet
from assessment.core.interview import opens_section
from assessment.exchange.answers_document import raw_of
from assessment.plain import words
from assessment.plain.steps import Answers
from assessment.quiz import words as screen_words
from assessment.quiz.drawing.figure_grid import has_figure, pose_texts
from assessment.quiz.length import Pace, length_left, minutes_left
from assessment.quiz.page_parts import ALL_KEY, LINE_KEYS, NO_ANSWER_KEY, NONE_KEY, Choice
from assessment.quiz.page_view import OWN_TEXT, choices_of, may_decline, name_of
from assessment.quiz.protocol_help import paragraphs_of
from assessment.quiz.review import review_lines
from assessment.quiz.route import MEASUREMENTS, Route, is_measurement, measurements, questions
from questions.model import CheckItem, ChoiceItem, Item, ManyItem, NumberItem, ScaleItem, TextItem
from questions.questionnaire import Page
from reports.words.phrasing import uncapitalised


def head_of(route: Route, pace: Pace) -> Iterator[str]:
    """Yield what is said before the first step of what *route* asks now."""
    page, questionnaire = route.page, route.interview.sheet.questionnaire
    if page is None or route.asks_to_measure:
        section = questionnaire.section(MEASUREMENTS)
        yield from (section.title, screen_words.MEASURE)
        return
    yield _position(route, page, pace)
    if opens_section(page, route.interview.sheet):
        yield questionnaire.section(page.section).intro.strip()
    if page.title and page.kind not in OWN_TEXT:
        yield page.title.strip()
    if page.kind == "ratings":
        yield from item_lines(questionnaire.by_id[page.items[0]])


def answer_so_far(route: Route) -> str:
    """Return the earlier answer to the open page in words; empty where it cannot be kept.

    That is so where there is none, or where a line came up since that needs an answer.
    """
    page = route.page
    if page is None:
        return ""
    asked, given = items_of(route, page), route.interview.sheet.given
    known = {item.id for item in asked if item.id in given or item.id in route.declined}
    if not known or any(item.id not in known and not may_decline(item) for item in asked):
        return ""
    lines = review_lines(route.interview)
    return "; ".join(one.answer for one in lines if one.page_id == page.id)


def given_on(route: Route, page: Page) -> Answers:
    """Return the client's own answers on *page*, None for each that there is not."""
    own = {item: route.interview.sheet.given.get(item) for item in route.interview.items(page)}
    return {item: None if value is None else raw_of(value) for item, value in own.items()}


def items_of(route: Route, page: Page) -> tuple[Item, ...]:
    """Return the items of *page* that are asked."""
    by_id = route.interview.sheet.questionnaire.by_id
    return tuple(by_id[item_id] for item_id in route.interview.items(page))


def help_for(route: Route) -> Iterator[str]:
    """Yield how a page of several lines is meant: why we ask for each."""
    page = route.page
    items = items_of(route, page) if page else ()
    yield screen_words.WHY
    yield from (f"{name_of(item)}: {item.help.strip()}" for item in items)
    if page and page.kind == "checklist":
        yield words.HINT_DETAILS
    yield from (item.details for item in items if isinstance(item, ManyItem) and item.details)
    yield words.HOW_IT_WORKS


def item_help(sheet: AnswerSheet, item: Item) -> Iterator[str]:
    """Yield how one item is meant: all that it covers, its answers, and why we ask."""
    if protocol := sheet.questionnaire.protocol_of.get(item.id):
        yield from (part for part in paragraphs_of(protocol) if part)
        yield screen_words.STOP_WHEN.format(signs=" ".join(protocol.stop_if))
    else:
        yield whole_text(item)
        yield from item_lines(item)
        yield screen_words.WHY_WE_ASK.format(help=item.help.strip())
    yield words.HOW_IT_WORKS


def whole_text(item: Item) -> str:
    """Return all that *item* covers."""
    return (item.details or item.text).strip()


def keys_of_many(item: ManyItem) -> Mapping[str, str | int]:
    """Return the value behind the key of each of *item*'s options."""
    return dict(zip(LINE_KEYS, item.values, strict=False))


def item_lines(item: Item) -> Iterator[str]:
    """Yield the answers of *item* that can be chosen, and how to type one."""
    match item:
        case ManyItem():
            yield from _many(item)
            yield words.HINT_MANY
        case ChoiceItem() | ScaleItem() | CheckItem():
            yield from choice_lines(choices_of(item))
            yield words.HINT_CHOOSE
        case NumberItem():
            measured = item.section == MEASUREMENTS
            hint = words.HINT_MEASURE if measured else words.HINT_NUMBER
            typed = hint.format(low=item.minimum, high=item.maximum, unit=item.unit)
            yield f"{typed} {words.HINT_NOT_KNOWN}" if may_decline(item) else typed
        case TextItem():
            yield words.HINT_TEXT


def movement_lines(item_id: str) -> Iterator[str]:
    """Yield one sentence on what is drawn beside that item on a screen, if anything is."""
    if has_figure(item_id):
        first, last = map(uncapitalised, pose_texts(item_id))
        yield words.MOVEMENT.format(first=first.removesuffix("."), last=last)


def choice_lines(choices: Sequence[Choice]) -> Iterator[str]:
    """Yield *choices*, each with what to type for it."""
    return (line(choice.key, choice.label) for choice in choices)


def numbered(labels: Iterable[str]) -> Iterator[str]:
    """Yield *labels* with their keys: numbers from 1, then letters."""
    return map(line, LINE_KEYS, labels)


def line(key: str, label: str) -> str:
    """Return the line that says what to type for *label*."""
    form = words.LINE if key.isdigit() else words.LINE_OF_SIGN
    return form.format(key=key, label=label.strip())


def _position(route: Route, page: Page, pace: Pace) -> str:
    """Return where the client is: the chapter, and about how long it still takes."""
    interview = route.interview
    if route.changing:
        return screen_words.CHANGING
    if is_measurement(page):
        pages = measurements(interview)
        position = screen_words.MEASUREMENT_OF
        return position.format(number=pages.index(page) + 1, total=len(pages))
    questionnaire = interview.sheet.questionnaire
    chapter = next(one.title for one in questionnaire.chapters if one.id == page.chapter)
    pages = questions(interview)
    left = length_left(interview, pages[pages.index(page) :])
    minutes = minutes_left(left, pace, questionnaire.rules.pace)
    position = words.POSITION_LAST if minutes == 1 else words.POSITION
    return position.format(chapter=chapter, minutes=minutes)


def _many(item: ManyItem) -> Iterator[str]:
    if item.all_label:
        yield line(ALL_KEY, item.all_label)
    yield from numbered(option.label for option in item.options)
    yield line(NONE_KEY, item.none_label)
    if may_decline(item):
        yield line(NO_ANSWER_KEY, screen_words.NO_ANSWER)
