"""The shape of what we advise: exercises, doses, cautions, choices, references.

The words and numbers live in the TOML files beside this module.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from functools import cached_property
from typing import Annotated, Any, Literal

from annotated_types import Ge, Le, Len, MinLen

from assessment.catalogue.limits import Limits
from assessment.catalogue.measuring import Measure, Norm
from assessment.catalogue.patterns import Pattern
from assessment.catalogue.schedule import Schedule, Span
from questions.content import content
from questions.model import AnswerTest, Closed, Region, Text

TOO_MUCH = "{too_much}"
"""In words about pain: where the pain limit of the client says how much is too much."""


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
class TooEasy(Closed):
    """When an exercise is too easy for a client: all ``answers`` are 0, from a ``level`` on."""

    answers: Annotated[tuple[str, ...], MinLen(1)]
    level: Annotated[int, Ge(2), Le(3)] = 2
    """That the client has for this exercise."""


@content
class Variant(Closed):
    """Another way to do an exercise, which replaces words and drawing where it applies.

    It applies with one of ``cautions``, or where one of ``when`` is so, or, if it names neither,
    to everybody who has its ``kit`` and whom nothing of ``level``, ``excluded_by`` and
    ``held_by`` keeps from it. The first that applies counts. What it leaves out stays.
    """

    id: Text
    """Of its drawing, too."""
    cautions: tuple[str, ...] = ()
    when: tuple[AnswerTest, ...] = ()
    kit: tuple[tuple[str, ...], ...] | None = None
    """In place of the kit of the exercise."""
    level: Literal[1, 2, 3] = 1
    excluded_by: tuple[str, ...] = ()
    held_by: tuple[str, ...] = ()
    """Places that keep from it while they are newly hurt."""
    lifts: tuple[str, ...] = ()
    """Cautions that exclude the exercise, but not this way of it."""
    start: Text
    steps: Annotated[tuple[str, ...], Len(2, 6)]
    cues: Annotated[tuple[str, ...], MinLen(1)] | None = None
    errors: Annotated[tuple[str, ...], MinLen(1)] | None = None
    stop_if: Text | None = None
    easier: Swap | None = None
    harder: Swap | None = None
    no_kit: Swap | None = None
    if_it_hurts: Swap | None = None
    source: Annotated[tuple[str, ...], MinLen(1)]

    def __post_init__(self) -> None:
        if not (self.cautions or self.when or self.kit is not None):
            raise ValueError("needs cautions, when or kit: what it is for")

    @cached_property
    def is_for_kit(self) -> bool:
        """Whether it is there for a piece of kit, not for what a client must take care of."""
        return not (self.cautions or self.when)


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
    """Any one of these sets of kit will do, the best first; an empty set needs none."""
    doses: Annotated[tuple[str, ...], MinLen(1)]
    """Codes of ``doses.toml`` that suit it."""
    sides: Literal[1, 2]
    """2: one side after the other, so a set takes twice the time."""
    automatic: bool = True
    """False: stays in the catalogue but is never chosen by the program."""
    excluded_by: tuple[str, ...]
    """Cautions that exclude it beyond those that exclude its pattern."""
    not_when: tuple[AnswerTest, ...] = ()
    """Answers that exclude it, each by itself."""
    too_easy: TooEasy | None = None
    changes: Mapping[str, str] = field(default_factory=dict)
    """Caution -> how to do it differently."""
    variant: tuple[Variant, ...] = ()
    """Other ways to do it, the first that applies counts."""
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
    loaded: Mapping[str, Span] = field(default_factory=dict)
    """By phase, with a weight: fewer where the weight has grown. Not named: ``repetitions``."""
    unloaded: Mapping[str, Span] = field(default_factory=dict)
    """By phase, without a weight: never fewer than before. Not named: ``repetitions``."""
    unit: Literal["repeats", "holds", "steps"] = "repeats"
    tempo: Text
    """Seconds lowering, pausing, lifting."""
    rest_s: int
    effort: Span
    """RPE, of 10; the weeks of the programme may ask for less."""
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
class Eased(Closed):
    """Who may do more in spite of a caution: all of ``tests`` hold, and no caution of ``without``.

    It holds for exercises of a group in which what the client can do allows ``level``.
    """

    tests: Annotated[tuple[AnswerTest, ...], MinLen(1)]
    without: tuple[str, ...]
    level: Literal[2, 3]
    repetitions: Mapping[str, Span]
    """By phase, with a weight."""
    most_effort: Annotated[int, Ge(1), Le(10)]
    """In the phases that ``repetitions`` names."""


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
    later_repetitions: Mapping[str, Span] = field(default_factory=dict)
    """By phase: those of an exercise with a weight, in place of ``repetitions``."""
    eased: Eased | None = None
    """Who may do more in spite of it."""
    stays: bool = False
    """Whether the first weeks are repeated, so that nothing grows."""
    first: tuple[str, ...] = ()
    """Exercises that come before all others for the regions that they train."""
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
    told_as: str | None = None
    """The caution that says as much: where both hold, what was left out names that one."""
    mention: bool = False
    """Whether a doctor or physiotherapist is to look at it while the client trains."""
    look_anew: bool = False
    """Whether the questions are answered again after the first weeks."""
    source: Annotated[tuple[str, ...], MinLen(1)]

    def __post_init__(self) -> None:
        if self.tempo is not None:
            check_tempo(self.tempo)

    @property
    def acts(self) -> bool:
        """Whether it excludes, limits or changes anything by itself."""
        limits = (self.most_level < 3, self.most_effort < 10, self.least_rest_s > 0, not self.heavy)
        said = (self.excludes, self.repetitions, self.tempo, self.change, self.first)
        return any(limits) or any(said) or self.seated or self.stays

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
    """A kind of movement, and what can fill it in the sessions that hold it."""

    id: str
    name: Text
    patterns: Annotated[tuple[Pattern, ...], MinLen(1)]
    exercises: Mapping[str, Annotated[tuple[str, ...], MinLen(1)]]
    """By session, the first choice first; a session that it does not name has none of it."""
    is_firm: bool = True
    """False: only where there is room."""


@content
class Must(Closed):
    """An exercise that every session holds where an answer asks for it and it may be done."""

    exercise: Text
    when: Annotated[tuple[AnswerTest, ...], MinLen(1)]
    """All of it must be so; the first is the reason."""
    first: bool = False
    """Whether it stands in the first pair."""
    always: bool = False
    """Whether it stays however short the time is."""
    source: Annotated[tuple[str, ...], MinLen(1)]

    def holds(self, answers: Mapping[str, Any]) -> bool:
        """Return whether *answers* ask for it."""
        return all(test.says(answers.get(test.item)) for test in self.when)


@content
class Plan(Closed):
    """One of the sessions: which regions it serves besides those with most room to grow."""

    session: str
    regions: Annotated[tuple[Region, ...], MinLen(1)]
    """What it serves besides the regions with most room to grow, in this order, as far as the
    time goes."""


@content
class Catalogue(Closed):
    """All that the advice is made from."""

    exercises: tuple[Exercise, ...]
    doses: tuple[Dose, ...]
    cautions: tuple[Caution, ...]
    norms: tuple[Norm, ...]
    choices: tuple[RegionChoices, ...]
    slots: tuple[Slot, ...]
    musts: tuple[Must, ...]
    plans: tuple[Plan, ...]
    schedule: Schedule
    limits: Limits
    references: tuple[Reference, ...]
    measures: tuple[Measure, ...]

    @cached_property
    def exercise(self) -> Mapping[str, Exercise]:
        """Every exercise by its id."""
        return {exercise.id: exercise for exercise in self.exercises}

    @cached_property
    def automatic(self) -> tuple[Exercise, ...]:
        """The exercises that the program may choose."""
        return tuple(one for one in self.exercises if one.automatic)

    @cached_property
    def of_level(self) -> Mapping[int, tuple[str, ...]]:
        """The ids of those that the program may choose by level, without the hardest."""
        return {
            level: tuple(
                one.id
                for one in self.automatic
                if one.level == level and one.id not in self.hardest
            )
            for level in (1, 2, 3)
        }

    @cached_property
    def slots_of(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        """By session, what can fill each slot, the first choice first."""
        return {
            plan.session: {one.id: one.exercises.get(plan.session, ()) for one in self.slots}
            for plan in self.plans
        }

    def harder_than(self, exercise: Exercise, region: Region) -> tuple[str, ...]:
        """Return the exercises for *region* that are harder: of a higher level, or led to."""
        return self._harder[exercise.id].get(region, ())

    @cached_property
    def _harder(self) -> Mapping[str, Mapping[Region, tuple[str, ...]]]:
        return {
            one.id: {
                region: tuple(
                    other.id
                    for other in self.automatic
                    if region in other.primary
                    and (other.level > one.level or other.id == one.harder.exercise)
                )
                for region in Region
            }
            for one in self.exercises
            if one.too_easy
        }

    @cached_property
    def removed_by(self) -> Mapping[str, frozenset[str]]:
        """The cautions that exclude each exercise, by its pattern or its own row."""
        return {
            exercise.id: frozenset(exercise.excluded_by)
            | {one.id for one in self.cautions if exercise.pattern in one.excludes}
            for exercise in self.exercises
        }

    @cached_property
    def held_by(self) -> Mapping[str, frozenset[str]]:
        """The exercises that each hold leaves out."""
        return {
            one.id: self._named_by(one.patterns, one.exercises).difference(one.but)
            for one in self.limits.holds
        }

    @cached_property
    def kept_by(self) -> Mapping[str, frozenset[str]]:
        """The exercises that stay by each row of what is gentle."""
        return {one.id: self._named_by(one.patterns, one.exercises) for one in self.limits.gentles}

    def _named_by(
        self, patterns: tuple[Pattern, ...], exercises: tuple[str, ...]
    ) -> frozenset[str]:
        """Return the ids of all of *patterns*, and *exercises*."""
        of_pattern = (one.id for one in self.exercises if one.pattern in patterns)
        return frozenset((*exercises, *of_pattern))

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

    def candidates(self, region: Region, level: int, *, main: bool) -> tuple[str, ...]:
        """Return what to choose from for *region* up to *level*, the first choice first.

        The *main* ones before the light ones, or after them; the hardest are never a first choice.
        """
        return self._candidates[region, level, main]

    @cached_property
    def _candidates(self) -> Mapping[tuple[Region, int, bool], tuple[str, ...]]:
        found = {}
        for (region, level), lists in self._choices.items():
            mains = [name for one in lists for name in one.main]
            lights = [name for one in lists for name in one.light]
            for main, names in ((True, (*mains, *lights)), (False, (*lights, *mains))):
                ordered = sorted(dict.fromkeys(names), key=lambda one: main and one in self.hardest)
                found[region, level, main] = tuple(ordered)
        return found

    @cached_property
    def hardest(self) -> frozenset[str]:
        """The exercises that are rare."""
        return self._named_by(self.limits.hardest.patterns, self.limits.hardest.exercises)

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
