"""An exercise, a goal and the weeks -> sets, repetitions and effort."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from assessment.catalogue.model import Catalogue, Dose, Exercise
from assessment.catalogue.schedule import Phase, Span
from assessment.core.plan.client import Client


class Work(NamedTuple):
    """How much of an exercise, and how hard, in one phase."""

    sets: int
    repetitions: Span
    effort: Span
    """RPE, of 10."""

    @property
    def rpe(self) -> str:
        """The effort as ``RPE 5-6``, or ``RPE 7`` where it is one figure."""
        low, high = self.effort
        return f"RPE {low}" if low == high else f"RPE {low}-{high}"


class Limits(NamedTuple):
    """What the cautions of a client allow together, whatever the goal (docs/rules.md 5.3)."""

    effort: int
    repetitions: tuple[Span, ...]
    heavy: bool
    tempo: str | None
    least_rest_s: int


def limits_for(client: Client, catalogue: Catalogue) -> Limits:
    """Return the limits of all cautions of *client* together."""
    cautions = [catalogue.caution[caution] for caution in client.cautions]
    return Limits(
        effort=min((one.most_effort for one in cautions), default=10),
        repetitions=tuple(one.repetitions for one in cautions if one.repetitions is not None),
        heavy=all(one.heavy for one in cautions),
        tempo=next((one.tempo for one in cautions if one.tempo), None),
        least_rest_s=max((one.least_rest_s for one in cautions), default=0),
    )


def dose_for(exercise: Exercise, client: Client, limits: Limits, catalogue: Catalogue) -> Dose:
    """Return the dose that suits the exercise and the goal, within *limits* (docs/rules.md 6.1)."""
    own = catalogue.dose[exercise.doses[0]]
    if own.is_own:
        return own
    wanted = catalogue.goal_dose[client.goal].code
    if wanted == "P" and "P" not in exercise.doses:
        wanted = "S"
    if wanted == "S" and not ("S" in exercise.doses and client.level >= 2 and limits.heavy):
        wanted = "G"
    if wanted == "E" and set(exercise.doses) == {"S"}:
        wanted = "G"  # twenty repetitions are not for what is trained with few
    if "P" in exercise.doses:
        wanted = "P"
    dose = catalogue.dose[wanted]
    if limits.tempo is None and dose.rest_s >= limits.least_rest_s:
        return dose
    rest_s = max(dose.rest_s, limits.least_rest_s)
    return replace(dose, tempo=limits.tempo or dose.tempo, rest_s=rest_s)


def work_by_phase(phases: Sequence[Phase], dose: Dose, limits: Limits) -> tuple[Work, ...]:
    """Return what *dose* asks for in each of *phases*, within *limits*.

    Effort is never above what the dose, the weeks and every caution allow
    (docs/rules.md 6.3). Where the weeks ask for repetitions that a caution does not
    allow, those of the weeks before stay. A dose of an exercise's own keeps its repetitions in
    all weeks. Sets may become fewer where time is short.
    """
    works: list[Work] = []
    repetitions = _within(dose.repetitions, limits.repetitions) or _shared(limits.repetitions)
    for phase in phases:
        sets = min(phase.sets, dose.sets[1])
        if dose.is_own:
            own = _at_most(dose.effort, min(limits.effort, phase.effort[1]))
            works.append(Work(sets, dose.repetitions, own))
            continue
        wanted = phase.repetitions.get(dose.code, dose.repetitions)
        repetitions = _within(wanted, limits.repetitions) or repetitions
        effort = _at_most(phase.effort, min(limits.effort, dose.effort[1]))
        works.append(Work(sets, repetitions, effort))
    return tuple(works)


def set_seconds(exercise: Exercise, dose: Dose, work: Work) -> int:
    """Return how long one set takes at the top of its range, both sides, in seconds."""
    return work.repetitions[1] * dose.seconds_per_repetition * exercise.sides


def _at_most(effort: Span, most: int) -> Span:
    """Return *effort* cut at *most*; one that lies above it becomes the two steps up to it."""
    low, high = effort
    return (low, min(high, most)) if low <= most else (most - 1, most)


def _shared(spans: tuple[Span, ...]) -> Span:
    """Return what all *spans* share."""
    return max(low for low, _ in spans), min(high for _, high in spans)


def _within(repetitions: Span, limits: tuple[Span, ...]) -> Span | None:
    """Return what *repetitions* and all *limits* share, or None where that is not a range."""
    low, high = _shared((repetitions, *limits))
    return (low, high) if low < high or not limits else None
