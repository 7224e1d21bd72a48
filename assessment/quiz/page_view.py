"""A page of the interview -> what its screen says: title, position, question, hint, help."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessment.core.interview import Interview
from assessment.quiz import words
from assessment.quiz.page_parts import Choice, Row
from assessment.quiz.protocol_help import paragraphs_of
from assessment.quiz.route import MEASUREMENTS, Route, is_measurement, measurements, questions
from questions.model import CheckItem, ChoiceItem, Item, ManyItem, NumberItem, ScaleItem, TextItem
from questions.questionnaire import Page

OBLIGATORY_SECTIONS = ("safety", "cautions")
"""Sections in which every question must have an answer."""
UNSTATED = "unstated"
"""The value of an option that already is "prefer not to say"."""
NO_ANSWER_KEY = "-"
MEASURE = "measure"
"""Stands for the question whether to take the measurements; no item has this id."""
MEASURE_GO, MEASURE_SKIP = "go", "skip"


@dataclass(frozen=True, slots=True)
class PageView:
    """What stands around the answers of one page.

    ``intro`` opens a section, or is empty. ``why`` has a sentence for each item.
    """

    section: str
    position: str
    share: float
    intro: str
    question: str
    hint: str
    why: Mapping[str, str]


def view_of(route: Route) -> PageView:
    """Return the words around what *route* asks now."""
    if route.page is None:
        raise ValueError("the review asks nothing")
    if route.asks_to_measure:
        return measure_view(route.interview)
    return page_view(route.interview, route.page, changing=route.changing)


def page_view(interview: Interview, page: Page, *, changing: bool = False) -> PageView:
    """Return the words around *page*; *changing*: it was chosen on the review."""
    sheet = interview.sheet
    section = sheet.questionnaire.section(page.section)
    measuring = is_measurement(page)
    pages = measurements(interview) if measuring else questions(interview)
    number = pages.index(page) + 1
    position = words.MEASUREMENT_OF if measuring else words.QUESTION_OF
    items = [sheet.questionnaire.by_id[item_id] for item_id in interview.items(page)]
    begins = not measuring and (number == 1 or pages[number - 2].section != page.section)
    return PageView(
        section=section.title,
        position=(words.CHANGING if changing else position.format(number=number, total=len(pages))),
        share=number / len(pages),
        intro=section.intro if begins else "",
        question=page.title or items[0].text,
        hint=hint_of(interview, page),
        why={item.id: why_of(interview, item) for item in items},
    )


def measure_view(interview: Interview) -> PageView:
    """Return the words around the question whether to take the measurements."""
    section = interview.sheet.questionnaire.section(MEASUREMENTS)
    return PageView(
        section=section.title,
        position=words.NEARLY_DONE,
        share=1.0,
        intro=section.intro,
        question=words.MEASURE,
        hint=_hint_of_keys(["1", "2"]),
        why={MEASURE: words.MEASURE_HELP},
    )


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
    item = interview.sheet.questionnaire.by_id[page.items[0]]
    if page.kind == "checklist":
        return words.HINT_CHECKLIST
    match item:
        case NumberItem() if page.kind == "rows":
            return words.HINT_ROWS.format(low=item.minimum, high=item.maximum)
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


def help_of(interview: Interview, page: Page) -> tuple[str, ...]:
    """Return the paragraphs of the help for *page*: what is asked, how to answer, why we ask.

    A measurement has how it is taken as well.
    """
    questionnaire = interview.sheet.questionnaire
    items = [questionnaire.by_id[item_id] for item_id in interview.items(page)]
    kind = page.kind
    how = words.HELP_FOR["single" if kind == "single" else kind]
    if kind == "single":
        match items[0]:
            case TextItem():
                how = words.HELP_FOR["text"]
            case NumberItem():
                how = words.HELP_FOR["number"]
            case ManyItem():
                how = words.HELP_FOR["many"]
        protocol = questionnaire.protocol_of.get(items[0].id)
        taken = paragraphs_of(protocol) if protocol else ()
        why = words.WHY_WE_ASK.format(help=items[0].help)
        return (items[0].text, *taken, how, why, words.HELP_ANYWHERE)
    reasons = (f"{name_of(item)}: {item.help.strip()}" for item in items)
    return (how, words.HELP_ANYWHERE, words.WHY, *reasons)


def choices_of(item: ChoiceItem | ScaleItem | CheckItem) -> tuple[Choice, ...]:
    """Return the answers to *item* with their keys, the one that is no answer last.

    Numbers that fit on one key are their own keys; other answers are counted.
    """
    own_keys = all(isinstance(one.value, int) and 0 <= one.value <= 9 for one in item.options)
    choices = [
        Choice(str(one.value) if own_keys else str(number), one.label, one.value)
        for number, one in enumerate(item.options, start=1)
    ]
    if any(one.value == UNSTATED for one in item.options):
        return tuple(
            one._replace(key=NO_ANSWER_KEY) if one.raw == UNSTATED else one for one in choices
        )
    if may_decline(item):
        label = words.DO_NOT_KNOW if isinstance(item, ScaleItem) else words.NO_ANSWER
        choices.append(Choice(NO_ANSWER_KEY, label, None))
    return tuple(choices)


def may_decline(item: Item) -> bool:
    """Return whether *item* may be left without an answer."""
    return not item.required and item.section not in OBLIGATORY_SECTIONS


def rows_of(interview: Interview, page: Page) -> tuple[Row, ...]:
    """Return the rows of *page*, each under the place that its question begins with."""
    items = (interview.sheet.questionnaire.by_id[item_id] for item_id in interview.items(page))
    return tuple(
        Row(item, item.text.partition(":")[0]) for item in items if isinstance(item, NumberItem)
    )


def name_of(item: Item) -> str:
    """Return what *item* is called, to begin a line with."""
    return item.short[:1].upper() + item.short[1:]


def _hint_of_keys(keys: Sequence[str]) -> str:
    form = words.HINT_CHOOSE if keys[2:] else words.HINT_CHOOSE_OF_TWO
    return form.format(first=keys[0], last=keys[-1])
