"""Which unanswered items leave the score of a region open."""

from __future__ import annotations

from collections.abc import Iterator

from assessment.core.answers import AnswerSheet
from assessment.core.scores.scoring import SITTING_REGIONS
from assessment.core.scores.signs import INJURY_SITES, PAIN_ITEMS, POSTURE_WEIGHTS, STALLED_KINDS
from questions.model import Region

EVERYWHERE = ("active_days", "active_minutes", "strength_regions")
"""Exposure that counts for every region (docs/rules.md 4.3)."""


def missing_items(sheet: AnswerSheet, region: Region) -> tuple[str, ...]:
    """Return the items of *region* that are asked and have no answer, in the bank's order."""
    answered, hidden = sheet.visible, sheet.hidden
    gaps = {one for one in _items_of(sheet, region) if one not in answered and one not in hidden}
    return tuple(item.id for item in sheet.questionnaire.items if item.id in gaps) if gaps else ()


def _items_of(sheet: AnswerSheet, region: Region) -> Iterator[str]:
    yield from (item for item, _ in sheet.questionnaire.ability_items[region])
    yield PAIN_ITEMS[region]
    yield from (f"injuries_{site}" for site in INJURY_SITES.get(region, ()))
    if region in POSTURE_WEIGHTS:
        yield from ("posture_rounded", "posture_can_straighten")
    if region in STALLED_KINDS:
        yield from ("stalled", "stalled_recovery_poor")
    yield from EVERYWHERE
    if region in SITTING_REGIONS:
        yield "sitting_hours"
    if region is Region.LOW_BACK:
        yield "work_bending"
