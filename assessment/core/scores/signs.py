"""The signs of a region: pain, injuries, posture, stalled progress (docs/rules.md 2.5 and 4.2).

Each sign gives a severity for what was answered, and the best and the worst that it could
be while something is still unanswered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from questions.model import Region

PAIN_ITEMS = {
    Region.LOW_BACK: "pain_low_back",
    Region.GLUTE_MAX: "pain_hip",
    Region.HAMSTRINGS: "pain_thigh_back",
    Region.GLUTE_MED: "pain_hip",
    Region.UPPER_BACK: "pain_upper_back",
    Region.CALVES: "pain_calf",
    Region.REAR_SHOULDER: "pain_shoulder",
    Region.NECK: "pain_neck",
}
INJURY_SITES = {
    Region.LOW_BACK: ("back",),
    Region.GLUTE_MAX: ("hip",),
    Region.HAMSTRINGS: ("knee", "hamstring"),
    Region.GLUTE_MED: ("hip", "knee"),
    Region.CALVES: ("calf", "ankle"),
}
POSTURE_WEIGHTS = {Region.UPPER_BACK: 2, Region.REAR_SHOULDER: 1, Region.NECK: 1}
STALLED_KINDS = {
    Region.LOW_BACK: frozenset({"lift"}),
    Region.GLUTE_MAX: frozenset({"run", "lift"}),
    Region.HAMSTRINGS: frozenset({"run", "lift"}),
    Region.UPPER_BACK: frozenset({"pull"}),
    Region.CALVES: frozenset({"run"}),
    Region.REAR_SHOULDER: frozenset({"pull"}),
}

PAIN_WEIGHT = INJURY_WEIGHT = 2
STALLED_WEIGHT = 1
WORST = 4.0
STALLED_WORST = 2.0
INJURY_SEVERITY = (0.0, 1.0, 3.0, 4.0)
"""For a count of 0, 1, 2, 3 or more."""


class Sign(NamedTuple):
    """One sign of one region; ``severity`` is None while nothing of it is answered."""

    item: str
    weight: int
    most: float
    severity: float | None
    best: float
    worst: float

    @property
    def settled(self) -> bool:
        """Whether nothing of it is unanswered."""
        return self.severity == self.best == self.worst


@dataclass(frozen=True, slots=True)
class SignsBlock:
    """The signs of a region as one figure from 0 to 100, and its lowest and highest value."""

    value: float | None
    low: float
    high: float

    @property
    def settled(self) -> bool:
        """Whether nothing is unanswered."""
        return self.low == self.high == self.value


def signs_of(answers: Mapping[str, Any], region: Region) -> tuple[Sign, ...]:
    """Return the signs that *region* has, answered or not."""
    return tuple(_signs(answers, region))


def block_of(signs: tuple[Sign, ...]) -> SignsBlock:
    """Return ``G`` of docs/rules.md 4.2 for the answered *signs*, with its range."""
    answered = [(sign, sign.severity) for sign in signs if sign.severity is not None]
    value = _weighted(answered) if answered else None
    if value is not None and all(sign.settled for sign in signs):
        return SignsBlock(value, value, value)
    low = _weighted([(sign, sign.best) for sign in signs])
    high = _weighted([(sign, sign.worst) for sign in signs])
    return SignsBlock(value, low, high)


def _weighted(pairs: list[tuple[Sign, float]]) -> float:
    """Return half the weighted mean of the severities' shares and half the strongest one."""
    earned = possible = strongest = 0.0
    for sign, severity in pairs:
        earned += sign.weight * severity
        possible += sign.weight * sign.most
        strongest = max(strongest, severity)
    return 50 * earned / possible + 50 * strongest / WORST


def _signs(answers: Mapping[str, Any], region: Region) -> Iterator[Sign]:
    yield _pain(answers, PAIN_ITEMS[region])
    if sites := INJURY_SITES.get(region):
        yield _injuries(answers, sites)
    if weight := POSTURE_WEIGHTS.get(region):
        yield _posture(answers, weight)
    if kinds := STALLED_KINDS.get(region):
        yield _stalled(answers, kinds)


def _pain(answers: Mapping[str, Any], item: str) -> Sign:
    pain = answers.get(item)
    if pain is None:
        return Sign(item, PAIN_WEIGHT, WORST, None, 0.0, WORST)
    severity = pain * WORST / 10
    return Sign(item, PAIN_WEIGHT, WORST, severity, severity, severity)


def _injuries(answers: Mapping[str, Any], sites: tuple[str, ...]) -> Sign:
    """Return the injuries of the worst of *sites*, the first of them on a tie."""
    worst_item, severity = f"injuries_{sites[0]}", None
    missing = False
    for item in (f"injuries_{site}" for site in sites):
        count = answers.get(item)
        if count is None:
            missing = True
            continue
        here = INJURY_SEVERITY[min(count, 3)]
        if severity is None or here > severity:
            worst_item, severity = item, here
    known = severity or 0.0
    return Sign(worst_item, INJURY_WEIGHT, WORST, severity, known, WORST if missing else known)


def _posture(answers: Mapping[str, Any], weight: int) -> Sign:
    """Return how rounded; at most 1 for a client who can straighten up."""
    item, rounded = "posture_rounded", answers.get("posture_rounded")
    if rounded is None:
        return Sign(item, weight, WORST, None, 0.0, WORST)
    eased = float(min(rounded, 1))
    straightens = answers.get("posture_can_straighten")
    severity = eased if straightens == "yes" else float(rounded)
    return Sign(item, weight, WORST, severity, eased if straightens is None else severity, severity)


def _stalled(answers: Mapping[str, Any], kinds: frozenset[str]) -> Sign:
    """Return 2 for progress that stalled in one of *kinds*, 1 when recovery is poor."""
    item, weight, most = "stalled", STALLED_WEIGHT, STALLED_WORST
    stalled = answers.get(item)
    if stalled is None:
        return Sign(item, weight, most, None, 0.0, most)
    if kinds.isdisjoint(stalled):
        return Sign(item, weight, most, 0.0, 0.0, 0.0)
    poor = answers.get("stalled_recovery_poor")
    severity = 1.0 if poor == "yes" else most
    return Sign(item, weight, most, severity, 1.0 if poor is None else severity, severity)
