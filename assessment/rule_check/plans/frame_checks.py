"""What must hold of how sessions are filled: how many exercises, sets, minutes, stretches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from assessment.core.assess import Assessment
from assessment.core.plan.minutes.sessions import EASY_WALK, Session
from assessment.core.plan.programme import PhasePlan, Programme
from assessment.rule_check.plans.marks import of_the_choice
from assessment.rule_check.plans.person import Person
from assessment.rule_check.plans.week import MINUTE_S, Week, parts_of
from questions.model import Region


def find_frame_faults(
    assessment: Assessment, programme: Programme, person: Person
) -> Iterator[str]:
    """Yield in words what is wrong with how the sessions are filled, each with its rule."""
    week = Week.of(assessment, programme, person)
    left_out = {one.exercise.id for one in assessment.left_out}
    for session in programme.sessions:
        yield from _of_the_count(session, week, left_out)
    yield from (
        f"left out: {one.exercise.id}, and nothing says why"
        for one in assessment.left_out
        if not one.because
    )
    held = {name for session in programme.sessions for name in session.exercises}
    for name in sorted(week.prescribed.keys() - held):
        yield f"count: {name} is prescribed and in no session"
    yield from _of_the_stretches(programme, person)
    if not held <= week.prescribed.keys():
        return
    for first in week.first:
        yield from _of_the_first_region(week, first)
    for number, phase in enumerate(programme.phases):
        yield from _of_the_minutes(phase, number, week)


def _of_the_count(session: Session, week: Week, left_out: set[str]) -> Iterator[str]:
    name, ids, person = session.name, set(session.exercises), week.person
    if len(ids) > (most := person.evidence.most_exercises[person.minutes]):
        yield f"count: session {name} has {len(ids)} exercises, {most} at most"
    if strange := sorted(ids - week.prescribed.keys()):
        yield f"count: session {name} has {strange}, which are not prescribed"
    if not ids and not left_out:
        yield f"count: session {name} is empty and nothing says why"
    walks = any(block.name == EASY_WALK for block in session.blocks)
    if walks and "cannot_stand" in person.cautions:
        yield f"seated: session {name} is a walk for a client who does not stand"
    for exercise in sorted(left_out & {*ids, *session.warm_up}):
        yield f"left out: {exercise} is left out and in session {name}"


@of_the_choice
def _of_the_first_region(week: Week, first: Region) -> Iterator[str]:
    """Yield the regions that have more sets a week than the first of the top regions."""
    if all(first not in (one.region, *one.exercise.primary) for one in week.prescribed.values()):
        person = week.person
        rows = (row for row in person.evidence.rows.values() if first in row.primary)
        if row := next((one for one in rows if person.is_for_somebody(one)), None):
            yield f"first region: nothing is for {first}, though {row.id} may be done"
    if all(one.region is not first for one in week.prescribed.values()):
        return
    for number, phase in enumerate(week.programme.phases):
        weekly: Counter[str] = Counter()
        for name in (name for session in phase.sessions for name in session.exercises):
            one = week.prescribed[name]
            weekly[one.region] += one.work[number].sets
        for region, sets in weekly.items():
            if sets > weekly[first] and not _has_to(region, number, week):
                told = f"{sets} sets, {first} {weekly[first]}: {phase.phase.id}"
                yield f"first region: {region} has {told}"


def _has_to(region: str, number: int, week: Week) -> bool:
    """Return whether all that is for *region* has to be there, once, as there is no time."""
    if not week.is_short:
        return False
    for session in week.programme.sessions:
        rows = week.rows(session)
        for row in rows:
            one = week.prescribed[row.id]
            once = one.work[number].sets == 1 and week.is_needed(row, rows)
            if one.region == region and not once:
                return False
    return True


def _of_the_minutes(phase: PhasePlan, number: int, week: Week) -> Iterator[str]:
    """Yield sessions over the client's minutes, or well under them and not said to be."""
    person = week.person
    for session in phase.sessions:
        for block in parts_of(session):
            taken = _seconds(block.exercises, number, week)
            if taken != block.seconds:
                told = f"{block.seconds} seconds are said, {taken} taken"
                yield f"minutes: {' and '.join(block.exercises)}: {told}"
        seconds, room = sum(block.seconds for block in session.blocks), person.minutes * MINUTE_S
        if seconds > room:
            took = f"{seconds / MINUTE_S:.1f} of {person.minutes} minutes"
            yield f"minutes: session {session.name} takes {took}: {phase.phase.id}"
        is_short = seconds < person.evidence.minutes["least_share"] * room
        if number == 0 and is_short is not (session.name in week.programme.short):
            told = "" if is_short else "not "
            yield f"short: session {session.name} is {told}short, and it is told otherwise"


def _seconds(names: Sequence[str], number: int, week: Week) -> int:
    """Return how long one exercise, or two in turn, take: setting up, rounds, rests, changes."""
    rule, total, rounds, rest_s, done = week.person.evidence.minutes, 0, 0, 0, 0
    for name in names:
        one = week.prescribed[name]
        work = one.work[number]
        kit = one.how.kit
        total += max((rule["kit_s"][each] for each in kit), default=rule["without_kit_s"])
        tempo = sum(int(part) for part in one.dose.tempo.split("-"))
        total += work.sets * work.repetitions[1] * tempo * one.exercise.sides
        rounds, rest_s = max(rounds, work.sets), max(rest_s, one.dose.rest_s)
        done += work.sets
    changes = done - 1 if len(names) > 1 else 0
    return total + rounds * rest_s + changes * int(rule["change_s"])


def _of_the_stretches(programme: Programme, person: Person) -> Iterator[str]:
    for stretch in programme.stretches:
        barring = person.evidence.stretches.get(stretch.id)
        if barring is None:
            yield f"stretch: {stretch.id} is not known to the evidence"
            continue
        for caution in sorted(barring & person.cautions):
            yield f"stretch: {stretch.id} in spite of {caution}"
        if stretch.region in person.hurt_regions:
            yield f"stretch: {stretch.id} with {', '.join(sorted(person.hurt))} hurt"
