"""Which exercises are too easy for a client (docs/rules.md 5.6)."""

from __future__ import annotations

from assessment.catalogue.patterns import Pattern
from assessment.core.plan.permits import Permit, Permits
from questions.model import Region


def is_too_easy(permit: Permit, region: Region | None, permits: Permits) -> bool:
    """Return whether the client can do an exercise easily and may do a harder one.

    The harder one is for *region*, or without it for any main region of the exercise, and of no
    higher level than the client's minutes hold. What a caution or an injury puts first is never
    too easy, nor a way that is there for a weight.
    """
    easy = permit.exercise.too_easy
    if easy is None or permit.is_first or (permit.variant and permit.variant.is_for_kit):
        return False
    if any(permits.client.answers.get(item) != 0 for item in easy.answers):
        return False
    if permit.level < easy.level:
        return _is_brought_by_pain(permit, easy.level, permits)
    catalogue = permits.catalogue
    most = catalogue.schedule.frame[permits.client.minutes].most_level
    return any(
        permits.of(name).holds
        and name not in catalogue.hardest
        and catalogue.exercise[name].level <= most
        for one in ((region,) if region else permit.exercise.primary)
        for name in catalogue.harder_than(permit.exercise, one)
    )


def _is_brought_by_pain(permit: Permit, level: int, permits: Permits) -> bool:
    """Return whether pain alone would bring an easy loaded hinge.

    It may only take the place of a harder one.
    """
    exercise, hardest = permit.exercise, permits.catalogue.hardest
    if exercise.pattern is not Pattern.HINGE_LOADED or not permits.is_sore(exercise):
        return False
    able = min(permits.client.level, permits.by_ability(exercise))
    return able >= level and not any(
        one.pattern is Pattern.HINGE_LOADED and permits.holds_without_pain(one)
        for one in permits.catalogue.automatic
        if one.level > exercise.level and one.id not in hardest
    )
