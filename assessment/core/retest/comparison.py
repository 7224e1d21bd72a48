"""The screenings of one client -> what differs between the last one and now, row by row.

Only numbers are set side by side. A change is called real where its size is published
(``change.py``), never for a score: nobody knows how much that moves by chance. What is not
known stays unknown, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assessment.catalogue.measuring import Measure
from assessment.catalogue.model import Catalogue
from assessment.core.assess import Assessment
from assessment.core.retest.change import Change, client_groups, compare_figures, real_change
from assessment.core.retest.shapes import (
    Comparison,
    FigureChange,
    RegionChange,
    Screening,
    Why,
    weeks_between,
)
from assessment.core.scores.scoring import RegionScore
from questions.model import WORST, Region
from questions.questionnaire import Questionnaire

PAIN, SCORE = "pain", "questionnaire_score"
"""Measures of ``real_changes.toml``."""


def compare_screenings(
    earlier: Sequence[Screening], now: Screening, catalogue: Catalogue
) -> Comparison | None:
    """Return how *now* stands to the *earlier* screenings of the same client.

    None where there is nothing to set side by side: no earlier one, or no numbers now.

    Raises:
        ValueError: An earlier one is later than now.
    """
    if any(one.day > now.day for one in earlier):
        raise ValueError("an earlier screening is later than the newest")
    newest = now.assessment
    if not earlier or newest is None or newest.regions is None:
        return None
    before = sorted(earlier, key=lambda one: one.day)
    last = next((one for one in reversed(before) if _fits(one, now)), before[-1])
    weeks = weeks_between(last.day, now.day)
    return Comparison(
        screenings=(*before, now),
        last=last,
        regions=tuple(
            _region(last, newest, region, catalogue.measure[SCORE]) for region in newest.regions
        ),
        pains=tuple(_pains(last, newest, catalogue.measure[PAIN], weeks)),
        measurements=tuple(_measurements(last, newest, catalogue, weeks)),
        is_early=weeks < min(catalogue.measure[SCORE].weeks),
    )


def about_the_same(questionnaire: Questionnaire, region: Region, measure: Measure) -> float:
    """Return by how many points *region* may differ and still be called about the same.

    It is what its heaviest answer moves when it moves by ``answer_steps``, everything answered:
    the product's own rule, since no change of the score is published (docs/rules.md 7.2).
    """
    weights = [weight for _, weight in questionnaire.ability_items[region]]
    steps = measure.answer_steps or 0
    core = questionnaire.rules.score.core
    return round(core * 100 * steps * max(weights) / (WORST * sum(weights)), 9)


def _fits(one: Screening, now: Screening) -> bool:
    return _unfit(one, now.version) is None


def _unfit(last: Screening, version: str) -> Why | None:
    """Return why no number of *last* can be set beside those of *version*, or None."""
    if last.assessment is None or last.version != version:
        return Why.OTHER_VERSION
    return None if last.shows_score else Why.NO_SCORE_LAST_TIME


def _region(last: Screening, now: Assessment, region: Region, measure: Measure) -> RegionChange:
    band = about_the_same(now.sheet.questionnaire, region, measure)
    new, old = (now.regions or {})[region], None
    change, why = Change.UNKNOWN, _unfit(last, now.sheet.questionnaire.version)
    if why is None and last.assessment and last.assessment.regions:
        old = last.assessment.regions[region]
        why = _missing(old.score, new.score) or _counts_else(last.assessment, now, region)
        if why is None:
            change = _stands(old, new, band)
            why = Why.OPEN_RANGE if change is Change.UNKNOWN else None
    return RegionChange(region, old, new, change, why, band)


def _missing(last: float | None, now: float | None) -> Why | None:
    if last is None:
        return Why.NOT_EITHER if now is None else Why.NOT_LAST_TIME
    return Why.NOT_NOW if now is None else None


def _counts_else(last: Assessment, now: Assessment, region: Region) -> Why | None:
    """Return that a measurement counts in *region* on one of both days only, or None."""
    alike = _counted(last, region) == _counted(now, region)
    return None if alike else Why.OTHER_MEASUREMENTS


def _counted(assessment: Assessment, region: Region) -> set[str]:
    """Return the measurements that count in the score of *region*."""
    return {
        one.protocol.id
        for one in assessment.measurements
        if one.compared and one.severity is not None and one.compared.norm.region is region
    }


def _stands(old: RegionScore, new: RegionScore, band: float) -> Change:
    """Return how *new* stands to *old*, whatever the missing answers of both are."""
    least, most = round(new.low - old.high, 9), round(new.high - old.low, 9)
    if least > band:
        return Change.MORE
    if most < -band:
        return Change.LESS
    if -band <= least and most <= band:
        return Change.ABOUT_THE_SAME
    return Change.UNKNOWN


def _pains(
    last: Screening, now: Assessment, measure: Measure, weeks: int
) -> Iterator[FigureChange]:
    """Yield the sites that hurt on one of the days, or that only one of them tells of."""
    for item in measure.items:
        row = _figure(item, measure, last, now, weeks)
        if row.last or row.now:
            yield row


def _measurements(
    last: Screening, now: Assessment, catalogue: Catalogue, weeks: int
) -> Iterator[FigureChange]:
    """Yield each side of each measurement that was taken on one of the days."""
    for protocol in now.sheet.questionnaire.protocols:
        for item in protocol.items:
            row = _figure(item, catalogue.measure.get(protocol.id), last, now, weeks)
            if row.last is not None or row.now is not None:
                yield row


def _figure(
    item: str, measure: Measure | None, last: Screening, now: Assessment, weeks: int
) -> FigureChange:
    why = _unfit(last, now.sheet.questionnaire.version)
    before = last.assessment if why is None else None
    old, new = before.sheet.get(item) if before else None, now.sheet.get(item)
    real_from = _real_from(measure, [one for one in (before, now) if one])
    why = why or _missing(old, new)
    if why:
        change = Change.UNKNOWN
    else:  # no difference needs no study
        change = Change.ABOUT_THE_SAME if old == new else compare_figures(old, new, real_from)
    if why is None and change is Change.UNKNOWN:
        why = Why.NOT_PUBLISHED
    is_early = measure is not None and weeks < min(measure.weeks)
    return FigureChange(item, measure, old, new, change, why, real_from, is_early)


def _real_from(measure: Measure | None, days: Sequence[Assessment]) -> int | None:
    """Return the smallest change that is real for the client as on all *days*.

    Where they put the client into different groups, the larger one: it must hold of both.
    """
    if measure is None:
        return None
    found = [real_change(measure, client_groups(one.sheet)) for one in days]
    known = [one for one in found if one is not None]
    return max(known) if known and len(known) == len(found) else None
