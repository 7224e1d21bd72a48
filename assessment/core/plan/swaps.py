"""An exercise and a client -> what may stand in for it."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from assessment.catalogue.limits import PainLimit
from assessment.catalogue.model import TOO_MUCH, Swap, has_kit
from assessment.core.plan.how_to import changes_for, with_limit
from assessment.core.plan.permits import HIGHEST_LEVEL, Permit, Permits
from questions.model import Region

HARDER = "harder"


class Swaps(NamedTuple):
    """What may stand in for an exercise; None where the swap is not for this client."""

    easier: Swap | None
    harder: Swap | None
    no_kit: Swap | None
    if_it_hurts: Swap | None


def swaps_for(permit: Permit, region: Region, permits: Permits, limit: PainLimit) -> Swaps:
    """Return the swaps of an exercise for *region* that obey the same exclusions as it does.

    A harder form is not for paper where a caution or pain changes how the exercise is done, or a
    caution allows no level above that of the exercise: there the trainer decides.
    """
    exercise, variant = permit.exercise, permit.variant
    is_granted = exercise.id in permits.with_trainer

    def allowed(way: str, most: int) -> Swap | None:
        swap: Swap = (variant and getattr(variant, way)) or getattr(exercise, way)
        if not _is_possible(swap, permit, permits, most):
            return None
        if is_granted and way != HARDER and swap.exercise and not permits.of(swap.exercise).holds:
            return None  # the trainer is there for the exercise itself, not for what stands in
        return replace(swap, text=with_limit(swap.text, limit)) if TOO_MUCH in swap.text else swap

    return Swaps(
        allowed("easier", permit.level),
        allowed(HARDER, permit.most) if _has_room(permit, region, permits, limit) else None,
        allowed("no_kit", permit.level),
        allowed("if_it_hurts", permit.level),
    )


def level_of(swap: Swap, permit: Permit, permits: Permits) -> int:
    """Return the level of *swap*: its own, or that of the exercise it names or stands with."""
    named = permits.catalogue.exercise[swap.exercise] if swap.exercise else permit.exercise
    return swap.level or named.level


def is_later(swap: Swap, permit: Permit, permits: Permits) -> bool:
    """Return whether *swap* is above what the client can do so far."""
    named = permits.of(swap.exercise) if swap.exercise else permit
    return level_of(swap, permit, permits) > named.level


def _is_possible(swap: Swap, permit: Permit, permits: Permits, most: int) -> bool:
    """Return whether neither a caution nor kit nor an injury speaks against *swap*.

    An exercise that is allowed in another way alone is none: paper names it without that way.
    A swap of words alone is only ever read beside its exercise, for which the rules of that
    exercise's own row have been asked already.
    """
    if not set(swap.excluded_by).isdisjoint(permits.client.cautions):
        return False
    if level_of(swap, permit, permits) > most:
        return False
    if swap.exercise:
        named = permits.of(swap.exercise)
        lifted = named.variant.lifts if named.variant else ()
        by_another_way = not set(lifted).isdisjoint(permits.client.cautions)
        return not (named.removed_by or by_another_way or named.exercise.level > named.most)
    if swap.pattern and swap.pattern is not permit.exercise.pattern and permits.bars(swap.pattern):
        return False
    return has_kit(swap.kit, permits.client.equipment)


def _has_room(permit: Permit, region: Region, permits: Permits, limit: PainLimit) -> bool:
    """Return whether nothing asks for care with an exercise, and a level above it is allowed."""
    careful = permits.is_sparing(permit.exercise, region) or (
        permit.variant is not None and not permit.variant.is_for_kit
    )
    capped = permit.most < HIGHEST_LEVEL and permit.most <= permit.exercise.level
    return not (careful or capped or changes_for(permit, permits, limit))
