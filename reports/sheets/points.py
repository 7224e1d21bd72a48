"""The points of a region, answer by answer, so that a trainer can follow the score with a pen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assessment.core.answers import AnswerSheet
from assessment.core.scores.exposure import exposure_points
from assessment.core.scores.gaps import missing_items
from assessment.core.scores.scoring import Contribution, RegionScore
from reports.sheets.table import Column, OnScreen, Table
from reports.words import trainer as trainer_words
from reports.words.phrasing import answer_in_words, capitalised, figure, listed

SIGNS, STALLED = "signs", "stalled"


@dataclass(frozen=True, slots=True)
class Point:
    """What one answer adds to a region: severity (0 to 4) times weight."""

    code: str
    item: str
    answer: str
    severity: str
    weight: str
    points: str


COLUMNS: tuple[Column[Point], ...] = (
    Column(trainer_words.CODE, lambda point: point.code, "code", on_screen=OnScreen.APART),
    Column(trainer_words.ITEM, lambda point: point.item, names_row=True, on_screen=OnScreen.APART),
    Column(
        trainer_words.ANSWER,
        lambda point: point.answer,
        head_css="answer",
        on_screen=OnScreen.APART,
    ),
    Column(
        trainer_words.SEVERITY, lambda point: point.severity, "number", on_screen=OnScreen.APART
    ),
    Column(trainer_words.WEIGHT, lambda point: point.weight, "number", on_screen=OnScreen.APART),
    Column(trainer_words.POINTS_OF, lambda point: point.points, "number", on_screen=OnScreen.APART),
)


@dataclass(frozen=True, slots=True)
class RegionPoints:
    """The answered items of one region, their sums, and the codes of those that are missing."""

    name: str
    muscles: str
    points: Table[Point]
    sums: tuple[str, ...]
    missing: str


def region_points(sheet: AnswerSheet, score: RegionScore) -> RegionPoints:
    """Return what the answers in *sheet* add to the region of *score*."""
    items = sheet.questionnaire.by_id
    muscles = {one.id: one.muscles for one in sheet.questionnaire.regions}
    missing = [items[item].code for item in missing_items(sheet, score.region)]
    return RegionPoints(
        name=capitalised(sheet.questionnaire.region_names[score.region]),
        muscles=muscles[score.region],
        points=Table(COLUMNS, tuple(_point(sheet, part) for part in score.contributions)),
        sums=tuple(_sums(sheet, score)),
        missing=", ".join(missing),
    )


def _point(sheet: AnswerSheet, part: Contribution) -> Point:
    item = sheet.questionnaire.by_id[part.item]
    return Point(
        code=item.code,
        item=capitalised(item.short),
        answer=trainer_words.NOT_ASKED_HERE
        if part.item in sheet.implied
        else answer_in_words(item, sheet.get(part.item)),
        severity=figure(part.severity),
        weight=str(part.weight),
        points=figure(part.severity * part.weight),
    )


def _sums(sheet: AnswerSheet, score: RegionScore) -> Iterator[str]:
    """Yield the sums of function, signs and exposure (docs/rules.md 4)."""
    items = sheet.questionnaire.by_id
    signs = [part for part in score.contributions if items[part.item].section == SIGNS]
    function = [part for part in score.contributions if part not in signs]
    if function:
        most = sum(part.weight * part.most for part in function)
        yield trainer_words.FUNCTION_SUM.format(points=_earned(function), most=most)
    if signs:
        most = sum(part.weight * part.most for part in signs)
        strongest = figure(max(part.severity for part in signs))
        yield trainer_words.SIGNS_SUM.format(points=_earned(signs), most=most, strongest=strongest)
    added = [
        trainer_words.EXPOSURE_POINTS.format(
            points=points, codes=listed([items[item].code for item in together])
        )
        for together, points in exposure_points(sheet, score.region)
    ]
    if added:
        yield trainer_words.EXPOSURE_SUM.format(total=score.exposure, added=listed(added))


def _earned(parts: Sequence[Contribution]) -> str:
    return figure(sum(part.severity * part.weight for part in parts))
