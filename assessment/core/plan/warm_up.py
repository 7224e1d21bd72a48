"""How a session begins and ends: the drills and the stretches that there is time for."""

from __future__ import annotations

from typing import NamedTuple

from assessment.catalogue.model import Catalogue, Exercise
from assessment.catalogue.schedule import Schedule, Stretch
from assessment.core.plan.chooser import exclusions
from assessment.core.plan.client import Client
from assessment.core.plan.doses import Work, set_seconds
from assessment.core.plan.swaps import changes_for


class Drill(NamedTuple):
    """An exercise of the warm-up: how often, and how to do it differently."""

    exercise: Exercise
    repetitions: int
    changes: tuple[str, ...]


def drills_for(client: Client, catalogue: Catalogue) -> tuple[Drill, ...]:
    """Return the exercises of the warm-up: as many as it has time for, none that is excluded."""
    schedule = catalogue.schedule
    room, drills = schedule.frame[client.minutes].drills_s, []
    for drill in schedule.drills:
        exercise, dose = catalogue.exercise[drill.exercise], catalogue.dose[drill.dose]
        seconds = set_seconds(exercise, dose, Work(1, dose.repetitions, dose.effort))
        if seconds <= room and not exclusions(exercise, client, catalogue):
            room -= seconds
            changes = changes_for(exercise, client, catalogue)
            drills.append(Drill(exercise, dose.repetitions[1], changes))
    return tuple(drills)


def stretches_for(client: Client, schedule: Schedule) -> tuple[Stretch, ...]:
    """Return the stretches that there is time for and that no caution and no injury excludes."""
    frame, stretches = schedule.frame[client.minutes], []
    room = frame.cool_down_s - frame.walk_at_end_s
    for stretch in schedule.stretches:
        allowed = set(client.cautions).isdisjoint(stretch.excluded_by)
        if stretch.seconds <= room and allowed and stretch.region not in client.held:
            room -= stretch.seconds
            stretches.append(stretch)
    return tuple(stretches)
