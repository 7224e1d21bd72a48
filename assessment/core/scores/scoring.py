"""Abilities, tests, signs and exposure -> a score per region, its range and what made it.

The arithmetic is the contract's section 4, to the letter. Nothing is rounded here, except
that binary noise below a billionth is taken off, so that a score of exactly 20 is in the
band that starts at 20.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from assessment.catalogue.measuring import Norm
from assessment.core.answers import AnswerSheet, Value
from assessment.core.scores.norms import results_of
from assessment.core.scores.signs import block_of, signs_of
from questions.model import Region

WORST = 4
TEST_WEIGHT = 2
CORE_SHARE = 0.9
FUNCTION_SHARE, SIGNS_SHARE = 0.6, 0.4
MOST_EXPOSURE = 10
PAIN_ONLY_MOST = 39.0
"""Highest score of a region with signs but no difficulty at all."""
MOST_MISSING = 0.3
"""Share of a region's ability weight that may be unanswered before it has no score."""
REGIONS_FOR_OVERALL = 6
HIGHEST_SHARE, MEAN_SHARE = 0.7, 0.3
TOP_COUNT, TOP_FROM, TOP_WITHIN = 3, 20.0, 45.0

INACTIVE_UNDER_MINUTES = 150
SITTING_OVER_HOURS = 8
SITTING_REGIONS = frozenset(
    {
        Region.NECK,
        Region.UPPER_BACK,
        Region.LOW_BACK,
        Region.GLUTE_MAX,
        Region.HAMSTRINGS,
    }
)


class Band(StrEnum):
    """How many signs of low capacity the answers show."""

    FEW = "few"
    MILD = "mild"
    MODERATE = "moderate"
    MARKED = "marked"


BANDS = ((65.0, Band.MARKED), (40.0, Band.MODERATE), (20.0, Band.MILD), (0.0, Band.FEW))
"""Lower edge, included, and band."""


class Contribution(NamedTuple):
    """What one answer adds to a region: ``weight`` times ``severity`` (0 to 4)."""

    item: str
    answer: Value
    severity: float
    weight: int


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

    @property
    def pain_without_difficulty(self) -> bool:
        """Whether there are signs but everything asked is easy, which caps the score."""
        return self.function == 0 and bool(self.signs)


class _Function(NamedTuple):
    """The function block: as answered, at its best and at its worst."""

    value: float | None
    low: float
    high: float


class _Exposure(NamedTuple):
    """What the exposure points come from, each None where it is not answered."""

    inactive: bool | None
    sits_long: bool | None
    bends: bool | None
    trained: tuple[str, ...] | None


def band_of(score: float) -> Band:
    """Return the band that *score* falls in; a lower edge belongs to the band above it."""
    return next(band for edge, band in BANDS if score >= edge)


def score_regions(sheet: AnswerSheet, norms: tuple[Norm, ...]) -> Mapping[Region, RegionScore]:
    """Return the score of every region, in tie order."""
    tests: dict[Region, list[Contribution]] = {}
    results = results_of(sheet, norms)
    for norm in norms:
        if result := results.get(norm.id):
            contribution = Contribution(result.item, result.figure, result.severity, TEST_WEIGHT)
            tests.setdefault(norm.region, []).append(contribution)
    exposure = _exposure_of(sheet.visible)
    return {region: _score(sheet, region, tests.get(region, []), exposure) for region in Region}


def overall_score(regions: Mapping[Region, RegionScore]) -> Score | None:
    """Return 0.7 of the highest region and 0.3 of the mean, or None with fewer than six."""
    scored = [region for region in regions.values() if region.score is not None]
    if len(scored) < REGIONS_FOR_OVERALL:
        return None
    return Score(
        _combined([region.score for region in scored if region.score is not None]),
        _combined([region.low for region in scored]),
        _combined([region.high for region in scored]),
    )


def top_regions(regions: Mapping[Region, RegionScore]) -> tuple[Region, ...]:
    """Return up to three regions with most room to grow, the highest first."""
    scored = [(region.score, region.region) for region in regions.values() if region.score]
    if not scored:
        return ()
    highest = max(score for score, _ in scored)
    ranked = sorted(scored, key=lambda pair: -pair[0])
    return tuple(
        region
        for score, region in ranked
        if score >= TOP_FROM and _clean(highest - score) <= TOP_WITHIN
    )[:TOP_COUNT]


def _score(
    sheet: AnswerSheet, region: Region, tests: Sequence[Contribution], days: _Exposure
) -> RegionScore:
    abilities, missing = _abilities(sheet, region)
    total = sheet.questionnaire.ability_weight[region]
    function = _function([*abilities, *tests], missing)
    signs = signs_of(sheet.visible, region)
    block = block_of(signs)
    exposure, most = _exposure_points(days, region)
    score = _region_score(function.value, block.value, exposure)
    low = high = score
    if missing or exposure != most or not block.settled:
        low = _region_score(function.low, block.low, exposure)
        high = _region_score(function.high, block.high, most)
    return RegionScore(
        score=None if missing > MOST_MISSING * total else score,
        low=low,
        high=high,
        region=region,
        function=function.value,
        signs=block.value,
        exposure=exposure,
        contributions=(
            *abilities,
            *tests,
            *(
                Contribution(sign.item, sheet.get(sign.item), sign.severity, sign.weight)
                for sign in signs
                if sign.severity is not None
            ),
        ),
    )


def _abilities(sheet: AnswerSheet, region: Region) -> tuple[list[Contribution], int]:
    """Return the answered ability items of *region*, and the weight of those unanswered."""
    answers, answered, missing = sheet.visible, [], 0
    for item_id, weight in sheet.questionnaire.ability_items[region]:
        severity = answers.get(item_id)
        if severity is None:
            missing += weight
        else:
            answered.append(Contribution(item_id, severity, severity, weight))
    return answered, missing


def _function(answered: Sequence[Contribution], missing: int) -> _Function:
    """Return ``F``, earned points as a share of the possible, and its range."""
    earned = possible = 0.0
    for _, _, severity, weight in answered:
        earned += weight * severity
        possible += weight * WORST
    value = 100 * earned / possible if possible else None
    whole = possible + missing * WORST
    return _Function(value, 100 * earned / whole, 100 * (earned + missing * WORST) / whole)


def _region_score(function: float | None, signs: float | None, exposure: int) -> float:
    """Return the score of a region from its three parts; what is None has no say."""
    g = signs or 0.0
    core = g if function is None else max(function, FUNCTION_SHARE * function + SIGNS_SHARE * g)
    return _clean(min(most_of(function, signs), CORE_SHARE * core + exposure))


def _exposure_of(answers: Mapping[str, Any]) -> _Exposure:
    """Return what holds of the client's days; None where it is not answered."""
    days, minutes = answers.get("active_days"), answers.get("active_minutes")
    week = 0 if days == 0 else None if days is None or minutes is None else days * minutes
    sitting, bending = answers.get("sitting_hours"), answers.get("work_bending")
    return _Exposure(
        inactive=None if week is None else week < INACTIVE_UNDER_MINUTES,
        sits_long=None if sitting is None else sitting > SITTING_OVER_HOURS,
        bends=None if bending is None else bending == "yes",
        trained=answers.get("strength_regions"),
    )


def _exposure_parts(
    exposure: _Exposure, region: Region
) -> Iterator[tuple[tuple[str, ...], int, bool | None]]:
    """Yield what can add points to *region*: the items, the points, whether they do."""
    trained = exposure.trained
    yield ("active_days", "active_minutes"), 4, exposure.inactive
    yield ("strength_regions",), 2, None if trained is None else region not in trained
    if region in SITTING_REGIONS:
        yield ("sitting_hours",), 2, exposure.sits_long
    if region is Region.LOW_BACK:
        yield ("work_bending",), 2, exposure.bends


def _exposure_points(exposure: _Exposure, region: Region) -> tuple[int, int]:
    """Return the exposure points of *region* as answered, and with every gap at its worst."""
    known = missing = 0
    for _, points, holds in _exposure_parts(exposure, region):
        if holds:
            known += points
        elif holds is None:
            missing += points
    return min(MOST_EXPOSURE, known), min(MOST_EXPOSURE, known + missing)


def exposure_points(sheet: AnswerSheet, region: Region) -> tuple[tuple[tuple[str, ...], int], ...]:
    """Return the exposure items that add to *region*, with the points that they add together."""
    parts = _exposure_parts(_exposure_of(sheet.visible), region)
    return tuple((items, points) for items, points, holds in parts if holds)


def exposure_range(sheet: AnswerSheet, region: Region) -> tuple[int, int]:
    """Return the exposure points of *region* with every gap at its best, and at its worst."""
    return _exposure_points(_exposure_of(sheet.visible), region)


def most_of(function: float | None, signs: float | None) -> float:
    """Return the highest score that a region with these two parts can have."""
    return PAIN_ONLY_MOST if function == 0 and signs else 100.0


def _combined(scores: list[float]) -> float:
    return _clean(HIGHEST_SHARE * max(scores) + MEAN_SHARE * sum(scores) / len(scores))


def _clean(score: float) -> float:
    return round(score, 9)
