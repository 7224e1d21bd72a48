"""What must hold of the weeks of an exercise: dose, effort, repetitions, and that it grows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from assessment.core.plan.doses import Work
from assessment.core.plan.programme import Prescription, Programme
from assessment.rule_check.plans.evidence import Span
from assessment.rule_check.plans.person import Person

FIRST_WEEKS, LAST_WEEKS = "learn", "strengthen"


def find_week_faults(one: Prescription, programme: Programme, person: Person) -> Iterator[str]:
    """Yield in words what is wrong with the doses of *one* in any weeks."""
    name, phases = one.exercise.id, [plan.phase.id for plan in programme.phases]
    if len(phases) != len(one.work):
        yield f"weeks: {name} has {len(one.work)} doses for {len(phases)} phases"
        return
    for caution in person.cautions:
        if one.dose.code in person.evidence.limits[caution].never_doses:
            yield f"dose: {name} with the dose {one.dose.code} in spite of {caution}"
    if one.dose.code == "S" and person.level(name) < 2:
        yield f"dose: {name} with the dose for strength at level 1"
    yield from _of_the_effort(one, phases, person)
    yield from _of_the_repetitions(one, phases, person)
    yield from _of_the_growth(one, phases, person)


def _of_the_effort(one: Prescription, phases: list[str], person: Person) -> Iterator[str]:
    name, evidence = one.exercise.id, person.evidence
    row = evidence.rows[name]
    gentle = person.is_gentle(row, one.region)
    for phase, work in zip(phases, one.work, strict=True):
        most = evidence.most_in_weeks[phase]
        effort = work.effort[1]
        is_eased = phase != FIRST_WEEKS and effort <= evidence.eased.most_effort
        is_eased = is_eased and person.is_eased(evidence.eased.caution, row.group)
        if work.sets > most["sets"] or (effort > most["effort"] and not is_eased):
            yield f"weeks: {name} with {work.sets} sets at effort {effort}: {phase}"
        if gentle and effort > evidence.pain["gentle_effort"]:
            why = "kept for what is hurt" if person.keeps(row) else "in strong pain"
            yield f"gentle: {name} at effort {effort}, {why}"
        for caution in person.cautions:
            if effort > _most_effort(caution, row.group, phase, person):
                yield f"effort: {name} at {effort} in spite of {caution}"


def _most_effort(caution: str, group: str, phase: str, person: Person) -> int:
    if phase != FIRST_WEEKS and person.is_eased(caution, group):
        return person.evidence.eased.most_effort
    return person.evidence.limits[caution].most_effort


def _of_the_repetitions(one: Prescription, phases: list[str], person: Person) -> Iterator[str]:
    if one.dose.is_own or _why_it_stays(one, person):
        return
    loaded = _is_loaded(one, person)
    for caution in person.cautions:
        if person.evidence.limits[caution].repetitions is None:
            continue
        for phase, work in zip(phases, one.work, strict=True):
            limit = _limit(one, caution, phase, person, loaded=loaded)
            low, high = work.repetitions
            if limit and not limit[0] <= low <= high <= limit[1]:
                yield f"repetitions: {one.exercise.id} with {low} to {high} in spite of {caution}"


def _limit(
    one: Prescription, caution: str, phase: str, person: Person, *, loaded: bool
) -> Span | None:
    eased = person.evidence.eased
    if caution == eased.caution and loaded and phase != FIRST_WEEKS:
        if person.is_eased(caution, person.evidence.rows[one.exercise.id].group):
            return eased.repetitions
        if phase == LAST_WEEKS:
            return eased.later
    return person.evidence.limits[caution].repetitions


def _of_the_growth(one: Prescription, phases: list[str], person: Person) -> Iterator[str]:
    name = one.exercise.id
    if stays := _why_it_stays(one, person):
        if any(work != one.first for work in one.work):
            yield f"stays: {name} changes in spite of {stays}"
        return
    if set(phases) == {FIRST_WEEKS}:
        yield f"growth: {name} has the first weeks all the time"
    for before, after in pairwise(one.work):
        faults = _of_two_phases(before, after, is_loaded=_is_loaded(one, person))
        yield from (f"growth: {name} {fault}" for fault in faults)


def _of_two_phases(before: Work, after: Work, *, is_loaded: bool) -> Iterator[str]:
    if after.sets < before.sets or after.effort < before.effort:
        yield "has fewer sets or less effort in later weeks"
    if after.is_heavier and not is_loaded:
        yield "is heavier without a weight"
    if _falls(before, after) and not (is_loaded and after.is_heavier):
        yield f"falls from {_said(before)} to {_said(after)}"
    same = after._replace(is_heavier=False) == before._replace(is_heavier=False)
    if same and not after.is_heavier:
        yield f"stays at {_said(after)} and {after.rpe}: nothing grows"


def _why_it_stays(one: Prescription, person: Person) -> str:
    row, limits = person.evidence.rows[one.exercise.id], person.evidence.limits
    if any(limits[caution].stays for caution in person.cautions):
        return "pregnancy"
    aches = one.region in person.aching or not person.aching.isdisjoint(row.primary)
    return "strong pain" if aches else ""


def _falls(before: Work, after: Work) -> bool:
    """Return whether there are fewer repetitions in all, at either end of the range."""
    pairs = zip(before.repetitions, after.repetitions, strict=True)
    return any(after.sets * now < before.sets * then for then, now in pairs)


def _said(work: Work) -> str:
    return f"{work.sets} x {work.repetitions[0]}-{work.repetitions[1]}"


def _is_loaded(one: Prescription, person: Person) -> bool:
    return not person.evidence.weights.isdisjoint(one.how.kit)
