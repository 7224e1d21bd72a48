"""An exercise, a goal and the weeks -> sets, repetitions and effort."""

from __future__ import annotations

from typing import NamedTuple

from assessment.catalogue.model import Catalogue, Dose, Exercise
from assessment.catalogue.schedule import Phase, Span
from assessment.core.client import Client

GOAL_DOSES = {"comfort": "E", "fitness": "G", "muscle": "H", "strength": "S", "sport": "P"}
OWN_DOSES = ("skill", "hold", "N")
"""Doses that belong to an exercise, whatever the goal and the weeks."""
NO_HEAVY_LOAD = frozenset(
    {
        "osteoporosis",
        "spine_fracture",
        "treated_high_bp",
        "bp_160_100",
        "hernia",
        "age_65",
    }
)
"""Cautions with which nobody is given the strength dose (evidence, section 5.2, row S)."""


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


def dose_for(exercise: Exercise, client: Client, catalogue: Catalogue) -> Dose:
    """Return the dose that suits the exercise and the goal (evidence, section 5.2)."""
    if exercise.doses[0] in OWN_DOSES:
        return catalogue.dose[exercise.doses[0]]
    wanted = GOAL_DOSES[client.goal]
    if wanted == "P" and "P" not in exercise.doses:
        wanted = "S"
    if wanted == "S" and not _may_lift_heavy(exercise, client):
        wanted = "G"
    if "P" in exercise.doses:
        wanted = "P"
    return catalogue.dose[wanted]


class Limits(NamedTuple):
    """What the cautions of a client allow, whatever the goal: the highest RPE, repetitions."""

    effort: int
    repetitions: tuple[Span, ...]


def limits_of(client: Client, catalogue: Catalogue) -> Limits:
    """Return the limits of all cautions of *client* together (evidence, section 3.2)."""
    cautions = [catalogue.caution[caution] for caution in client.cautions]
    return Limits(
        min((one.most_effort for one in cautions), default=10),
        tuple(one.repetitions for one in cautions if one.repetitions is not None),
    )


def work_in(phase: Phase, dose: Dose, limits: Limits) -> Work:
    """Return what *dose* asks for in *phase*, within *limits*.

    Effort is never above what the dose, the weeks and every caution allow (evidence,
    sections 5.2 and 6.3). Sets may become fewer where time is short.
    """
    sets = min(phase.sets, dose.sets[1])
    if dose.code in OWN_DOSES:
        return Work(sets, dose.repetitions, _at_most(dose.effort, limits.effort))
    wanted = phase.repetitions.get(dose.code, dose.repetitions)
    repetitions = (
        _within(wanted, limits.repetitions)
        or _within(dose.repetitions, limits.repetitions)
        or limits.repetitions[-1]
    )
    return Work(sets, repetitions, _at_most(phase.effort, min(limits.effort, dose.effort[1])))


def set_seconds(exercise: Exercise, dose: Dose, work: Work) -> int:
    """Return how long one set takes at the top of its range, both sides, in seconds."""
    return work.repetitions[1] * dose.seconds_per_repetition * exercise.sides


def _may_lift_heavy(exercise: Exercise, client: Client) -> bool:
    return "S" in exercise.doses and client.level >= 2 and NO_HEAVY_LOAD.isdisjoint(client.cautions)


def _at_most(effort: Span, most: int) -> Span:
    """Return *effort* cut at *most*; one that lies above it becomes the two steps up to it."""
    low, high = effort
    return (low, min(high, most)) if low <= most else (most - 1, most)


def _within(repetitions: Span, limits: tuple[Span, ...]) -> Span | None:
    """Return what *repetitions* and all *limits* share, or None where that is not a range."""
    low = max(one[0] for one in (repetitions, *limits))
    high = min(one[1] for one in (repetitions, *limits))
    return (low, high) if low < high or not limits else None
