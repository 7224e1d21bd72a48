"""The twelve weeks on paper: doses by weeks, the rules of every week, when to look again."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from assessment.catalogue.schedule import Schedule, Span
from assessment.core.assess import Assessment
from assessment.core.plan.doses import Work
from assessment.core.plan.programme import PhasePlan
from reports.words import common as words
from reports.words.phrasing import day_in_words, listed

MOST_EFFORT = 10
EASY_BELOW = 5
"""RPE under which counting repetitions left makes no sense."""


@dataclass(frozen=True, slots=True)
class Row:
    """A name, and a cell for each group of weeks."""

    name: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """Something with a name, and what is said of it."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class ProgrammeView:
    """A table with a column for each group of weeks, and lists that go with it."""

    title: str
    columns: tuple[str, ...]
    general: tuple[Row, ...]
    exercises: tuple[Row, ...]
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
    return ProgrammeView(
        title=words.TWELVE_WEEKS.format(weeks=programme.weeks),
        columns=tuple(
            words.WEEKS.format(first=plan.phase.weeks[0], last=plan.phase.weeks[1])
            for plan in programme.phases
        ),
        general=tuple(_general(assessment, programme.phases)),
        exercises=tuple(
            Row(one.exercise.name, tuple(sets_and_repetitions(work) for work in one.work))
            for one in assessment.exercises
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


def _general(assessment: Assessment, phases: tuple[PhasePlan, ...]) -> Iterator[Row]:
    """Yield what holds for all exercises of the weeks: the aim, the days, the effort."""
    yield Row(
        words.AIM,
        tuple(words.AIM_AND_HOW.format(aim=p.phase.aim, how=p.phase.how) for p in phases),
    )
    yield Row(words.DAYS, tuple(_days(plan) for plan in phases))
    general = [one for one in assessment.exercises if not one.dose.is_own]
    for one in general[:1]:
        yield Row(
            words.EFFORT,
            tuple(
                words.EFFORT_SHORT.format(effort=_span(*work.effort), left=_left(*work.effort))
                for work in one.work
            ),
        )


def _days(plan: PhasePlan) -> str:
    names = [session.name for session in plan.sessions[: plan.days]]
    return words.DAYS_AND_SESSIONS.format(days=plan.days, sessions=listed(names))


def _left(low: int, high: int) -> str:
    """Return how many repetitions are left at an RPE of *low* to *high*."""
    return _span(MOST_EFFORT - high, MOST_EFFORT - low)


def _span(low: int, high: int) -> str:
    return str(low) if low == high else words.RANGE.format(low=low, high=high)
