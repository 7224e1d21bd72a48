"""What was not asked, and which answers made it needless: implied values are nobody's answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.core.answers import AnswerSheet
from questions.model import Condition
from reports.words import trainer as trainer_words
from reports.words.phrasing import answer_in_words


@dataclass(frozen=True, slots=True)
class Closed:
    """Items that the same answers closed, and the codes of those answers."""

    by: str
    items: str


@dataclass(frozen=True, slots=True)
class NotAsked:
    """The answers that closed something, each once in words, and what they closed."""

    answers: tuple[str, ...]
    rows: tuple[Closed, ...]


def not_asked(sheet: AnswerSheet) -> NotAsked:
    """Return the implied items of *sheet* by the given answers that closed them."""
    by_id = sheet.questionnaire.by_id
    groups: dict[tuple[str, ...], list[str]] = {}
    for item in sheet.implied:
        groups.setdefault(tuple(dict.fromkeys(_closed_by(sheet, item))), []).append(item)
    deciding = {item for group in groups for item in group}
    return NotAsked(
        tuple(_answer(sheet, item) for item in by_id if item in deciding),
        tuple(
            Closed(
                ", ".join(by_id[item].code for item in group),
                ", ".join(f"{by_id[item].code} {by_id[item].short}" for item in items),
            )
            for group, items in groups.items()
        ),
    )


def skipped_codes(sheet: AnswerSheet) -> list[str]:
    """Return the codes of what was not asked, and goes without saying or has no value then."""
    told = {*sheet.implied, *sheet.given, sheet.flag_of_pain}
    return [
        item.code
        for item in sheet.questionnaire.items
        if not sheet.asks(item.id) and item.id not in told
    ]


def _closed_by(sheet: AnswerSheet, item_id: str) -> Iterator[str]:
    """Yield the given answers by which an implied item is closed, through others if need be."""
    opened_by = sheet.questionnaire.by_id[item_id].opened_by
    for other in _deciding(sheet, opened_by) if opened_by else ():
        if other in sheet.given:
            yield other
        else:
            yield from _closed_by(sheet, other)


def _deciding(sheet: AnswerSheet, condition: Condition) -> Iterator[str]:
    """Yield the items that make *condition* false: one of all that must be so, or each of any."""
    for test in condition.all_of:
        if test.says(sheet.get(test.item)) is False:
            yield test.item
            return
    yield from (test.item for test in condition.any_of)


def _answer(sheet: AnswerSheet, item_id: str) -> str:
    item = sheet.questionnaire.by_id[item_id]
    answer = answer_in_words(item, sheet.get(item_id))
    return trainer_words.GATEWAY_ANSWER.format(code=item.code, item=item.short, answer=answer)
