"""An exercise chosen for a session, and which of a session's choices it cannot do without."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from enum import IntEnum
from typing import NamedTuple

from assessment.catalogue.model import Catalogue, Exercise
from assessment.catalogue.patterns import Pattern
from assessment.core.plan.permits import Permits
from questions.model import Region

HINGE = "hinge"
"""The slot of the one loaded hinge of a session."""
KIT_PLACE = 1
"""Where the exercise that uses the client's kit stands at the latest, counted from 0."""


class Role(IntEnum):
    """How firmly an exercise stands in its session; the lowest goes first when time is short."""

    FILLER = 0
    """It rounds the session off."""
    REGION = 1
    """It is for one of the regions with most room to grow."""
    KIND = 2
    """The session is not whole without it: a kind of movement, the first region, an answer."""


class Choice(NamedTuple):
    """An exercise chosen for one region, because of these answers."""

    exercise: Exercise
    region: Region
    because: tuple[str, ...]
    role: Role
    is_needed: bool = False
    """Whether its session, or the plan, lacks something without it."""
    is_asked_for: bool = False
    """Whether an answer asks for this very exercise."""
    is_rare: bool = False
    """Whether it is never the first for its region."""


def needed_in(
    drafts: Mapping[str, list[Choice]],
    reached: tuple[str, str],
    top: tuple[Region, ...],
    permits: Permits,
) -> dict[str, list[Choice]]:
    """Return by session what it has to have, what matters most first: each thing by one exercise.

    That is the highest level of the plan (*reached*, by session and exercise), the loaded hinge
    (so that neither hangs on what hurts), what an answer asks for, the first of the *top*
    regions, and the kinds of movement, rather for a region that has few others in the week; and
    somewhere the client's kit.
    """
    weekly = Counter(one.region for draft in drafts.values() for one in draft)

    def needed(session: str, *kit: Choice) -> list[Choice]:
        draft = drafts[session]
        found = [*kit, *(one for one in draft if (session, one.exercise.id) == reached)]
        found += [one for one in draft if one.exercise.pattern is Pattern.HINGE_LOADED]
        found += [one for one in draft if one.is_asked_for and one.role is Role.KIND]
        kinds = _kinds(draft, found, top[:1], weekly, permits.catalogue)
        for region in top[:1]:
            first = [one for one in draft if region in (one.region, *one.exercise.primary)]
            if not any(one in first for one in found):
                found += [one for one in (*kinds, *first) if one in first][:1]
        return list(dict.fromkeys((*found, *kinds)))

    by_session = {session: needed(session) for session in drafts}
    if with_kit := _with_kit(drafts, by_session, permits):
        place, session, kit = with_kit
        if kit not in by_session[session]:
            by_session[session] = needed(session, kit)  # it fills a kind of movement, too
        by_session[session].remove(kit)
        by_session[session].insert(min(place, KIT_PLACE), kit)
    return by_session


def _kinds(
    draft: list[Choice],
    found: list[Choice],
    first: tuple[Region, ...],
    weekly: Mapping[Region, int],
    catalogue: Catalogue,
) -> list[Choice]:
    """Return what fills the kinds of movement that *found* does not, a loaded hinge first."""
    kinds: list[Choice] = []
    for slot in sorted(catalogue.slots, key=lambda one: one.id != HINGE):
        fills = [one for one in draft if one.exercise.pattern in slot.patterns]
        if slot.is_firm and not any(one in fills for one in (*found, *kinds)):
            fills.sort(key=lambda one: (one.region not in first, weekly[one.region]))
            kinds += fills[:1]
    return kinds


def _with_kit(
    drafts: Mapping[str, list[Choice]], needed: Mapping[str, list[Choice]], permits: Permits
) -> tuple[int, str, Choice] | None:
    """Return what uses the client's kit and is *needed* most, its place and session, if any.

    Of equals rather what is a kind of movement that a session needs, then what is done soonest.
    """
    found = [
        (place, name, one)
        for name, draft in drafts.items()
        for place, one in enumerate(dict.fromkeys((*needed[name], *draft)))
        if permits.of(one.exercise.id).kit
    ]
    kinds = {
        pattern for slot in permits.catalogue.slots if slot.is_firm for pattern in slot.patterns
    }

    def cost(each: tuple[int, str, Choice]) -> tuple[int, bool, int]:
        place, _, one = each
        return place, one.exercise.pattern not in kinds, one.exercise.sides

    return min(found, key=cost, default=None)
