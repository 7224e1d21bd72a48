"""How a region's score comes about, so that a reader can follow it with pen and paper."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.core.answers import AnswerSheet
from assessment.core.scores.exposure import exposure_points, exposure_range
from assessment.core.scores.gaps import missing_items
from assessment.core.scores.scoring import (
    Contribution,
    RegionScore,
    highest_score,
)
from assessment.exchange.answers_document import raw_of
from assessment.exchange.documents import (
    AbilityWeightPart,
    EndPart,
    MeasurementPart,
    PointsPart,
    SignPointsPart,
    WorkingPart,
)
from questions.model import WORST

DECIMALS = 1
"""Severities are multiples of 0.4 or whole, so no point is lost."""
SIGNS = "signs"


def working_of(
    sheet: AnswerSheet, score: RegionScore, measurements: list[MeasurementPart]
) -> WorkingPart:
    """Return the sums behind *score* (docs/rules.md 4), and the *measurements* in them.

    ``function`` is 100 x points / of; ``signs`` is 50 x points / of + 50 x strongest / 4;
    core is the larger of function and 0.6 x function + 0.4 x signs, or signs alone with no
    function; the score is 0.9 x core + exposure, at most ``at_most``. ``missing`` are the
    items that leave the range open; ``low`` and ``high`` are the same sums with all of them at
    their best and at their worst. There is no score where the unanswered part of
    ``ability_weight`` is more than 30 % of it.
    """
    sections = sheet.questionnaire.by_id
    signs = [one for one in score.contributions if sections[one.item].section == SIGNS]
    function = [one for one in score.contributions if one not in signs]
    end: EndPart = {
        "function": {
            "points": _points(function),
            "of": sum(one.weight * WORST for one in function),
        },
        "signs": {
            "points": _points(signs),
            "of": sum(one.weight * one.most for one in signs),
            "strongest": round(max((one.severity for one in signs), default=0), DECIMALS),
        },
        "exposure": score.exposure,
        "at_most": int(highest_score(score.function, score.signs, sheet.questionnaire.rules.score)),
    }
    missing, weight = list(missing_items(sheet, score.region)), _ability_weight(sheet, score)
    low, high = _ends(sheet, score, end["function"], weight) if missing else (end, end)
    return {
        "function": {"items": [one.item for one in function], **end["function"]},
        "signs": {"items": [one.item for one in signs], **end["signs"]},
        "exposure": [
            {"answers": {item: raw_of(sheet.get(item)) for item in items}, "points": points}
            for items, points in exposure_points(sheet, score.region)
        ],
        "at_most": end["at_most"],
        "missing": missing,
        "ability_weight": weight,
        "low": low,
        "high": high,
        "measurements": measurements,
    }


def _ability_weight(sheet: AnswerSheet, score: RegionScore) -> AbilityWeightPart:
    """Return the weight of the answered ability items of the region, and of all of them."""
    items = sheet.questionnaire.ability_items[score.region]
    return {
        "answered": sum(weight for item, weight in items if sheet.get(item) is not None),
        "of": sum(weight for _, weight in items),
    }


def _ends(
    sheet: AnswerSheet, score: RegionScore, function: PointsPart, weight: AbilityWeightPart
) -> tuple[EndPart, EndPart]:
    """Return the sums with every gap at its best, and at its worst."""
    missing = WORST * (weight["of"] - weight["answered"])
    earned, of = function["points"], missing + function["of"]
    rule = sheet.questionnaire.rules.score
    signs = score.parts
    most = int(sum(one.weight * one.most for one in signs))

    def end(points: float, severities: list[tuple[int, float]], exposure: int) -> EndPart:
        strongest = max(severity for _, severity in severities)
        sum_of_signs: SignPointsPart = {
            "points": round(sum(weight * severity for weight, severity in severities), DECIMALS),
            "of": most,
            "strongest": round(strongest, DECIMALS),
        }
        return {
            "function": {"points": points, "of": of},
            "signs": sum_of_signs,
            "exposure": exposure,
            "at_most": int(highest_score(points, strongest, rule)),
        }

    low, high = exposure_range(sheet, score.region)
    return (
        end(earned, [(one.weight, one.best) for one in signs], low),
        end(earned + missing, [(one.weight, one.worst) for one in signs], high),
    )


def _points(parts: Sequence[Contribution]) -> float:
    return round(sum(one.weight * one.severity for one in parts), DECIMALS)
