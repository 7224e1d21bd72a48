"""Which answers an exercise for a region is because of (docs/rules.md 5.7)."""

from __future__ import annotations

from assessment.core.answers import AnswerSheet
from assessment.core.scores.scoring import Contribution, RegionScore

ANSWERS_NAMED = 3
"""How many answers a reason names at most."""
WITHOUT_TROUBLE = ("goal", "experience", "age_years")
"""What led to a choice where no answer about the region is over 0; the first that is known."""


def reasons_for(sheet: AnswerSheet, score: RegionScore) -> tuple[str, ...]:
    """Return the strongest sign of a region, then the abilities and tests that weigh most.

    Only answers over 0, three at most.
    """
    heavy = [part for part in score.contributions if part.severity > 0]
    if not heavy:
        return tuple(item for item in WITHOUT_TROUBLE if sheet.get(item) is not None)[:1]
    signs = {part.item for part in score.parts}
    strongest = max([part for part in heavy if part.item in signs], key=_strength, default=None)
    able = [part for part in heavy if part.item not in signs]
    able.sort(key=_weight, reverse=True)
    named = [strongest, *able] if strongest else able
    return tuple([part.item for part in named[:ANSWERS_NAMED]])


def _strength(part: Contribution) -> tuple[float, int]:
    return part.severity, part.weight


def _weight(part: Contribution) -> float:
    return part.weight * part.severity
