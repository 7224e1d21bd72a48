"""The signs of a region: pain, injuries, posture, stalled progress (docs/rules.md 2.5 and 4.2).

Each sign gives a severity for what was answered, and the best and the worst that it could
be while something is still unanswered. What a sign is follows from two or three answers that
take few values each, so each is worked out once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Literal, NamedTuple, TypeAlias

from assessment.core.answers import AnswerSheet
from questions.model import WORST, Region
from questions.rules import InjuryRule, PainRule, PostureRule, Rules, StalledRule

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


class SignsBlock(NamedTuple):
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


def all_signs(sheet: AnswerSheet) -> Mapping[Region, tuple[Sign, ...]]:
    """Return the signs that each region has, answered or not."""
    answers, rules = sheet.known, sheet.questionnaire.rules
    together = _together(answers, rules.injuries)
    return {region: tuple(_signs(answers, rules, region, together)) for region in Region}


def signs_block(signs: tuple[Sign, ...]) -> SignsBlock:
    """Return ``G`` of docs/rules.md 4.2 for the answered *signs*, with its range."""
    _, _, weights, most, severities, best, worst = zip(*signs, strict=True)
    value = _weighted(weights, most, severities)
    if severities == best == worst:
        return SignsBlock(value, value, value)
    return SignsBlock(value, _weighted(weights, most, best), _weighted(weights, most, worst))


def _weighted(
    weights: Sequence[int], most: Sequence[float], severities: Sequence[float | None]
) -> float:
    """Return half the weighted mean of the severities' shares and half the strongest one.

    What is None has no say.
    """
    earned = possible = strongest = 0.0
    for weight, highest, severity in zip(weights, most, severities, strict=True):
        if severity is not None:
            earned += weight * severity
            possible += weight * highest
            if severity > strongest:
                strongest = severity
    return 50 * earned / possible + 50 * strongest / WORST if possible else 0.0


def _signs(
    answers: Mapping[str, Any], rules: Rules, region: Region, together: _Together
) -> Iterator[Sign]:
    get, pain, posture, stalled = answers.get, rules.pain, rules.posture, rules.stalled
    item = pain.items[region]
    yield _pain(pain, item, get(item))
    if items := rules.injuries.items.get(region):
        yield _injuries(rules.injuries, items, tuple([get(item) for item in items]), together)
    if weight := posture.weights.get(region):
        yield _posture(posture, weight, get(posture.item), get(posture.eased_by))
    if kinds := stalled.kinds.get(region):
        yield _stalled(stalled, kinds, get(stalled.item), get(stalled.poor_by))


@cache
def _pain(rule: PainRule, item: str, pain: int | None) -> Sign:
    if pain is None:
        return Sign("pain", item, rule.weight, FULL, None, 0.0, FULL)
    severity = pain * FULL / 10
    return Sign("pain", item, rule.weight, FULL, severity, severity, severity)


class _Together(NamedTuple):
    """How often the lower body was hurt as far as is known, and at its worst."""

    known: int
    most: int


def _together(answers: Mapping[str, Any], rule: InjuryRule) -> _Together:
    """Return how often the lower body was hurt, as far as it makes a difference.

    An unanswered count is none as far as is known, and enough for the most at its worst.
    """
    counts = [answers.get(item) for item in rule.lower_items]
    known, most = sum(count or 0 for count in counts), len(rule.together)
    return _Together(known, known if None not in counts else max(known, most))


@cache
def _injuries(
    rule: InjuryRule, items: tuple[str, ...], counts: tuple[int | None, ...], together: _Together
) -> Sign:
    """Return the injuries of the worst of the sites, the first of them on a tie.

    A hurt site of the lower body counts for more where others were hurt too.
    """
    worst_item, severity, worst = items[0], None, 0.0
    for item, count in zip(items, counts, strict=True):
        if count is None:
            worst = FULL
            continue
        here = _injury(rule, item, count, together.known)
        worst = max(worst, _injury(rule, item, count, together.most))
        if severity is None or here > severity:
            worst_item, severity = item, here
    return Sign("injuries", worst_item, rule.weight, FULL, severity, severity or 0.0, worst)


def _injury(rule: InjuryRule, item: str, count: int, together: int) -> float:
    """Return the severity of one site, by its *count* and that of the whole lower body."""
    own = rule.severity(count)
    if count == 0 or item not in rule.lower_items:
        return own
    return max(own, rule.severity_together(together))


@cache
def _posture(rule: PostureRule, weight: int, rounded: int | None, straightens: str | None) -> Sign:
    """Return how rounded; eased for a client who can straighten up."""
    if rounded is None:
        return Sign("posture", rule.item, weight, FULL, None, 0.0, FULL)
    eased = float(min(rounded, rule.eased))
    severity = eased if straightens == "yes" else float(rounded)
    best = eased if straightens is None else severity
    return Sign("posture", rule.item, weight, FULL, severity, best, severity)


@cache
def _stalled(
    rule: StalledRule, kinds: frozenset[str], stalled: tuple[str, ...] | None, poor: str | None
) -> Sign:
    """Return progress that stalled in one of *kinds*, less when recovery is *poor*."""
    item, weight, most = rule.item, rule.weight, rule.severity
    if stalled is None:
        return Sign("stalled", item, weight, most, None, 0.0, most)
    if kinds.isdisjoint(stalled):
        return Sign("stalled", item, weight, most, 0.0, 0.0, 0.0)
    severity = rule.poor if poor == "yes" else most
    best = rule.poor if poor is None else severity
    return Sign("stalled", item, weight, most, severity, best, severity)
