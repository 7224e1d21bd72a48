"""The regions with most room to grow: by their score, then by a strong sign (docs/rules.md 4.5)."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.core.scores.scoring import RegionScore, clean
from assessment.core.scores.signs import Sign
from questions.model import Region
from questions.rules import TopRule


def top_regions(regions: Mapping[Region, RegionScore], rule: TopRule) -> tuple[Region, ...]:
    """Return the regions with most room to grow by *rule*, at most three.

    *regions* stand in the order that settles a tie.
    """
    highest = highest_regions(regions, rule)
    if len(highest) < rule.count:
        others = [region for region in regions if region not in highest]
        strong = {region: _strength(regions[region], rule) for region in others}
        signs = sorted(
            (region for region in others if strong[region] >= 1), key=lambda one: -strong[one]
        )
        return tuple((*highest, *signs)[: rule.count])
    last = regions[highest[-1]].score
    if last is not None and last < rule.gives_way_under:
        hurting = [
            (severity, region)
            for region in regions
            if region not in highest
            and (severity := _severity(regions[region], "pain")) >= rule.strong["pain"]
        ]
        if hurting:
            _, worst = max(hurting, key=lambda pair: pair[0])
            return (*highest[:-1], worst)
    return highest


def highest_regions(regions: Mapping[Region, RegionScore], rule: TopRule) -> tuple[Region, ...]:
    """Return the regions that their score alone would bring there."""
    scored = [(one.score, region) for region, one in regions.items() if one.score is not None]
    if not scored:
        return ()
    highest = max(score for score, _ in scored)
    ranked = sorted(scored, key=lambda pair: -pair[0])
    return tuple(
        region
        for score, region in ranked
        if score >= rule.least and clean(highest - score) <= rule.within
    )[: rule.count]


def strongest_sign(score: RegionScore, rule: TopRule) -> Sign | None:
    """Return the sign of a region that is strongest by *rule*; None where there is none."""
    return max(_signs(score, rule), key=lambda sign: _quotient(sign, rule), default=None)


def _strength(score: RegionScore, rule: TopRule) -> float:
    """Return the strongest sign of a region as a share of what makes it strong."""
    return max([_quotient(sign, rule) for sign in _signs(score, rule)], default=0.0)


def _signs(score: RegionScore, rule: TopRule) -> list[Sign]:
    """Return the signs by which a region may stand out."""
    return [
        sign
        for sign in score.parts
        if sign.severity and (sign.kind != "posture" or score.region is rule.posture_region)
    ]


def _quotient(sign: Sign, rule: TopRule) -> float:
    return clean((sign.severity or 0.0) / rule.strong[sign.kind])


def _severity(score: RegionScore, kind: str) -> float:
    return max((sign.severity or 0.0 for sign in score.parts if sign.kind == kind), default=0.0)
