"""A page of the interview -> what its screen says: title, position, question, hint, help."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from assessment.core.interview import Interview, opens_section
from assessment.quiz import words
from assessment.quiz.length import Pace, length_left, minutes_left
from assessment.quiz.page_parts import NO_ANSWER_KEY, Choice
from assessment.quiz.protocol_help import paragraphs_of
from assessment.quiz.route import MEASUREMENTS, Route, is_measurement, measurements, questions
from questions.model import CheckItem, ChoiceItem, Item, ManyItem, NumberItem, ScaleItem, TextItem
from questions.questionnaire import GATE_SECTIONS, WITH_NONE, Page
from reports.words.phrasing import item_with_answer

WITHOUT_ANSWER = ("unstated", "unsure")
"""The values of options that already are "prefer not to say" and "not sure"."""
MEASURE = "measure"
"""Stands for the question whether to take the measurements; no item has this id."""
OWN_TEXT = ("single", "body_map")
"""Kinds of pages on which the first item says what is asked, more closely than a title."""
MEASURE_GO, MEASURE_SKIP = "go", "skip"


class ChapterStep(NamedTuple):
    """A chapter of the way, as the head of the screen shows it."""

    title: str
    is_done: bool
    is_open: bool


@dataclass(frozen=True, slots=True)
class PageView:
    """What stands around the answers of one page.

    ``intro`` opens a section, or is empty. ``position`` says how much is left. ``scale`` are
    answers that all rows share, ``none`` the one that says no to all; empty: there is none.
    ``card`` says between two chapters what is done, what comes, and how long that takes.
    ``why`` has a sentence for each item, ``details`` one for each of which more can be said.
    """

    section: str
    position: str
    share: float
    intro: str
    question: str
    hint: str
    why: Mapping[str, str]
    chapters: tuple[ChapterStep, ...] = ()
    scale: tuple[str, ...] = ()
    none: str = ""
    details: Mapping[str, str] = field(default_factory=dict)
    card: str = ""


def view_of(route: Route, pace: Pace | None = None) -> PageView:
    """Return the words around what *route* asks now of somebody with that *pace*."""
    if route.page is None:
        raise ValueError("the review asks nothing")
    if route.asks_to_measure:
        return measure_view(route.interview)
    return page_view(route.interview, route.page, changing=route.changing, pace=pace)


def page_view(
    interview: Interview, page: Page, *, changing: bool = False, pace: Pace | None = None
) -> PageView:
    """Return the words around *page*; *changing*: it was chosen on the review."""
    sheet = interview.sheet
    section = sheet.questionnaire.section(page.section)
    measuring = is_measurement(page)
    pages = measurements(interview) if measuring else questions(interview)
    number = pages.index(page) + 1
    items = [sheet.questionnaire.by_id[item_id] for item_id in interview.items(page)]
    done, left = (
        length_left(interview, part) for part in (pages[: number - 1], pages[number - 1 :])
    )
    if changing:
        position = words.CHANGING
    elif measuring:
        position = words.MEASUREMENT_OF.format(number=number, total=len(pages))
    else:
        rule = sheet.questionnaire.rules.pace
        position = words.MINUTES_LEFT.format(minutes=minutes_left(left, pace or Pace(), rule))
    return PageView(
        section=section.title,
        position=position,
        share=number / len(pages) if measuring else done.words / (done + left).words,
        intro=section.intro if opens_section(page, sheet) and not measuring else "",
        question=items[0].text if page.kind in OWN_TEXT else page.title or items[0].text,
        hint=hint_of(interview, page),
        why={item.id: why_of(interview, item) for item in _pointed_at(interview, page)},
        chapters=_chapters(interview, page),
        scale=_scale(items) if page.kind == "ratings" else (),
        none=(page.none_label or "") if page.kind in WITH_NONE else "",
        details={item.id: item.details for item in items if item.details},
        card="" if changing or measuring else _card(interview, page, pace or Pace()),
    )


def _pointed_at(interview: Interview, page: Page) -> list[Item]:
    """Return the items that the pointer can come to: on a body map each place, chosen or not."""
    shown = page.items if page.kind == "body_map" else interview.items(page)
    return [interview.sheet.questionnaire.by_id[item_id] for item_id in shown]


def measure_view(interview: Interview) -> PageView:
    """Return the words around the question whether to take the measurements."""
    section = interview.sheet.questionnaire.section(MEASUREMENTS)
    return PageView(
        section=section.title,
        position=words.NEARLY_DONE,
        share=1.0,
        intro="",  # that of the section is for the trainer (``told_to_trainer``)
        question=words.MEASURE,
        hint=_hint_of_keys(["1", "2"]),
        why={MEASURE: words.MEASURE_HELP},
        chapters=_chapters(interview, None),
    )


def told_to_trainer(route: Route) -> str:
    """Return what a trainer who takes measurements reads before the first one."""
    return route.interview.sheet.questionnaire.section(MEASUREMENTS).intro.strip()


def chapters_at_review(interview: Interview) -> tuple[ChapterStep, ...]:
    """Return the chapters where all questions are answered, and the result comes next."""
    *done, result = _chapters(interview, None)
    return (*done, result._replace(is_open=True))


def asked_of_ending(route: Route) -> str:
    """Return what asks whether the answers that end the questions are meant."""
    sheet = route.interview.sheet
    said = (item_with_answer(sheet, check.id) for check in route.ending)
    return words.YOU_SAID.format(said="; ".join(said))


def measure_choices() -> tuple[Choice, ...]:
    """Return the answers to the question whether to take the measurements."""
    return (
        Choice("1", words.MEASURE_SKIP, MEASURE_SKIP),
        Choice("2", words.MEASURE_GO, MEASURE_GO),
    )


def why_of(interview: Interview, item: Item) -> str:
    """Return why we ask for *item*; of a measurement when to stop, which matters more then."""
    protocol = interview.sheet.questionnaire.protocol_of.get(item.id)
    if protocol:
        return words.STOP_WHEN.format(signs=" ".join(protocol.stop_if))
    return words.WHY_WE_ASK.format(help=item.help.strip())


def hint_of(interview: Interview, page: Page) -> str:
    """Return how to answer *page*, in a line."""
    if page.kind in words.HINTS:
        return words.HINTS[page.kind]
    item = interview.sheet.questionnaire.by_id[page.items[0]]
    match item:
        case NumberItem() if is_measurement(page):
            return words.HINT_MEASURE.format(low=item.minimum, high=item.maximum)
        case NumberItem():
            return words.HINT_NUMBER.format(low=item.minimum, high=item.maximum)
        case ManyItem():
            return words.HINT_MANY
        case ChoiceItem() | ScaleItem() | CheckItem():
            keys = [one.key for one in choices_of(item) if one.key != NO_ANSWER_KEY]
            return _hint_of_keys(keys)
        case _:
            return words.HINT_TEXT


def help_on(route: Route, pointed: str = "") -> tuple[str, ...]:
    """Return the paragraphs of the help for what *route* asks: for a client, not a trainer."""
    if route.page is None:
        return ()
    if route.asks_to_measure:
        how = words.HELP_FOR["single"]
        return (words.MEASURE, words.MEASURE_HELP, how, words.HELP_ANYWHERE, words.HELP_LOOK)
    return help_of(route.interview, route.page, pointed)


def help_of(interview: Interview, page: Page, pointed: str = "") -> tuple[str, ...]:
    """Return the paragraphs of the help for *page*: what is asked, how to answer, why we ask.

    The item that is *pointed* at (else the first) comes first and whole, the others by what we
    ask them for. A measurement has how it is taken as well.
    """
    questionnaire = interview.sheet.questionnaire
    items = [questionnaire.by_id[item_id] for item_id in interview.items(page)]
    if pointed not in {item.id for item in items}:
        pointed = items[0].id
    protocol = questionnaire.protocol_of.get(pointed)
    about = [text for item in items if item.id == pointed for text in (item.text, item.details)]
    taken = paragraphs_of(protocol) if protocol else ()
    why = [words.WHY_WE_ASK.format(help=one.help.strip()) for one in items if one.id == pointed]
    others = [f"{name_of(one)}: {one.help.strip()}" for one in items if one.id != pointed]
    if others:
        others.insert(0, words.WHY)
    how = words.HELP_FOR[_kind_of_help(page, items[0])]
    parts = (*about, *taken, how, *why, words.HELP_ANYWHERE, words.HELP_LOOK, *others)
    return tuple(text.strip() for text in parts if text)


def _kind_of_help(page: Page, item: Item) -> str:
    if page.kind != "single":
        return page.kind
    match item:
        case TextItem():
            return "text"
        case NumberItem():
            return "number"
        case ManyItem():
            return "many"
    return "single"


def choices_of(item: ChoiceItem | ScaleItem | CheckItem) -> tuple[Choice, ...]:
    """Return the answers to *item* with their keys, the one that is no answer last.

    Numbers that fit on one key are their own keys; other answers are counted.
    """
    own_keys = all(isinstance(one.value, int) and 0 <= one.value <= 9 for one in item.options)
    choices = [
        Choice(str(one.value) if own_keys else str(number), one.label, one.value)
        for number, one in enumerate(item.options, start=1)
    ]
    if any(one.value in WITHOUT_ANSWER for one in item.options):
        return tuple(
            one._replace(key=NO_ANSWER_KEY) if one.raw in WITHOUT_ANSWER else one for one in choices
        )
    if may_decline(item):
        label = words.DO_NOT_KNOW if isinstance(item, ScaleItem) else words.NO_ANSWER
        choices.append(Choice(NO_ANSWER_KEY, label, None))
    return tuple(choices)


def may_decline(item: Item) -> bool:
    """Return whether *item* may be left without an answer."""
    return not item.required and item.section not in GATE_SECTIONS


def name_of(item: Item) -> str:
    """Return what *item* is called, to begin a line with."""
    return item.short[:1].upper() + item.short[1:]


def _scale(items: Sequence[Item]) -> tuple[str, ...]:
    """Return the answers that rows share, each with its key."""
    first = next(item for item in items if isinstance(item, ScaleItem))
    return tuple(f"{one.key} {one.label}" for one in choices_of(first))


def _card(interview: Interview, page: Page, pace: Pace) -> str:
    """Return what stands between two chapters; empty where *page* does not begin one."""
    pages, questionnaire = questions(interview), interview.sheet.questionnaire
    number = pages.index(page)
    if not number or pages[number - 1].chapter == page.chapter:
        return ""
    titles = {one.id: one.title for one in questionnaire.chapters}
    left = length_left(interview, [one for one in pages if one.chapter == page.chapter])
    return words.NOW_NEXT.format(
        done=titles[pages[number - 1].chapter],
        title=titles[page.chapter],
        minutes=minutes_left(left, pace, questionnaire.rules.pace),
    )


def _chapters(interview: Interview, page: Page | None) -> tuple[ChapterStep, ...]:
    """Return the chapters that the client meets, as they stand at *page* (None: at the end).

    The result is the last of them.
    """
    if page is not None and is_measurement(page):
        section = interview.sheet.questionnaire.section(page.section)
        return (ChapterStep(section.title, is_done=False, is_open=True),)
    pages = questions(interview)
    met = {one.chapter for one in pages}
    to_come = {one.chapter for one in pages[pages.index(page) :]} if page in pages else set()
    steps = (
        ChapterStep(one.title, one.id not in to_come, page is not None and one.id == page.chapter)
        for one in interview.sheet.questionnaire.chapters
        if one.id in met
    )
    return (*steps, ChapterStep(words.RESULT_CHAPTER, is_done=False, is_open=False))


def _hint_of_keys(keys: Sequence[str]) -> str:
    form = words.HINT_CHOOSE if keys[2:] else words.HINT_CHOOSE_OF_TWO
    return form.format(first=keys[0], last=keys[-1])
