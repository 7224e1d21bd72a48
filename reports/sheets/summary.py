"""What the answers show, in words and numbers: page 1 of the client sheet, and the screen's result.

Everything is formatted here, once. Neither Jinja2 nor WeasyPrint is imported.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.catalogue.model import Catalogue
from assessment.core.answers import AnswerSheet
from assessment.core.assess import Assessment
from assessment.core.gate import Outcome
from assessment.core.plan.permits import HELD
from assessment.core.scores.gaps import missing_items
from assessment.core.scores.scoring import RegionScore, Score, band_of
from assessment.core.scores.top_regions import highest_regions, strongest_sign
from questions.model import Region
from reports.sheets.four_signs import SignView, joint_behind, sign_views, there_by_a_sign
from reports.sheets.referral import Action, action_of
from reports.words import common as words
from reports.words import signs as sign_words
from reports.words.phrasing import (
    answer_in_words,
    capitalised,
    counted,
    item_with_answer,
    listed,
    range_in_figures,
    score_in_figures,
)

MOST_REASONS, MOST_LEFT_OUT = 3, 6
"""Answers that are named for one region; exercises that are named as left out."""
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

    ``signs`` are the article's four. ``regions`` has most signs first, those without a score
    last. Both are empty where the outcome shows no score. ``action`` is what to do instead of
    training, or None where the client may train; sheets for the client show signs and regions
    only without one. ``there_by_a_sign`` explains the top regions whose number does not.
    ``besides`` is what helps besides exercises where progress has stalled.
    """

    outcome: Outcome
    action: Action | None
    signs: tuple[SignView, ...]
    room_to_grow: str
    there_by_a_sign: tuple[str, ...]
    doing_well: str
    pain_only: str
    has_ranges: bool
    regions: tuple[RegionLine, ...]
    because: tuple[Reason, ...]
    besides: tuple[str, ...]
    left_out: tuple[str, ...]


def summary_of(assessment: Assessment, catalogue: Catalogue) -> Summary:
    """Return *assessment* in short, in words."""
    top = _told_top(assessment, catalogue)
    lines = region_lines(assessment, top)
    return Summary(
        outcome=assessment.outcome,
        action=action_of(assessment),
        signs=sign_views(assessment.sheet, assessment.signs),
        room_to_grow=_room_to_grow(assessment, catalogue, top),
        there_by_a_sign=there_by_a_sign(assessment, top),
        doing_well=_doing_well(assessment, catalogue),
        pain_only=_pain_only(assessment),
        has_ranges=any(line.low < line.high for line in lines),
        regions=lines,
        because=tuple(_reason(assessment, region) for region in top),
        besides=tuple(_besides(assessment)),
        left_out=_left_out(assessment, catalogue),
    )


def _told_top(assessment: Assessment, catalogue: Catalogue) -> tuple[Region, ...]:
    """Return the top regions that the client reads of.

    Who cannot stand reads only of those for which the plan has an exercise: that standing and
    walking are hard is known.
    """
    if not catalogue.keeps_seated(assessment.gate.cautions):
        return assessment.top
    trained = {
        region for one in assessment.exercises for region in (one.region, *one.exercise.primary)
    }
    return tuple(region for region in assessment.top if region in trained)


def region_lines(assessment: Assessment, top: tuple[Region, ...]) -> tuple[RegionLine, ...]:
    """Return a line for each region, most signs first, numbered; empty without scores.

    Those of *top* are marked.
    """
    ranked = sorted(
        (assessment.regions or {}).values(),
        key=lambda score: -1.0 if score.score is None else score.score,
        reverse=True,
    )
    return tuple(
        _line(assessment, score, number, is_top=score.region in top)
        for number, score in enumerate(ranked, start=1)
    )


def band_in_words(score: Score) -> str:
    """Return the band of *score*, both bands where missing answers leave two open."""
    if score.band is None:
        return words.NOT_ENOUGH
    low, high = band_of(score.low), band_of(score.high)
    names = [words.BAND_WORDS[band] for band in dict.fromkeys((low, high))]
    return " to ".join(names)


def _left_out(assessment: Assessment, catalogue: Catalogue) -> tuple[str, ...]:
    """Return what the client reads of what was left out: one sentence for who cannot stand."""
    if assessment.left_out and catalogue.keeps_seated(assessment.gate.cautions):
        return (words.LEFT_OUT_SEATED,)
    return left_out_sentences(assessment, catalogue)


def left_out_sentences(assessment: Assessment, catalogue: Catalogue) -> tuple[str, ...]:
    """Return a sentence for each set of reasons that removed one of the first exercises.

    The trainer sheet names all of them.
    """
    names: dict[tuple[str, ...], list[str]] = {}
    for left_out in assessment.left_out[:MOST_LEFT_OUT]:
        because = _told_once(left_out.because, catalogue)
        names.setdefault(because, []).append(left_out.exercise.name)
    return tuple(
        words.LEFT_OUT_BECAUSE.format(
            exercises=listed(exercises),
            reasons=listed(reasons_in_words(because, assessment.sheet, catalogue)),
        )
        for because, exercises in names.items()
    )


def _told_once(because: tuple[str, ...], catalogue: Catalogue) -> tuple[str, ...]:
    """Return the reasons without the cautions that say no more than another one of them."""
    cautions = catalogue.caution
    return tuple(
        one for one in because if one not in cautions or cautions[one].told_as not in because
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
    if reason in catalogue.caution:
        return catalogue.caution[reason].name
    if sheet.get(reason) is None:
        what = sheet.questionnaire.by_id[reason].short
        return words.ANSWERED.format(what=what, answer=words.NOT_ANSWERED)
    return item_with_answer(sheet, reason)


def _line(assessment: Assessment, score: RegionScore, number: int, *, is_top: bool) -> RegionLine:
    sheet, region = assessment.sheet, score.region
    whole = range_in_figures(score.low, score.high)
    return RegionLine(
        region=region,
        number=str(number),
        name=sheet.questionnaire.region_names[region],
        score="" if score.score is None else score_in_figures(score.score),
        range=whole,
        band=band_in_words(score),
        note=_note(sheet, score),
        key=score.band.value if score.band else UNKNOWN,
        share=None if score.score is None else score.score / 100,
        low=score.low / 100 if whole else (score.score or 0.0) / 100,
        high=score.high / 100 if whole else (score.score or 0.0) / 100,
        is_top=is_top,
    )


def _note(sheet: AnswerSheet, score: RegionScore) -> str:
    """Return whose injury is behind the signs of a region, and how many answers it lacks."""
    missing = missing_items(sheet, score.region)
    count = counted(len(missing), words.MISSING_ITEM)
    said = (joint_behind(score, sheet), words.MISSING.format(count=count) if missing else "")
    return ", ".join(filter(None, said))


def _room_to_grow(assessment: Assessment, catalogue: Catalogue, top: tuple[Region, ...]) -> str:
    if top:
        return _of_top(assessment, top)
    if assessment.regions and catalogue.keeps_seated(assessment.gate.cautions):
        return words.PLAN_SEATED
    scores = (assessment.regions or {}).values()
    if any(score.score is not None for score in scores):
        return words.NOTHING_STANDS_OUT
    return words.TOO_FEW_ANSWERS if scores else ""


def _of_top(assessment: Assessment, named: tuple[Region, ...]) -> str:
    """Return the *named* top regions; where others have the number of the last, all are level.

    Who cannot stand reads of no region that the plan leaves out, level or not.
    """
    names, regions = assessment.sheet.questionnaire.region_names, assessment.regions or {}
    figures = {
        region: score_in_figures(score.score)
        for region, score in regions.items()
        if score.score is not None
    }
    by_number = [
        region
        for region in highest_regions(regions, assessment.sheet.questionnaire.rules.top)
        if region in named
    ]
    top = listed([names[region] for region in named])
    last = figures[by_number[-1]] if by_number else ""
    level = [region for region, number in figures.items() if number == last]
    if set(level) <= set(named) or named != assessment.top:
        return words.MOST_ROOM.format(regions=top)
    before = listed([names[region] for region in by_number if region not in level])
    tied = listed([names[region] for region in level])
    if before:
        return words.THEN_LEVEL.format(regions=before, level=tied, score=last, top=top)
    return words.ALL_LEVEL.format(regions=tied, score=last, top=top)


def _doing_well(assessment: Assessment, catalogue: Catalogue) -> str:
    """Return what is well, and nothing to a client for whom this check was not made."""
    if catalogue.keeps_seated(assessment.gate.cautions):
        return ""
    names = assessment.sheet.questionnaire.region_names
    well = [names[region] for region in assessment.doing_well]
    return words.DOING_WELL.format(regions=listed(well)) if well else ""


def _pain_only(assessment: Assessment) -> str:
    """Return what to say of regions that hurt where everything asked is easy.

    More is said of those in strong pain (``Client.strong_pain``).
    """
    names = assessment.sheet.questionnaire.region_names
    strong = assessment.programme.aching if assessment.programme else ()
    regions = [
        names[region]
        for region, score in (assessment.regions or {}).items()
        if region not in strong
        and score.pain_without_difficulty
        and any(sign.kind == "pain" and sign.severity for sign in score.parts)
    ]
    return words.PAIN_ONLY.format(regions=listed(regions)) if regions else ""


def _besides(assessment: Assessment) -> Iterator[str]:
    """Yield what helps besides exercises where progress has stalled."""
    if any(sign.id == "stalled" and sign.is_present for sign in assessment.signs):
        poor_by = assessment.sheet.questionnaire.rules.stalled.poor_by
        if assessment.sheet.get(poor_by) == "yes":
            yield sign_words.RECOVERY_FIRST
        yield from sign_words.BESIDES


def _reason(assessment: Assessment, region: Region) -> Reason:
    """Return the answers of *region* that led to its exercises: its sign, then the heaviest."""
    sheet, score = assessment.sheet, (assessment.regions or {})[region]
    sign = strongest_sign(score, sheet.questionnaire.rules.top)
    heavy = sorted(
        (part for part in score.contributions if part.severity > 0),
        key=lambda part: (sign is None or part.item != sign.item, -part.weight * part.severity),
    )
    answers = [item_with_answer(sheet, part.item) for part in heavy[:MOST_REASONS]]
    return Reason(capitalised(sheet.questionnaire.region_names[region]), f"{listed(answers)}.")
