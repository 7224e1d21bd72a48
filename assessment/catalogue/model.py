"""The shape of what we advise: exercises, doses, cautions, choices, references.

The words and numbers live in the TOML files beside this module.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from functools import cached_property
from typing import Annotated, Literal

from annotated_types import Ge, Le, Len, MinLen

from assessment.catalogue.measuring import Measure, Norm
from assessment.catalogue.patterns import Pattern
from assessment.catalogue.schedule import Schedule, Span
from assessment.catalogue.soreness import Soreness
from questions.content import content
from questions.model import Closed, Region, Text


@content
class Reference(Closed):
    """A published source: what we took from it, and how well we know it."""

    id: Text
    authors: Text
    year: Annotated[int, Ge(1900), Le(2100)] | None = None
    """None: the page that was read has no date."""
    title: Text
    journal: Text
    doi: str | None = None
    carries: Text
    """The statement that it stands for here."""


@content
class Swap(Closed):
    """Another way to do an exercise, or another exercise in its place.

    Where it names no exercise and gives no pattern or level, those of the exercise that it
    stands with count; its kit comes on top of that exercise's own.
    """

    text: Text
    exercise: str | None = None
    pattern: Pattern | None = None
    """How the body moves, where that differs."""
    excluded_by: tuple[str, ...] = ()
    """Cautions that exclude it beyond those that exclude its pattern."""
    kit: tuple[tuple[str, ...], ...] = ()
    """Any one of these sets of kit is needed besides; empty: none."""
    level: Literal[1, 2, 3] | None = None

    def __post_init__(self) -> None:
        if self.exercise and (self.pattern or self.kit or self.level):
            raise ValueError("pattern, kit and level are those of the exercise that it names")


def has_kit(kit: tuple[tuple[str, ...], ...], equipment: frozenset[str]) -> bool:
    """Return whether *equipment* has all of one set of *kit*, or none is needed."""
    return not kit or any(equipment.issuperset(one) for one in kit)


@content
class Exercise(Closed):
    """One exercise: what it trains, what it needs, whom it is not for, how it is done."""

    id: Text
    code: Text
    name: Text
    primary: Annotated[tuple[Region, ...], MinLen(1)]
    secondary: tuple[Region, ...]
    pattern: Pattern
    level: Literal[1, 2, 3]
    """1 anyone screened, 2 after four weeks of technique, 3 experienced."""
    kit: tuple[tuple[str, ...], ...]
    """Any one of these sets of kit will do; empty: none is needed."""
    doses: Annotated[tuple[str, ...], MinLen(1)]
    """Codes of ``doses.toml`` that suit it."""
    sides: Literal[1, 2]
    """2: one side after the other, so a set takes twice the time."""
    automatic: bool = True
    """False: stays in the catalogue but is never chosen by the program."""
    excluded_by: tuple[str, ...]
    """Cautions that exclude it beyond those that exclude its pattern."""
    changes: Mapping[str, str] = field(default_factory=dict)
    """Caution -> how to do it differently."""
    muscles: Text
    start: Text
    steps: Annotated[tuple[str, ...], Len(2, 6)]
    cues: Annotated[tuple[str, ...], MinLen(1)]
    errors: Annotated[tuple[str, ...], MinLen(1)]
    stop_if: Text
    easier: Swap
    harder: Swap
    no_kit: Swap
    if_it_hurts: Swap
    note: Text
    """For the trainer: why it is in the catalogue, and how sure that is."""
    source: Annotated[tuple[str, ...], MinLen(1)]

    def possible_with(self, equipment: frozenset[str]) -> bool:
        """Return whether *equipment* has all that one way of doing it needs."""
        return has_kit(self.kit, equipment)


def check_tempo(tempo: str) -> None:
    """Make sure that *tempo* is three whole numbers of seconds.

    Raises:
        ValueError: It is something else.
    """
    if not all(part.isdigit() for part in tempo.split("-")) or tempo.count("-") != 2:
        raise ValueError("tempo must be seconds lowering-pausing-lifting, such as 3-1-1")


@content
class Dose(Closed):
    """How much and how hard, for one goal or for exercises of its own (docs/evidence.md 5.2)."""

    code: str
    name: str
    goal: str | None = None
    """None: it belongs to an exercise, whatever the goal and the weeks."""
    sets: Span
    repetitions: Span
    tempo: Text
    """Seconds lowering, pausing, lifting."""
    rest_s: int
    effort: Span
    """RPE, of 10; the weeks of the programme may ask for less."""
    most_a_week: Annotated[int, Ge(1)] | None = None
    """In how many sessions of a week at most, where that is limited."""
    source: Annotated[tuple[str, ...], MinLen(1)]

    def __post_init__(self) -> None:
        check_tempo(self.tempo)

    @property
    def is_own(self) -> bool:
        """Whether it belongs to an exercise, whatever the goal and the weeks."""
        return self.goal is None

    @cached_property
    def seconds_per_repetition(self) -> int:
        """How long one repetition takes at the written tempo, in seconds."""
        return sum(int(part) for part in self.tempo.split("-"))


@content
class Caution(Closed):
    """A condition that excludes movement patterns or changes how an exercise is done."""

    id: Text
    code: Text
    name: Text
    excludes: tuple[Pattern, ...]
    seated: bool = False
    """Whether the client does not stand: no walk is asked for."""
    advice: Text
    """One sentence for the client, true of the whole plan."""
    most_level: Literal[1, 2, 3] = 3
    """The highest level of exercise to start with."""
    most_effort: Annotated[int, Ge(1), Le(10)] = 10
    """The highest RPE, in all weeks."""
    repetitions: Span | None = None
    """The repetitions to stay within, where a goal's dose would ask for others."""
    heavy: bool = True
    """False: never the dose for strength."""
    tempo: str | None = None
    """In place of the tempo of a goal's dose."""
    least_rest_s: int = 0
    """The shortest rest, where a goal's dose has less."""
    change: str | None = None
    """One sentence that goes with every exercise, where there is one."""
    patterns_changed: tuple[Pattern, ...] = ()
    """Patterns that ``change`` goes with; empty: all of them."""
    source: Annotated[tuple[str, ...], MinLen(1)]

    def __post_init__(self) -> None:
        if self.tempo is not None:
            check_tempo(self.tempo)

    def forbids(self, pattern: Pattern, level: int) -> bool:
        """Return whether it excludes a movement of this *pattern* or of this *level*."""
        return pattern in self.excludes or level > self.most_level


@content
class RegionChoices(Closed):
    """What to choose from for one region at one level, the first choice first."""

    id: Region
    level: Literal[1, 2, 3]
    main: Annotated[tuple[str, ...], MinLen(1)]
    light: Annotated[tuple[str, ...], MinLen(1)]


@content
class Slot(Closed):
    """A kind of movement that every session holds, and what can fill it."""

    id: str
    name: Text
    patterns: Annotated[tuple[Pattern, ...], MinLen(1)]
    exercises: Annotated[tuple[str, ...], MinLen(1)]


@content
class Plan(Closed):
    """One of the sessions: what it is made of when no region stands out, else its end."""

    session: str
    exercises: Annotated[tuple[str, ...], MinLen(1)]
    fillers: Annotated[tuple[str, ...], MinLen(1)]
    """What rounds the session off where there is time, the first choice first."""


@content
class Catalogue(Closed):
    """All that the advice is made from."""

    exercises: tuple[Exercise, ...]
    doses: tuple[Dose, ...]
    cautions: tuple[Caution, ...]
    norms: tuple[Norm, ...]
    choices: tuple[RegionChoices, ...]
    slots: tuple[Slot, ...]
    plans: tuple[Plan, ...]
    schedule: Schedule
    references: tuple[Reference, ...]
    measures: tuple[Measure, ...]
    soreness: tuple[Soreness, ...]

    @cached_property
    def exercise(self) -> Mapping[str, Exercise]:
        """Every exercise by its id."""
        return {exercise.id: exercise for exercise in self.exercises}

    @cached_property
    def removed_by(self) -> Mapping[str, frozenset[str]]:
        """The cautions that exclude each exercise: by its pattern, its own row or its level."""
        return {
            exercise.id: frozenset(exercise.excluded_by)
            | {
                caution.id
                for caution in self.cautions
                if caution.forbids(exercise.pattern, exercise.level)
            }
            for exercise in self.exercises
        }

    @cached_property
    def dose(self) -> Mapping[str, Dose]:
        """Every dose by its code."""
        return {dose.code: dose for dose in self.doses}

    @cached_property
    def goal_dose(self) -> Mapping[str, Dose]:
        """The dose of each goal."""
        return {dose.goal: dose for dose in self.doses if dose.goal is not None}

    def keeps_seated(self, cautions: Iterable[str]) -> bool:
        """Return whether a client with *cautions* does not stand."""
        return any(self.caution[caution].seated for caution in cautions)

    @cached_property
    def caution(self) -> Mapping[str, Caution]:
        """Every caution by its id, C01 first."""
        return {caution.id: caution for caution in self.cautions}

    @cached_property
    def norm(self) -> Mapping[str, Norm]:
        """Every norm by its id, which is that of its protocol."""
        return {norm.id: norm for norm in self.norms}

    @cached_property
    def measure(self) -> Mapping[str, Measure]:
        """Every measure by its id, which is that of its protocol where it has one."""
        return {measure.id: measure for measure in self.measures}

    @cached_property
    def reference(self) -> Mapping[str, Reference]:
        """Every reference by its id."""
        return {reference.id: reference for reference in self.references}

    def choices_for(self, region: Region, level: int) -> tuple[RegionChoices, ...]:
        """Return the lists for *region* up to *level*, the highest level first."""
        return self._choices[region, level]

    @cached_property
    def _choices(self) -> Mapping[tuple[Region, int], tuple[RegionChoices, ...]]:
        return {
            (region, level): tuple(
                sorted(
                    (one for one in self.choices if one.id == region and one.level <= level),
                    key=lambda one: -one.level,
                )
            )
            for region in Region
            for level in (1, 2, 3)
        }
