"""What must hold of the catalogue itself, whoever the client is: checked once a walk."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assessment.catalogue.model import Catalogue, Exercise, Variant
from assessment.rule_check.plans.evidence import Row, evidence
from assessment.rule_check.plans.word_checks import pain_figures

SECONDS = re.compile(r"\bseconds?\b|\bcount(?:ing|s)? (?:to|of|for)\b|\b\d+ ?s\b", re.IGNORECASE)
"""Words that count or name seconds: the dose alone says the tempo."""


def find_content_faults(catalogue: Catalogue) -> Iterator[str]:
    """Yield in words what no exercise may say, and where the catalogue is laxer than evidence."""
    for exercise in catalogue.exercises:
        row = evidence().rows.get(exercise.id)
        if row is None:
            yield f"evidence: {exercise.id} is not an exercise of the evidence"
            continue
        yield from _of_the_tempo(exercise)
        yield from _of_the_pain(exercise)
        yield from _of_the_row(exercise, row, catalogue)
    for caution, limit in evidence().limits.items():
        its = catalogue.caution.get(caution)
        if its is None:
            yield f"evidence: {caution} is no caution of the catalogue"
        elif its.most_level > limit.most_level or its.most_effort > limit.most_effort:
            yield f"evidence: {caution} allows more than the evidence"
    for missing in sorted(evidence().rows.keys() - catalogue.exercise.keys()):
        yield f"evidence: {missing} is not in the catalogue"


def _of_the_tempo(exercise: Exercise) -> Iterator[str]:
    for text in _done(exercise):
        if SECONDS.search(text):
            yield f"tempo: {exercise.id} counts seconds beside its dose: {text!r}"


def _of_the_pain(exercise: Exercise) -> Iterator[str]:
    swaps = (exercise.easier, exercise.harder, exercise.no_kit, exercise.if_it_hurts)
    said = (*_done(exercise), exercise.stop_if, *(swap.text for swap in swaps))
    for text, figure in pain_figures(said):
        yield f"pain limit: {exercise.id} has a figure of its own, {figure}: {text!r}"


def _done(exercise: Exercise) -> Iterator[str]:
    """Yield all that is said of doing *exercise*, in each way of it."""
    ways: tuple[Exercise | Variant, ...] = (exercise, *exercise.variant)
    for way in ways:
        yield from (way.start, *way.steps, *(way.cues or ()), *(way.errors or ()))
    yield from exercise.changes.values()


def _of_the_row(exercise: Exercise, row: Row, catalogue: Catalogue) -> Iterator[str]:
    """Yield where the catalogue lets more people do *exercise* than its row."""
    name = exercise.id
    if (exercise.pattern, tuple(exercise.primary)) != (row.pattern, row.primary):
        yield f"evidence: {name} has another pattern or other regions"
    if exercise.level < row.level:
        yield f"evidence: {name} is of level {exercise.level}, not {row.level}"
    if exercise.automatic and name in evidence().never:
        yield f"evidence: {name} may be chosen by the program"
    for caution in sorted(row.removed_by - catalogue.removed_by[name]):
        yield f"evidence: {name} ({row.pattern}) is not left out with {caution}"
    if any(
        not any(own >= needed for needed in row.kit) for own in map(set, exercise.kit) if row.kit
    ):
        yield f"evidence: {name} needs more kit than {exercise.kit}"
