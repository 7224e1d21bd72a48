"""Which unanswered items leave the score of a region open."""

from __future__ import annotations

from collections.abc import Iterator

from assessment.core.answers import AnswerSheet
from assessment.core.scores.exposure import exposure_items
from questions.model import Region
from questions.rules import InjuryRule


def missing_items(sheet: AnswerSheet, region: Region) -> tuple[str, ...]:
    """Return the items of *region* that are asked and have no answer, in the bank's order."""
    gaps = {one for one in _items_of(sheet, region) if one not in sheet.known and sheet.asks(one)}
    return tuple(item.id for item in sheet.questionnaire.items if item.id in gaps) if gaps else ()


def _items_of(sheet: AnswerSheet, region: Region) -> Iterator[str]:
    rules = sheet.questionnaire.rules
    yield from (item for item, _ in sheet.questionnaire.ability_items[region])
    yield rules.pain.items[region]
    yield from _counts_of(rules.injuries, region)
    if region in rules.posture.weights:
        yield from (rules.posture.item, rules.posture.eased_by)
    if region in rules.stalled.kinds:
        yield from (rules.stalled.item, rules.stalled.poor_by)
    yield from exposure_items(sheet, region)


def _counts_of(rule: InjuryRule, region: Region) -> Iterator[str]:
    """Yield the counts of *region*, and of the whole lower body where one of them is of it."""
    items = rule.items.get(region, ())
    yield from items
    if not set(rule.lower_items).isdisjoint(items):
        yield from rule.lower_items
