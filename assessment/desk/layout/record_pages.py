"""The trainer sheet as pages of the screen: what the paper says, in the paper's own words.

Nothing is worked out here: every figure is a row of ``reports.sheets.trainer``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from assessment.catalogue.model import Catalogue
from assessment.core.assess import Assessment
from assessment.desk import words
from assessment.desk.layout.first_page import AboutRecord, first_page
from assessment.desk.layout.parts import Kind, Page, Part, heading, pair, quiet, text
from assessment.replanning.judging import Refused
from reports.sheets.measurements import MeasurementRow
from reports.sheets.plan.sessions import SessionView, session_views
from reports.sheets.points import RegionPoints
from reports.sheets.summary import left_out_sentences
from reports.sheets.table import Table
from reports.sheets.trainer import Trainer, trainer_of
from reports.sheets.trainer_tables import ExerciseRow, ScoreRow
from reports.words import common as paper_words
from reports.words import trainer as trainer_words
from reports.words.phrasing import capitalised


def pages_of(
    assessment: Assessment,
    catalogue: Catalogue,
    notes: Mapping[str, str],
    about: AboutRecord,
    refused: Sequence[Refused] = (),
) -> tuple[Page, ...]:
    """Return the pages of a record, named by ``words.PAGES``: the first one is for a person.

    Changes of its plan that were *refused* stand among the others, with the reason.
    """
    trainer = trainer_of(assessment, catalogue, notes, refused)
    return (
        tuple(first_page(assessment, catalogue, trainer, about)),
        tuple(_exercises(assessment, catalogue, trainer)),
        (*about.technical, *_points(trainer)),
        tuple(_other(trainer)),
    )


def _gate(trainer: Trainer) -> Iterator[Part]:
    """Yield each red flag with what became of it, then what else the gate says."""
    if trainer.flags:
        yield heading(trainer_words.FLAGS)
    for flag in trainer.flags:
        yield pair(f"{flag.code} {'; '.join(flag.answers)}", flag.how_soon)
    yield heading(trainer_words.GATE)
    if not trainer.flags:
        yield pair(trainer_words.FLAGS, trainer_words.NONE)
    for name, lines in (
        (trainer_words.AMBER, trainer.amber),
        (trainer_words.CAUTIONS, trainer.cautions),
        (trainer_words.CLEARANCE, (trainer.clearance,)),
    ):
        yield pair(name, "\n".join(lines) or trainer_words.NONE)


def _score(table: Table[ScoreRow], row: ScoreRow) -> Iterator[Part]:
    score = f"{row.score} " if row.score else ""
    yield Part(Kind.SUM, row.name, words.SCORE_LINE.format(score=score, band=row.band))
    if parts := ", ".join(table.lines(row)):
        yield Part(Kind.DETAIL, parts)


def _measurement(table: Table[MeasurementRow], row: MeasurementRow) -> Iterator[Part]:
    sides = ((trainer_words.LEFT, row.left), (trainer_words.RIGHT, row.right))
    figures = (("", row.left),) if row.right is None else sides
    taken = [f"{side} {figure} {row.unit}".strip() for side, figure in figures if figure]
    yield Part(Kind.SUM, row.name, f"{', '.join(taken)}: {row.verdict}")
    yield quiet(" ".join(table.lines(row)))


def _points(trainer: Trainer) -> Iterator[Part]:
    """Yield the client, the gate, the scores and tests, and what counts for each region."""
    yield heading(trainer_words.CLIENT)
    yield from (pair(fact.name, fact.value) for fact in trainer.client)
    yield from _gate(trainer)
    if trainer.scores:
        yield heading(f"{trainer_words.RESULT}: {trainer_words.SCORE_WORDS.lower()}")
        for row in trainer.scores:
            yield from _score(trainer.scores, row)
    if trainer.measurements:
        yield heading(trainer_words.MEASUREMENTS)
        for measured in trainer.measurements:
            yield from _measurement(trainer.measurements, measured)
        yield quiet(trainer_words.MEASUREMENTS_NOTE)
    for region in trainer.regions:
        yield heading(region.name)
        yield quiet(f"{capitalised(region.muscles)}.")
        yield from _region(region)
    if not trainer.regions:
        yield text(trainer_words.NO_POINTS)


def _region(region: RegionPoints) -> Iterator[Part]:
    if region.points:
        yield quiet(words.SEVERITY_TIMES_WEIGHT)
    else:
        yield text(trainer_words.NO_POINTS)
    for one in region.points:
        sum_ = words.TIMES.format(severity=one.severity, weight=one.weight, points=one.points)
        yield Part(Kind.SUM, f"{one.code} {one.item}: {one.answer}", sum_)
        yield from (Part(Kind.DETAIL, line) for line in region.points.lines(one))
    still_open = f"{trainer_words.STILL_OPEN}: {region.missing}." if region.missing else ""
    yield quiet(" ".join(filter(None, (*region.sums, still_open))))


def _exercises(assessment: Assessment, catalogue: Catalogue, trainer: Trainer) -> Iterator[Part]:
    """Yield every exercise with its reasons and notes, what was left out, the sessions."""
    if not trainer.exercises:
        yield text(words.NO_EXERCISES.format(outcome=trainer.outcome))
    for row in trainer.exercises:
        yield from _exercise(trainer.exercises, row)
    if trainer.plan_changes:
        yield heading(trainer_words.PLAN_CHANGES)
    for change in trainer.plan_changes:
        yield pair(f"{change.by}, {change.day}" if change.by else change.what, change.told)
    if trainer.left_out:
        yield heading(paper_words.LEFT_OUT)
        yield from (text(line) for line in left_out_sentences(assessment, catalogue))
    if assessment.programme:
        for session in session_views(assessment, assessment.programme, catalogue):
            yield heading(f"{session.name}, {session.minutes}")
            yield from _session(session)


def _exercise(table: Table[ExerciseRow], row: ExerciseRow) -> Iterator[Part]:
    yield heading(f"{row.code} {row.name}")
    yield text(f"{capitalised(row.region)}, {row.sessions}: {row.dose}.")
    yield text(words.WHY.format(reasons=row.because))
    if row.changes:
        yield text(f"{trainer_words.CHANGES}: {' '.join(row.changes)}")
    yield from (quiet(line) for line in (row.note, *table.lines(row)))
    if row.trainer_note:
        yield pair(trainer_words.TRAINER_NOTE, row.trainer_note)


def _session(session: SessionView) -> Iterator[Part]:
    for part in session.parts:
        name = f"{part.name}, {part.rest}" if part.rest else part.name
        what = part.what or "\n".join(f"{line.name}: {line.dose}" for line in part.exercises)
        yield pair(f"{name}, {words.MINUTES.format(minutes=part.minutes)}", what)


def _other(trainer: Trainer) -> Iterator[Part]:
    """Yield the answers that stand nowhere else, and what was not answered."""
    if trainer.other_answers:
        yield heading(trainer_words.OTHER_ANSWERS)
        yield from (pair(one.name, one.value) for row in trainer.other_answers for one in row)
    yield heading(trainer_words.UNANSWERED)
    for fact in trainer.unanswered:
        yield pair(fact.name, fact.value)
    if not trainer.unanswered:
        yield text(trainer_words.NONE)
    yield heading(words.HEALTH_QUESTIONS)
    yield text(trainer.answered_no)
    yield from (text(line) for line in (trainer.not_asked, *trainer.about_answers) if line)
    if trainer.implied.rows:
        yield heading(trainer_words.IMPLIED_TITLE)
        yield quiet(f"{trainer_words.IMPLIED_NOTE} {'; '.join(trainer.implied.answers)}.")
        yield from (pair(one.by, one.items) for one in trainer.implied.rows)
