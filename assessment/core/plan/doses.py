"""An exercise, a goal and the weeks -> sets, repetitions and effort."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from assessment.catalogue.model import Caution, Dose
from assessment.catalogue.schedule import Phase, Span
from assessment.core.plan.permits import Permit, Permits
from questions.model import Region

STRONG_LEVEL = 2
"""From this level on the dose for strength may be done."""
MOST_EFFORT = 10
"""RPE, where no caution asks for less."""
REMEMBERED = 4096
"""How much of what many clients share is kept."""


class Work(NamedTuple):
    """How much of an exercise, and how hard, in one phase."""

    sets: int
    repetitions: Span
    effort: Span
    """RPE, of 10."""
    is_heavier: bool = False
    """Whether there are fewer repetitions than before, as the weight has grown."""

    @property
    def rpe(self) -> str:
        """The effort as ``RPE 5-6``, or ``RPE 7`` where it is one figure."""
        low, high = self.effort
        return f"RPE {low}" if low == high else f"RPE {low}-{high}"


class _Limits(NamedTuple):
    """What all cautions of a client allow together."""

    most_effort: int
    """By the cautions in spite of which nobody may do more."""
    easing: tuple[Caution, ...]
    """The others."""
    limiting: tuple[Caution, ...]
    """Those that ask for repetitions."""


class _Case(NamedTuple):
    """What decides how much a client does of an exercise, besides its dose and the limits."""

    stays: bool
    is_sparing: bool
    is_loaded: bool
    eased: tuple[Caution, ...]
    """The cautions in spite of which more may be done."""


class Dosing:
    """The doses of one client, within what all cautions allow together (docs/rules.md 5.3)."""

    def __init__(self, permits: Permits, phases: tuple[Phase, ...]) -> None:
        self._permits = permits
        self._phases = phases
        self._catalogue = catalogue = permits.catalogue
        self._goal = catalogue.goal_dose[permits.client.goal].code
        rows = permits.rows
        self._heavy = all(one.heavy for one in rows)
        self._tempo = next((one.tempo for one in rows if one.tempo), None)
        self._least_rest_s = max([one.least_rest_s for one in rows], default=0)
        self._limits = _Limits(
            min([one.most_effort for one in rows if not one.eased], default=MOST_EFFORT),
            tuple([one for one in rows if one.eased]),
            tuple([one for one in rows if one.repetitions]),
        )
        self._weights = catalogue.schedule.setting_up.weights
        self._sparing_effort = catalogue.limits.careful.most_effort

    def dose_for(self, permit: Permit) -> Dose:
        """Return the dose that suits the exercise and the goal (docs/rules.md 6.1)."""
        catalogue, doses = self._catalogue, permit.exercise.doses
        own = catalogue.dose[doses[0]]
        if own.is_own:
            return own
        wanted = self._goal
        if wanted == "P" and "P" not in doses:
            wanted = "S"
        strong = "S" in doses and permit.level >= STRONG_LEVEL and self._heavy and permit.kit
        if wanted == "S" and not strong:
            wanted = "G"
        if wanted == "E" and set(doses) == {"S"}:
            wanted = "G"  # twenty repetitions are not for what is trained with few
        if "P" in doses:
            wanted = "P"
        return _slowed(catalogue.dose[wanted], self._tempo, self._least_rest_s)

    def works(self, permit: Permit, region: Region, dose: Dose) -> tuple[Work, ...]:
        """Return what *dose* asks for of an exercise for *region* in each phase.

        Effort is never above what the dose, the weeks and every caution allow. Without a weight
        nothing ever falls; with one the repetitions may, as it grows. A region in strong pain
        stays as it began. Sets may become fewer where time is short.
        """
        exercise, permits, limits = permit.exercise, self._permits, self._limits
        is_sparing = permits.is_sparing(exercise, region)
        case = _Case(
            is_sparing and not permits.aching.isdisjoint((region, *exercise.primary)),
            is_sparing,
            not self._weights.isdisjoint(permit.kit),
            tuple([one for one in limits.easing if permits.eased(exercise, one)])
            if limits.easing
            else (),
        )
        most = min(dose.effort[1], limits.most_effort)
        if is_sparing:
            most = min(most, self._sparing_effort)
        return _works(case, limits, dose, most, self._phases)


@lru_cache(REMEMBERED)
def _slowed(dose: Dose, tempo: str | None, least_rest_s: int) -> Dose:
    """Return *dose* with what cautions ask for: a *tempo* of their own, and rest."""
    if tempo is None and dose.rest_s >= least_rest_s:
        return dose
    return replace(dose, tempo=tempo or dose.tempo, rest_s=max(dose.rest_s, least_rest_s))


@lru_cache(REMEMBERED)
def _works(
    case: _Case, limits: _Limits, dose: Dose, most: int, phases: tuple[Phase, ...]
) -> tuple[Work, ...]:
    """Return what is done in each of *phases*, of *most* effort; the same for many clients."""
    works: list[Work] = []
    for phase, span in zip(phases, _repetitions(case, limits, dose, phases), strict=True):
        if case.stays and works:
            works.append(works[0])
            continue
        efforts = [_most_effort(one, case, phase) for one in limits.easing]
        limit = min(most, phase.effort[1], *efforts)
        effort = _at_most(dose.effort if dose.is_own else phase.effort, limit)
        fewer = bool(works) and span < works[-1].repetitions
        works.append(Work(min(phase.sets, dose.sets[1]), span, effort, is_heavier=fewer))
    return tuple(works)


def _repetitions(case: _Case, limits: _Limits, dose: Dose, phases: Sequence[Phase]) -> list[Span]:
    """Return the repetitions of each phase, within the limits of every caution."""
    named = dose.loaded if case.is_loaded else dose.unloaded
    wanted = [named.get(phase.id, dose.repetitions) for phase in phases]
    if not limits.limiting or dose.is_own:
        return wanted
    if case.is_loaded:
        return [
            _with_weight(span, limits.limiting, case, phase)
            for phase, span in zip(phases, wanted, strict=True)
        ]
    low, high = limit = _shared([one.repetitions or dose.repetitions for one in limits.limiting])
    within = [_within(span, limit) for span in wanted]
    if all(within):
        return [span for span in within if span]
    middle = (low + high) // 2
    parts = ((low, middle), (low, high), (middle, high))
    return [parts[min(number, len(parts) - 1)] for number, _ in enumerate(phases)]


def _with_weight(wanted: Span, limiting: Sequence[Caution], case: _Case, phase: Phase) -> Span:
    """Return the repetitions with a weight: those a caution asks for, else those wanted."""
    later = [_later(one, case, phase) for one in limiting]
    limit = _shared(
        [span or one.repetitions or wanted for one, span in zip(limiting, later, strict=True)]
    )
    return limit if any(later) else _within(wanted, limit) or limit


def _most_effort(caution: Caution, case: _Case, phase: Phase) -> int:
    """Return the effort that *caution* allows at most in *phase*."""
    if caution.eased and caution in case.eased and phase.id in caution.eased.repetitions:
        return caution.eased.most_effort
    return caution.most_effort


def _later(caution: Caution, case: _Case, phase: Phase) -> Span | None:
    """Return the repetitions that *caution* itself asks for in *phase*."""
    if caution.eased and caution in case.eased and phase.id in caution.eased.repetitions:
        return caution.eased.repetitions[phase.id]
    return caution.later_repetitions.get(phase.id)


def _at_most(effort: Span, most: int) -> Span:
    """Return *effort* cut at *most*; one that lies above it becomes the two steps up to it."""
    low, high = effort
    return (low, min(high, most)) if low <= most else (most - 1, most)


def _shared(spans: Sequence[Span]) -> Span:
    """Return what all *spans* share."""
    return max(low for low, _ in spans), min(high for _, high in spans)


def _within(repetitions: Span, limit: Span) -> Span | None:
    """Return what *repetitions* and *limit* share, or None where that is not a range."""
    low, high = _shared((repetitions, limit))
    return (low, high) if low < high else None
