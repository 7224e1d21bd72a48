"""What a gym chooses for all of its clients, within the rules."""

from __future__ import annotations

from dataclasses import dataclass

GYM_KIT, GYM_NEVER = "gym_kit", "gym_never"
"""Reasons to leave an exercise out: the gym has not what it needs, or never gives it."""


@dataclass(frozen=True, slots=True)
class GymChoices:
    """The gym's own choices; as it stands here nothing is chosen, and the rules alone count."""

    kit: frozenset[str] = frozenset()
    """All the kit that there is; empty: not said."""
    never: frozenset[str] = frozenset()
    """Ids of exercises that it never gives."""
    preferred: frozenset[str] = frozenset()
    """Ids of exercises that come before others that the client may do as well."""
    minutes: int | None = None
    """Of a session, where the client has not said how many."""


NO_CHOICES = GymChoices()
