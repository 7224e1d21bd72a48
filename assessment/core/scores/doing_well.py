"""Which regions may be called "doing well" (docs/rules.md 4.6). Own rule; nothing else ever is."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from assessment.core.answers import AnswerSheet
from assessment.core.scores.four_signs import FourSign
from assessment.core.scores.scoring import RegionScore
from assessment.core.scores.signs import Sign
from questions.model import Region
from questions.rules import Rules


def doing_well(
    sheet: AnswerSheet,
    regions: Mapping[Region, RegionScore],
    top: Collection[Region],
    signs: tuple[FourSign, ...],
) -> tuple[Region, ...]:
    """Return the regions of which the answers say that all is well; what is open does not."""
    rules = sheet.questionnaire.rules
    named = {region for sign in signs if sign.is_present for region in sign.regions}
    return tuple(
        region
        for region, score in regions.items()
        if region not in top
        and region not in named
        and _scores_well(score, rules)
        and all(_is_well(sheet, sign, score.region, rules) for sign in score.parts)
        and _is_not_held(sheet, region, rules)
    )


def _scores_well(score: RegionScore, rules: Rules) -> bool:
    return (
        score.score is not None
        and score.function is not None
        and score.score < rules.well.score
        and score.function < rules.well.function
    )


def _is_well(sheet: AnswerSheet, sign: Sign, region: Region, rules: Rules) -> bool:
    """Return whether *sign* is known to be little enough."""
    if sign.severity is None:
        return False
    match sign.kind:
        case "pain":
            return bool(sheet.get(sign.item) < rules.well.pain)
        case "injuries":
            counts = rules.injuries.items[region]
            known = all(sheet.get(item) is not None for item in counts)
            return known and sign.severity < rules.well.injuries
        case "posture":
            return sign.severity < rules.well.posture
        case "stalled":
            return sign.severity == 0


def _is_not_held(sheet: AnswerSheet, region: Region, rules: Rules) -> bool:
    """Return whether no injury of the last weeks holds *region*, and that is known."""
    sites = rules.injuries.sites.get(region)
    if not sites:
        return True
    recent = sheet.get(rules.injuries.recent)
    return recent is not None and set(sites).isdisjoint(recent)
