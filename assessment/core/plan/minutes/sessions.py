"""The seconds that exercises take, and the parts of a session."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from assessment.catalogue.model import Dose, Exercise
from assessment.catalogue.schedule import Frame, Schedule
from assessment.core.plan.minutes.pairing import Pairs

WARM_UP, COOL_DOWN, EASY_WALK = "Warm-up", "Cool-down", "Easy walk"
EASY_MOVEMENT = "Easy movement"
"""In place of a walk for a client who does not stand."""
SUPERSET, FINISHER, ALONE = "Superset", "Finisher", "On its own"
AT_ONCE = 2
"""Exercises done in turn."""
MINUTE_S = 60


class Block(NamedTuple):
    """A part of a session: ``name``, how long it takes, and its exercises."""

    name: str
    seconds: int
    exercises: tuple[str, ...]


class Session(NamedTuple):
    """One training session; its blocks add up to its minutes."""

    name: str
    blocks: tuple[Block, ...]

    @property
    def seconds(self) -> int:
        """How long the session takes, in seconds."""
        return sum(block.seconds for block in self.blocks)

    @property
    def warm_up(self) -> tuple[str, ...]:
        """The ids of the exercises that it warms up with."""
        return tuple(
            exercise
            for block in self.blocks
            if block.name == WARM_UP
            for exercise in block.exercises
        )

    @property
    def exercises(self) -> tuple[str, ...]:
        """The ids of its exercises, without those of the warm-up."""
        return tuple(
            exercise
            for block in self.blocks
            if block.name != WARM_UP
            for exercise in block.exercises
        )


class Timing(NamedTuple):
    """How long an exercise takes, in seconds."""

    setting_up_s: int
    rest_s: int
    sets_s: tuple[int, ...]
    """One set, by phase."""


def repetition_seconds(exercise: Exercise, dose: Dose) -> int:
    """Return how long one repetition takes, both sides."""
    return dose.seconds_per_repetition * exercise.sides


class TimedPair(NamedTuple):
    """One or two exercises in turn: their ids, and the seconds of what comes beside the sets."""

    names: tuple[str, ...]
    setting_up_s: int
    rest_s: int
    """The longer of two."""
    change_s: int
    """Each change from one to the other."""

    @classmethod
    def of(
        cls, pair: Sequence[Exercise], timings: Mapping[str, Timing], change_s: int
    ) -> TimedPair:
        """Return *pair* with what *timings* say of its exercises."""
        names = tuple([one.id for one in pair])
        one, other = timings[names[0]], timings[names[-1]]
        if len(names) == 1:
            return cls(names, one.setting_up_s, one.rest_s, 0)
        ready_s = one.setting_up_s + other.setting_up_s
        return cls(names, ready_s, max(one.rest_s, other.rest_s), change_s)

    def seconds(self, sets: Mapping[str, int], set_s: Mapping[str, int]) -> int:
        """Return how long so many *sets* take, one of which takes *set_s*.

        Setting up, rounds of (first, second, rest), and each change from one to the other
        (docs/rules.md 6.4).
        """
        names, setting_up_s, rest_s, change_s = self
        one = names[0]
        first = sets[one]
        if len(names) == 1:
            return setting_up_s + first * (set_s[one] + rest_s)
        other = names[1]
        second = sets[other]
        rounds = first if first > second else second
        worked = first * set_s[one] + second * set_s[other] + rounds * rest_s
        return setting_up_s + worked + (first + second - 1) * change_s

    def one_more(self, name: str, sets: Mapping[str, int], set_s: Mapping[str, int]) -> int:
        """Return how much longer it is with one more set of *name* than with *sets*."""
        names, _, rest_s, change_s = self
        is_round = sets[name] >= sets[names[0]] and sets[name] >= sets[names[-1]]
        return set_s[name] + change_s + (rest_s if is_round else 0)


class Outline(NamedTuple):
    """What a session is in every phase: what it warms up with, and its parts with their names."""

    name: str
    light: tuple[str, ...]
    parts: Sequence[tuple[str, tuple[str, ...]]]
    empty: str
    """What an easy walk in its place is called."""

    @classmethod
    def of(
        cls, name: str, pairs: Pairs, drills: tuple[str, ...], empty: str, schedule: Schedule
    ) -> Outline:
        """Return the session called *name* with *pairs*; without any it is *empty*."""
        light = drills or tuple([one.id for one in pairs[0] if one.level == 1] if pairs else ())
        parts = [
            (
                _title(number, pair, schedule, is_last=number == len(pairs)),
                tuple([one.id for one in pair]),
            )
            for number, pair in enumerate(pairs, start=1)
        ]
        return cls(name, light, parts, empty)

    def session(self, seconds: Sequence[int], frame: Frame, least_s: float) -> Session:
        """Return the session of a phase in which each pair takes so many *seconds*.

        Where it would take less than *least_s*, the walk is longer. Without exercises it is an
        easy walk.
        """
        if not self.parts:
            return Session(self.name, (Block(self.empty, frame.minutes * MINUTE_S, ()),))
        fixed_s = frame.drills_s + frame.cool_down_s + sum(seconds)
        walk_s = min(max(frame.walk_s, math.ceil(least_s - fixed_s)), frame.most_walk_s)
        blocks = [Block(WARM_UP, walk_s + frame.drills_s, self.light)]
        blocks += [
            Block(title, lasts, names)
            for (title, names), lasts in zip(self.parts, seconds, strict=True)
        ]
        blocks.append(Block(COOL_DOWN, frame.cool_down_s, ()))
        return Session(self.name, tuple(blocks))


def _title(number: int, pair: Sequence[Exercise], schedule: Schedule, *, is_last: bool) -> str:
    """Return what the part of a session with *pair* is called."""
    if is_last and number > 1 and all(schedule.place[one.pattern][0] == "finisher" for one in pair):
        return FINISHER
    return f"{SUPERSET} {number}" if len(pair) == AT_ONCE else ALONE
