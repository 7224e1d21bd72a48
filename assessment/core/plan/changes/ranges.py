"""How many sets and repetitions, and how hard: what the rules leave to the trainer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from assessment.catalogue.schedule import Phase, Span
from assessment.core.plan.doses import Dosing
from assessment.core.plan.permits import Permits
from questions.model import Region

LEAST_EFFORT = 1


class DoseRange(NamedTuple):
    """What may be asked for of an exercise, by the id of the phase; both ends are allowed."""

    sets: Mapping[str, Span]
    repetitions: Mapping[str, Span]
    effort: Mapping[str, Span]


def dose_range(
    exercise: str, region: Region, permits: Permits, phases: tuple[Phase, ...]
) -> DoseRange:
    """Return what a trainer may ask for of *exercise* for *region* in each of *phases*.

    Sets and effort go as far up as the rules themselves, and down to one. Repetitions are those
    of any goal's dose that the client may have of it, within what the cautions ask for.
    """
    dosing, permit = Dosing(permits, phases), permits.of(exercise)
    dose = dosing.dose_for(permit)
    works = dosing.works(permit, region, dose)
    spans = dosing.allowed_repetitions(permit, dose)
    ids = [one.id for one in phases]
    return DoseRange(
        {one: (1, work.sets) for one, work in zip(ids, works, strict=True)},
        dict(zip(ids, spans, strict=True)),
        {one: (LEAST_EFFORT, work.effort[1]) for one, work in zip(ids, works, strict=True)},
    )
