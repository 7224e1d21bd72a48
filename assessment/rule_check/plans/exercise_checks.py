"""What must hold of every exercise of a plan: that it may be done, how hard, and in which way."""

from __future__ import annotations

from collections.abc import Iterator

from assessment.catalogue.model import Catalogue
from assessment.core.plan.how_to import HowTo
from assessment.core.plan.programme import Prescription
from assessment.rule_check.plans.person import Person


def find_exercise_faults(one: Prescription, person: Person, catalogue: Catalogue) -> Iterator[str]:
    """Yield in words what is wrong with the choice of *one*, each with the name of its rule."""
    name = one.exercise.id
    yield from find_barred(name, one.how, person, catalogue)
    if harder := person.is_too_easy(name, one.region):
        yield f"too easy: {name} for {one.region}, where {harder} may be done"
    yield from _of_the_changes(one, person, catalogue)


def find_barred(name: str, how: HowTo, person: Person, catalogue: Catalogue) -> Iterator[str]:
    """Yield what forbids an exercise of a session or its warm-up, done as *how* says."""
    evidence = person.evidence
    row = evidence.rows.get(name)
    if row is None:
        yield f"unknown: {name} is not an exercise of the evidence"
        return
    if name in evidence.never:
        yield f"never: {name} is never to be chosen by the program"
    yield from person.barred(name)
    yield from _of_the_level(name, person)
    yield from _of_the_way(name, how, person, catalogue)


def _of_the_level(name: str, person: Person) -> Iterator[str]:
    row = person.evidence.rows[name]
    if row.level <= person.level(name):
        return
    if row.level > person.experience:
        yield f"level: {name} of level {row.level} by experience {person.experience}"
    able = person.by_ability(row.group)
    if row.level > able < person.experience:
        yield f"level by movement: {name} of level {row.level}, {row.group} of level {able}"
    for rule, level in person.caps(row):
        if row.level > level:
            yield f"level: {name} of level {row.level} in spite of {rule}"


def _of_the_way(name: str, how: HowTo, person: Person, catalogue: Catalogue) -> Iterator[str]:
    """Yield a way that is not one of those that have to be, or that something bars."""
    for way in person.needed_ways(name):
        if how.figure not in way.ways:
            yield f"way: {name} as {how.figure}, not as {' or '.join(sorted(way.ways))}"
    for caution in person.evidence.barred_ways.get(how.figure, frozenset()) & person.cautions:
        yield f"way: {how.figure} in spite of {caution}"
    if person.is_held_way(how.figure):
        yield f"way: {how.figure} with {', '.join(sorted(person.hurt))} hurt"
    if not person.equipment.issuperset(how.kit):
        yield f"kit: {how.figure} with {how.kit}, which the client has not"
    exercise = catalogue.exercise[name]
    variant = next((one for one in exercise.variant if one.id == how.figure), None)
    if variant is None and how.figure != name:
        yield f"way: {name} with the drawing {how.figure}"
    elif (how.steps, how.start) != ((variant or exercise).steps, (variant or exercise).start):
        yield f"way: {name} drawn as {how.figure}, with other steps"


def _of_the_changes(one: Prescription, person: Person, catalogue: Catalogue) -> Iterator[str]:
    """Yield a change for a caution beside the other way that this caution led to."""
    exercise, figure = one.exercise, one.how.figure
    variant = next((each for each in exercise.variant if each.id == figure), None)
    if variant is None or not one.changes:
        return
    others = person.cautions.difference(variant.cautions)
    meant = {_change(other, one, catalogue) for other in others}
    for caution in person.cautions.intersection(variant.cautions):
        if (said := _change(caution, one, catalogue)) in one.changes and said not in meant:
            yield f"change: {exercise.id} for {caution} beside {figure}"


def _change(caution: str, one: Prescription, catalogue: Catalogue) -> str | None:
    """Return what is said of an exercise for a caution, with the client's pain limit."""
    its, general = one.exercise.changes.get(caution), catalogue.caution[caution]
    if (
        its is None
        and general.change
        and (not general.patterns_changed or one.exercise.pattern in general.patterns_changed)
    ):
        its = general.change
    return its and its.replace("{too_much}", one.limit.too_much)
