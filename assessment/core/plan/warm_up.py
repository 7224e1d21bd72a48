"""How a session begins and ends: the drills and the stretches that there is time for."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from assessment.catalogue.limits import PainLimit
from assessment.catalogue.model import Exercise
from assessment.catalogue.schedule import Stretch
from assessment.core.plan.how_to import HowTo, changes_for, how_to
from assessment.core.plan.minutes.sessions import repetition_seconds
from assessment.core.plan.permits import Permits


@dataclass(frozen=True)
class Drill:
    """An exercise of the warm-up, and how often it is done."""

    exercise: Exercise
    repetitions: int
    limit: PainLimit
    permits: Permits = field(compare=False, repr=False)

    @cached_property
    def how(self) -> HowTo:
        """How this client does it."""
        return how_to(self.permits.of(self.exercise.id), self.limit)

    @cached_property
    def changes(self) -> tuple[str, ...]:
        """How to do it differently."""
        return changes_for(self.permits.of(self.exercise.id), self.permits, self.limit)


def drills_for(permits: Permits, limit: PainLimit) -> tuple[Drill, ...]:
    """Return the exercises of the warm-up: as many as it has time for, none that is excluded."""
    schedule, catalogue = permits.catalogue.schedule, permits.catalogue
    room, drills = schedule.frame[permits.client.minutes].drills_s, []
    for drill in schedule.drills:
        permit, dose = permits.of(drill.exercise), catalogue.dose[drill.dose]
        seconds = dose.repetitions[1] * repetition_seconds(permit.exercise, dose)
        if seconds <= room and permit.holds:
            room -= seconds
            drills.append(Drill(permit.exercise, dose.repetitions[1], limit, permits))
    return tuple(drills)


def stretches_for(permits: Permits) -> tuple[Stretch, ...]:
    """Return the stretches that there is time for and that no caution and no injury excludes."""
    client, schedule = permits.client, permits.catalogue.schedule
    frame, stretches = schedule.frame[client.minutes], []
    room = frame.cool_down_s - frame.walk_at_end_s
    for stretch in schedule.stretches:
        allowed = permits.cautions.isdisjoint(stretch.excluded_by)
        if stretch.seconds <= room and allowed and stretch.region not in client.held:
            room -= stretch.seconds
            stretches.append(stretch)
    return tuple(stretches)
