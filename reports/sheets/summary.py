"""What the answers show, in words and numbers: page 1 of the client sheet, and the screen's result.

Everything is formatted here, once. Neither Jinja2 nor WeasyPrint is imported.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.catalogue.model import Catalogue
from assessment.core.answers import AnswerSheet
from assessment.core.assess import Assessment
from assessment.core.gate import Outcome
from assessment.core.plan.advice import HELD
from assessment.core.scores.gaps import missing_items
from assessment.core.scores.scoring import Band, RegionScore, Score, band_of
from questions.model import Region
from reports.sheets.referral import Action, action_of
from reports.words import common as words
from reports.words.phrasing import (
    answer_in_words,
    capitalised,
    counted,
    item_with_answer,
    listed,
    range_in_figures,
    score_in_figures,
)

UNKNOWN = "unknown"
"""Stands for the band of a region that has no score."""


@dataclass(frozen=True, slots=True)
class RegionLine:
    """One region as a line with a bar; shares are from 0 to 1, texts are empty where unused.

    ``key`` is the band that the bar is drawn in, or "unknown"; ``share`` is None without a
    score. ``low`` and ``high`` differ where missing answers leave a range.
    """

    region: Region
    number: str
    name: str
    score: str
    range: str
    band: str
    note: str
    key: str
    share: float | None
    low: float
    high: float
    is_top: bool


@dataclass(frozen=True, slots=True)
class Reason:
    """The answers behind one of the top regions."""

    region: str
    answers: str


@dataclass(frozen=True, slots=True)
class Summary:
    """The result in short.

    ``regions`` has most signs first, those without a score last; it is empty where the
    outcome shows no score. ``action`` is what to do instead of training, or None where
    the client may train. Sheets for the client show ``regions`` only without an ``action``.
    """

    outcome: Outcome
    action: Action | None
    room_to_grow: str
    doing_well: str
    pain_only: str
    has_ranges: bool
    regions: tuple[RegionLine, ...]
    because: tuple[Reason, ...]
    left_out: tuple[str, ...]


def summary_of(assessment: Assessment, catalogue: Catalogue) -> Summary:
    """Return *assessment* in short, in words."""
    lines = region_lines(assessment)
    return Summary(
        outcome=assessment.outcome,
        action=action_of(assessment),
        room_to_grow=_room_to_grow(assessment),
        doing_well=_doing_well(assessment),
        pain_only=_pain_only(assessment),
        has_ranges=any(line.low < line.high for line in lines),
        regions=lines,
        because=tuple(_reason(assessment, region) for region in assessment.top),
        left_out=left_out_sentences(assessment, catalogue),
    )


def region_lines(assessment: Assessment) -> tuple[RegionLine, ...]:
    """Return a line for each region, most signs first, numbered; empty without scores."""
    ranked = sorted(
        (assessment.regions or {}).values(),
        key=lambda score: -1.0 if score.score is None else score.score,
        reverse=True,
    )
    return tuple(_line(assessment, score, number) for number, score in enumerate(ranked, start=1))


def band_in_words(score: Score) -> str:
    """Return the band of *score*, both bands where missing answers leave two open."""
    if score.band is None:
        return words.NOT_ENOUGH
    low, high = band_of(score.low), band_of(score.high)
    names = [words.BAND_WORDS[band] for band in dict.fromkeys((low, high))]
    return " to ".join(names)


def left_out_sentences(assessment: Assessment, catalogue: Catalogue) -> tuple[str, ...]:
    """Return one sentence for each set of reasons that removed exercises."""
    names: dict[tuple[str, ...], list[str]] = {}
    for left_out in assessment.left_out:
        names.setdefault(left_out.because, []).append(left_out.exercise.name)
    return tuple(
        words.LEFT_OUT_BECAUSE.format(
            exercises=listed(exercises),
            reasons=listed(reasons_in_words(because, assessment.sheet, catalogue)),
        )
        for because, exercises in names.items()
    )


def reasons_in_words(
    because: tuple[str, ...], sheet: AnswerSheet, catalogue: Catalogue
) -> list[str]:
    """Return what removed an exercise, each to stand after "because of"."""
    return [_reason_in_words(reason, sheet, catalogue) for reason in because]


def _reason_in_words(reason: str, sheet: AnswerSheet, catalogue: Catalogue) -> str:
    if reason in words.ANSWER_REASONS:
        return words.ANSWER_REASONS[reason]
    if reason == HELD:
        sites = answer_in_words(sheet.questionnaire.by_id[HELD], sheet.get(HELD))
        return words.HELD_REASON.format(sites=sites)
    return catalogue.caution[reason].name


def _line(assessment: Assessment, score: RegionScore, number: int) -> RegionLine:
    sheet, region = assessment.sheet, score.region
    whole = range_in_figures(score.low, score.high)
    return RegionLine(
        region=region,
        number=str(number),
        name=sheet.questionnaire.region_names[region],
        score="" if score.score is None else score_in_figures(score.score),
        range=whole,
        band=band_in_words(score),
        note=_note(sheet, region),
        key=score.band.value if score.band else UNKNOWN,
        share=None if score.score is None else score.score / 100,
        low=score.low / 100 if whole else (score.score or 0.0) / 100,
        high=score.high / 100 if whole else (score.score or 0.0) / 100,
        is_top=region in assessment.top,
    )


def _note(sheet: AnswerSheet, region: Region) -> str:
    missing = missing_items(sheet, region)
    count = counted(len(missing), words.MISSING_ITEM)
    return words.MISSING.format(count=count) if missing else ""


def _room_to_grow(assessment: Assessment) -> str:
    names = assessment.sheet.questionnaire.region_names
    if assessment.top:
        regions = listed([names[region] for region in assessment.top])
        return words.MOST_ROOM.format(regions=regions)
    scores = (assessment.regions or {}).values()
    if any(score.score is not None for score in scores):
        return words.NOTHING_STANDS_OUT
    return words.TOO_FEW_ANSWERS if scores else ""


def _doing_well(assessment: Assessment) -> str:
    """Return the regions with few signs whatever the missing answers are; empty for none."""
    names = assessment.sheet.questionnaire.region_names
    regions: Mapping[Region, RegionScore] = assessment.regions or {}
    well = [
        names[region]
        for region, score in regions.items()
        if score.score is not None and band_of(score.high) is Band.FEW
    ]
    return words.DOING_WELL.format(regions=listed(well)) if well else ""


def _pain_only(assessment: Assessment) -> str:
    """Return what to say of regions with signs where everything asked is easy."""
    names = assessment.sheet.questionnaire.region_names
    regions = [
        names[region]
        for region, score in (assessment.regions or {}).items()
        if score.pain_without_difficulty
    ]
    return words.PAIN_ONLY.format(regions=listed(regions)) if regions else ""


def _reason(assessment: Assessment, region: Region) -> Reason:
    """Return the heaviest answers of *region* that led to its exercises."""
    sheet = assessment.sheet
    parts = (assessment.regions or {})[region].contributions
    heavy = sorted(
        (part for part in parts if part.severity > 0),
        key=lambda part: -part.weight * part.severity,
    )
    answers = [item_with_answer(sheet, part.item) for part in heavy[:3]]
    return Reason(capitalised(sheet.questionnaire.region_names[region]), f"{listed(answers)}.")
