"""The twelve weeks on paper: doses by weeks, the rules of every week, when to look again."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assessment.catalogue.schedule import Phase, Schedule, Span
from assessment.core.assess import Assessment
from assessment.core.plan.doses import Work
from assessment.core.plan.programme import PhasePlan
from reports.sheets.table import Column, Table
from reports.words import common as words
from reports.words.phrasing import day_in_words, listed

MOST_EFFORT = 10
EASY_BELOW = 5
"""RPE under which counting repetitions left makes no sense."""


@dataclass(frozen=True, slots=True)
class Row:
    """A name, and what holds in each group of weeks, by the id of its phase."""

    name: str
    in_phase: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Named:
    """Something with a name, and what is said of it."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class ProgrammeView:
    """A table with a column for each group of weeks, and lists that go with it.

    ``exercises`` are the rows to be logged; ``general`` has the same columns and goes before.
    """

    title: str
    general: Table[Row]
    exercises: Table[Row]
    rules: tuple[Named, ...]
    retests: tuple[Named, ...]
    stay_light: bool


def programme_view(
    assessment: Assessment, schedule: Schedule, created: datetime.date
) -> ProgrammeView | None:
    """Return the weeks of *assessment* from *created* on; None where no exercise is left."""
    programme = assessment.programme
    if programme is None or not programme.phases:
        return None
    columns = _columns(programme.phases)
    return ProgrammeView(
        title=words.TWELVE_WEEKS.format(weeks=programme.weeks),
        general=Table(columns, tuple(_general(assessment, programme.phases))),
        exercises=Table(
            columns,
            tuple(
                Row(
                    one.exercise.name,
                    {
                        plan.phase.id: sets_and_repetitions(work)
                        for plan, work in zip(programme.phases, one.work, strict=True)
                    },
                )
                for one in assessment.exercises
            ),
        ),
        rules=tuple(Named(rule.title, rule.text) for rule in schedule.rules),
        retests=tuple(
            Named(
                words.RETEST_DAY.format(
                    week=retest.week,
                    day=day_in_words(created + datetime.timedelta(weeks=retest.week)),
                ),
                retest.text,
            )
            for retest in schedule.retests
        ),
        stay_light=bool(assessment.gate.cautions),
    )


def effort_in_words(effort: Span) -> str:
    """Return an RPE in words, also as the repetitions that would still be possible."""
    low, high = effort
    figures = _span(low, high)
    if high < EASY_BELOW:
        return words.EFFORT_EASY.format(effort=figures)
    return words.EFFORT_LEFT.format(effort=figures, left=_left(low, high))


def sets_and_repetitions(work: Work) -> str:
    """Return sets and repetitions as ``2 × 8 to 12``."""
    return words.SETS_BY_REPETITIONS.format(sets=work.sets, repetitions=_span(*work.repetitions))


def _columns(phases: tuple[PhasePlan, ...]) -> tuple[Column[Row], ...]:
    names: Column[Row] = Column(
        words.EXERCISE, lambda row: row.name, head_css="exercise", names_row=True
    )
    return (names, *(_weeks(plan.phase) for plan in phases))


def _weeks(phase: Phase) -> Column[Row]:
    first, last = phase.weeks
    return Column(words.WEEKS.format(first=first, last=last), lambda row: row.in_phase[phase.id])


def _general(assessment: Assessment, phases: tuple[PhasePlan, ...]) -> Iterator[Row]:
    """Yield what holds for all exercises of the weeks: the aim, the days, the effort."""
    yield Row(
        words.AIM,
        {
            plan.phase.id: words.AIM_AND_HOW.format(aim=plan.phase.aim, how=plan.phase.how)
            for plan in phases
        },
    )
    yield Row(words.DAYS, {plan.phase.id: _days(plan) for plan in phases})
    general = [one for one in assessment.exercises if not one.dose.is_own]
    for one in general[:1]:
        yield Row(
            words.EFFORT,
            {
                plan.phase.id: words.EFFORT_SHORT.format(
                    effort=_span(*work.effort), left=_left(*work.effort)
                )
                for plan, work in zip(phases, one.work, strict=True)
            },
        )


def _days(plan: PhasePlan) -> str:
    names = [session.name for session in plan.sessions[: plan.days]]
    return words.DAYS_AND_SESSIONS.format(days=plan.days, sessions=listed(names))


def _left(low: int, high: int) -> str:
    """Return how many repetitions are left at an RPE of *low* to *high*."""
    return _span(MOST_EFFORT - high, MOST_EFFORT - low)


def _span(low: int, high: int) -> str:
    return str(low) if low == high else words.RANGE.format(low=low, high=high)
