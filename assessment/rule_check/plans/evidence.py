"""What the evidence and the rules say, read from tables of their own and not from the catalogue."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

Span = tuple[int, int]


class Row(NamedTuple):
    """One exercise: how the body moves, for whom at the earliest, with what, and not with what."""

    id: str
    primary: tuple[str, ...]
    pattern: str
    level: int
    kit: tuple[frozenset[str], ...]
    """One of these is needed; none, or an empty one: nothing is."""
    removed_by: frozenset[str]
    """Cautions that exclude it, by its pattern or its own row."""
    group: str


class Limit(NamedTuple):
    """How far a caution lets a client go."""

    most_level: int = 3
    most_effort: int = 10
    repetitions: Span | None = None
    never_doses: tuple[str, ...] = ()
    stays: bool = False


class Eased(NamedTuple):
    """Who may do more in spite of a caution."""

    caution: str
    under: int
    experience: str
    level: int
    without: frozenset[str]
    most_effort: int
    repetitions: Span
    later: Span
    """The repetitions of everybody with the caution in the last weeks, with a weight."""


class Group(NamedTuple):
    """Movements whose level the same answers cap."""

    answers: tuple[str, ...]
    most: int


class Hold(NamedTuple):
    """What an injury of the last six weeks at one of ``places`` leaves out."""

    places: frozenset[str]
    patterns: frozenset[str]
    exercises: frozenset[str]
    but: frozenset[str]
    ways: frozenset[str]
    unless: tuple[str, tuple[int, ...]] | None

    def is_on(self, hurt: frozenset[str], answers: Mapping[str, Any]) -> bool:
        """Return whether it holds for a client who is newly *hurt* there."""
        if hurt.isdisjoint(self.places):
            return False
        return self.unless is None or answers.get(self.unless[0]) not in self.unless[1]

    def bars(self, exercise: str, pattern: str) -> bool:
        """Return whether it leaves out *exercise*, which moves by *pattern*."""
        return exercise not in self.but and (pattern in self.patterns or exercise in self.exercises)


class Keep(NamedTuple):
    """What stays, gently, for a newly hurt place."""

    places: frozenset[str]
    patterns: frozenset[str]
    exercises: frozenset[str]


class When(NamedTuple):
    """An answer of so much or more, and what it leaves out or asks for."""

    item: str
    at_least: int
    what: frozenset[str]

    def says(self, answers: Mapping[str, Any]) -> bool:
        """Return whether it is answered so."""
        value = answers.get(self.item)
        return value is not None and value >= self.at_least


class Must(NamedTuple):
    """An exercise that each session holds, where an answer asks for it."""

    exercise: str
    when: When
    first_pair: bool


class TooEasy(NamedTuple):
    """For whom an exercise is too easy, and what is harder."""

    answers: tuple[str, ...]
    level: int
    harder: frozenset[str]
    """Of the same level, but harder."""


class Way(NamedTuple):
    """Another way of an exercise, and whom it is for."""

    cautions: frozenset[str]
    answers: tuple[When, ...]
    hurt: frozenset[str]
    ways: frozenset[str]
    lifts: frozenset[str]


class Evidence(NamedTuple):
    """All of it."""

    rows: Mapping[str, Row]
    excludes: Mapping[str, frozenset[str]]
    """The patterns that a caution excludes."""
    limits: Mapping[str, Limit]
    eased: Eased
    experience: Mapping[str, int]
    level_of_answer: tuple[int, ...]
    unanswered_level: int
    groups: Mapping[str, Group]
    pain_item: Mapping[str, str]
    regions_of: Mapping[str, frozenset[str]]
    """The regions that an injury of a place leads to."""
    holds: tuple[Hold, ...]
    keeps: tuple[Keep, ...]
    pain: Mapping[str, int]
    old_back: When
    against: tuple[When, ...]
    fast: Mapping[str, Any]
    never: frozenset[str]
    """What the program never chooses."""
    pain_limit: Mapping[str, int]
    too_easy: Mapping[str, TooEasy]
    first: Mapping[str, frozenset[str]]
    ways: Mapping[str, tuple[Way, ...]]
    barred_ways: Mapping[str, frozenset[str]]
    way_kit: Mapping[str, tuple[frozenset[str], ...]]
    words: Mapping[str, re.Pattern[str]]
    musts: tuple[Must, ...]
    kinds: Mapping[str, frozenset[str]]
    minutes: Mapping[str, Any]
    most_exercises: Mapping[int, int]
    weights: frozenset[str]
    most_in_weeks: Mapping[str, Mapping[str, int]]
    stretches: Mapping[str, frozenset[str]]

    def is_fast(self, exercise: str) -> bool:
        """Return whether *exercise* is one of the fast and the very hard ones."""
        return self.rows[exercise].pattern in self.fast["patterns"]


@cache
def evidence() -> Evidence:
    """Return what the tables say, read once."""
    exercises, cautions, limits = (_table(name) for name in ("exercises", "cautions", "limits"))
    excludes = {name: frozenset(one["excludes"]) for name, one in cautions["caution"].items()}
    eased = cautions["eased"]
    spans = {"repetitions": tuple(eased["repetitions"]), "later": tuple(eased["later"])}
    levels, weeks = limits["levels"], limits["weeks"]
    return Evidence(
        rows={row.id: row for row in _rows(exercises["exercise"], excludes, limits["group"])},
        excludes=excludes,
        limits={name: _limit(one) for name, one in cautions["caution"].items()},
        eased=Eased(**{**eased, **spans, "without": frozenset(eased["without"])}),
        experience=levels["experience"],
        level_of_answer=tuple(levels["answers"]),
        unanswered_level=levels["unanswered"],
        groups={
            name: Group(tuple(one["answers"]), one.get("most", 3))
            for name, one in limits["group"].items()
        },
        pain_item=limits["regions"]["pain"],
        regions_of=_sets(limits["regions"]["injury"]),
        holds=tuple(_hold(one) for one in limits["hold"]),
        keeps=tuple(
            Keep(*(frozenset(one.get(key, ())) for key in Keep._fields)) for one in limits["keep"]
        ),
        pain=limits["pain"],
        old_back=_when(limits["old_back"]),
        against=tuple(_when(one) for one in limits["against"]),
        fast=limits["fast"],
        never=frozenset(limits["never"]["exercises"]),
        pain_limit=limits["pain_limit"],
        too_easy={
            name: TooEasy(
                tuple(one["answers"]), one.get("level", 2), frozenset(one.get("harder", ()))
            )
            for name, one in limits["too_easy"].items()
        },
        first=_sets(limits["first"]),
        ways=_ways(limits["way"]),
        barred_ways=_sets(limits["barred_ways"]),
        way_kit={name: _kit(one) for name, one in limits["way_kit"].items()},
        words={name: re.compile(text) for name, text in limits["words"].items()},
        musts=tuple(
            Must(one["exercise"], _when(one), one.get("first_pair", False))
            for one in limits["must"]
        ),
        kinds=_sets(limits["kinds"]),
        minutes=limits["minutes"],
        most_exercises={int(name): most for name, most in limits["most_exercises"].items()},
        weights=frozenset(weeks["weights"]),
        most_in_weeks=weeks["most"],
        stretches=_sets(limits["stretch"]),
    )


def _table(name: str) -> dict[str, Any]:
    text = (
        files("assessment.rule_check.plans").joinpath("tables", f"{name}.toml").read_text("utf-8")
    )
    return tomllib.loads(text)


def _rows(
    exercises: Mapping[str, Any], excludes: Mapping[str, frozenset[str]], groups: Mapping[str, Any]
) -> Iterator[Row]:
    group_of = {pattern: name for name, one in groups.items() for pattern in one["patterns"]}
    for name, one in exercises.items():
        pattern = one["pattern"]
        by_pattern = {caution for caution, patterns in excludes.items() if pattern in patterns}
        yield Row(
            name,
            tuple(one["primary"]),
            pattern,
            one["level"],
            _kit(one["kit"]),
            frozenset((*one["avoid"], *by_pattern)),
            group_of[pattern],
        )


def _limit(one: Mapping[str, Any]) -> Limit:
    span = one.get("repetitions")
    return Limit(
        one.get("most_level", 3),
        one.get("most_effort", 10),
        (span[0], span[1]) if span else None,
        tuple(one.get("never_doses", ())),
        one.get("stays", False),
    )


def _hold(one: Mapping[str, Any]) -> Hold:
    places, patterns, exercises, but, ways = (
        frozenset(one.get(key, ())) for key in ("places", "patterns", "exercises", "but", "ways")
    )
    unless = one.get("unless")
    eased = (unless["item"], tuple(unless["values"])) if unless else None
    return Hold(places, patterns, exercises, but, ways, eased)


def _when(one: Mapping[str, Any]) -> When:
    return When(one["item"], one["at_least"], frozenset(one.get("patterns", ())))


def _ways(entries: Iterable[Mapping[str, Any]]) -> dict[str, tuple[Way, ...]]:
    ways: dict[str, tuple[Way, ...]] = {}
    for one in entries:
        way = Way(
            frozenset(one.get("cautions", ())),
            tuple(_when(answer) for answer in one.get("answers", ())),
            frozenset(one.get("hurt", ())),
            frozenset(one["ways"]),
            frozenset(one.get("lifts", ())),
        )
        ways[one["exercise"]] = (*ways.get(one["exercise"], ()), way)
    return ways


def _kit(sets: Iterable[Iterable[str]]) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(one) for one in sets)


def _sets(table: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(one) for name, one in table.items()}
