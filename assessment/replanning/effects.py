"""What a change does: minutes and regions, before and after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from assessment.core.assess import Assessment
from questions.model import Region


class BeforeAfter(NamedTuple):
    """A figure before a change and after it."""

    before: int
    after: int


class Effect(NamedTuple):
    """What is otherwise in a plan; what stays as it was is there too."""

    seconds: Mapping[str, BeforeAfter]
    """How long each session takes in the first weeks, by its name; 0 where there is none."""
    sets: Mapping[Region, BeforeAfter]
    """Sets a week of the first weeks, by the region that an exercise was chosen for."""
    serves: Mapping[Region, BeforeAfter]
    """How many exercises train a region as a main one, whatever they were chosen for."""
    comes: tuple[str, ...]
    """Ids of exercises that are new in the plan."""
    goes: tuple[str, ...]
    """Ids of exercises that are in no session any more."""


def effect_of(before: Assessment, after: Assessment) -> Effect:
    """Return what differs between two plans of the same client."""
    lasts = _seconds(before), _seconds(after)
    sets, serves = (_sets(before), _sets(after)), (_serves(before), _serves(after))
    ids = (
        [one.exercise.id for one in before.exercises],
        [one.exercise.id for one in after.exercises],
    )
    return Effect(
        {
            name: BeforeAfter(lasts[0].get(name, 0), lasts[1].get(name, 0))
            for name in dict.fromkeys((*lasts[0], *lasts[1]))
        },
        {region: BeforeAfter(sets[0][region], sets[1][region]) for region in Region},
        {region: BeforeAfter(serves[0][region], serves[1][region]) for region in Region},
        tuple(one for one in ids[1] if one not in ids[0]),
        tuple(one for one in ids[0] if one not in ids[1]),
    )


def _seconds(assessment: Assessment) -> dict[str, int]:
    sessions = assessment.programme.sessions if assessment.programme else ()
    return {one.name: one.seconds for one in sessions}


def _sets(assessment: Assessment) -> Counter[Region]:
    weekly: Counter[Region] = Counter()
    by_id = {one.exercise.id: one for one in assessment.exercises}
    for session in assessment.programme.sessions if assessment.programme else ():
        for name in session.exercises:
            weekly[by_id[name].region] += by_id[name].first.sets
    return weekly


def _serves(assessment: Assessment) -> Counter[Region]:
    return Counter(region for one in assessment.exercises for region in one.exercise.primary)
