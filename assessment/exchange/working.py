"""How a region's score comes about, so that a reader can follow it with pen and paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from assessment.core.answers import AnswerSheet
from assessment.core.gaps import missing_items
from assessment.core.scoring import (
    PAIN_ONLY_MOST,
    WORST,
    Contribution,
    RegionScore,
    exposure_points,
)
from assessment.core.signs import STALLED_WORST

DECIMALS = 1
"""Severities are multiples of 0.4 or whole, so no point is lost."""
STALLED = "stalled"
SIGNS = "signs"


def working_of(sheet: AnswerSheet, score: RegionScore) -> dict[str, Any]:
    """Return the sums behind *score* (contract, section 4).

    ``function`` is 100 x points / of; ``signs`` is 50 x points / of + 50 x strongest / 4;
    core is the larger of function and 0.6 x function + 0.4 x signs, or signs alone with no
    function; the score is 0.9 x core + exposure, at most ``at_most``. ``missing`` are the
    items that leave the range open.
    """
    sections = sheet.questionnaire.by_id
    signs = [one for one in score.contributions if sections[one.item].section == SIGNS]
    function = [one for one in score.contributions if one not in signs]
    return {
        "function": _points(function) | {"of": sum(one.weight * WORST for one in function)},
        "signs": _points(signs)
        | {
            "of": sum(one.weight * _worst(one) for one in signs),
            "strongest": round(max((one.severity for one in signs), default=0), DECIMALS),
        },
        "exposure": [
            {"answers": {item: _plain(sheet.get(item)) for item in items}, "points": points}
            for items, points in exposure_points(sheet, score.region)
        ],
        "at_most": int(PAIN_ONLY_MOST) if score.pain_without_difficulty else 100,
        "missing": list(missing_items(sheet, score.region)),
    }


def _points(parts: Sequence[Contribution]) -> dict[str, Any]:
    points = sum(one.weight * one.severity for one in parts)
    return {"items": [one.item for one in parts], "points": round(points, DECIMALS)}


def _worst(sign: Contribution) -> int:
    """Return the worst severity that *sign* can have."""
    return int(STALLED_WORST) if sign.item == STALLED else WORST


def _plain(answer: object) -> object:
    return list(answer) if isinstance(answer, tuple) else answer
