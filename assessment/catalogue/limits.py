"""The shape of what keeps an exercise easy, or from a plan, by what a client says.

The figures and lists live in ``limits.toml``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal

from annotated_types import Ge, Le, Len, MinLen

from assessment.catalogue.patterns import Pattern
from questions.content import content
from questions.model import AnswerTest, Closed, Text

Sources = Annotated[tuple[str, ...], MinLen(1)]
Level = Literal[1, 2, 3]
Effort = Annotated[int, Ge(1), Le(10)]


@content
class Group(Closed):
    """Movements whose level the same answers cap; which ones, the questionnaire says."""

    id: Text
    patterns: Annotated[tuple[Pattern, ...], MinLen(1)]
    source: Sources


@content
class Hold(Closed):
    """What an injury of the last six weeks at one of ``places`` leaves out."""

    id: Text
    places: Annotated[tuple[str, ...], MinLen(1)]
    patterns: tuple[Pattern, ...] = ()
    exercises: tuple[str, ...] = ()
    but: tuple[str, ...] = ()
    """Exercises that stay though their pattern goes."""
    eased_by: AnswerTest | None = None
    """The answer with which it does not hold."""
    source: Sources


@content
class Gentle(Closed):
    """What stays for a newly hurt place, and comes before harder exercises."""

    id: Text
    places: Annotated[tuple[str, ...], MinLen(1)]
    patterns: tuple[Pattern, ...] = ()
    exercises: tuple[str, ...] = ()
    when: AnswerTest | None = None
    """The answer with which alone it stays."""
    source: Sources


@content
class Careful(Closed):
    """How a region that hurts, or is newly hurt, is trained."""

    id: Literal["careful"]
    pain_from: Annotated[int, Ge(1), Le(10)]
    """Usual pain, 0 to 10, from which on the exercises of a region are of ``level`` at most."""
    level: Level
    strong_pain_from: Annotated[int, Ge(1), Le(10)]
    """Usual pain from which on they stay as they are, with ``most_effort`` at most."""
    most_effort: Effort
    """For strong pain, and for what a newly hurt place leads to."""
    source: Sources


@content
class OldInjury(Closed):
    """Movements that stay easy for a client who was hurt often."""

    id: Text
    when: AnswerTest
    patterns: Annotated[tuple[Pattern, ...], MinLen(1)]
    level: Level
    source: Sources


@content
class Hardest(Closed):
    """Movements that are rare: for whom nothing hurts, and a region that can do everything."""

    id: Literal["hardest"]
    patterns: tuple[Pattern, ...]
    exercises: tuple[str, ...]
    level: Level
    """That what the client can do must allow."""
    goals: tuple[Text, ...] = ()
    """Where no region stands out, goals for which one may be chosen all the same."""
    for_goals: tuple[str, ...] = ()
    """What is chosen for them, the first choice first."""
    most_a_week: Annotated[int, Ge(1)]
    source: Sources


@content
class PainStep(Closed):
    """How much an exercise hurts, and what to do then."""

    pain: Text
    then: Text


@content
class PainLimit(Closed):
    """How much an exercise may hurt a client. The first of all that applies counts.

    It applies while a place is ``newly_hurt``, with one of ``cautions``, with ``strong_pain``, and
    without any of these to everybody.
    """

    id: Text
    newly_hurt: bool = False
    cautions: tuple[str, ...] = ()
    strong_pain: bool = False
    too_much: Text
    """Completes "it hurts ..."."""
    said: Text
    """The limit as a sentence of its own."""
    step: Annotated[tuple[PainStep, ...], Len(2, 4)]
    source: Sources

    @property
    def is_usual(self) -> bool:
        """Whether it applies to everybody whom no other limit is for."""
        return not (self.newly_hurt or self.cautions or self.strong_pain)


@content
class Limits(Closed):
    """All of them."""

    groups: Annotated[tuple[Group, ...], MinLen(1)]
    holds: tuple[Hold, ...]
    gentles: tuple[Gentle, ...]
    carefuls: Annotated[tuple[Careful, ...], Len(1, 1)]
    old_injuries: tuple[OldInjury, ...]
    hardests: Annotated[tuple[Hardest, ...], Len(1, 1)]
    pain_limits: Annotated[tuple[PainLimit, ...], MinLen(1)]

    @property
    def careful(self) -> Careful:
        """How a region that hurts is trained."""
        return self.carefuls[0]

    @property
    def hardest(self) -> Hardest:
        """What is rare."""
        return self.hardests[0]

    @cached_property
    def group_of(self) -> Mapping[Pattern, str]:
        """The group of each pattern."""
        return {pattern: group.id for group in self.groups for pattern in group.patterns}
