"""What a client's days add to the score of a region: moving, sitting, bending, training."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from assessment.core.answers import AnswerSheet
from questions.model import Region

REGIONS = tuple(Region)


class Addend(NamedTuple):
    """What can add points to some regions; ``holds`` is None where it is not answered."""

    items: tuple[str, ...]
    points: int
    regions: Collection[Region]
    holds: bool | None


def exposure_of(sheet: AnswerSheet) -> Mapping[Region, tuple[int, int]]:
    """Return the points of each region as answered, and with every gap at its worst."""
    most = sheet.questionnaire.rules.exposure.most
    known = dict.fromkeys(REGIONS, 0)
    missing = known.copy()
    for _, points, regions, holds in _addends(sheet):
        if holds is not False:
            sums = known if holds else missing
            for region in regions:
                sums[region] += points
    return {
        region: (min(most, sure), min(most, sure + missing[region]))
        for region, sure in known.items()
    }


def exposure_items(sheet: AnswerSheet, region: Region) -> tuple[str, ...]:
    """Return the items that can add to *region*."""
    return tuple(item for one in _addends(sheet) if region in one.regions for item in one.items)


def exposure_points(sheet: AnswerSheet, region: Region) -> tuple[tuple[tuple[str, ...], int], ...]:
    """Return the items that add to *region*, with the points that they add together."""
    found = (one for one in _addends(sheet) if region in one.regions and one.holds)
    return tuple((one.items, one.points) for one in found)


def exposure_range(sheet: AnswerSheet, region: Region) -> tuple[int, int]:
    """Return the points of *region* with every gap at its best, and at its worst."""
    return exposure_of(sheet)[region]


def _addends(sheet: AnswerSheet) -> tuple[Addend, ...]:
    """Return what can add points by what *sheet* says of the client's days."""
    answers, rule = sheet.known, sheet.questionnaire.rules.exposure
    days, minutes = answers.get("active_days"), answers.get("active_minutes")
    week = 0 if days == 0 else None if days is None or minutes is None else days * minutes
    inactive = None if week is None else week < rule.inactive_under
    trained = answers.get("strength_regions")
    untrained = [one for one in REGIONS if one not in (trained or ())]
    sitting, bending = answers.get("sitting_hours"), answers.get("work_bending")
    sits_long = None if sitting is None else sitting > rule.sitting_over
    bends = None if bending is None else bending == "yes"
    return (
        Addend(("active_days", "active_minutes"), rule.inactive_points, REGIONS, inactive),
        Addend(
            ("strength_regions",),
            rule.untrained_points,
            untrained,
            None if trained is None else True,
        ),
        Addend(("sitting_hours",), rule.sitting_points, rule.sitting_regions, sits_long),
        Addend(("work_bending",), rule.bending_points, rule.bending_regions, bends),
    )
