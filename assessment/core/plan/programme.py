"""Chosen exercises and minutes -> doses, sessions and twelve weeks that fit the minutes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from assessment.catalogue.model import Catalogue, Dose, Exercise
from assessment.catalogue.schedule import Phase, Stretch
from assessment.core.plan.advice import Advice, LeftOut
from assessment.core.plan.chooser import MINUTES, Choice, Hold
from assessment.core.plan.client import Client
from assessment.core.plan.doses import Work, dose_for, limits_for, work_by_phase
from assessment.core.plan.sessions import (
    Pairs,
    Planned,
    PlannedById,
    Session,
    build_session,
    cut_rounds,
    cut_to_size,
)
from assessment.core.plan.swaps import Swaps, changes_for, swaps_for
from assessment.core.plan.warm_up import Drill, drills_for, stretches_for
from questions.model import Region


class Prescription(NamedTuple):
    """An exercise with its reason, and what to do of it in each phase, the first phase first."""

    exercise: Exercise
    region: Region
    because: tuple[str, ...]
    dose: Dose
    work: tuple[Work, ...]
    changes: tuple[str, ...]
    swaps: Swaps

    @property
    def first(self) -> Work:
        """What to do of it in the first weeks."""
        return self.work[0]


class PhasePlan(NamedTuple):
    """The sessions of one phase, and on how many days a week they are done in turn."""

    phase: Phase
    days: int
    sessions: tuple[Session, ...]


class Programme(NamedTuple):
    """Twelve weeks of sessions.

    ``sessions`` are those of the first weeks; there is one for each training day that the
    client asked for. ``phases`` is empty where no exercise is left.
    """

    weeks: int
    sessions: tuple[Session, ...]
    phases: tuple[PhasePlan, ...]
    drills: tuple[Drill, ...]
    """What every session warms up with; empty where no exercise is left or none is allowed."""
    stretches: tuple[Stretch, ...]
    """What the cool-down has time for and no caution excludes; empty where there is none."""
    retest_weeks: tuple[int, ...]
    """After how many weeks to look again (docs/rules.md 6.8)."""
    holds: Mapping[str, Mapping[str, Hold]]
    """By session, what each of its exercises stands there for."""


class Prescribed(NamedTuple):
    """The whole plan, and the exercises for which there was no time."""

    exercises: tuple[Prescription, ...]
    programme: Programme
    no_time: tuple[LeftOut, ...]


def prescribe(advice: Advice, client: Client, catalogue: Catalogue) -> Prescribed:
    """Return the exercises with their doses, and the sessions, none longer than its minutes."""
    drafts, plans = _planned(advice, client, catalogue)
    used = {one.id for pairs in drafts.values() for pair in pairs for one in pair}
    choices = {one.exercise.id: one for each in advice.sessions.values() for one in each}
    no_time = [
        LeftOut(one.exercise, (MINUTES,)) for name, one in choices.items() if name not in used
    ]
    return Prescribed(
        tuple(
            _prescription(choice, [plan[name] for plan in plans], client, catalogue)
            for name, choice in choices.items()
            if name in used
        ),
        _programme(drafts, plans, client, catalogue, _holds(advice, drafts)),
        (*no_time, *(one for one in advice.no_room if one.exercise.id not in used)),
    )


def _programme(
    drafts: Mapping[str, Pairs],
    plans: Sequence[PlannedById],
    client: Client,
    catalogue: Catalogue,
    holds: Mapping[str, Mapping[str, Hold]],
) -> Programme:
    """Return the weeks: the sessions of *drafts*, done as *plans* say, phase by phase."""
    schedule, drills = catalogue.schedule, drills_for(client, catalogue)
    frame, light = schedule.frame[client.minutes], tuple(one.exercise.id for one in drills)
    sits = catalogue.keeps_seated(client.cautions)

    def session(name: str, pairs: Pairs, plan: PlannedById) -> Session:
        built = build_session(name, pairs, light, plan, frame, schedule)
        return built.seated() if sits else built

    phases = tuple(
        PhasePlan(
            phase,
            days=_days(phase, client),
            sessions=tuple(session(name, pairs, plan) for name, pairs in drafts.items()),
        )
        for phase, plan in zip(schedule.phases, plans, strict=True)
    )
    trains = any(drafts.values())
    return Programme(
        schedule.weeks,
        phases[0].sessions,
        phases if trains else (),
        drills if trains else (),
        stretches_for(client, schedule) if trains else (),
        tuple(retest.week for retest in schedule.retests),
        holds,
    )


def _holds(advice: Advice, drafts: Mapping[str, Pairs]) -> dict[str, dict[str, Hold]]:
    """Return by session what each exercise that is in it stands for."""
    kept = {name: {one.id for pair in pairs for one in pair} for name, pairs in drafts.items()}
    return {
        name: {one.exercise.id: one.hold for one in chosen if one.exercise.id in kept[name]}
        for name, chosen in advice.sessions.items()
    }


def _planned(
    advice: Advice, client: Client, catalogue: Catalogue
) -> tuple[dict[str, Pairs], list[PlannedById]]:
    """Return the exercises of each session, and what is done of each in every phase.

    What the first weeks have time for is what stays; later weeks have as many rounds or more.
    """
    schedule, limits = catalogue.schedule, limits_for(client, catalogue)
    frame = schedule.frame[client.minutes]
    planned: list[dict[str, Planned]] = [{} for _ in schedule.phases]
    works: dict[str, tuple[Work, ...]] = {}
    for one in {one.exercise.id: one for each in advice.sessions.values() for one in each}.values():
        dose = dose_for(one.exercise, client, limits, catalogue)
        if dose.code not in works:
            works[dose.code] = work_by_phase(schedule.phases, dose, limits)
        for plan, work in zip(planned, works[dose.code], strict=True):
            plan[one.exercise.id] = Planned.of(one.exercise, dose, work)
    drafts = {
        session: cut_to_size(
            [one.exercise for one in sorted(chosen, key=lambda one: -one.hold)],
            sum(one.hold is Hold.FILLER for one in chosen),
            planned[0],
            frame,
            schedule,
        )
        for session, chosen in advice.sessions.items()
    }
    for before, plan in pairwise(planned):
        fewest = {name: one.work.sets for name, one in before.items()}
        for pairs in drafts.values():
            cut_rounds(pairs, plan, frame, fewest)
    return drafts, list(planned)


def _prescription(
    choice: Choice, planned: Sequence[Planned], client: Client, catalogue: Catalogue
) -> Prescription:
    return Prescription(
        choice.exercise,
        choice.region,
        choice.because,
        dose=planned[0].dose,
        work=tuple(one.work for one in planned),
        changes=changes_for(choice.exercise, client, catalogue),
        swaps=swaps_for(choice.exercise, client, catalogue),
    )


def _days(phase: Phase, client: Client) -> int:
    return min(client.days, phase.beginner_days) if client.level == 1 else client.days
