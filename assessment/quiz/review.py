"""Answers -> the lines of the review: every page that was asked, with its answer in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from assessment.core.answers import AnswerSheet
from assessment.core.gate import gate
from assessment.core.interview import Interview
from assessment.quiz import words
from assessment.quiz.page_parts import counts_of, places_of
from assessment.quiz.page_view import name_of
from assessment.quiz.route import is_measurement, measurements, questions, was_measured
from questions.model import Item, ManyItem, ScaleItem, TextItem
from questions.places import SIDES
from questions.questionnaire import Page
from reports.words.phrasing import answer_in_words, capitalised, listed

SAID = {"yes": words.YES, "unsure": words.NOT_SURE}


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One page on the review. ``is_needed``: without its answer there is no result.

    ``part`` is the name of the part of the way that it belongs to.
    """

    page_id: str
    name: str
    answer: str
    is_open: bool
    is_needed: bool
    part: str


@dataclass(frozen=True, slots=True)
class ReviewPart:
    """A part of the way on the review, with its pages in their order."""

    name: str
    lines: tuple[ReviewLine, ...]

    @property
    def is_needed(self) -> bool:
        """Whether an answer is missing without which there is no result."""
        return any(line.is_needed for line in self.lines)

    @property
    def in_short(self) -> str:
        """The answers, for one line of the screen, each once."""
        return "; ".join(dict.fromkeys(line.answer for line in self.lines))


def review_parts(interview: Interview) -> tuple[ReviewPart, ...]:
    """Return the parts of the way that the client met, in their order."""
    order = {page.id: number for number, page in enumerate(interview.sheet.questionnaire.pages)}
    parts: dict[str, list[ReviewLine]] = {}
    for line in sorted(review_lines(interview), key=lambda line: order[line.page_id]):
        parts.setdefault(line.part, []).append(line)
    return tuple(ReviewPart(name, tuple(lines)) for name, lines in parts.items())


def review_lines(interview: Interview) -> tuple[ReviewLine, ...]:
    """Return a line for each page, those first that are needed and not answered."""
    sheet = interview.sheet
    needed = frozenset(gate(sheet).unanswered)
    lines = [_line(interview, page, needed) for page in questions(interview)]
    lines.sort(key=lambda line: not line.is_needed)
    if was_measured(sheet):
        lines += [_line(interview, page, needed) for page in measurements(interview)]
    elif pages := measurements(interview):
        offered = words.MEASUREMENTS
        lines.append(ReviewLine(pages[0].id, offered, words.NOT_TAKEN, False, False, offered))
    return tuple(lines)


def _line(interview: Interview, page: Page, needed: frozenset[str]) -> ReviewLine:
    sheet = interview.sheet
    items = [sheet.questionnaire.by_id[item_id] for item_id in interview.items(page)]
    open_items = [item for item in items if sheet.get(item.id) is None]
    name = name_of(items[0])
    if page.title:
        name = page.title.partition(":")[0].removesuffix("?")
    return ReviewLine(
        page_id=page.id,
        name=name,
        answer="; ".join(_answers(sheet, page, items, len(open_items))),
        is_open=any(not isinstance(item, TextItem) for item in open_items),
        is_needed=any(item.id in needed for item in open_items),
        part=_part_of(sheet, page),
    )


def _part_of(sheet: AnswerSheet, page: Page) -> str:
    titles = {chapter.id: chapter.title for chapter in sheet.questionnaire.chapters}
    return words.MEASUREMENTS if is_measurement(page) else titles[page.chapter]


def _answers(sheet: AnswerSheet, page: Page, items: list[Item], open_count: int) -> Iterator[str]:
    """Yield the answers of one page; a "no" or a 0 among several goes without saying."""
    if len(items) == open_count:
        yield words.LEFT_EMPTY if isinstance(items[0], TextItem) else words.NOT_ANSWERED
        return
    said = list(_said(sheet, page, items))
    if not said and not open_count:
        yield page.none_label or _least(items[0])
    yield from said
    if open_count:
        yield words.OPEN_ROWS.format(count=open_count)


def _said(sheet: AnswerSheet, page: Page, items: list[Item]) -> Iterator[str]:
    match page.kind:
        case "single":
            yield _answer(items[0], sheet.get(items[0].id))
        case "checklist" | "ratings":
            yield from _by_answer(sheet, items)
        case "body_map":
            yield from _places(sheet, page)
        case "counts":
            yield from _counts(sheet, page)
        case "group":
            known = (item for item in items if sheet.get(item.id) is not None)
            yield from (
                f"{name_of(one)}: {answer_in_words(one, sheet.get(one.id))}" for one in known
            )


def _answer(item: Item, value: Any) -> str:
    """Return the answer to one item, all of a list under the name that the quiz has for all."""
    if isinstance(item, ManyItem) and item.all_label and value == item.everything:
        return item.all_label
    return capitalised(answer_in_words(item, value))


def _least(item: Item) -> str:
    return item.options[0].label if isinstance(item, ScaleItem) else words.NONE


def _by_answer(sheet: AnswerSheet, items: list[Item]) -> Iterator[str]:
    """Yield what was answered yes, and what not sure; how hard what is, the hardest first."""
    labels: dict[str | int, str] = {}
    labels.update(SAID)
    for item in items:
        if isinstance(item, ScaleItem):
            labels |= {one.value: one.label for one in reversed(item.options) if one.value}
    for answer, label in labels.items():
        if named := [item.short for item in items if sheet.get(item.id) == answer]:
            yield f"{capitalised(label)}: {listed(named)}"


def _places(sheet: AnswerSheet, page: Page) -> Iterator[str]:
    """Yield each place that hurts, how strong, and on which side."""
    places = places_of(sheet.questionnaire, page)
    sides = (sheet.get(places.sides.id) or ()) if places.sides else ()
    for row in places.rows:
        if row.place in (sheet.get(places.chosen.id) or ()):
            number = sheet.get(row.pain.id) if row.pain else None
            found = [side for side, one in zip(SIDES, row.sides, strict=False) if one in sides]
            said = [*([] if number is None else [str(number)]), *found]
            yield f"{row.name} ({', '.join(said)})" if said else row.name


def _counts(sheet: AnswerSheet, page: Page) -> Iterator[str]:
    """Yield how often each place was hurt, and that it was lately."""
    recent = sheet.get(sheet.questionnaire.rules.injuries.recent) or ()
    for row in counts_of(sheet.questionnaire, page):
        if count := sheet.get(row.item.id):
            lately = f" ({words.LAST_6_WEEKS})" if row.recent in recent else ""
            yield f"{row.name} {answer_in_words(row.item, count)}{lately}"
