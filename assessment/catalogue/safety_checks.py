"""Mistakes in swaps and changes: what would be laxer than its exercise, or never be printed."""

from __future__ import annotations

from collections.abc import Iterator

from assessment.catalogue.crosschecks import Tables
from assessment.catalogue.model import Caution, Exercise, Swap
from assessment.catalogue.tables import unknown
from questions.source import Entry, Fault

WAYS = ("easier", "harder", "no_kit", "if_it_hurts")
MILD_WAYS = ("easier", "no_kit", "if_it_hurts")
"""Swaps that may ask for no more than the exercise does."""


def mistakes_in_swaps(tables: Tables) -> Iterator[Fault]:
    """Yield every swap that is not what its name says, and every change that nobody reads."""
    exercises = {exercise.id: exercise for _, exercise in tables.exercises}
    cautions = {caution.id: caution for _, caution in tables.cautions}
    for entry, exercise in tables.exercises:
        for way in WAYS:
            swap: Swap = getattr(exercise, way)
            yield from unknown(entry, way, swap.excluded_by, set(cautions))
            if swap.exercise is not None and swap.exercise not in exercises:
                yield from unknown(entry, way, (swap.exercise,), set(exercises))
            else:
                named = exercises[swap.exercise] if swap.exercise else None
                yield from _wrong_way(entry, way, exercise, swap, named)
        yield from _dead_changes(entry, exercise, cautions)
    for entry, caution in tables.cautions:
        yield from _dead_patterns(entry, caution, list(exercises.values()))


def _wrong_way(
    entry: Entry, way: str, exercise: Exercise, swap: Swap, named: Exercise | None
) -> Iterator[Fault]:
    """Yield what in the swap called *way* is against its name; *named* is what it leads to."""
    if named is exercise:
        yield entry.fault(f"{way} leads to the exercise itself", way)
    level = swap.level or (named or exercise).level
    if way in MILD_WAYS and level > exercise.level:
        yield entry.fault(f"{way} is of level {level}, allowed is {exercise.level} at most", way)
    if way in MILD_WAYS and swap.kit:
        yield entry.fault(f"{way} needs kit, allowed is none besides the exercise's own", way)
    if way == "no_kit" and named is not None and named.kit:
        yield entry.fault(f"{way} names {named.id!r}, which needs kit", way)


def _dead_changes(
    entry: Entry, exercise: Exercise, cautions: dict[str, Caution]
) -> Iterator[Fault]:
    """Yield the changes for cautions that leave the exercise out anyway."""
    for name in exercise.changes:
        if name in cautions and _removes(cautions[name], exercise):
            message = f"changes for {name!r} are never printed, as it excludes the exercise"
            yield entry.fault(f"{message}; leave them out", name)


def _dead_patterns(entry: Entry, caution: Caution, exercises: list[Exercise]) -> Iterator[Fault]:
    """Yield the patterns whose change is never printed, as the caution leaves no exercise."""
    for pattern in caution.patterns_changed:
        if all(_removes(caution, one) for one in exercises if one.pattern is pattern):
            message = f"patterns_changed names {pattern.value!r}, of which it leaves no exercise"
            yield entry.fault(f"{message}; leave it out", "patterns_changed")


def _removes(caution: Caution, exercise: Exercise) -> bool:
    return caution.id in exercise.excluded_by or caution.forbids(exercise.pattern, exercise.level)
