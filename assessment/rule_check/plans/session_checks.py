"""What must hold of the sessions: hinges, fast ones, pairs, kinds, kit, what has to be there."""

from __future__ import annotations

from collections.abc import Iterator

from assessment.core.assess import Assessment
from assessment.core.plan.minutes.sessions import Session
from assessment.core.plan.programme import Programme
from assessment.rule_check.plans.evidence import Must
from assessment.rule_check.plans.marks import of_the_choice
from assessment.rule_check.plans.person import Person
from assessment.rule_check.plans.week import HINGE, Week, parts_of

AT_ONCE = 2
"""Exercises of a pair."""


def find_session_faults(
    assessment: Assessment, programme: Programme, person: Person
) -> Iterator[str]:
    """Yield in words what is wrong with the sessions of *programme*, each with its rule."""
    week = Week.of(assessment, programme, person)
    for session in programme.sessions:
        yield from _of_the_hinges(session, week)
        yield from _of_the_pairs(session, week)
        yield from _of_the_kinds(week, session)
        for must in person.evidence.musts:
            yield from _of_a_must(week, must, session)
    yield from _of_the_fast(assessment, week)
    yield from _of_the_kit(week, assessment)


def _of_the_hinges(session: Session, week: Week) -> Iterator[str]:
    hinges = [row.id for row in week.rows(session) if row.pattern == HINGE]
    if len(hinges) > 1:
        yield f"one hinge: session {session.name} has {' and '.join(hinges)}"


def _of_the_pairs(session: Session, week: Week) -> Iterator[str]:
    for block in parts_of(session):
        if len(block.exercises) > AT_ONCE:
            yield f"pairs: {' and '.join(block.exercises)} in turn"
        rows = [week.person.evidence.rows[name] for name in block.exercises]
        for number, one in enumerate(rows):
            for other in rows[number + 1 :]:
                if one.pattern == other.pattern:
                    yield f"pairs: {one.id} with {other.id}, both {one.pattern}"
                elif one.primary[0] == other.primary[0]:
                    yield f"pairs: {one.id} with {other.id}, both for {one.primary[0]}"


@of_the_choice
def _of_the_kinds(week: Week, session: Session) -> Iterator[str]:
    """Yield the kinds of movement that *session* lacks though one may be done.

    Where there is no time for all that has to be there, each of its exercises must have to be.
    """
    person, held = week.person, {row.pattern for row in week.rows(session)}
    for kind, patterns in person.evidence.kinds.items():
        if not held.isdisjoint(patterns):
            continue
        free = (row for row in person.evidence.rows.values() if row.pattern in patterns - {HINGE})
        row = next((one for one in free if person.is_for_somebody(one)), None)
        if row is None or (week.is_short and not (spare := week.spare(session))):
            continue
        told = f", and {spare} has its place" if week.is_short else ""
        yield f"kinds: session {session.name} has not {kind}, such as {row.id}{told}"


@of_the_choice
def _of_a_must(week: Week, must: Must, session: Session) -> Iterator[str]:
    person = week.person
    if not (must.when.says(person.answers) and person.may_do(must.exercise)):
        return
    if must.exercise not in session.exercises and week.is_short and not week.spare(session):
        return
    first = next((block.exercises for block in parts_of(session)), ())
    if must.exercise not in (first if must.first_pair else session.exercises):
        where = "the first pair of " if must.first_pair else ""
        yield f"must: {must.exercise} is not in {where}session {session.name}"


def _of_the_fast(assessment: Assessment, week: Week) -> Iterator[str]:
    """Yield the fast and the very hard ones that are first, too often, or too early."""
    person = week.person
    rule, served = person.evidence.fast, set()
    for one in assessment.exercises:
        name = one.exercise.id
        if name in person.evidence.rows and person.evidence.is_fast(name):
            if one.region not in served:
                yield f"fast: {name} is the first choice for {one.region}"
            able = person.by_ability(person.evidence.rows[name].group)
            if able < rule["level"] and name not in person.with_trainer:
                yield f"fast: {name} below level {rule['level']} of its group"
        served.add(one.region)
    days = 0
    for session in week.programme.sessions:
        fast = sum(row.pattern in rule["patterns"] for row in week.rows(session))
        days += bool(fast)
        if fast > rule["a_session"]:
            yield f"fast: session {session.name} has {fast} of them"
    if days > rule["a_week"]:
        yield f"fast: in {days} sessions a week"


@of_the_choice
def _of_the_kit(week: Week, assessment: Assessment) -> Iterator[str]:
    """Yield that no exercise uses the client's kit though one may be done."""
    person = week.person
    if not person.equipment or any(one.how.kit for one in assessment.exercises):
        return
    most = person.catalogue.schedule.frame[person.minutes].most_level
    for row in person.evidence.rows.values():
        if row.level > most:
            continue
        owned = row.pattern != HINGE and any(kit and kit <= person.equipment for kit in row.kit)
        if owned and person.is_for_somebody(row) and not week.is_full():
            yield f"own kit: nothing of the plan uses it, though {row.id} may be done"
            return
