"""The sessions shared anew: upper and lower body in turn."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto
from itertools import cycle

from assessment.catalogue.model import Exercise
from assessment.catalogue.patterns import Pattern
from assessment.catalogue.schedule import Schedule
from assessment.core.plan.changes import words
from assessment.core.plan.changes.draft import Draft
from assessment.core.plan.changes.errors import Reason
from assessment.core.plan.changes.model import UPPER_LOWER
from assessment.core.plan.changes.permission import barred
from assessment.core.plan.changes.refusals import refusal
from assessment.core.plan.choices import Choice
from questions.model import Region

LOWER_PART = "lower"


class Half(Enum):
    """A half of the body, or the trunk, which belongs to both."""

    LOWER = auto()
    UPPER = auto()
    TRUNK = auto()


HALF_OF = {
    Region.GLUTE_MAX: Half.LOWER,
    Region.HAMSTRINGS: Half.LOWER,
    Region.GLUTE_MED: Half.LOWER,
    Region.CALVES: Half.LOWER,
    Region.UPPER_BACK: Half.UPPER,
    Region.REAR_SHOULDER: Half.UPPER,
    Region.NECK: Half.UPPER,
    Region.LOW_BACK: Half.TRUNK,
}


def share_in_turn(by: str, draft: Draft) -> None:
    """Make the sessions of *draft* those of lower and upper body in turn, as *by* asks.

    The half of the first region with most room to grow begins. A session has all that the plan
    had for its half, and where that leaves room more for it, as the rules would choose.

    Raises:
        ChangeError: There is nothing that the client may do for one half.
    """
    every = list(
        {one.exercise.id: one for each in draft.sessions.values() for one in each}.values()
    )
    first = HALF_OF[draft.assessment.top[0]] if draft.assessment.top else Half.LOWER
    halves = (Half.UPPER, Half.LOWER) if first is Half.UPPER else (Half.LOWER, Half.UPPER)
    schedule, before = draft.catalogue.schedule, draft.held()
    draft.orders = {}
    for name, half in zip(draft.sessions, cycle(halves), strict=False):
        fitting = [one for one in every if half_of(one.exercise, schedule) in (half, Half.TRUNK)]
        draft.sessions[name] = list(_in_one(fitting))
    for name, half in zip(draft.sessions, cycle(halves), strict=False):
        _fill(name, half, draft)
        if all(half_of(one.exercise, schedule) is not half for one in draft.sessions[name]):
            raise refusal(Reason.SPLIT, allowed=words.SPLIT_ONE)
    held = draft.held()
    draft.left |= {name: by for name in before if name not in held}
    draft.split = UPPER_LOWER


def cut_last(session: str, by: str, draft: Draft) -> bool:
    """Take what matters least from *session*; return whether there was more than one."""
    chosen = draft.sessions[session]
    if len(chosen) < 2:
        return False
    exercise = chosen.pop().exercise.id
    draft.forget(exercise)
    if exercise not in draft.held():
        draft.left[exercise] = by
    return True


def half_of(exercise: Exercise, schedule: Schedule) -> Half:
    """Return the half of the body that *exercise* trains: that of its first main region.

    What is for the low back and bends the hips is for the lower body.
    """
    half = HALF_OF[exercise.primary[0]]
    is_lower = schedule.place[exercise.pattern][0] == LOWER_PART
    return Half.LOWER if half is Half.TRUNK and is_lower else half


def _in_one(every: list[Choice]) -> Iterator[Choice]:
    """Yield of *every* choice what one session may hold: one loaded hinge, one rare exercise."""
    hinges = rare = 0
    for one in every:
        is_hinge = one.exercise.pattern is Pattern.HINGE_LOADED
        if (is_hinge and hinges) or (one.is_rare and rare):
            continue
        hinges, rare = hinges + is_hinge, rare + one.is_rare
        yield one


def _fill(session: str, half: Half, draft: Draft) -> None:
    """Cut *session* to as many exercises as it may have, or add what trains *half*."""
    frame = draft.catalogue.schedule.frame[draft.permits.client.minutes]
    chosen = draft.sessions[session]
    del chosen[frame.most_exercises :]
    regions = sorted(
        (one for one in Region if HALF_OF[one] in (half, Half.TRUNK)),
        key=lambda one: (one not in draft.assessment.top, HALF_OF[one] is Half.TRUNK),
    )
    for main in (True, False):
        for region in regions:
            if len(chosen) < frame.exercises and (
                found := _next(region, half, chosen, draft, main=main)
            ):
                chosen.append(draft.choice(found, region))


def _next(
    region: Region, half: Half, chosen: list[Choice], draft: Draft, *, main: bool
) -> Exercise | None:
    """Return the first exercise for *region* that may come to those *chosen*."""
    catalogue, patterns = draft.catalogue, {one.exercise.pattern for one in chosen}
    for name in catalogue.candidates(region, draft.permits.client.level, main=main):
        exercise = catalogue.exercise[name]
        fits = exercise.pattern not in patterns and exercise.pattern is not Pattern.HINGE_LOADED
        is_free = name not in catalogue.hardest and name not in draft.left
        is_free = is_free and half_of(exercise, catalogue.schedule) in (half, Half.TRUNK)
        if fits and is_free and barred(exercise, region, draft.permits) is None:
            return exercise
    return None
