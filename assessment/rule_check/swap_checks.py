"""What must hold of every swap on paper, checked against the content and not by ``core.swaps``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from assessment.catalogue.model import Catalogue, Caution, Exercise, Swap
from assessment.catalogue.patterns import Pattern
from assessment.core.assess import Assessment
from assessment.core.plan.client import Client
from assessment.core.plan.programme import Prescription
from assessment.rule_check.evidence import objections
from questions.model import Region

HIGHEST_LEVEL = 3


class _Movement(NamedTuple):
    """What a swap asks of a body and of a gym."""

    pattern: Pattern
    level: int
    excluded_by: frozenset[str]
    kit: tuple[tuple[str, ...], ...]
    primary: tuple[Region, ...]


def find_swap_faults(
    one: Prescription, assessment: Assessment, catalogue: Catalogue
) -> Iterator[str]:
    """Yield in words every swap of *one* that this client may not do."""
    client = Client.of(assessment.sheet, assessment.gate.cautions)
    cautions = [catalogue.caution[caution] for caution in client.cautions]
    for way, swap in one.swaps._asdict().items():
        if swap is None:
            continue
        name = f"{way} of {one.exercise.id} ({swap.text!r})"
        movement = _movement(swap, one.exercise, catalogue)
        yield from (f"{name} {fault}" for fault in _barred(movement, cautions))
        if movement.kit and not any(client.equipment >= set(kit) for kit in movement.kit):
            yield f"{name} without its kit"
        if not client.held.isdisjoint(movement.primary):
            yield f"{name} for a region hurt in the last 6 weeks"
        if swap.exercise is not None:
            found = objections(swap.exercise, HIGHEST_LEVEL, client.cautions, client.equipment)
            yield from (f"{name}: {fault}" for fault in found)
        if way == "harder":
            yield from (f"{name} {fault}" for fault in _capped(one.exercise, cautions))


def _movement(swap: Swap, exercise: Exercise, catalogue: Catalogue) -> _Movement:
    """Return what *swap* is: the exercise that it names, or its own movement."""
    if swap.exercise is not None:
        named = catalogue.exercise[swap.exercise]
        excluded_by = frozenset((*named.excluded_by, *swap.excluded_by))
        return _Movement(named.pattern, named.level, excluded_by, named.kit, named.primary)
    return _Movement(
        swap.pattern or exercise.pattern,
        swap.level or exercise.level,
        frozenset(swap.excluded_by),
        swap.kit,
        exercise.primary,
    )


def _barred(movement: _Movement, cautions: list[Caution]) -> Iterator[str]:
    for caution in cautions:
        if movement.pattern in caution.excludes:
            yield f"is of pattern {movement.pattern.value} in spite of {caution.id}"
        elif caution.id in movement.excluded_by:
            yield f"in spite of {caution.id}"
        elif movement.level > caution.most_level:
            yield f"is of level {movement.level} in spite of {caution.id}"


def _capped(exercise: Exercise, cautions: list[Caution]) -> Iterator[str]:
    for caution in cautions:
        if exercise.level == caution.most_level < HIGHEST_LEVEL:
            yield f"in spite of {caution.id}, which allows nothing harder"
