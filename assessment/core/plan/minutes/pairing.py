"""Exercises in the order of a session, one or two in turn (docs/rules.md 6.5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from assessment.catalogue.model import Exercise
from assessment.catalogue.schedule import Schedule

Pairs = tuple[tuple[Exercise, ...], ...]
"""The exercises of a session in their order, one or two in turn."""
REMEMBERED = 4096
PARTS = ("lower", "upper", "finisher")


def paired(exercises: Iterable[Exercise], first: Iterable[str], schedule: Schedule) -> Pairs:
    """Return *exercises* two by two: a lower with an upper one, the finishers last.

    Large movements come before small ones. A pair shares neither a pattern nor its first main
    region: where no order avoids that, each stands on its own. A pair with one of *first*, ids
    of exercises, opens the session.
    """
    return _paired(tuple(exercises), frozenset(first), schedule)


def in_given_order(exercises: Iterable[Exercise]) -> Pairs:
    """Return *exercises* in the order in which they come, neighbours two by two.

    Two that share a pattern or their first main region stand on their own.
    """
    pairs: list[tuple[Exercise, ...]] = []
    waiting: Exercise | None = None
    for one in exercises:
        if waiting is None:
            waiting = one
        elif _clash(waiting, one):
            pairs.append((waiting,))
            waiting = one
        else:
            pairs.append((waiting, one))
            waiting = None
    return (*pairs, (waiting,)) if waiting else tuple(pairs)


@lru_cache(REMEMBERED)
def _paired(exercises: tuple[Exercise, ...], first: frozenset[str], schedule: Schedule) -> Pairs:
    """Return the best pairs of *exercises*; many clients share a session."""
    ordered = sorted(exercises, key=lambda one: _place(one, schedule))
    pairs = _in_turn(ordered, schedule)
    if any(_clash(*pair) for pair in pairs if len(pair) > 1):
        pairs = min(_matchings(ordered), key=lambda found: _cost(found, schedule))
    apart = (
        part
        for pair in pairs
        for part in ([pair] if len(pair) == 1 or not _clash(*pair) else [(one,) for one in pair])
    )

    def place(pair: Sequence[Exercise]) -> tuple[bool, tuple[int, int]]:
        opens = any(one.id in first for one in pair)
        return not opens, min(_place(one, schedule) for one in pair)

    return tuple(sorted(apart, key=place))


def _in_turn(ordered: Sequence[Exercise], schedule: Schedule) -> list[tuple[Exercise, ...]]:
    """Return a lower with an upper movement each, large ones first, finishers with what is left."""
    waiting = list(ordered)
    pairs: list[tuple[Exercise, ...]] = []
    while waiting:
        first = waiting.pop(0)
        others = sorted(
            (one for one in waiting if not _clash(first, one)),
            key=lambda one: (_partner_cost(first, one, schedule), waiting.index(one)),
        )
        if others:
            waiting.remove(others[0])
        pairs.append((first, *others[:1]))
    singles = [pair for pair in pairs if len(pair) == 1]
    if len(singles) > 1:  # they clash with each other: let the search for all pairs decide
        return [*(pair for pair in pairs if len(pair) > 1), (singles[0][0], singles[1][0])]
    return pairs


def _matchings(ordered: Sequence[Exercise]) -> Iterator[list[tuple[Exercise, ...]]]:
    """Yield every way to put *ordered* in pairs, with one left over where they are odd."""
    if len(ordered) < 2:
        yield [(one,) for one in ordered]
        return
    first, rest = ordered[0], ordered[1:]
    for number, partner in enumerate(rest):
        for others in _matchings([*rest[:number], *rest[number + 1 :]]):
            yield [(first, partner), *others]
    if len(ordered) % 2:
        for others in _matchings(rest):
            yield [(first,), *others]


def _cost(pairs: Sequence[tuple[Exercise, ...]], schedule: Schedule) -> tuple[int, int]:
    """Return how bad *pairs* are: those that clash, then those that do not suit."""
    twos = [pair for pair in pairs if len(pair) > 1]
    return (
        sum(_clash(one, other) for one, other in twos),
        sum(_partner_cost(one, other, schedule) for one, other in twos),
    )


def _clash(one: Exercise, other: Exercise) -> bool:
    return one.pattern is other.pattern or one.primary[0] is other.primary[0]


def _partner_cost(one: Exercise, other: Exercise, schedule: Schedule) -> int:
    """Return how little two suit each other: the same part of a session, regions in common."""
    same = schedule.place[one.pattern][0] == schedule.place[other.pattern][0]
    finisher = "finisher" in (schedule.place[one.pattern][0], schedule.place[other.pattern][0])
    return 4 * (not set(one.primary).isdisjoint(other.primary)) + 2 * same + finisher


def _place(exercise: Exercise, schedule: Schedule) -> tuple[int, int]:
    part, place = schedule.place[exercise.pattern]
    return PARTS.index(part), place
