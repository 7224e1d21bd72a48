"""An exercise, a goal and the weeks -> sets, repetitions and effort."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from assessment.catalogue.model import Caution, Dose, Exercise
from assessment.catalogue.schedule import Phase, Span
from assessment.core.plan.permits import Permit, Permits
from questions.model import Region

STRONG_LEVEL = 2
"""From this level on the dose for strength may be done."""
REMEMBERED = 4096
"""How much of what many clients share is kept."""


class Work(NamedTuple):
    """How much of an exercise, and how hard, in one phase."""

    sets: int
    repetitions: Span
    effort: Span
    """RPE, of 10."""
    is_heavier: bool = False
    """Whether the weight has grown: there are fewer repetitions than before, or all else stays."""

    @property
    def rpe(self) -> str:
        """The effort as ``RPE 5-6``, or ``RPE 7`` where it is one figure."""
        low, high = self.effort
        return f"RPE {low}" if low == high else f"RPE {low}-{high}"


class _Limits(NamedTuple):
    """What all cautions of a client allow together."""

    rows: tuple[Caution, ...]
    limiting: tuple[Caution, ...]
    """Those that ask for repetitions."""
    sparing_effort: int
    """The most for what hurts."""


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
        self._instead = catalogue.schedule.frame[permits.client.minutes].doses
        rows = permits.rows
        self._stays = any(one.stays for one in rows)
        self._heavy = all(one.heavy for one in rows)
        self._tempo = next((one.tempo for one in rows if one.tempo), None)
        self._least_rest_s = max([one.least_rest_s for one in rows], default=0)
        self._easing = [one for one in rows if one.eased]
        self._limits = _Limits(
            tuple(rows),
            tuple([one for one in rows if one.repetitions]),
            catalogue.limits.careful.most_effort,
        )
        self._weights = catalogue.schedule.setting_up.weights

    def dose_for(self, permit: Permit) -> Dose:
        """Return the dose that suits the exercise and the goal (docs/rules.md 6.1)."""
        catalogue, doses = self._catalogue, permit.exercise.doses
        own = catalogue.dose[doses[0]]
        if own.is_own:
            return own
        is_sore = self._permits.is_sore(permit.exercise)
        wanted = "G" if is_sore else self._goal
        if wanted == "P" and "P" not in doses:
            wanted = "S"
        if wanted == "S" and not self._may_be_strong(permit):
            wanted = "G"
        if wanted == "E" and set(doses) == {"S"}:
            wanted = "G"  # twenty repetitions are not for what is trained with few
        if "P" in doses and not is_sore:
            wanted = "P"
        wanted = self._instead.get(wanted, wanted)
        return _slowed(catalogue.dose[wanted], self._tempo, self._least_rest_s)

    def allowed_repetitions(self, permit: Permit, dose: Dose) -> tuple[Span, ...]:
        """Return the fewest and the most repetitions that may be asked for in each phase.

        They are those of *dose* and of the other goals for which this client may do the exercise,
        within the limits of every caution.
        """
        doses = [dose]
        if not dose.is_own:
            others = ("E", "G") if self._permits.is_sore(permit.exercise) else ("E", "G", "H")
            codes = [*others, *(["S"] if self._may_be_strong(permit) else [])]
            doses += [self._catalogue.dose[code] for code in codes if code in permit.exercise.doses]
        spans = [
            span
            for one in doses
            for span in (one.repetitions, *one.loaded.values(), *one.unloaded.values())
        ]
        widest = min(low for low, _ in spans), max(high for _, high in spans)
        if dose.is_own or not self._limits.limiting:
            return (widest,) * len(self._phases)
        eased = [one for one in self._easing if self._permits.eased(permit.exercise, one)]
        case = _Case(False, False, self.grows_by_weight(permit), tuple(eased))
        return tuple([_allowed(widest, case, self._limits, phase) for phase in self._phases])

    def _may_be_strong(self, permit: Permit) -> bool:
        """Return whether the client may have the dose for strength of an exercise."""
        is_able = permit.level >= STRONG_LEVEL and bool(permit.kit)
        return "S" in permit.exercise.doses and is_able and self._heavy

    def works(self, permit: Permit, region: Region, dose: Dose) -> tuple[Work, ...]:
        """Return what *dose* asks for of an exercise for *region* in each phase.

        Effort is never above what the dose, the weeks and every caution allow. Without a weight
        nothing ever falls; with one the repetitions may, as it grows. A region in strong pain
        stays as it began, and so does all of a client whose first weeks are repeated. Sets may
        become fewer where time is short.
        """
        exercise = permit.exercise
        eased = [one for one in self._easing if self._permits.eased(exercise, one)]
        case = _Case(
            self.stays(exercise, region),
            self._permits.is_sparing(exercise, region),
            self.grows_by_weight(permit),
            tuple(eased),
        )
        return _works(case, self._limits, dose, self._phases)

    def with_sets(
        self, permit: Permit, region: Region, works: Sequence[Work], sets: Sequence[int]
    ) -> tuple[Work, ...]:
        """Return *works* with as many *sets* as there is time for.

        Where nothing else grows a weight does.
        """
        grows = self.grows_by_weight(permit) and not self.stays(permit.exercise, region)
        fitted: list[Work] = []
        for work, count in zip(works, sets, strict=True):
            one = work if work.sets == count else Work(count, *work[1:])
            if grows and fitted and one[:3] == fitted[-1][:3] and not one.is_heavier:
                one = one._replace(is_heavier=True)
            fitted.append(one)
        return tuple(fitted)

    def stays(self, exercise: Exercise, region: Region) -> bool:
        """Return whether *exercise* for *region* stays as it begins."""
        aching = self._permits.aching
        return self._stays or (bool(aching) and not aching.isdisjoint((region, *exercise.primary)))

    def grows_by_weight(self, permit: Permit) -> bool:
        """Return whether the client uses a weight, which can grow."""
        return not self._weights.isdisjoint(permit.kit)


@lru_cache(REMEMBERED)
def _slowed(dose: Dose, tempo: str | None, least_rest_s: int) -> Dose:
    """Return *dose* with what cautions ask for: a *tempo* of their own, and rest."""
    if tempo is None and dose.rest_s >= least_rest_s:
        return dose
    return replace(dose, tempo=tempo or dose.tempo, rest_s=max(dose.rest_s, least_rest_s))


@lru_cache(REMEMBERED)
def _works(case: _Case, limits: _Limits, dose: Dose, phases: tuple[Phase, ...]) -> tuple[Work, ...]:
    """Return what is done in each of *phases*; it is the same for many clients."""
    works: list[Work] = []
    for phase, span in zip(phases, _repetitions(case, limits, dose, phases), strict=True):
        if case.stays and works:
            works.append(works[0])
            continue
        effort = _effort(case, limits, dose, phase)
        fewer = bool(works) and span < works[-1].repetitions
        works.append(Work(min(phase.sets, dose.sets[1]), span, effort, is_heavier=fewer))
    return tuple(works)


def _effort(case: _Case, limits: _Limits, dose: Dose, phase: Phase) -> Span:
    """Return the effort: no more than dose, weeks, cautions and what hurts allow.

    A client for whom a caution is eased may do as much as that says.
    """
    raised = [
        one.eased.most_effort
        for one in case.eased
        if one.eased and phase.id in one.eased.repetitions and not dose.is_own
    ]
    others = [one.most_effort for one in limits.rows if not raised or one not in case.eased]
    most = max([min(dose.effort[1], phase.effort[1]), *raised])
    if case.is_sparing:
        others.append(limits.sparing_effort)
    low, high = dose.effort if dose.is_own else phase.effort
    return _at_most((low, max([high, *raised])), min([most, *others]))


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


def _allowed(widest: Span, case: _Case, limits: _Limits, phase: Phase) -> Span:
    """Return what of *widest* the cautions allow in *phase*."""
    spans = [one.repetitions or widest for one in limits.limiting]
    if case.is_loaded:
        later = [_later(one, case, phase) for one in limits.limiting]
        spans = [span or one for span, one in zip(later, spans, strict=True)]
    return _shared(spans)


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
