"""The twelve weeks on paper: doses by weeks, the rules of every week, when to look again."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assessment.catalogue.model import Catalogue
from assessment.catalogue.schedule import Phase, Schedule
from assessment.catalogue.schedule import Span as Range
from assessment.core.assess import Assessment
from assessment.core.plan.doses import Work
from assessment.core.plan.how_to import with_limit
from assessment.core.plan.programme import PhasePlan, Prescription, Programme
from reports.sheets.plan.order import in_order_of_doing
from reports.sheets.table import Column, Span, Table, small
from reports.words import common as words
from reports.words.phrasing import day_in_words, listed, uncapitalised

MOST_EFFORT = 10
EASY_BELOW = 5
"""RPE under which counting repetitions left makes no sense."""


@dataclass(frozen=True, slots=True)
class Row:
    """A name, and what holds in each group of weeks, by the id of its phase."""

    name: str
    in_phase: Mapping[str, str]
    besides: str = ""
    """Its own effort; what takes its place, and from when on."""


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
    note: str
    """What stands below the table."""
    rules: tuple[Named, ...]
    retests: tuple[Named, ...]
    stay_light: bool


def programme_view(
    assessment: Assessment, catalogue: Catalogue, created: datetime.date
) -> ProgrammeView | None:
    """Return the weeks of *assessment* from *created* on; None where no exercise is left."""
    programme, schedule = assessment.programme, catalogue.schedule
    if programme is None or not programme.phases:
        return None
    columns, usual = _columns(programme.phases), usual_efforts(assessment)
    return ProgrammeView(
        title=words.TWELVE_WEEKS.format(weeks=programme.weeks),
        general=Table(columns, tuple(_general(assessment, programme.phases))),
        exercises=Table(
            columns,
            tuple(
                Row(
                    one.exercise.name,
                    {
                        plan.phase.id: _heavier(work)
                        for plan, work in zip(programme.phases, one.work, strict=True)
                    },
                    _besides(one, usual),
                )
                for one in in_order_of_doing(assessment)
            ),
        ),
        note=_note(assessment),
        rules=tuple(_rules(assessment, programme, schedule)),
        retests=tuple(
            _retests(
                programme,
                schedule,
                created,
                is_soon=looks_soon(assessment, programme, catalogue),
            )
        ),
        stay_light=bool(assessment.gate.cautions),
    )


def looks_soon(assessment: Assessment, programme: Programme, catalogue: Catalogue) -> bool:
    """Return whether the client answers again after the first weeks.

    So it is where nothing grows until then, with a place newly hurt, and where a caution asks.
    """
    sheet, cautions = assessment.sheet, assessment.gate.cautions
    return (
        programme.stays
        or bool(programme.aching)
        or bool(sheet.known.get(sheet.questionnaire.rules.injuries.recent))
        or any(catalogue.caution[one].look_anew for one in cautions)
    )


def effort_in_words(effort: Range) -> str:
    """Return an RPE in words, also as the repetitions that would still be possible."""
    low, high = effort
    figures = _span(low, high)
    if high < EASY_BELOW:
        return words.EFFORT_EASY.format(effort=figures)
    return words.EFFORT_LEFT.format(effort=figures, left=_left(low, high))


def sets_and_repetitions(work: Work) -> str:
    """Return sets and repetitions as ``2 × 8 to 12``."""
    return words.SETS_BY_REPETITIONS.format(sets=work.sets, repetitions=_span(*work.repetitions))


def _heavier(work: Work) -> str:
    """Return sets and repetitions, and where they fall, that the weight has grown."""
    dose = sets_and_repetitions(work)
    return words.HEAVIER.format(dose=dose) if work.is_heavier else dose


def _note(assessment: Assessment) -> str:
    notes = [words.SETS_NOTE]
    if any(work.is_heavier for one in assessment.exercises for work in one.work):
        notes.append(words.HEAVIER_NOTE)
    if any(one.takes_over for one in assessment.exercises):
        notes.append(words.TAKES_OVER_NOTE)
    return " ".join(notes)


def _rules(assessment: Assessment, programme: Programme, schedule: Schedule) -> Iterator[Named]:
    """Yield what holds in every week, first where nothing grows."""
    names = assessment.sheet.questionnaire.region_names
    if programme.stays:
        yield Named(words.STAYS_TITLE, words.STAYS)
    elif programme.aching:
        sore = listed([names[region] for region in programme.aching])
        yield Named(words.SORE_TITLE, words.STAYS_SORE.format(regions=sore))
    one_set = any(work.sets == 1 for one in assessment.exercises for work in one.work)
    for rule in schedule.rules:
        if programme.stays and rule.id in words.GROWING:
            continue
        text = with_limit(rule.text, programme.pain_limit)
        if rule.id == words.EASY_WEEK and one_set:
            text = words.EASY_WEEK_ONE_SET.format(text=text)
        yield Named(rule.title, text)


def _retests(
    programme: Programme, schedule: Schedule, created: datetime.date, *, is_soon: bool
) -> Iterator[Named]:
    """Yield when to look again, and at what; *is_soon*: at all of it the first time too."""
    first = schedule.retests[0].week
    for retest in schedule.retests:
        anew = programme.stays or (is_soon and retest.week == first)
        day = day_in_words(created + datetime.timedelta(weeks=retest.week))
        yield Named(
            words.RETEST_DAY.format(week=retest.week, day=day),
            words.LOOK_ANEW if anew else retest.text,
        )


def _columns(phases: tuple[PhasePlan, ...]) -> tuple[Column[Row], ...]:
    names: Column[Row] = Column(words.EXERCISE, _named, head_css="exercise", names_row=True)
    return (names, *(_weeks(plan.phase) for plan in phases))


def _named(row: Row) -> str | tuple[Span, ...]:
    return (Span(f"{row.name}\n"), small(row.besides)) if row.besides else row.name


def _besides(one: Prescription, usual: Sequence[Range]) -> str:
    return "\n".join(filter(None, (_own_effort(one, usual), _taken_over(one))))


def _taken_over(one: Prescription) -> str:
    """Return which harder exercise takes its place; empty where none does."""
    if one.takes_over is None:
        return ""
    week, exercise = one.takes_over
    return words.TAKES_OVER.format(week=week, name=uncapitalised(exercise.name))


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
    if efforts := usual_efforts(assessment):
        yield Row(
            words.EFFORT,
            {plan.phase.id: _effort(one) for plan, one in zip(phases, efforts, strict=True)},
        )


def usual_efforts(assessment: Assessment) -> tuple[Range, ...]:
    """Return the effort of most exercises phase by phase; empty where each has its own."""
    general = [one.work for one in assessment.exercises if not one.dose.is_own]
    return tuple(
        _most_common([work.effort for work in works]) for works in zip(*general, strict=True)
    )


def _most_common(efforts: Sequence[Range]) -> Range:
    """Return what most of *efforts* are, the highest of several."""
    return max(set(efforts), key=lambda one: (efforts.count(one), one))


def _own_effort(one: Prescription, usual: Sequence[Range]) -> str:
    """Return the effort of an exercise where it is another than the *usual* one of its weeks."""
    own = [work.effort for work in one.work]
    if own == list(usual):
        return ""
    said = dict.fromkeys(_span(*effort) for effort in own)
    return words.OWN_EFFORT.format(effort=words.THEN.join(said))


def _effort(effort: Range) -> str:
    low, high = effort
    return words.EFFORT_SHORT.format(effort=_span(low, high), left=_left(low, high))


def _days(plan: PhasePlan) -> str:
    names = [session.name for session in plan.sessions[: plan.days]]
    return words.DAYS_AND_SESSIONS.format(days=plan.days, sessions=listed(names))


def _left(low: int, high: int) -> str:
    """Return how many repetitions are left at an RPE of *low* to *high*."""
    return _span(MOST_EFFORT - high, MOST_EFFORT - low)


def _span(low: int, high: int) -> str:
    return str(low) if low == high else words.RANGE.format(low=low, high=high)
