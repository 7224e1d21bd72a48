"""Abilities, tests, signs and exposure -> a score per region, its range and what made it.

The arithmetic is docs/rules.md 4, to the letter. Nothing is rounded here, except
that binary noise below a billionth is taken off, so that a score of exactly 20 is in the
band that starts at 20.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from assessment.catalogue.measuring import Norm
from assessment.core.answers import AnswerSheet, Value
from assessment.core.scores.exposure import exposure_of
from assessment.core.scores.norms import scored_tests
from assessment.core.scores.signs import Sign, all_signs, signs_block
from questions.model import WORST, Region
from questions.rules import OverallRule, ScoreRule


class Band(StrEnum):
    """How many signs of low capacity the answers show."""

    FEW = "few"
    MILD = "mild"
    MODERATE = "moderate"
    MARKED = "marked"


BANDS = ((65.0, Band.MARKED), (40.0, Band.MODERATE), (20.0, Band.MILD), (0.0, Band.FEW))
"""Lower edge, included, and band."""


class Contribution(NamedTuple):
    """What one answer adds to a region: ``weight`` times ``severity`` (0 to ``most``)."""

    item: str
    answer: Value
    severity: float
    weight: int
    most: int = WORST


@dataclass(frozen=True, slots=True)
class Score:
    """A figure from 0 to 100 and the range that unanswered items leave open."""

    score: float | None
    low: float
    high: float

    @property
    def band(self) -> Band | None:
        """The band of the score; None where there is no score."""
        return None if self.score is None else band_of(self.score)


@dataclass(frozen=True, slots=True)
class RegionScore(Score):
    """The score of one region with all that went into it."""

    region: Region
    function: float | None
    signs: float | None
    exposure: int
    contributions: tuple[Contribution, ...]
    parts: tuple[Sign, ...]
    """The signs that the region has, answered or not."""

    @property
    def pain_without_difficulty(self) -> bool:
        """Whether there are signs but everything asked is easy, which caps the score."""
        return self.function == 0 and bool(self.signs)


class _Function(NamedTuple):
    """The function block: as answered, at its best and at its worst."""

    value: float | None
    low: float
    high: float


def band_of(score: float) -> Band:
    """Return the band that *score* falls in; a lower edge belongs to the band above it."""
    return next(band for edge, band in BANDS if score >= edge)


def score_regions(sheet: AnswerSheet, norms: tuple[Norm, ...]) -> Mapping[Region, RegionScore]:
    """Return the score of every region, in tie order."""
    tests: dict[Region, list[Contribution]] = {}
    results = scored_tests(sheet, norms)
    weight = sheet.questionnaire.rules.score.test_weight
    for norm in norms:
        if result := results.get(norm.id):
            contribution = Contribution(result.item, result.figure, result.severity, weight)
            tests.setdefault(norm.region, []).append(contribution)
    exposure = exposure_of(sheet)
    return {
        region: _score(sheet, region, tests.get(region, []), signs, exposure[region])
        for region, signs in all_signs(sheet).items()
    }


def overall_score(regions: Mapping[Region, RegionScore], rule: OverallRule) -> Score | None:
    """Return the highest region and the mean as *rule* weighs them, or None with too few."""
    scored = [region for region in regions.values() if region.score is not None]
    if len(scored) < rule.regions:
        return None
    return Score(
        _combined([region.score for region in scored if region.score is not None], rule),
        _combined([region.low for region in scored], rule),
        _combined([region.high for region in scored], rule),
    )


def _score(
    sheet: AnswerSheet,
    region: Region,
    tests: Sequence[Contribution],
    signs: tuple[Sign, ...],
    points: tuple[int, int],
) -> RegionScore:
    abilities, missing = _abilities(sheet, region)
    questionnaire = sheet.questionnaire
    rule = questionnaire.rules.score
    total = questionnaire.ability_weight[region]
    function = _function([*abilities, *tests], missing)
    block = signs_block(signs)
    exposure, highest = points
    score = _region_score(function.value, block.value, exposure, rule)
    low = high = score
    if missing or exposure != highest or not block.settled:
        low = _region_score(function.low, block.low, exposure, rule)
        high = _region_score(function.high, block.high, highest, rule)
    of_signs = [
        _contribution(item, sheet.known[item], severity, weight, most)
        for _, item, weight, most, severity, _, _ in signs
        if severity is not None
    ]
    return RegionScore(
        None if missing > rule.most_missing * total else score,
        low,
        high,
        region,
        function.value,
        block.value,
        exposure,
        contributions=(*abilities, *tests, *of_signs),
        parts=signs,
    )


@cache
def _contribution(
    item: str, answer: Value, severity: float, weight: int, most: float
) -> Contribution:
    """Return what an ability or a sign adds: the same one for every sheet with that answer."""
    return Contribution(item, answer, severity, weight, int(most))


def _abilities(sheet: AnswerSheet, region: Region) -> tuple[list[Contribution], int]:
    """Return the answered ability items of *region*, and the weight of those unanswered."""
    answers, answered, missing = sheet.known, [], 0
    for item_id, weight in sheet.questionnaire.ability_items[region]:
        severity = answers.get(item_id)
        if severity is None:
            missing += weight
        else:
            answered.append(_contribution(item_id, severity, severity, weight, WORST))
    return answered, missing


def _function(answered: Sequence[Contribution], missing: int) -> _Function:
    """Return ``F``, earned points as a share of the possible, and its range."""
    earned = possible = 0.0
    for _, _, severity, weight, _ in answered:
        earned += weight * severity
        possible += weight * WORST
    value = 100 * earned / possible if possible else None
    whole = possible + missing * WORST
    return _Function(value, 100 * earned / whole, 100 * (earned + missing * WORST) / whole)


def _region_score(
    function: float | None, signs: float | None, exposure: int, rule: ScoreRule
) -> float:
    """Return the score of a region from its three parts; what is None has no say."""
    g = signs or 0.0
    core = g if function is None else max(function, rule.function * function + rule.signs * g)
    return clean(min(highest_score(function, signs, rule), rule.core * core + exposure))


def highest_score(function: float | None, signs: float | None, rule: ScoreRule) -> float:
    """Return the highest score that a region with these two parts can have."""
    return rule.pain_only_most if function == 0 and signs else 100.0


def _combined(scores: list[float], rule: OverallRule) -> float:
    return clean(rule.highest * max(scores) + rule.mean * sum(scores) / len(scores))


def clean(score: float) -> float:
    """Return *score* without binary noise."""
    return round(score, 9)
