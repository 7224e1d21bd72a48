"""Exercises in the order of a session, the seconds that they take, and its parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from assessment.catalogue.model import Dose, Exercise
from assessment.catalogue.schedule import Frame, Schedule
from assessment.core.plan.doses import Work, set_seconds

WARM_UP, COOL_DOWN, EASY_WALK = "Warm-up", "Cool-down", "Easy walk"
EASY_MOVEMENT = "Easy movement"
"""In place of a walk for a client who does not stand."""
SUPERSET, FINISHER, ALONE = "Superset", "Finisher", "On its own"
AT_ONCE = 2
"""Exercises done in turn."""


class Planned(NamedTuple):
    """An exercise with its dose and what is done of it in one phase."""

    exercise: Exercise
    dose: Dose
    work: Work
    set_s: int
    """How long one set takes, in seconds."""

    @classmethod
    def of(cls, exercise: Exercise, dose: Dose, work: Work) -> Planned:
        """Return *work* of *exercise*, timed."""
        return cls(exercise, dose, work, set_seconds(exercise, dose, work))


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

    def seated(self) -> Session:
        """Return the session for a client who does not stand."""
        blocks = (
            one._replace(name=EASY_MOVEMENT) if one.name == EASY_WALK else one
            for one in self.blocks
        )
        return self._replace(blocks=tuple(blocks))

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


PlannedById = Mapping[str, Planned]
"""What is done of each exercise in one phase, by the exercise's id."""
Pairs = list[list[Exercise]]
"""The exercises of a session in their order, one or two in turn."""


def paired(exercises: Sequence[Exercise], schedule: Schedule) -> Pairs:
    """Return *exercises* two by two: a lower with an upper one first, the finisher last.

    Large movements come before small ones. A pair shares no main region where that can be,
    so that one part of the body rests while another works (docs/rules.md 6.5).
    """
    parts: dict[str, list[Exercise]] = {"lower": [], "upper": [], "finisher": []}
    for exercise in sorted(exercises, key=lambda one: schedule.place[one.pattern][1]):
        parts[schedule.place[exercise.pattern][0]].append(exercise)
    lower, upper, finisher = parts.values()
    pairs = []
    while lower or upper:
        others = upper if lower and upper else lower or upper
        first = (lower or upper).pop(0)
        partner = _partner(first, others, finisher)
        for waiting in (lower, upper, finisher):
            if partner in waiting:
                waiting.remove(partner)
        pairs.append([first, partner] if partner else [first])
    ends = [finisher[start : start + AT_ONCE] for start in range(0, len(finisher), AT_ONCE)]
    return pairs + ends


def _partner(
    first: Exercise, others: Sequence[Exercise], finisher: Sequence[Exercise]
) -> Exercise | None:
    """Return what goes with *first*: another part of the body, *others* before *finisher*."""
    candidates = [*others, *finisher]
    rested = (one for one in candidates if set(one.primary).isdisjoint(first.primary))
    return next(rested, candidates[0] if candidates else None)


def pair_seconds(pair: Sequence[Exercise], plan: PlannedById) -> int:
    """Return how long one or two exercises in turn take, in seconds.

    Rounds of (first, second, rest), the longer of two rests (docs/rules.md 6.4).
    """
    seconds = rounds = rest_s = 0
    for one in pair:
        _, dose, work, set_s = plan[one.id]
        sets, rest = work.sets, dose.rest_s
        seconds += sets * set_s
        rounds = sets if sets > rounds else rounds
        rest_s = rest if rest > rest_s else rest_s
    return seconds + rounds * rest_s


def cut_to_size(
    ranked: Sequence[Exercise],
    spare: int,
    plan: dict[str, Planned],
    frame: Frame,
    schedule: Schedule,
) -> Pairs:
    """Return the pairs of a session that fits *frame*.

    *ranked* has what matters most first. The last *spare* ones go first, then rounds, then
    the others, the last first; with one gone the rounds come back. *plan* is changed: an
    exercise keeps the rounds that the shortest of its sessions has room for.
    """
    kept, whole = list(ranked), dict(plan)
    pairs = paired(kept, schedule)
    for _ in range(spare):
        if not _too_long(_seconds(pairs, plan), frame):
            break
        kept.pop()
        pairs = paired(kept, schedule)
    fewest = {one.id: 1 for one in kept}
    while not cut_rounds(pairs, plan, frame, fewest):
        kept.pop()
        plan.update(whole)
        pairs = paired(kept, schedule)
    return pairs


def cut_rounds(
    pairs: Pairs, plan: dict[str, Planned], frame: Frame, fewest: Mapping[str, int]
) -> bool:
    """Return whether *pairs* fit *frame* after taking rounds off *plan*.

    The pair with the most rounds loses one, the last of equals, so that the first pair keeps
    most (docs/rules.md 6.4). No exercise gets fewer sets than ``fewest`` says.
    """
    seconds = _seconds(pairs, plan)
    while _too_long(seconds, frame):
        number, longest = _most_rounds(pairs, plan, fewest)
        if not longest:
            return False
        for name in longest:
            exercise, dose, work, set_s = plan[name]
            plan[name] = Planned(exercise, dose, work._replace(sets=work.sets - 1), set_s)
        seconds[number] = pair_seconds(pairs[number], plan)
    return True


def _most_rounds(
    pairs: Pairs, plan: PlannedById, fewest: Mapping[str, int]
) -> tuple[int, list[str]]:
    """Return the number of the pair that loses a round, and which of its exercises do."""
    most, number, longest = 1, 0, []
    for at, pair in enumerate(pairs):
        sets = {one.id: plan[one.id].work.sets for one in pair}
        cut = [name for name in sets if sets[name] > fewest[name]]
        rounds = max((sets[name] for name in cut), default=0)
        if rounds >= most:
            most, number = rounds, at
            longest = [name for name in cut if sets[name] == most]
    return number, longest


def _seconds(pairs: Pairs, plan: PlannedById) -> list[int]:
    return [pair_seconds(pair, plan) for pair in pairs]


def _too_long(seconds: Sequence[int], frame: Frame) -> bool:
    return sum(seconds) > frame.room_s


def build_session(
    name: str,
    pairs: Pairs,
    drills: tuple[str, ...],
    plan: PlannedById,
    frame: Frame,
    schedule: Schedule,
) -> Session:
    """Return the session called *name*; without exercises it is an easy walk."""
    if not pairs:
        return Session(name, (Block(EASY_WALK, frame.minutes * 60, ()),))
    light = drills or tuple(one.id for one in pairs[0] if one.level == 1)
    blocks = [Block(WARM_UP, frame.walk_s + frame.drills_s, light)]
    for number, pair in enumerate(pairs, start=1):
        title = _title(number, pair, schedule, is_last=number == len(pairs))
        blocks.append(Block(title, pair_seconds(pair, plan), tuple(one.id for one in pair)))
    blocks.append(Block(COOL_DOWN, frame.cool_down_s, ()))
    return Session(name, tuple(blocks))


def _title(number: int, pair: Sequence[Exercise], schedule: Schedule, *, is_last: bool) -> str:
    """Return what the part of a session with *pair* is called."""
    ends = all(schedule.place[one.pattern][0] == "finisher" for one in pair)
    if ends and is_last and number > 1:
        return FINISHER
    return f"{SUPERSET} {number}" if len(pair) == AT_ONCE else ALONE
