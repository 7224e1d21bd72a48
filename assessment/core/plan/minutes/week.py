"""A week while it is fitted into the minutes: what stands where, and how long it takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from assessment.catalogue.model import Dose
from assessment.core.plan.choices import Choice
from assessment.core.plan.doses import Work
from assessment.core.plan.minutes.pairing import Pairs
from assessment.core.plan.minutes.sessions import TimedPair, Timing
from questions.model import Region

Sets = dict[str, int]
"""How many sets of each exercise."""


class Dosed(NamedTuple):
    """A choice with what is done of it in each phase, and how long that takes."""

    choice: Choice
    dose: Dose
    works: tuple[Work, ...]
    timing: Timing
    stays: bool
    """Whether later weeks have no more of it than the first."""


class Draft(NamedTuple):
    """A session that fits: the choices, what matters most first, and the pairs of these."""

    choices: Sequence[Choice]
    names: Sequence[str]
    pairs: Pairs
    timed: Sequence[TimedPair]


class Week(NamedTuple):
    """The sessions that fit: the exercises of each in turn, and where each of them stands."""

    drafts: Mapping[str, Draft]
    names: Sequence[str]
    places: Mapping[str, Sequence[tuple[str, TimedPair]]]
    """By exercise, the sessions and the pairs that hold it."""

    @classmethod
    def of(cls, drafts: Mapping[str, Draft]) -> Week:
        """Return the week of *drafts*."""
        places: dict[str, list[tuple[str, TimedPair]]] = {}
        for session, draft in drafts.items():
            for pair in draft.timed:
                for name in pair.names:
                    places.setdefault(name, []).append((session, pair))
        return cls(drafts, [name for one in drafts.values() for name in one.names], places)


class Fitted(NamedTuple):
    """The sessions that fit, the sets of each exercise and the seconds of each pair."""

    drafts: Mapping[str, Draft]
    sets: Sequence[Sets]
    """By phase."""
    seconds: Sequence[Mapping[str, Sequence[int]]]
    """By phase and session."""
    ahead: Mapping[Region, int]
    """By how many sets, over all phases, other regions have more than the first top region."""
