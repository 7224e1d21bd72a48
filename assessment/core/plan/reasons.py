"""Which answers an exercise for a region is because of (docs/rules.md 5.7)."""

from __future__ import annotations

from assessment.core.answers import AnswerSheet
from assessment.core.scores.scoring import Contribution, RegionScore

ANSWERS_NAMED = 3
"""How many answers a reason names at most."""
WITHOUT_TROUBLE = ("goal", "experience", "age_years")
"""What led to a choice where no answer about the region is over 0; the first that is known."""


def reasons_for(
    sheet: AnswerSheet, score: RegionScore, asked: str | None = None, strong_pain: int = 10
) -> tuple[str, ...]:
    """Return the strongest sign of a region, then the abilities and tests that weigh most.

    After the sign comes usual pain from *strong_pain* on, and *asked*, the answer that asks for
    this very exercise. Only answers over 0, three at most.
    """
    heavy = [part for part in score.contributions if part.severity > 0]
    signs = {part.item for part in score.parts}
    heaviest = [part for part in heavy if part.item in signs]
    strongest = max(heaviest, key=_strength, default=None)
    able = [part for part in heavy if part.item not in signs]
    able.sort(key=_weight, reverse=True)
    pains = [part.item for part in score.parts if part.kind == "pain"]
    named = [
        *([strongest.item] if strongest else ()),
        *[item for item in pains if (sheet.known.get(item) or 0) >= strong_pain],
        *([asked] if asked else ()),
        *[part.item for part in able],
    ]
    if not named:
        return tuple(item for item in WITHOUT_TROUBLE if sheet.get(item) is not None)[:1]
    return tuple(dict.fromkeys(named))[:ANSWERS_NAMED]


def _strength(part: Contribution) -> tuple[float, int]:
    return part.severity, part.weight


def _weight(part: Contribution) -> float:
    return part.weight * part.severity
