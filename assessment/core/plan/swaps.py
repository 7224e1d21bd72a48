"""An exercise and a client -> how to do it differently, and what may stand in for it."""

from __future__ import annotations

from typing import NamedTuple

from assessment.catalogue.model import Catalogue, Exercise, Swap, has_kit
from assessment.core.plan.chooser import exclusions
from assessment.core.plan.client import Client

HIGHEST_LEVEL = 3


class Swaps(NamedTuple):
    """What may stand in for an exercise; None where the swap is not for this client."""

    easier: Swap | None
    harder: Swap | None
    no_kit: Swap | None
    if_it_hurts: Swap | None


def swaps_for(exercise: Exercise, client: Client, catalogue: Catalogue) -> Swaps:
    """Return the swaps of *exercise* that obey the same exclusions for *client* as it does.

    A harder form is not for paper where a caution or pain changes how the exercise is done, or a
    caution allows no level above that of the exercise: there the trainer decides.
    """

    def allowed(swap: Swap) -> Swap | None:
        return swap if _is_possible(swap, exercise, client, catalogue) else None

    return Swaps(
        allowed(exercise.easier),
        allowed(exercise.harder) if _has_room(exercise, client, catalogue) else None,
        allowed(exercise.no_kit),
        allowed(exercise.if_it_hurts),
    )


def changes_for(exercise: Exercise, client: Client, catalogue: Catalogue) -> tuple[str, ...]:
    """Return how to do *exercise* differently: one sentence for each caution, then for pain."""
    changes = []
    for caution_id in client.cautions:
        caution = catalogue.caution[caution_id]
        own = exercise.changes.get(caution_id)
        general = not caution.patterns_changed or exercise.pattern in caution.patterns_changed
        if sentence := own or (caution.change if general else None):
            changes.append(sentence)
    changes += [
        one.change for one in catalogue.soreness if one.speaks_of(exercise.pattern, client.pains)
    ]
    return tuple(dict.fromkeys(changes))


def level_of(swap: Swap, exercise: Exercise, catalogue: Catalogue) -> int:
    """Return the level of *swap*: its own, or that of the exercise it names or stands with."""
    named = catalogue.exercise[swap.exercise] if swap.exercise else exercise
    return swap.level or named.level


def _is_possible(swap: Swap, exercise: Exercise, client: Client, catalogue: Catalogue) -> bool:
    """Return whether neither a caution nor kit nor an injury speaks against *swap*.

    A swap of words alone is only ever read beside its exercise, for which the rules of that
    exercise's own row have been asked already.
    """
    if not set(swap.excluded_by).isdisjoint(client.cautions):
        return False
    if swap.exercise:
        return not exclusions(catalogue.exercise[swap.exercise], client, catalogue)
    pattern, level = swap.pattern or exercise.pattern, swap.level or exercise.level
    return has_kit(swap.kit, client.equipment) and not any(
        catalogue.caution[caution].forbids(pattern, level) for caution in client.cautions
    )


def _has_room(exercise: Exercise, client: Client, catalogue: Catalogue) -> bool:
    """Return whether the cautions leave *exercise* as it is, with a level above it."""
    most = min((catalogue.caution[one].most_level for one in client.cautions), default=3)
    capped = most < HIGHEST_LEVEL and most <= exercise.level
    return not capped and not changes_for(exercise, client, catalogue)
