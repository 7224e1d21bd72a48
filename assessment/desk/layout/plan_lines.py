"""A plan as lines to point at, what is to be known of each, and what a change does. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from assessment.catalogue.model import Catalogue
from assessment.core.assess import Assessment
from assessment.core.plan.changes.described import spanned, weeks_called
from assessment.core.plan.minutes.sessions import MINUTE_S
from assessment.core.plan.programme import Prescription, Programme
from assessment.desk import words
from assessment.desk.layout.parts import Page, Part, heading, pair, quiet, text
from assessment.replanning.effects import Effect
from reports.sheets.plan.programme_view import sets_and_repetitions
from reports.sheets.plan.sessions import session_views
from reports.sheets.summary import reasons_in_words
from reports.sheets.trainer_tables import exercise_table
from reports.words import common as paper_words
from reports.words.phrasing import capitalised, listed


class PlanLine(NamedTuple):
    """One line of a plan; without an exercise it is a heading, and cannot be pointed at.

    ``session`` is empty for what is in none; ``because`` says why it is not.
    """

    text: str
    session: str = ""
    exercise: str = ""
    because: str = ""
    dose: str = ""


def plan_lines(assessment: Assessment, catalogue: Catalogue) -> tuple[PlanLine, ...]:
    """Return the sessions with their blocks and minutes, then what was left out."""
    programme = assessment.programme
    if programme is None:
        return ()
    return (
        *_session_lines(assessment, programme, catalogue),
        *_left_out_lines(assessment, catalogue),
    )


def minutes_in_words(assessment: Assessment) -> str:
    """Return how long each session is: ``A 28 min, B 26 min``."""
    sessions = assessment.programme.sessions if assessment.programme else ()
    form = words.SESSION_MINUTES
    return ", ".join(form.format(name=s.name, minutes=_minutes(s.seconds)) for s in sessions)


def about_line(line: PlanLine, assessment: Assessment, catalogue: Catalogue) -> Page:
    """Return what is to be known of an exercise of the plan, or of one that was left out."""
    if not line.session:
        name = catalogue.exercise[line.exercise].name
        return (heading(name), text(words.NOT_IN_PLAN.format(because=line.because)))
    one = next(one for one in assessment.exercises if one.exercise.id == line.exercise)
    return tuple(_about(one, assessment, catalogue))


def effect_in_words(effect: Effect, assessment: Assessment, catalogue: Catalogue) -> str:
    """Return what a change does to minutes and regions of *assessment*, which has it made."""
    regions = assessment.sheet.questionnaire.region_names
    parts = []
    for name, (before, after) in effect.seconds.items():
        was, now = _minutes(before), _minutes(after)
        if was != now:
            parts.append(words.MINUTES_EFFECT.format(name=name, before=was, after=now))
    for region, (before, after) in effect.sets.items():
        if before != after:
            name = regions[region]
            parts.append(words.SETS_EFFECT.format(region=name, before=before, after=after))
    for form, ids in ((words.COMES, effect.comes), (words.GOES, effect.goes)):
        if ids:
            parts.append(form.format(names=listed([catalogue.exercise[one].name for one in ids])))
    return capitalised("; ".join(parts)) + "." if parts else words.NO_EFFECT


def _minutes(seconds: int) -> int:
    return round(seconds / MINUTE_S)


def _session_lines(
    assessment: Assessment, programme: Programme, catalogue: Catalogue
) -> Iterator[PlanLine]:
    views = session_views(assessment, programme, catalogue)
    by_id = {one.exercise.id: one for one in assessment.exercises}
    for session, view in zip(programme.sessions, views, strict=True):
        minutes = _minutes(session.seconds)
        yield PlanLine(words.BLOCK.format(name=view.name, minutes=minutes))
        for block, part in zip(session.blocks, view.parts, strict=True):
            yield PlanLine(words.BLOCK.format(name=part.name, minutes=part.minutes))
            if not part.exercises:
                continue
            for exercise, line in zip(block.exercises, part.exercises, strict=True):
                row = _row(by_id[exercise], assessment)
                yield PlanLine(row, session.name, exercise, dose=line.dose)


def _row(one: Prescription, assessment: Assessment) -> str:
    """Return an exercise, and what a trainer has to do with it."""
    has_note = one.exercise.id in assessment.client_notes
    marks = [*one.chosen_with, *([words.HAS_NOTE] if has_note else [])]
    name = one.exercise.name
    return words.MARKED.format(name=name, marks=", ".join(marks)) if marks else name


def _left_out_lines(assessment: Assessment, catalogue: Catalogue) -> Iterator[PlanLine]:
    if assessment.left_out:
        yield PlanLine(paper_words.LEFT_OUT)
    for one in assessment.left_out:
        because = listed(reasons_in_words(one.because, assessment.sheet, catalogue))
        row = words.LEFT_OUT_ROW.format(name=one.exercise.name, because=because)
        yield PlanLine(row, "", one.exercise.id, because)


def _about(one: Prescription, assessment: Assessment, catalogue: Catalogue) -> Iterator[Part]:
    """Yield why it was chosen, its dose in all weeks, and what is otherwise for this client."""
    name = one.exercise.id
    row = next(
        row
        for row, each in zip(exercise_table(assessment, {}), assessment.exercises, strict=True)
        if each is one
    )
    yield heading(one.exercise.name)
    yield text(words.WHY.format(reasons=row.because))
    if one.with_trainer:
        yield text(words.WITH_TRAINER_THERE.format(name=one.with_trainer))
    if note := assessment.client_notes.get(name):
        yield text(words.NOTE_IS.format(note=note.text))
    programme = assessment.programme
    for phase, work in zip(programme.phases if programme else (), one.work, strict=True):
        weeks = capitalised(weeks_called(phase.phase.id, catalogue))
        dose = words.DOSE.format(sets=sets_and_repetitions(work), effort=spanned(work.effort))
        yield pair(weeks, dose)
    yield from (quiet(change) for change in row.changes)
