"""What must hold of the sessions and weeks of everybody who may train."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from assessment.catalogue.model import Catalogue, Exercise
from assessment.catalogue.patterns import Pattern
from assessment.core.assess import Assessment
from assessment.core.plan.chooser import exclusions
from assessment.core.plan.client import Client
from assessment.core.plan.programme import Prescription, Programme
from assessment.core.plan.sessions import EASY_WALK

MOST_EXERCISES = 6
MOST_PAIN = 5
"""Over this an exercise stops (docs/evidence.md 3.2), so nothing loaded is begun as it stands."""
MOST_A_WEEK = {"nordic-curl": 2}
"""In how many sessions of a week at most (docs/evidence.md 5.2, row N)."""
MOST_IN_WEEKS = {"learn": (2, 6), "build": (3, 7), "strengthen": (3, 8)}
"""Phase -> the most sets and the highest RPE, of 10 (docs/evidence.md 6.3)."""
LOADED_BENDS = (Pattern.HINGE_LOADED, Pattern.HINGE_BALLISTIC)


def find_plan_faults(
    assessment: Assessment, programme: Programme, client: Client, catalogue: Catalogue
) -> Iterator[str]:
    """Yield in words everything in *programme* that must not be."""
    seated = catalogue.keeps_seated(client.cautions)
    yield from _of_the_sessions(assessment, programme, seated=seated)
    yield from _of_the_week(programme)
    yield from _of_the_minutes(programme, client)
    yield from _of_the_kinds(programme, client, catalogue)
    yield from _of_the_stretches(programme, client)
    for one in assessment.exercises:
        yield from _of_the_weeks(one, client, catalogue)
        yield from _of_the_phases(one, catalogue)
        yield from _of_the_pain(one, client, catalogue)


def _of_the_sessions(
    assessment: Assessment, programme: Programme, *, seated: bool
) -> Iterator[str]:
    chosen = {one.exercise.id for one in assessment.exercises}
    left_out = {one.exercise.id for one in assessment.left_out}
    for session in programme.sessions:
        ids = set(session.exercises)
        if len(ids) > MOST_EXERCISES:
            yield f"session {session.name} has {len(ids)} exercises"
        if not ids <= chosen:
            yield f"session {session.name} has {sorted(ids - chosen)}, which are not prescribed"
        if not ids and not assessment.left_out:
            yield f"session {session.name} is empty and nothing says why"
        if seated and any(block.name == EASY_WALK for block in session.blocks):
            yield f"session {session.name} is a walk for a client who does not stand"
        for exercise in sorted(left_out.intersection((*ids, *session.warm_up))):
            yield f"{exercise} is left out and in session {session.name}"


def _of_the_week(programme: Programme) -> Iterator[str]:
    """Yield the exercises that more sessions hold than a week may have."""
    for name, most in MOST_A_WEEK.items():
        if (held := _sessions_with(name, programme)) > most:
            yield f"{name} is in {held} sessions a week"


def _sessions_with(exercise: str, programme: Programme) -> int:
    return sum(exercise in session.exercises for session in programme.sessions)


def _of_the_minutes(programme: Programme, client: Client) -> Iterator[str]:
    """Yield the sessions of any weeks that take longer than the client has."""
    phases = [("", programme.sessions), *((one.phase.id, one.sessions) for one in programme.phases)]
    for phase, sessions in phases:
        for session in sessions:
            if session.seconds > client.minutes * 60:
                took = f"{session.seconds / 60:.1f} of {client.minutes} minutes"
                yield f"session {session.name} takes {took} {phase}".rstrip()


def _of_the_kinds(programme: Programme, client: Client, catalogue: Catalogue) -> Iterator[str]:
    """Yield the kinds of movement that a session lacks though there is one for this client."""
    for slot in catalogue.slots:
        exercises = [
            catalogue.exercise[name]
            for name in slot.exercises
            if name not in MOST_A_WEEK or _sessions_with(name, programme) < MOST_A_WEEK[name]
        ]
        if not any(_may_be_done(one, client, catalogue) for one in exercises):
            continue
        for session in programme.sessions:
            kinds = {catalogue.exercise[name].pattern for name in session.exercises}
            if kinds.isdisjoint(slot.patterns):
                yield f"session {session.name} has not {slot.name}"


def _may_be_done(exercise: Exercise, client: Client, catalogue: Catalogue) -> bool:
    held = client.held.intersection(exercise.primary)
    over = exercise.level > client.level
    return not (held or over or exclusions(exercise, client, catalogue))


def _of_the_stretches(programme: Programme, client: Client) -> Iterator[str]:
    for stretch in programme.stretches:
        against = [*set(client.cautions).intersection(stretch.excluded_by)]
        against += ["an injury"] if stretch.region in client.held else []
        if against:
            yield f"the stretch of the {stretch.name} in spite of {against[0]}"


def _of_the_weeks(one: Prescription, client: Client, catalogue: Catalogue) -> Iterator[str]:
    """Yield the doses of any weeks that are over what a caution allows, or that fall."""
    name = one.exercise.id
    for caution_id in client.cautions:
        caution = catalogue.caution[caution_id]
        if one.dose.code == "S" and not caution.heavy:
            yield f"{name} with the dose for strength in spite of {caution_id}"
        for work in one.work:
            if work.effort[1] > caution.most_effort:
                yield f"{name} at effort {work.effort[1]} in spite of {caution_id}"
            limits = None if one.dose.is_own else caution.repetitions
            if limits and not limits[0] <= work.repetitions[0] <= work.repetitions[1] <= limits[1]:
                yield f"{name} with {work.repetitions} repetitions in spite of {caution_id}"
    if any(after.sets < before.sets for before, after in pairwise(one.work)):
        yield f"{name} has fewer sets in later weeks"


def _of_the_phases(one: Prescription, catalogue: Catalogue) -> Iterator[str]:
    """Yield the doses that are over what their weeks allow."""
    for phase, work in zip(catalogue.schedule.phases, one.work, strict=True):
        sets, effort = MOST_IN_WEEKS[phase.id]
        if work.sets > sets or work.effort[1] > effort:
            yield f"{one.exercise.id} with {work.sets} sets at effort {work.effort[1]}: {phase.id}"


def _of_the_pain(one: Prescription, client: Client, catalogue: Catalogue) -> Iterator[str]:
    """Yield a loaded bend that a client with a very sore low back would begin as it stands."""
    pain = client.pains.get("pain_low_back", 0)
    if pain > MOST_PAIN and one.exercise.pattern in LOADED_BENDS:
        if {said.change for said in catalogue.soreness}.isdisjoint(one.changes):
            yield f"{one.exercise.id} with no word about low back pain of {pain}"
        if one.swaps.harder is not None:
            yield f"{one.exercise.id} with a harder form in spite of low back pain of {pain}"
