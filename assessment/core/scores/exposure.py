"""What a client's days add to the score of a region: moving, sitting, bending, training."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from assessment.core.answers import AnswerSheet
from questions.model import Region
from questions.rules import ExposureRule


class Addend(NamedTuple):
    """What can add points to a region; ``holds`` is None where it is not answered."""

    items: tuple[str, ...]
    points: int
    holds: bool | None


class Days(NamedTuple):
    """What holds of a client's days by *rule*, each None where it is not answered."""

    rule: ExposureRule
    inactive: bool | None
    sits_long: bool | None
    bends: bool | None
    trained: tuple[str, ...] | None

    def addends(self, region: Region) -> Iterator[Addend]:
        """Yield what can add points to *region*."""
        rule, trained = self.rule, self.trained
        yield Addend(("active_days", "active_minutes"), rule.inactive_points, self.inactive)
        untrained = None if trained is None else region not in trained
        yield Addend(("strength_regions",), rule.untrained_points, untrained)
        if region in rule.sitting_regions:
            yield Addend(("sitting_hours",), rule.sitting_points, self.sits_long)
        if region in rule.bending_regions:
            yield Addend(("work_bending",), rule.bending_points, self.bends)

    def points(self, region: Region) -> tuple[int, int]:
        """Return the points of *region* as answered, and with every gap at its worst."""
        known = missing = 0
        for _, points, holds in self.addends(region):
            if holds:
                known += points
            elif holds is None:
                missing += points
        return min(self.rule.most, known), min(self.rule.most, known + missing)


def client_days(sheet: AnswerSheet) -> Days:
    """Return what *sheet* says of the client's days."""
    answers, rule = sheet.known, sheet.questionnaire.rules.exposure
    days, minutes = answers.get("active_days"), answers.get("active_minutes")
    week = 0 if days == 0 else None if days is None or minutes is None else days * minutes
    sitting, bending = answers.get("sitting_hours"), answers.get("work_bending")
    return Days(
        rule,
        inactive=None if week is None else week < rule.inactive_under,
        sits_long=None if sitting is None else sitting > rule.sitting_over,
        bends=None if bending is None else bending == "yes",
        trained=answers.get("strength_regions"),
    )


def exposure_items(sheet: AnswerSheet, region: Region) -> tuple[str, ...]:
    """Return the items that can add to *region*."""
    return tuple(item for one in client_days(sheet).addends(region) for item in one.items)


def exposure_points(sheet: AnswerSheet, region: Region) -> tuple[tuple[tuple[str, ...], int], ...]:
    """Return the items that add to *region*, with the points that they add together."""
    addends = client_days(sheet).addends(region)
    return tuple((one.items, one.points) for one in addends if one.holds)


def exposure_range(sheet: AnswerSheet, region: Region) -> tuple[int, int]:
    """Return the points of *region* with every gap at its best, and at its worst."""
    return client_days(sheet).points(region)
