"""The article's four signs, each there, not there or not known (docs/rules.md 2.6). Own rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from assessment.core.answers import AnswerSheet
from assessment.core.scores.signs import SignKind
from questions.model import Region


class SignState(StrEnum):
    """What the answers say of a sign."""

    PRESENT = "present"
    ABSENT = "absent"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class FourSign:
    """One of the four: ``answers`` are the items that a present one rests on.

    ``regions`` are those that a present one names.
    """

    id: SignKind
    state: SignState
    answers: tuple[str, ...] = ()
    regions: frozenset[Region] = frozenset()

    @property
    def is_present(self) -> bool:
        """Whether the sign is there."""
        return self.state is SignState.PRESENT


def four_signs(sheet: AnswerSheet) -> tuple[FourSign, ...]:
    """Return the four signs of *sheet*, in the article's order."""
    return (_pain(sheet), _posture(sheet), _injuries(sheet), _stalled(sheet))


def _pain(sheet: AnswerSheet) -> FourSign:
    rules = sheet.questionnaire.rules
    pains = {item: sheet.get(item) for item in rules.four_signs.pain}
    hurting = [item for item, pain in pains.items() if pain]
    if not hurting:
        return FourSign("pain", _without(pains.values()))
    regions = {region for item in hurting for region in rules.pain.regions[item]}
    answers = (*hurting, *_answered(sheet, rules.four_signs.pain_days))
    return FourSign("pain", SignState.PRESENT, answers, frozenset(regions))


def _posture(sheet: AnswerSheet) -> FourSign:
    rules = sheet.questionnaire.rules
    rounded = sheet.get(rules.posture.item)
    if not rounded:
        return FourSign("posture", _without([rounded]))
    answers = (rules.posture.item, *_answered(sheet, rules.posture.eased_by))
    return FourSign("posture", SignState.PRESENT, answers, frozenset({rules.top.posture_region}))


def _injuries(sheet: AnswerSheet) -> FourSign:
    rules = sheet.questionnaire.rules
    counts = {item: sheet.get(item) for item in rules.injuries.lower_items}
    hurt = tuple(item for item, count in counts.items() if count)
    if sum(counts[item] for item in hurt) < rules.four_signs.injuries:
        return FourSign("injuries", _without(counts.values()))
    regions = (
        region for region, items in rules.injuries.items.items() if not set(items).isdisjoint(hurt)
    )
    return FourSign("injuries", SignState.PRESENT, hurt, frozenset(regions))


def _stalled(sheet: AnswerSheet) -> FourSign:
    rule = sheet.questionnaire.rules.stalled
    kinds = sheet.get(rule.item)
    if not kinds:
        return FourSign("stalled", _without([kinds]))
    answers = (rule.item, *_answered(sheet, rule.poor_by))
    regions = (region for region, named in rule.kinds.items() if not named.isdisjoint(kinds))
    return FourSign("stalled", SignState.PRESENT, answers, frozenset(regions))


def _without(values: Any) -> SignState:
    """Return the state of a sign that nothing in *values* shows."""
    return SignState.UNKNOWN if None in list(values) else SignState.ABSENT


def _answered(sheet: AnswerSheet, item: str) -> Iterator[str]:
    if sheet.get(item) is not None:
        yield item
