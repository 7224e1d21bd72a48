"""The shape of sessions and weeks: phases, time frames, warm-up, cool-down, rules.

The words and numbers live in ``programme.toml``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from functools import cached_property
from typing import Annotated, Literal

from annotated_types import Ge, Gt, Le, Len, MinLen

from assessment.catalogue.patterns import Pattern
from questions.content import content
from questions.model import Closed, Region, Text

Sources = Annotated[tuple[str, ...], MinLen(1)]
Span = tuple[int, int]
"""The lowest and the highest, both included."""


@content
class Phase(Closed):
    """A few weeks of the programme with one aim."""

    id: Text
    weeks: Span
    aim: Text
    how: Text
    sets: Annotated[int, Gt(0)]
    """Sets of each exercise, where its dose and the time allow."""
    effort: Span
    """RPE, of 10; a dose or a caution may ask for less."""
    beginner_days: Literal[2, 3]
    """Most training days a week for a client of level 1."""
    source: Sources


@content
class Frame(Closed):
    """How a session of so many ``minutes`` is divided; the rest is for the exercises."""

    minutes: Literal[15, 20, 30, 45]
    exercises: Annotated[int, Gt(0)]
    """Most exercises in it, but for what a session is not whole without."""
    most_exercises: Annotated[int, Gt(0)]
    """Most of all of them."""
    least_exercises: Annotated[int, Gt(0)]
    """A session with no more gives up rounds before exercises."""
    hinges: Annotated[int, Ge(0)]
    """How many sessions a week have a loaded hinge, at most."""
    most_level: Literal[1, 2, 3]
    """The highest level of an exercise: the hardest ones need time."""
    doses: Mapping[str, Text] = field(default_factory=dict)
    """Codes of goals' doses that take too long, and those that take their place."""
    walk_s: Annotated[int, Ge(0)]
    most_walk_s: Annotated[int, Ge(0)]
    """How long the walk may become where the exercises leave time."""
    drills_s: Annotated[int, Ge(0)]
    cool_down_s: Annotated[int, Ge(0)]
    walk_at_end_s: Annotated[int, Ge(0)]
    """Of the cool-down, for an easy walk; the rest is for stretches."""
    source: Sources

    def __post_init__(self) -> None:
        if self.walk_s > self.most_walk_s:
            raise ValueError("walk_s must not be over most_walk_s")
        if not self.least_exercises <= self.exercises <= self.most_exercises:
            raise ValueError("least_exercises must not be over exercises, nor that over the most")

    @cached_property
    def room_s(self) -> int:
        """Seconds that are left for the exercises."""
        return self.minutes * 60 - self.walk_s - self.drills_s - self.cool_down_s


@content
class SettingUp(Closed):
    """How long it takes to get ready for an exercise, and how full a session is, at the least."""

    id: Literal["setting_up"]
    without_kit_s: Annotated[int, Ge(0)]
    change_s: Annotated[int, Ge(0)]
    """For each change to the other exercise of a pair."""
    seconds: Mapping[str, Annotated[int, Ge(0)]]
    """By piece of kit; of several the longest counts."""
    weights: frozenset[str]
    """Pieces of kit that are a weight, which can grow."""
    least_share: Annotated[float, Gt(0), Le(1)]
    """Of a client's minutes, wherever the client may do enough."""
    source: Sources

    def __post_init__(self) -> None:
        if not self.weights <= set(self.seconds):
            raise ValueError("weights must be named in seconds")

    def seconds_for(self, kit: Iterable[str]) -> int:
        """Return how long it takes to set up *kit*."""
        return max([self.seconds[one] for one in kit], default=self.without_kit_s)


@content
class Drill(Closed):
    """An exercise of the catalogue as part of the warm-up, in the dose called ``dose``."""

    exercise: Text
    dose: Text
    source: Sources


@content
class Stretch(Closed):
    """A stretch of the cool-down, and the cautions with which it is left out."""

    id: Text
    region: Region
    """What it pulls at or works beside; left out while an injury holds it."""
    name: Text
    how: Text
    seconds: Annotated[int, Gt(0)]
    """All of it, both sides."""
    excluded_by: tuple[str, ...] = ()
    source: Sources


@content
class Order(Closed):
    """Which kinds of movement come in which part of a session, the first first.

    Supersets pair one of ``lower`` with one of ``upper``; ``finisher`` comes last.
    """

    id: Literal["order"]
    lower: tuple[Pattern, ...]
    upper: tuple[Pattern, ...]
    finisher: tuple[Pattern, ...]
    source: Sources

    def __post_init__(self) -> None:
        every = (*self.lower, *self.upper, *self.finisher)
        if sorted(every) != sorted(Pattern):
            raise ValueError("lower, upper and finisher together name every pattern once")


@content
class Rule(Closed):
    """A rule that holds in every week, as the client reads it."""

    id: Text
    title: Text
    text: Text
    source: Sources


@content
class Retest(Closed):
    """When to look again, and what at."""

    week: Annotated[int, Gt(0)]
    text: Text
    source: Sources


@content
class Instead(Closed):
    """What to do for a region for which no exercise is left, by what removed them."""

    reason: Literal["injury", "kit", "caution"]
    text: Text
    source: Sources


@content
class Schedule(Closed):
    """All that turns exercises into sessions and weeks."""

    phases: Annotated[tuple[Phase, ...], MinLen(1)]
    frames: Annotated[tuple[Frame, ...], Len(4, 4)]
    settings_up: Annotated[tuple[SettingUp, ...], Len(1, 1)]
    drills: Annotated[tuple[Drill, ...], MinLen(1)]
    stretches: Annotated[tuple[Stretch, ...], MinLen(1)]
    orders: Annotated[tuple[Order, ...], Len(1, 1)]
    rules: Annotated[tuple[Rule, ...], MinLen(1)]
    retests: Annotated[tuple[Retest, ...], MinLen(1)]
    insteads: Annotated[tuple[Instead, ...], Len(3, 3)]

    @cached_property
    def frame(self) -> Mapping[int, Frame]:
        """Every frame by its minutes."""
        return {frame.minutes: frame for frame in self.frames}

    @cached_property
    def repeated(self) -> tuple[Phase, ...]:
        """The phases of a client for whom the first one is repeated."""
        return tuple(replace(self.phases[0], weeks=phase.weeks) for phase in self.phases)

    @property
    def setting_up(self) -> SettingUp:
        """How long it takes to get ready."""
        return self.settings_up[0]

    @cached_property
    def instead(self) -> Mapping[str, Instead]:
        """What to do instead, by the kind of reason."""
        return {one.reason: one for one in self.insteads}

    @cached_property
    def place(self) -> Mapping[Pattern, tuple[str, int]]:
        """Where in a session each pattern stands: which third of it, and how far on there."""
        order = self.orders[0]
        parts = {"lower": order.lower, "upper": order.upper, "finisher": order.finisher}
        return {
            pattern: (name, place)
            for name, patterns in parts.items()
            for place, pattern in enumerate(patterns)
        }

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources of all of it, each once."""
        tables = (
            self.phases,
            self.frames,
            self.settings_up,
            self.drills,
            self.stretches,
            self.orders,
            self.rules,
            self.retests,
            self.insteads,
        )
        return tuple(dict.fromkeys(key for table in tables for one in table for key in one.source))

    @property
    def weeks(self) -> int:
        """How many weeks the phases take together."""
        return self.phases[-1].weeks[1]
