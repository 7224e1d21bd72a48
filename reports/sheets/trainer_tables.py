"""The tables of the trainer sheet: scores, exercises, and what was left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assessment.catalogue.model import Catalogue
from assessment.core.assess import Assessment
from assessment.core.plan.programme import Prescription
from assessment.core.scores.scoring import RegionScore, Score
from reports.sheets.plan.reasons import reason_in_words
from reports.sheets.plan.training import dose_in_words, sessions_of
from reports.sheets.summary import band_in_words, reasons_in_words
from reports.sheets.table import Column, OnScreen, Span, Table, pen, small, strong
from reports.words import common as words
from reports.words import trainer as trainer_words
from reports.words.phrasing import (
    capitalised,
    figure,
    listed,
    range_in_figures,
    score_in_figures,
)

DECIMALS = 1


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """The figures of one region, or of all together, one decimal; empty where there is none."""

    name: str
    function: str
    signs: str
    exposure: str
    score: str
    range: str
    band: str

    @property
    def is_region(self) -> bool:
        """Whether it has parts; all regions together have none."""
        return bool(self.exposure)


SCORE_COLUMNS: tuple[Column[ScoreRow], ...] = (
    Column(
        words.PART, lambda row: row.name, head_css="part", names_row=True, on_screen=OnScreen.APART
    ),
    Column(
        trainer_words.FUNCTION,
        lambda row: row.function,
        "number",
        line=lambda row: _part(row, trainer_words.FUNCTION, row.function),
    ),
    Column(
        trainer_words.SIGNS,
        lambda row: row.signs,
        "number",
        line=lambda row: _part(row, trainer_words.SIGNS, row.signs),
    ),
    Column(
        trainer_words.EXPOSURE,
        lambda row: row.exposure,
        "number",
        line=lambda row: _part(row, trainer_words.EXPOSURE, row.exposure),
    ),
    Column(
        trainer_words.SCORE,
        lambda row: (strong(row.score),),
        "number",
        on_screen=OnScreen.APART,
    ),
    Column(
        trainer_words.RANGE,
        lambda row: row.range,
        "number",
        line=lambda row: (
            trainer_words.COULD_BE.format(range=row.range) if row.is_region and row.range else ""
        ),
    ),
    Column(trainer_words.SCORE_WORDS, lambda row: row.band, "words", on_screen=OnScreen.APART),
    pen(trainer_words.RETEST),
)


@dataclass(frozen=True, slots=True)
class ExerciseRow:
    """One exercise with everything that a trainer wants to know of the choice."""

    code: str
    name: str
    region: str
    sessions: str
    dose: str
    because: str
    changes: tuple[str, ...]
    note: str
    trainer_note: str
    """What the trainer wrote about it for this client; empty for nothing."""


EXERCISE_COLUMNS: tuple[Column[ExerciseRow], ...] = (
    Column(
        words.EXERCISE,
        lambda row: (
            Span(f"{row.code} {row.name}\n"),
            small(f"{row.region}, {row.sessions}\n{row.dose}"),
        ),
        head_css="exercise",
        names_row=True,
        on_screen=OnScreen.APART,
    ),
    Column(trainer_words.WHY_AND_HOW_SURE, lambda row: tuple(_why(row)), on_screen=OnScreen.APART),
)


@dataclass(frozen=True, slots=True)
class RemovedRow:
    """One exercise that was passed over, and what removed it."""

    code: str
    name: str
    removed_by: str


REMOVED_COLUMNS: tuple[Column[RemovedRow], ...] = (
    Column(
        words.EXERCISE,
        lambda row: f"{row.code} {row.name}",
        head_css="exercise",
        names_row=True,
        on_screen=OnScreen.APART,
    ),
    Column(trainer_words.REMOVED_BY, lambda row: row.removed_by, on_screen=OnScreen.APART),
)


def score_table(assessment: Assessment) -> Table[ScoreRow]:
    """Return all regions together first, then each in tie order; empty without a score."""
    return Table(SCORE_COLUMNS, tuple(_score_rows(assessment)))


def exercise_table(assessment: Assessment, notes: Mapping[str, str]) -> Table[ExerciseRow]:
    """Return the chosen exercises, with the trainer's *notes* by exercise id."""
    rows = tuple(_exercise(one, assessment, notes) for one in assessment.exercises)
    return Table(EXERCISE_COLUMNS, rows)


def removed_table(assessment: Assessment, catalogue: Catalogue) -> Table[RemovedRow]:
    """Return the exercises that were passed over."""
    rows = tuple(
        RemovedRow(
            one.exercise.code,
            one.exercise.name,
            listed(reasons_in_words(one.because, assessment.sheet, catalogue)),
        )
        for one in assessment.left_out
    )
    return Table(REMOVED_COLUMNS, rows)


def _part(row: ScoreRow, name: str, value: str) -> str:
    """Return a part of a region's score as a screen says it."""
    if not row.is_region:
        return ""
    return trainer_words.PART_IS.format(name=name.lower(), value=value or trainer_words.UNKNOWN)


def _score_rows(assessment: Assessment) -> Iterator[ScoreRow]:
    names = assessment.sheet.questionnaire.region_names
    if assessment.regions is None:
        return
    if assessment.overall:
        yield _score_row(trainer_words.OVERALL, assessment.overall)
    else:
        yield ScoreRow(trainer_words.OVERALL, "", "", "", "", "", words.NOT_ENOUGH)
    for region, score in assessment.regions.items():
        yield _score_row(capitalised(names[region]), score)


def _score_row(name: str, score: Score) -> ScoreRow:
    parts = (score.function, score.signs) if isinstance(score, RegionScore) else (None, None)
    function, signs = ("" if part is None else figure(part) for part in parts)
    return ScoreRow(
        name=name,
        function=function,
        signs=signs,
        exposure=str(score.exposure) if isinstance(score, RegionScore) else "",
        score="" if score.score is None else score_in_figures(score.score, DECIMALS),
        range=range_in_figures(score.low, score.high, DECIMALS),
        band=band_in_words(score),
    )


def _exercise(one: Prescription, assessment: Assessment, notes: Mapping[str, str]) -> ExerciseRow:
    sheet = assessment.sheet
    return ExerciseRow(
        code=one.exercise.code,
        name=one.exercise.name,
        region=sheet.questionnaire.region_names[one.region],
        sessions=listed(sessions_of(one.exercise, assessment)),
        dose=f"{dose_in_words(one)}, {one.dose.tempo}, {one.first.rpe}",
        because=reason_in_words(one, assessment, trainer_words.WHY),
        changes=(*_other_way(one), *one.changes),
        note=one.exercise.note,
        trainer_note=notes.get(one.exercise.id, ""),
    )


def _other_way(one: Prescription) -> Iterator[str]:
    """Yield that another way of the exercise takes its place, where one does."""
    if one.how.figure != one.exercise.id:
        yield trainer_words.OTHER_WAY


def _why(row: ExerciseRow) -> Iterator[Span]:
    yield Span(row.because)
    if row.changes:
        yield Span("\n")
        yield strong(f"{trainer_words.CHANGES}:")
        yield Span(f" {' '.join(row.changes)}")
    yield Span("\n")
    yield small(row.note)
    if row.trainer_note:
        yield Span("\n")
        yield strong(f"{trainer_words.TRAINER_NOTE}:")
        yield Span(f" {row.trainer_note}")
