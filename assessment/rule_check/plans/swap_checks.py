"""What must hold of every swap on paper, checked against evidence and not by ``core.swaps``."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from assessment.catalogue.model import Catalogue, Swap
from assessment.core.plan.programme import Prescription
from assessment.rule_check.plans.person import HIGHEST, Person

HARDER = "harder"


def find_swap_faults(
    one: Prescription, person: Person, chosen: Collection[str], catalogue: Catalogue
) -> Iterator[str]:
    """Yield in words every swap of *one* that this client may not do.

    *chosen* are the exercises of the plan and its warm-up, which have a card.
    """
    for way, swap in zip(one.swaps._fields, one.swaps, strict=True):
        if swap is None:
            continue
        name = f"swap: {way} of {one.exercise.id} ({swap.text!r})"
        for caution in sorted(person.cautions.intersection(swap.excluded_by)):
            yield f"{name} in spite of {caution}"
        if swap.exercise is not None:
            yield from _of_a_named(name, swap.exercise, way, person, chosen)
        else:
            yield from _of_words(name, swap, way, one, person)
        if way == HARDER:
            yield from _of_a_harder(name, one, person, catalogue)


def _of_a_named(
    name: str, exercise: str, way: str, person: Person, chosen: Collection[str]
) -> Iterator[str]:
    """Yield what speaks against the exercise that a swap names."""
    row = person.evidence.rows[exercise]
    yield from (f"{name}: {fault}" for fault in person.barred(exercise))
    most = person.most(row) if way == HARDER else person.level(exercise)
    if row.level > most:
        yield f"{name} leads to {exercise} of level {row.level}, over {most}"
    lifted = [one for one in person.needed_ways(exercise) if one.lifts & person.cautions]
    if lifted and exercise not in chosen:
        yield f"{name} leads to {exercise}, allowed in another way alone, which has no card"


def _of_words(name: str, swap: Swap, way: str, one: Prescription, person: Person) -> Iterator[str]:
    """Yield what speaks against a swap of words, which moves as its exercise or by a pattern."""
    row = person.evidence.rows[one.exercise.id]
    if swap.pattern and swap.pattern != row.pattern:
        for caution in sorted(person.cautions):
            if swap.pattern in person.evidence.excludes[caution]:
                yield f"{name} ({swap.pattern}) in spite of {caution}"
        if person.held("", swap.pattern):
            yield f"{name} ({swap.pattern}) with {', '.join(sorted(person.hurt))} hurt"
    if not person.has_kit(tuple(frozenset(kit) for kit in swap.kit)):
        yield f"{name} without its kit"
    level = swap.level or row.level
    most = person.most(row) if way == HARDER else person.level(row.id)
    if level > most:
        yield f"{name} of level {level}, over {most}"


def _of_a_harder(
    name: str, one: Prescription, person: Person, catalogue: Catalogue
) -> Iterator[str]:
    """Yield why there should be nothing harder: a limit is reached, or care is asked for."""
    row = person.evidence.rows[one.exercise.id]
    for rule, level in person.caps(row):
        if level <= row.level < HIGHEST:
            yield f"{name} in spite of {rule}, which allows nothing harder"
    if person.is_gentle(row, one.region):
        yield f"{name} for what hurts, or is newly hurt"
    swap = one.swaps.harder
    named = swap and swap.exercise
    if swap and named and person.evidence.is_fast(named) and "trainer" not in swap.text:
        yield f"{name} without the trainer"
    if named and named not in catalogue.exercise:
        yield f"{name} leads to nothing"
