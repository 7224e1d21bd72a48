"""Chosen exercises and minutes -> doses, sessions and twelve weeks that fit the minutes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from assessment.catalogue.limits import PainLimit
from assessment.catalogue.model import Dose, Exercise
from assessment.catalogue.schedule import Phase, Stretch
from assessment.core.plan.advice import Advice, LeftOut
from assessment.core.plan.choices import Choice, Role
from assessment.core.plan.chooser import MINUTES
from assessment.core.plan.doses import Dosing, Work
from assessment.core.plan.hand import Hand
from assessment.core.plan.how_to import HowTo, changes_for, how_to, pain_limit
from assessment.core.plan.minutes.fitting import Fitting
from assessment.core.plan.minutes.sessions import (
    EASY_MOVEMENT,
    EASY_WALK,
    MINUTE_S,
    Outline,
    Session,
    Timing,
    repetition_seconds,
)
from assessment.core.plan.minutes.week import Dosed, Fitted
from assessment.core.plan.permits import Permits
from assessment.core.plan.swaps import Swaps, swaps_for
from assessment.core.plan.warm_up import Drill, drills_for, stretches_for
from questions.model import Region


@dataclass(frozen=True)
class Prescription:
    """An exercise with its reason, and what to do of it in each phase, the first phase first."""

    exercise: Exercise
    region: Region
    because: tuple[str, ...]
    dose: Dose
    work: tuple[Work, ...]
    limit: PainLimit
    stays: bool
    """Whether nothing grows in later weeks."""
    is_asked_for: bool
    """Whether an answer asks for this very exercise."""
    chosen_with: tuple[str, ...]
    """The trainers who chose it or its dose; none: the rules did."""
    with_trainer: str
    """The trainer who has to be there, as it is above the client's level; else empty."""
    permits: Permits = field(compare=False, repr=False)

    @property
    def first(self) -> Work:
        """What to do of it in the first weeks."""
        return self.work[0]

    @cached_property
    def how(self) -> HowTo:
        """How this client does it."""
        return how_to(self.permits.of(self.exercise.id), self.limit)

    @cached_property
    def changes(self) -> tuple[str, ...]:
        """How to do it differently: one sentence for each caution."""
        return changes_for(self.permits.of(self.exercise.id), self.permits, self.limit)

    @cached_property
    def swaps(self) -> Swaps:
        """What may stand in for it."""
        permit = self.permits.of(self.exercise.id)
        return swaps_for(permit, self.region, self.permits, self.limit)

    @cached_property
    def takes_over(self) -> TakesOver | None:
        """The harder exercise for which the client may be ready in later weeks, if there is one.

        Only what cannot grow by weight is replaced, when the rule for a harder version is met.
        """
        harder = self.swaps.harder
        if harder is None or harder.exercise is None or self.stays:
            return None
        permits, permit = self.permits, self.permits.of(harder.exercise)
        phases = permits.catalogue.schedule.phases
        level = permit.exercise.level
        ready = permit.level < level <= min(permit.most, permits.by_ability(permit.exercise))
        grows = not permits.catalogue.schedule.setting_up.weights.isdisjoint(self.how.kit)
        if grows or not ready or harder.exercise in permits.catalogue.hardest:
            return None
        return TakesOver(phases[level - 1].weeks[0], permit.exercise)


class TakesOver(NamedTuple):
    """A harder exercise that takes the place of another one from a week on."""

    week: int
    exercise: Exercise


class PhasePlan(NamedTuple):
    """The sessions of one phase, and on how many days a week they are done in turn."""

    phase: Phase
    days: int
    sessions: tuple[Session, ...]


@dataclass(frozen=True, slots=True)
class Programme:
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
    roles: Mapping[str, Mapping[str, Role]]
    """By session, what each of its exercises stands there for."""
    pain_limit: PainLimit
    """How much an exercise may hurt."""
    stays: bool
    """Whether the first weeks are repeated, so that nothing grows."""
    short: tuple[str, ...]
    """The sessions that leave much of the client's minutes, as there is little to do."""
    aching: tuple[Region, ...]
    """The regions in strong pain."""


class Prescribed(NamedTuple):
    """The whole plan, what matters most first, and the exercises for which there was no time."""

    exercises: tuple[Prescription, ...]
    programme: Programme
    no_time: tuple[LeftOut, ...]
    sessions: Mapping[str, tuple[Choice, ...]]
    """The choices that found room, by session, what matters most first."""
    ahead: Mapping[Region, int]
    """By how many sets, over all phases, other regions have more than the first top region."""


def prescribe(
    advice: Advice, permits: Permits, top: tuple[Region, ...], hand: Hand | None = None
) -> Prescribed:
    """Return the exercises with their doses, and the sessions, none longer than its minutes.

    With the *hand* of a trainer all of the exercises of *advice* are in it, as is asked for.

    Raises:
        TooLongError: They do not fit; without a hand what matters least goes instead.
    """
    catalogue, client = permits.catalogue, permits.client
    schedule = catalogue.schedule
    limit = pain_limit(permits)
    stays = any(one.stays for one in permits.rows)
    phases = schedule.repeated if stays else schedule.phases
    choices = _by_exercise(advice, top)
    dosing = Dosing(permits, phases)
    asked = hand or Hand()
    dosed = {name: _dosed(one, permits, dosing, phases, asked) for name, one in choices.items()}
    first = frozenset([must.exercise for must in catalogue.musts if must.first])
    frame = schedule.frame[client.minutes]
    fitting = Fitting(dosed, first, top[0] if top else None, frame, schedule, hand)
    fitted = fitting.fit(advice.sessions)
    used = {one.exercise.id for draft in fitted.drafts.values() for one in draft.choices}
    no_time = [
        LeftOut(one.exercise, (MINUTES,)) for name, one in choices.items() if name not in used
    ]
    exercises = [
        Prescription(
            one.exercise,
            one.region,
            one.because,
            dosed[name].dose,
            dosing.with_sets(
                permits.of(name),
                one.region,
                dosed[name].works,
                [sets[name] for sets in fitted.sets],
            ),
            limit,
            dosed[name].stays,
            one.is_asked_for,
            asked.chosen_with.get(name, ()),
            asked.with_trainer.get(name, ""),
            permits,
        )
        for name, one in choices.items()
        if name in used
    ]
    return Prescribed(
        tuple(exercises),
        _programme(fitted, phases, permits, limit, stays=stays),
        (*no_time, *(one for one in advice.no_room if one.exercise.id not in used)),
        {name: tuple(draft.choices) for name, draft in fitted.drafts.items()},
        fitted.ahead,
    )


def _by_exercise(advice: Advice, top: tuple[Region, ...]) -> dict[str, Choice]:
    """Return the choices by exercise: one for two regions counts for the one that needs it most."""
    place = {region: number for number, region in enumerate(top)}
    choices: dict[str, Choice] = {}
    for one in [one for each in advice.sessions.values() for one in each]:
        known = choices.setdefault(one.exercise.id, one)
        if place.get(one.region, len(top)) < place.get(known.region, len(top)):
            choices[one.exercise.id] = one
    return choices


def _dosed(
    choice: Choice, permits: Permits, dosing: Dosing, phases: Sequence[Phase], hand: Hand
) -> Dosed:
    """Return how much is done of *choice*, and how long that takes."""
    exercise, region = choice.exercise, choice.region
    permit = permits.of(exercise.id)
    dose = dosing.dose_for(permit)
    works = dosing.works(permit, region, dose)
    stays = dosing.stays(exercise, region)
    if asked := hand.doses.get(exercise.id):
        is_loaded = dosing.grows_by_weight(permit)
        works = asked.over(works, phases, stays=stays, is_loaded=is_loaded)
    ready_s = permits.catalogue.schedule.setting_up.seconds_for(permit.kit)
    each_s = repetition_seconds(exercise, dose)
    sets_s = tuple([work.repetitions[1] * each_s for work in works])
    timing = Timing(ready_s, dose.rest_s, sets_s)
    return Dosed(choice, dose, works, timing, stays)


def _programme(
    fitted: Fitted, phases: Sequence[Phase], permits: Permits, limit: PainLimit, *, stays: bool
) -> Programme:
    """Return the weeks: the sessions of *fitted*, phase by phase."""
    client, schedule = permits.client, permits.catalogue.schedule
    drills, frame = drills_for(permits, limit), schedule.frame[client.minutes]
    light = tuple([one.exercise.id for one in drills])
    least_s = schedule.setting_up.least_share * frame.minutes * MINUTE_S
    empty = EASY_MOVEMENT if any(one.seated for one in permits.rows) else EASY_WALK
    outlines = {
        name: Outline.of(name, draft.pairs, light, empty, schedule)
        for name, draft in fitted.drafts.items()
    }

    def sessions(seconds: Mapping[str, Sequence[int]]) -> tuple[Session, ...]:
        return tuple(
            [one.session(seconds.get(name, ()), frame, least_s) for name, one in outlines.items()]
        )

    plans = tuple(
        [
            PhasePlan(phase, _days(phase, permits), sessions(seconds))
            for phase, seconds in zip(phases, fitted.seconds, strict=False)
        ]
    )
    trains = any(draft.pairs for draft in fitted.drafts.values())
    first = plans[0].sessions if plans else sessions({})
    return Programme(
        weeks=schedule.weeks,
        sessions=first,
        phases=plans if trains else (),
        drills=drills if trains else (),
        stretches=stretches_for(permits) if trains else (),
        retest_weeks=tuple([retest.week for retest in schedule.retests]),
        roles={
            name: {one.exercise.id: one.role for one in draft.choices}
            for name, draft in fitted.drafts.items()
        },
        pain_limit=limit,
        stays=stays,
        short=tuple([one.name for one in first if one.seconds < least_s]),
        aching=tuple([region for region in Region if region in permits.aching]),
    )


def _days(phase: Phase, permits: Permits) -> int:
    client = permits.client
    return min(client.days, phase.beginner_days) if client.level == 1 else client.days
