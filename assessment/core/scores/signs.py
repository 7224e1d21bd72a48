"""The signs of a region: pain, injuries, posture, stalled progress (docs/rules.md 2.5 and 4.2).

Each sign gives a severity for what was answered, and the best and the worst that it could
be while something is still unanswered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, TypeAlias

from assessment.core.answers import AnswerSheet
from questions.model import WORST, Region
from questions.rules import InjuryRule, PainRule, PostureRule, StalledRule

FULL = float(WORST)


SignKind: TypeAlias = Literal["pain", "injuries", "posture", "stalled"]
"""What the article's four signs are called."""


class Sign(NamedTuple):
    """One sign of one region; ``severity`` is None while nothing of it is answered."""

    kind: SignKind
    item: str
    weight: int
    most: float
    severity: float | None
    best: float
    worst: float

    @property
    def settled(self) -> bool:
        """Whether nothing of it is unanswered."""
        return self.severity == self.best == self.worst


@dataclass(frozen=True, slots=True)
class SignsBlock:
    """The signs of a region as one figure from 0 to 100, and its lowest and highest value.

    With nothing answered ``value`` is 0.
    """

    value: float
    low: float
    high: float

    @property
    def settled(self) -> bool:
        """Whether nothing is unanswered."""
        return self.low == self.high == self.value


def region_signs(sheet: AnswerSheet, region: Region) -> tuple[Sign, ...]:
    """Return the signs that *region* has, answered or not."""
    return tuple(_signs(sheet, region))


def signs_block(signs: tuple[Sign, ...]) -> SignsBlock:
    """Return ``G`` of docs/rules.md 4.2 for the answered *signs*, with its range."""
    answered = [(sign, sign.severity) for sign in signs if sign.severity is not None]
    value = _weighted(answered) if answered else 0.0
    if all(sign.settled for sign in signs):
        return SignsBlock(value, value, value)
    low = _weighted([(sign, sign.best) for sign in signs])
    high = _weighted([(sign, sign.worst) for sign in signs])
    return SignsBlock(value, low, high)


def _weighted(pairs: list[tuple[Sign, float]]) -> float:
    """Return half the weighted mean of the severities' shares and half the strongest one."""
    earned = possible = strongest = 0.0
    for sign, severity in pairs:
        earned += sign.weight * severity
        possible += sign.weight * sign.most
        strongest = max(strongest, severity)
    return 50 * earned / possible + 50 * strongest / WORST


def _signs(sheet: AnswerSheet, region: Region) -> Iterator[Sign]:
    answers, rules = sheet.known, sheet.questionnaire.rules
    yield _pain(answers, rules.pain, region)
    if items := rules.injuries.items.get(region):
        yield _injuries(answers, rules.injuries, items)
    if weight := rules.posture.weights.get(region):
        yield _posture(answers, rules.posture, weight)
    if kinds := rules.stalled.kinds.get(region):
        yield _stalled(answers, rules.stalled, kinds)


def _pain(answers: Mapping[str, Any], rule: PainRule, region: Region) -> Sign:
    item = rule.items[region]
    pain = answers.get(item)
    if pain is None:
        return Sign("pain", item, rule.weight, FULL, None, 0.0, FULL)
    severity = pain * FULL / 10
    return Sign("pain", item, rule.weight, FULL, severity, severity, severity)


def _injuries(answers: Mapping[str, Any], rule: InjuryRule, items: tuple[str, ...]) -> Sign:
    """Return the injuries of the worst of the sites, the first of them on a tie.

    A hurt site of the lower body counts for more where others were hurt too; an unanswered
    count elsewhere is none at its best, and enough for the most at its worst.
    """
    counts = [answers.get(item) for item in rule.lower_items]
    together = sum(count for count in counts if count is not None)
    most_together = together if None not in counts else len(rule.together)
    worst_item, severity, worst = items[0], None, 0.0
    for item in items:
        count = answers.get(item)
        if count is None:
            worst = FULL
            continue
        here = _injury(rule, item, count, together)
        worst = max(worst, _injury(rule, item, count, max(together, most_together)))
        if severity is None or here > severity:
            worst_item, severity = item, here
    return Sign("injuries", worst_item, rule.weight, FULL, severity, severity or 0.0, worst)


def _injury(rule: InjuryRule, item: str, count: int, together: int) -> float:
    """Return the severity of one site, by its *count* and that of the whole lower body."""
    own = rule.severity(count)
    if count == 0 or item not in rule.lower_items:
        return own
    return max(own, rule.severity_together(together))


def _posture(answers: Mapping[str, Any], rule: PostureRule, weight: int) -> Sign:
    """Return how rounded; eased for a client who can straighten up."""
    rounded = answers.get(rule.item)
    if rounded is None:
        return Sign("posture", rule.item, weight, FULL, None, 0.0, FULL)
    eased = float(min(rounded, rule.eased))
    straightens = answers.get(rule.eased_by)
    severity = eased if straightens == "yes" else float(rounded)
    best = eased if straightens is None else severity
    return Sign("posture", rule.item, weight, FULL, severity, best, severity)


def _stalled(answers: Mapping[str, Any], rule: StalledRule, kinds: frozenset[str]) -> Sign:
    """Return progress that stalled in one of *kinds*, less when recovery is poor."""
    item, weight, most = rule.item, rule.weight, rule.severity
    stalled = answers.get(item)
    if stalled is None:
        return Sign("stalled", item, weight, most, None, 0.0, most)
    if kinds.isdisjoint(stalled):
        return Sign("stalled", item, weight, most, 0.0, 0.0, 0.0)
    poor = answers.get(rule.poor_by)
    severity = rule.poor if poor == "yes" else most
    best = rule.poor if poor is None else severity
    return Sign("stalled", item, weight, most, severity, best, severity)
