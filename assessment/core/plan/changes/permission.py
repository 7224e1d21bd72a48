"""Which exercises a trainer may choose for a client, and what speaks against the others.

It asks the permits, as the choice of the rules does; what is here beside them is which reason
to name, and what is allowed with the trainer there.
"""

from __future__ import annotations

from typing import NamedTuple

from assessment.catalogue.gym_choices import GYM_KIT, GYM_NEVER
from assessment.catalogue.model import Exercise
from assessment.core.plan.changes.errors import Reason
from assessment.core.plan.how_to import pain_limit
from assessment.core.plan.permits import HELD, KIT, Permits
from assessment.core.plan.swaps import swaps_for
from assessment.core.plan.too_easy import is_too_easy
from questions.model import Region

OF_PERMIT = {
    GYM_NEVER: Reason.GYM_NEVER,
    HELD: Reason.HOLD,
    KIT: Reason.KIT,
    GYM_KIT: Reason.GYM_KIT,
}
"""What removes an exercise and is no caution, the weightiest last."""
EXPERIENCE = "experience"


class Barred(NamedTuple):
    """Why an exercise may not be chosen, and the cautions or answers behind it."""

    reason: Reason
    because: tuple[str, ...] = ()


def barred(exercise: Exercise, region: Region | None, permits: Permits) -> Barred | None:
    """Return why a trainer may not choose *exercise* for *region*; None: it may be chosen.

    Without *region* it is for any that it trains.
    """
    permit, name = permits.of(exercise.id), exercise.id
    if permit.removed_by:
        others = tuple(one for one in permit.removed_by if one not in OF_PERMIT)
        if others:
            return Barred(Reason.CAUTION, others)
        first = next(one for one in (HELD, GYM_NEVER, GYM_KIT, KIT) if one in permit.removed_by)
        return Barred(OF_PERMIT[first], (first,))
    if not exercise.automatic:
        return Barred(Reason.NEVER)
    is_alone = name not in permits.catalogue.hardest or name in permits.with_trainer
    if not permit.holds or not is_alone:
        return _above(exercise, permits)
    if exercise.too_easy and is_too_easy(permit, region, permits):
        return Barred(Reason.TOO_EASY)
    return None


def needs_trainer(exercise: Exercise, permits: Permits) -> bool:
    """Return whether the rules allow *exercise* with the trainer there, and not without.

    That is what the paper names as harder "with your trainer": something that the client may do
    leads to it, nothing asks for care with it, and no caution, pain or injury speaks against its
    level. So it is one step at a time, and never what cautions or pain bar.
    """
    permit = permits.of(exercise.id)
    if permit.removed_by or not exercise.automatic or exercise.level > permit.most:
        return False
    if permit.holds:
        return exercise.id in permits.catalogue.hardest
    limit = pain_limit(permits)
    for one in permits.catalogue.exercises:
        if exercise.id not in (one.harder.exercise, *_harder_ways(one)):
            continue
        its = permits.of(one.id)
        if not its.holds or one.id in permits.with_trainer:
            continue
        leads = swaps_for(its, one.primary[0], permits, limit).harder
        if leads and leads.exercise == exercise.id:
            return True
    return False


def _harder_ways(exercise: Exercise) -> tuple[str | None, ...]:
    return tuple(one.harder.exercise for one in exercise.variant if one.harder)


def _above(exercise: Exercise, permits: Permits) -> Barred:
    """Return why *exercise* is too hard, or that it needs the trainer."""
    if needs_trainer(exercise, permits):
        return Barred(Reason.WITH_TRAINER)
    because = permits.capped_by(exercise)
    if permits.client.level < exercise.level:
        because = (*because, EXPERIENCE)
    pains = set(permits.client.pain_items.values())
    if because and pains.issuperset(because):
        return Barred(Reason.PAIN, because)
    return Barred(Reason.LEVEL, because)
