"""How a region's score comes about, so that a reader can follow it with pen and paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from assessment.core.answers import AnswerSheet
from assessment.core.scores.exposure import exposure_points, exposure_range
from assessment.core.scores.gaps import missing_items
from assessment.core.scores.scoring import (
    Contribution,
    RegionScore,
    highest_score,
)
from assessment.core.scores.signs import region_signs
from questions.model import WORST

DECIMALS = 1
"""Severities are multiples of 0.4 or whole, so no point is lost."""
SIGNS = "signs"


def working_of(sheet: AnswerSheet, score: RegionScore) -> dict[str, Any]:
    """Return the sums behind *score* (contract, section 4).

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
    working: dict[str, Any] = {
        "function": _points(function) | {"of": sum(one.weight * WORST for one in function)},
        "signs": _points(signs)
        | {
            "of": sum(one.weight * one.most for one in signs),
            "strongest": round(max((one.severity for one in signs), default=0), DECIMALS),
        },
        "exposure": [
            {"answers": {item: _plain(sheet.get(item)) for item in items}, "points": points}
            for items, points in exposure_points(sheet, score.region)
        ],
        "at_most": int(highest_score(score.function, score.signs, sheet.questionnaire.rules.score)),
        "missing": list(missing_items(sheet, score.region)),
        "ability_weight": _ability_weight(sheet, score),
    }
    ends = _ends(sheet, score, working) if working["missing"] else _one_end(working, score)
    return working | ends


def _one_end(working: dict[str, Any], score: RegionScore) -> dict[str, Any]:
    """Return the sums of both ends where nothing is missing: those of the score itself."""
    parts = ("function", "signs")
    sums = {part: {k: v for k, v in working[part].items() if k != "items"} for part in parts}
    end = {**sums, "exposure": score.exposure, "at_most": working["at_most"]}
    return {"low": end, "high": end}


def _ability_weight(sheet: AnswerSheet, score: RegionScore) -> dict[str, int]:
    """Return the weight of the answered ability items of the region, and of all of them."""
    items = sheet.questionnaire.ability_items[score.region]
    return {
        "answered": sum(weight for item, weight in items if sheet.get(item) is not None),
        "of": sum(weight for _, weight in items),
    }


def _ends(sheet: AnswerSheet, score: RegionScore, working: dict[str, Any]) -> dict[str, Any]:
    """Return the sums with every gap at its best, ``low``, and at its worst, ``high``."""
    rule = sheet.questionnaire.rules.score
    function, weight = working["function"], working["ability_weight"]
    missing = WORST * (weight["of"] - weight["answered"])
    earned, of = function["points"], missing + function["of"]
    signs = region_signs(sheet, score.region)
    ends = (
        ("low", earned, [(one.weight, one.best) for one in signs]),
        ("high", earned + missing, [(one.weight, one.worst) for one in signs]),
    )
    most = int(sum(one.weight * one.most for one in signs))
    return {
        end: {
            "function": {"points": points, "of": of},
            "signs": {
                "points": round(sum(weight * severity for weight, severity in pairs), DECIMALS),
                "of": most,
                "strongest": round(max(severity for _, severity in pairs), DECIMALS),
            },
            "exposure": exposure,
            "at_most": int(highest_score(points, max(severity for _, severity in pairs), rule)),
        }
        for (end, points, pairs), exposure in zip(
            ends, exposure_range(sheet, score.region), strict=True
        )
    }


def _points(parts: Sequence[Contribution]) -> dict[str, Any]:
    points = sum(one.weight * one.severity for one in parts)
    return {"items": [one.item for one in parts], "points": round(points, DECIMALS)}


def _plain(answer: object) -> object:
    return list(answer) if isinstance(answer, tuple) else answer
