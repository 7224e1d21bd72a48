"""``assess(sheet)``: the one door from answers to their meaning."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from assessment.catalogue.gym_choices import GYM_KIT, GYM_NEVER, NO_CHOICES, GymChoices
from assessment.catalogue.model import Catalogue
from assessment.catalogue.schedule import Instead
from assessment.core.answers import AnswerSheet
from assessment.core.gate import Gate, Outcome, gate
from assessment.core.plan.advice import Advice, LeftOut, advise
from assessment.core.plan.changes.model import NO_CHANGES, Add, PlanChanges, Swap, TrainerNote
from assessment.core.plan.choices import Choice
from assessment.core.plan.chooser import ENOUGH, MINUTES, TOO_EASY
from assessment.core.plan.client import Client
from assessment.core.plan.hand import Hand
from assessment.core.plan.levels import group_levels
from assessment.core.plan.minutes.balance import lead_of
from assessment.core.plan.permits import HELD, KIT, Permits
from assessment.core.plan.programme import Prescribed, Prescription, Programme, prescribe
from assessment.core.scores.doing_well import doing_well
from assessment.core.scores.four_signs import FourSign, four_signs
from assessment.core.scores.measurements import Measurement, take_measurements
from assessment.core.scores.scoring import (
    RegionScore,
    Score,
    overall_score,
    score_regions,
)
from assessment.core.scores.top_regions import top_regions
from questions.model import Region

TOLD_LATER = {KIT: 1, GYM_KIT: 1, GYM_NEVER: 1, MINUTES: 2, ENOUGH: 3, TOO_EASY: 4}
"""What is told after all that a client may not do."""


@dataclass(frozen=True, slots=True)
class EmptyRegion:
    """A top region without an exercise: what removed all of them, and what to do instead."""

    region: Region
    because: tuple[str, ...]
    instead: Instead


@dataclass(frozen=True, slots=True)
class Assessment:
    """The whole result for one answer sheet.

    ``empty_regions`` are top regions with no exercise that this client may do;
    ``crowded_out`` are top regions that did not fit into the client's minutes.
    ``signs`` are the article's four, empty where the outcome shows no score.
    ``regions`` is None where the outcome shows no score; ``programme`` is None and
    ``exercises`` is empty unless the outcome is ``train``. ``overall`` is None there too,
    and where fewer than six regions have a score. ``measurements`` are shown where scores are.
    """

    sheet: AnswerSheet
    gate: Gate
    overall: Score | None
    regions: Mapping[Region, RegionScore] | None
    top: tuple[Region, ...]
    exercises: tuple[Prescription, ...]
    left_out: tuple[LeftOut, ...]
    empty_regions: tuple[EmptyRegion, ...]
    crowded_out: tuple[Region, ...]
    programme: Programme | None
    measurements: tuple[Measurement, ...] = ()
    signs: tuple[FourSign, ...] = ()
    doing_well: tuple[Region, ...] = ()
    levels: Mapping[str, int] | None = None
    left_by_trainer: tuple[Region, ...] = ()
    """Top regions for which a trainer left nothing in the plan."""
    changes: PlanChanges = NO_CHANGES
    """What a trainer changed of the plan that the rules made."""
    client_notes: Mapping[str | None, TrainerNote] = field(default_factory=dict)
    """What a trainer wrote for the client to read: by exercise, None for the whole plan."""
    basis: Basis | None = field(default=None, compare=False, repr=False)
    """What the plan was made from; None without a plan."""

    @property
    def chosen_by_trainer(self) -> frozenset[str]:
        """The exercises of the plan that a trainer swapped in or added."""
        edits = [one.edit for one in self.changes.changes]
        into = [one.into for one in edits if isinstance(one, Swap)]
        added = [one.exercise for one in edits if isinstance(one, Add)]
        return frozenset((*into, *added)) & {one.exercise.id for one in self.exercises}

    @property
    def outcome(self) -> Outcome:
        """What the program does with the answers."""
        return self.gate.outcome

    def rounds_off(self, one: Prescription) -> bool:
        """Return whether a session has *one* to be whole, and not for a region that stands out.

        Where none stands out, every exercise is there because of what was answered.
        """
        return bool(self.top) and one.region not in self.top and not one.is_asked_for


@dataclass(frozen=True, slots=True)
class Basis:
    """What a plan is made from, so that it can be changed and made again.

    ``permits`` are those of the client as the rules see them, ``sessions`` the choices of the
    rules that found room.
    """

    advice: Advice
    permits: Permits
    sessions: Mapping[str, tuple[Choice, ...]]


def assess(sheet: AnswerSheet, catalogue: Catalogue, gym: GymChoices = NO_CHOICES) -> Assessment:
    """Return what *sheet* means: the gate first, then the scores, then the advice.

    *gym* has its own choices, within the rules.
    """
    judged = gate(sheet)
    if not judged.outcome.shows_score:
        return Assessment(sheet, judged, None, None, (), (), (), (), (), None)
    regions = score_regions(sheet, catalogue.norms)
    rules = sheet.questionnaire.rules
    overall, top = overall_score(regions, rules.overall), top_regions(regions, rules.top)
    signs = four_signs(sheet)
    assessed = Assessment(
        sheet,
        judged,
        overall,
        regions,
        top,
        exercises=(),
        left_out=(),
        empty_regions=(),
        crowded_out=(),
        programme=None,
        measurements=take_measurements(sheet, catalogue),
        signs=signs,
        doing_well=doing_well(sheet, regions, top, signs),
    )
    if judged.outcome is not Outcome.TRAIN:
        return assessed
    permits = Permits(Client.of(sheet, judged.cautions, gym), catalogue, gym)
    advice, prescribed = _plan(partial(advise, sheet, permits, regions, top), permits, top)
    return _planned(assessed, advice, prescribed, permits)


def _plan(
    advised: Callable[[frozenset[Region]], Advice], permits: Permits, top: tuple[Region, ...]
) -> tuple[Advice, Prescribed]:
    """Return the advice of *advised*, and what comes of it for the client's minutes.

    Where other regions are ahead of the first of the *top* regions, kinds of movement are done for
    others than these, if that brings it forward.
    """
    spared: frozenset[Region] = frozenset()
    best: tuple[Advice, Prescribed] | None = None
    while True:
        advice = advised(spared)
        prescribed = prescribe(advice, permits, top)
        if best is None or lead_of(prescribed.ahead) < lead_of(best[1].ahead):
            best = advice, prescribed
        if prescribed.ahead.keys() <= spared:
            return best
        spared |= prescribed.ahead.keys()


def with_plan(
    assessed: Assessment, advice: Advice, permits: Permits, hand: Hand | None = None
) -> Assessment:
    """Return *assessed* with the exercises of *advice*, as the *hand* of a trainer asks.

    Raises:
        TooLongError: What a trainer asks for does not fit into the client's minutes.
    """
    prescribed = prescribe(advice, permits, assessed.top, hand)
    return _planned(assessed, advice, prescribed, permits, by_trainer=hand is not None)


def _planned(
    assessed: Assessment,
    advice: Advice,
    prescribed: Prescribed,
    permits: Permits,
    *,
    by_trainer: bool = False,
) -> Assessment:
    trained = {
        region for one in prescribed.exercises for region in (one.region, *one.exercise.primary)
    }
    untrained = [region for region in assessed.top if region not in trained]
    possible = [region for region in untrained if region in advice.possible]
    crowded = [region for region in possible if not by_trainer or region in assessed.crowded_out]
    return replace(
        assessed,
        exercises=prescribed.exercises,
        left_out=_left_out(advice, prescribed, {one.exercise.id for one in prescribed.exercises}),
        empty_regions=tuple(
            _empty(region, advice, permits) for region in untrained if region not in possible
        ),
        crowded_out=tuple(crowded),
        programme=prescribed.programme,
        levels=group_levels(assessed.sheet),
        left_by_trainer=tuple(region for region in possible if region not in crowded),
        basis=Basis(advice, permits, prescribed.sessions),
    )


def _left_out(advice: Advice, prescribed: Prescribed, chosen: set[str]) -> tuple[LeftOut, ...]:
    """Return what is in no session, each exercise once, what matters most first.

    That is what may not be done; then what lacks kit, what there was no time for, what is too easy.
    """
    inside = chosen.union(*[one.warm_up for one in prescribed.programme.sessions])
    found: dict[str, LeftOut] = {}
    for one in (*advice.passed_over, *prescribed.no_time):
        if one.exercise.id not in inside:
            found.setdefault(one.exercise.id, one)
    return in_order_of_telling(found.values())


def in_order_of_telling(left_out: Iterable[LeftOut]) -> tuple[LeftOut, ...]:
    """Return what was *left_out*, what matters most first."""
    return tuple(sorted(left_out, key=_matters))


def _matters(one: LeftOut) -> int:
    """Return how far behind *one* is told: 0 the first."""
    return TOLD_LATER.get(one.because[0], 0) if one.because else 0


def _empty(region: Region, advice: Advice, permits: Permits) -> EmptyRegion:
    """Return why *region* has no exercise, and what to do instead."""
    catalogue = permits.catalogue
    lists = catalogue.choices_for(region, permits.client.level)
    candidates = {name for each in lists for name in (*each.main, *each.light)}
    because = tuple(
        dict.fromkeys(
            reason
            for one in advice.passed_over
            if one.exercise.id in candidates
            for reason in one.because
        )
    )
    kind = "caution"
    if HELD in because:
        kind = "injury"
    elif because and {KIT, GYM_KIT, GYM_NEVER}.issuperset(because):
        kind = "kit"
    return EmptyRegion(region, because, catalogue.schedule.instead[kind])
