"""What must hold of the sessions: hinges, fast ones, pairs, what has to be there, and minutes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from assessment.core.assess import Assessment
from assessment.core.plan.programme import PhasePlan, Prescription, Programme
from assessment.core.plan.sessions import COOL_DOWN, EASY_WALK, WARM_UP, Block, Session
from assessment.rule_check.evidence import Must, Row
from assessment.rule_check.person import Person
from questions.model import Region

HINGE = "hinge_loaded"
NO_TIME = frozenset(("minutes", "six_exercises"))
"""Why exercises are left out that would be right for a client."""
ENOUGH_MINUTES = 30
"""In fewer there is hardly time for all that a session has to have."""
MINUTE_S = 60
AT_ONCE = 2
"""Exercises of a pair."""


class _Week(NamedTuple):
    """The sessions of a week and what is prescribed, by exercise."""

    programme: Programme
    prescribed: Mapping[str, Prescription]
    person: Person
    first: tuple[Region, ...]
    """The first of the top regions, if there is one."""
    is_short: bool
    """Whether there is no time or no room for all that would be right for the client."""

    def is_full(self) -> bool:
        """Return whether time is short, and all that is in any session has to be there."""
        return self.is_short and not any(
            _spare(session, self) for session in self.programme.sessions
        )

    def rows(self, session: Session) -> list[Row]:
        rows = self.person.evidence.rows
        return [rows[name] for name in session.exercises if name in rows]


def find_session_faults(
    assessment: Assessment, programme: Programme, person: Person
) -> Iterator[str]:
    """Yield in words what is wrong with the sessions of *programme*, each with its rule."""
    most = person.evidence.most_exercises[person.minutes]
    is_short = (
        person.minutes < ENOUGH_MINUTES
        or any(NO_TIME & {*one.because} for one in assessment.left_out)
        or any(len(session.exercises) >= most for session in programme.sessions)
    )
    week = _Week(
        programme,
        {one.exercise.id: one for one in assessment.exercises},
        person,
        assessment.top[:1],
        is_short,
    )
    yield from _of_what_is_there(assessment, programme, person)
    for session in programme.sessions:
        yield from _of_the_hinges(session, week)
        yield from _of_the_pairs(session, week)
        yield from _of_the_kinds(session, week)
        for must in person.evidence.musts:
            yield from _of_a_must(must, session, week)
    yield from _of_the_fast(assessment, week)
    yield from _of_the_kit(assessment, week)
    yield from _of_the_first_region(assessment, week)
    for number, phase in enumerate(programme.phases):
        yield from _of_the_minutes(phase, number, week)
    yield from _of_the_stretches(programme, person)


def _of_what_is_there(
    assessment: Assessment, programme: Programme, person: Person
) -> Iterator[str]:
    chosen = {one.exercise.id for one in assessment.exercises}
    left_out = {one.exercise.id: one.because for one in assessment.left_out}
    for session in programme.sessions:
        name, ids = session.name, set(session.exercises)
        if len(ids) > (most := person.evidence.most_exercises[person.minutes]):
            yield f"count: session {name} has {len(ids)} exercises, {most} at most"
        if not ids <= chosen:
            yield f"count: session {name} has {sorted(ids - chosen)}, which are not prescribed"
        if not ids and not left_out:
            yield f"count: session {name} is empty and nothing says why"
        if "cannot_stand" in person.cautions and any(
            block.name == EASY_WALK for block in session.blocks
        ):
            yield f"seated: session {name} is a walk for a client who does not stand"
        for exercise in sorted(left_out.keys() & {*ids, *session.warm_up}):
            yield f"left out: {exercise} is left out and in session {name}"
    for exercise, because in left_out.items():
        if not because:
            yield f"left out: {exercise}, and nothing says why"
    if programme.phases and chosen != {
        name for session in programme.sessions for name in session.exercises
    }:
        yield "count: what is prescribed is in no session"


def _of_the_hinges(session: Session, week: _Week) -> Iterator[str]:
    hinges = [row.id for row in week.rows(session) if row.pattern == HINGE]
    if len(hinges) > 1:
        yield f"one hinge: session {session.name} has {' and '.join(hinges)}"


def _of_the_pairs(session: Session, week: _Week) -> Iterator[str]:
    for block in _parts(session):
        if len(block.exercises) > AT_ONCE:
            yield f"pairs: {' and '.join(block.exercises)} in turn"
        rows = [week.person.evidence.rows[name] for name in block.exercises]
        for number, one in enumerate(rows):
            for other in rows[number + 1 :]:
                if one.pattern == other.pattern:
                    yield f"pairs: {one.id} with {other.id}, both {one.pattern}"
                elif one.primary[0] == other.primary[0]:
                    yield f"pairs: {one.id} with {other.id}, both for {one.primary[0]}"


def _parts(session: Session) -> Iterator[Block]:
    return (one for one in session.blocks if one.name not in (WARM_UP, COOL_DOWN, EASY_WALK))


def _of_the_kinds(session: Session, week: _Week) -> Iterator[str]:
    """Yield the kinds of movement that *session* lacks though one may be done.

    Where there is no time for all that has to be there, each of its exercises must have to be.
    """
    person, held = week.person, {row.pattern for row in week.rows(session)}
    for kind, patterns in person.evidence.kinds.items():
        if not held.isdisjoint(patterns):
            continue
        free = (row for row in person.evidence.rows.values() if row.pattern in patterns - {HINGE})
        row = next((one for one in free if _may_be(one, person)), None)
        if row is None or (week.is_short and not (spare := _spare(session, week))):
            continue
        told = f", and {spare} has its place" if week.is_short else ""
        yield f"kinds: session {session.name} has not {kind}, such as {row.id}{told}"


def _spare(session: Session, week: _Week) -> str:
    """Return an exercise of *session* that does not have to be there, or nothing.

    What has to is the one of its kind, of the first top region, of the highest level of the plan
    or with the client's kit, and what an answer asks for.
    """
    rows = week.rows(session)
    return next((row.id for row in rows if not _is_needed(row, rows, week)), "")


def _is_needed(row: Row, rows: Sequence[Row], week: _Week) -> bool:
    """Return whether a session of *rows* has to have *row*."""
    evidence, one = week.person.evidence, week.prescribed[row.id]
    others = [other for other in rows if other is not row]
    if row.level == max(each.exercise.level for each in week.prescribed.values()):
        return True
    if any(
        must.exercise == row.id and must.when.says(week.person.answers) for must in evidence.musts
    ):
        return True
    if any(
        row.pattern in kind and all(other.pattern not in kind for other in others)
        for kind in evidence.kinds.values()
    ):
        return True
    if [each for each in week.prescribed.values() if each.how.kit] == [one]:
        return True
    return one.region in week.first and all(
        week.prescribed[other.id].region is not one.region for other in others
    )


def _may_be(row: Row, person: Person) -> bool:
    """Return whether an exercise may be chosen, whichever region it is for."""
    return person.may_be_chosen(row.id) and not any(
        person.is_too_easy(row.id, region) for region in row.primary
    )


def _of_a_must(must: Must, session: Session, week: _Week) -> Iterator[str]:
    person = week.person
    if not must.when.says(person.answers) or not person.may_do(must.exercise):
        return
    if must.exercise not in session.exercises and week.is_short and not _spare(session, week):
        return
    first = next((block.exercises for block in _parts(session)), ())
    if must.exercise not in (first if must.first_pair else session.exercises):
        where = "the first pair of " if must.first_pair else ""
        yield f"must: {must.exercise} is not in {where}session {session.name}"


def _of_the_fast(assessment: Assessment, week: _Week) -> Iterator[str]:
    """Yield the fast and the very hard ones that are first, too often, or too early."""
    person = week.person
    rule, served = person.evidence.fast, set()
    for one in assessment.exercises:
        name = one.exercise.id
        if name in person.evidence.rows and person.evidence.is_fast(name):
            if one.region not in served:
                yield f"fast: {name} is the first choice for {one.region}"
            if person.by_ability(person.evidence.rows[name].group) < rule["level"]:
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


def _of_the_kit(assessment: Assessment, week: _Week) -> Iterator[str]:
    """Yield that no exercise uses the client's kit though one may be done."""
    person = week.person
    if not person.equipment or any(one.how.kit for one in assessment.exercises):
        return
    for row in person.evidence.rows.values():
        owned = any(kit and kit <= person.equipment for kit in row.kit)
        if owned and _may_be(row, person) and not week.is_full():
            yield f"own kit: nothing of the plan uses it, though {row.id} may be done"
            return


def _of_the_first_region(assessment: Assessment, week: _Week) -> Iterator[str]:
    """Yield the regions that have more sets a week than the first of the top regions."""
    for first in assessment.top[:1]:
        if not any(one.region is first for one in assessment.exercises):
            rows = week.person.evidence.rows.values()
            free = (row for row in rows if first in row.primary and _may_be(row, week.person))
            if row := next(free, None):
                yield f"first region: nothing is for {first}, though {row.id} may be done"
            continue
        for number, phase in enumerate(week.programme.phases):
            weekly: Counter[str] = Counter()
            for session in phase.sessions:
                for name in session.exercises:
                    one = week.prescribed[name]
                    weekly[one.region] += one.work[number].sets
            for region, sets in weekly.items():
                if sets > weekly[first] and not _has_to(region, number, week):
                    told = f"{sets} sets, {first} {weekly[first]}: {phase.phase.id}"
                    yield f"first region: {region} has {told}"


def _has_to(region: str, number: int, week: _Week) -> bool:
    """Return whether all that is for *region* has to be there, once, as there is no time."""
    if not week.is_short:
        return False
    for session in week.programme.sessions:
        rows = week.rows(session)
        for row in rows:
            one = week.prescribed[row.id]
            if one.region == region:
                if one.work[number].sets > 1 or not _is_needed(row, rows, week):
                    return False
    return True


def _of_the_minutes(phase: PhasePlan, number: int, week: _Week) -> Iterator[str]:
    """Yield sessions over the client's minutes, or well under them and not said to be."""
    person = week.person
    for session in phase.sessions:
        for block in _parts(session):
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


def _seconds(names: Sequence[str], number: int, week: _Week) -> int:
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
