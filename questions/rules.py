"""The shape of how answers count: signs, exposure, scores, and what is up by itself.

The figures live in ``questions/bank/rules.toml``; nothing here knows one of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated

from annotated_types import Ge, Gt, Le, Len, MinLen

from questions.model import WORST, Closed, Region, Text

Sources = Annotated[tuple[str, ...], MinLen(1)]
Share = Annotated[float, Gt(0), Le(1)]
Severity = Annotated[float, Ge(0), Le(WORST)]
Weight = Annotated[int, Gt(0)]


@dataclass(frozen=True, kw_only=True)
class PainRule(Closed):
    """Usual pain, 0 to 10, as a sign of each region."""

    weight: Weight
    severe: Text
    """The flag that is up by itself where any pain is ``severe_from`` or more."""
    severe_from: Annotated[int, Ge(1), Le(10)]
    moderate_from: Annotated[int, Ge(1), Le(10)]
    """From here on a client who may train is asked to mention it."""
    arm: Annotated[tuple[Text, ...], MinLen(1)]
    """Items whose pain makes a hold of the arm painful."""
    items: Mapping[Region, str]
    source: Sources

    def __post_init__(self) -> None:
        if set(self.items) != set(Region):
            raise ValueError("items must name each region once")

    @cached_property
    def regions(self) -> Mapping[str, frozenset[Region]]:
        """The regions that each item asks about."""
        return {
            item: frozenset(region for region, one in self.items.items() if one == item)
            for item in self.items.values()
        }


@dataclass(frozen=True, kw_only=True)
class InjuryRule(Closed):
    """Injuries of the last years, counted by site."""

    weight: Weight
    severities: Annotated[tuple[Severity, ...], Len(2)]
    """For a count of 0, 1, ...; the last for all above."""
    sites: Mapping[Region, Annotated[tuple[str, ...], MinLen(1)]]
    source: Sources

    @cached_property
    def items(self) -> Mapping[Region, tuple[str, ...]]:
        """The items that count the injuries of each region."""
        return {
            region: tuple(f"injuries_{site}" for site in sites)
            for region, sites in self.sites.items()
        }

    def severity(self, count: int) -> float:
        """Return how bad *count* injuries of one site are."""
        return self.severities[min(count, len(self.severities) - 1)]


@dataclass(frozen=True, kw_only=True)
class PostureRule(Closed):
    """A rounded posture; ``eased`` is the most for a client who can straighten up."""

    item: Text
    eased_by: Text
    eased: Annotated[int, Ge(0), Le(WORST)]
    weights: Mapping[Region, Weight]
    source: Sources


@dataclass(frozen=True, kw_only=True)
class StalledRule(Closed):
    """Progress that stalled, in one of a region's kinds of training."""

    item: Text
    poor_by: Text
    weight: Weight
    severity: Severity
    poor: Severity
    """Its severity where recovery is poor."""
    kinds: Mapping[Region, frozenset[str]]
    source: Sources


@dataclass(frozen=True, kw_only=True)
class ExposureRule(Closed):
    """The points that a client's days add to a region."""

    most: Annotated[int, Gt(0)]
    inactive_points: Weight
    inactive_under: Annotated[int, Gt(0)]
    """Active minutes a week."""
    untrained_points: Weight
    sitting_points: Weight
    sitting_over: Annotated[int, Ge(0)]
    """Hours a day."""
    sitting_regions: frozenset[Region]
    bending_points: Weight
    bending_regions: frozenset[Region]
    source: Sources


@dataclass(frozen=True, kw_only=True)
class ScoreRule(Closed):
    """How function, signs and exposure become the score of a region."""

    test_weight: Weight
    function: Share
    signs: Share
    core: Share
    pain_only_most: Annotated[float, Gt(0), Le(100)]
    most_missing: Share
    source: Sources


@dataclass(frozen=True, kw_only=True)
class OverallRule(Closed):
    """How the scores of the regions become one, and how many there must be."""

    regions: Annotated[int, Gt(0), Le(len(Region))]
    highest: Share
    mean: Share
    source: Sources


@dataclass(frozen=True, kw_only=True)
class TopRule(Closed):
    """Which regions have most room to grow."""

    count: Annotated[int, Gt(0)]
    least: Annotated[float, Gt(0)]
    within: Annotated[float, Gt(0)]
    source: Sources


@dataclass(frozen=True, kw_only=True)
class ClientRule(Closed):
    """What level a client is of, and what counts where an answer is missing."""

    levels: Mapping[str, Annotated[int, Ge(1), Le(3)]]
    """By experience."""
    days: Annotated[int, Gt(0)]
    minutes: Annotated[int, Gt(0)]
    goal: Text
    source: Sources

    def level(self, experience: str | None) -> int:
        """Return the highest level of exercise for *experience*; the lowest where unknown."""
        return self.levels.get(experience or "", min(self.levels.values()))


@dataclass(frozen=True, kw_only=True)
class AgeCaution(Closed):
    """A caution of all who are ``least`` years old or more, or ``most`` or less."""

    id: Text
    least: int | None = None
    most: int | None = None
    source: Sources

    def __post_init__(self) -> None:
        if (self.least is None) == (self.most is None):
            raise ValueError("needs either least or most")

    def holds_at(self, age_years: int) -> bool:
        """Return whether it is a caution of a client of *age_years*."""
        return age_years >= self.least if self.least is not None else age_years <= (self.most or 0)


@dataclass(frozen=True, kw_only=True)
class Rules(Closed):
    """All of them."""

    pain: PainRule
    injuries: InjuryRule
    posture: PostureRule
    stalled: StalledRule
    exposure: ExposureRule
    score: ScoreRule
    overall: OverallRule
    top: TopRule
    client: ClientRule
    age_cautions: tuple[AgeCaution, ...]

    def items_named(self) -> Iterator[tuple[str, str]]:
        """Yield each item that a rule names, after the name of the rule."""
        yield from (("pain", item) for item in (self.pain.severe, *self.pain.arm))
        yield from (("pain", item) for item in self.pain.items.values())
        yield from (("injuries", item) for items in self.injuries.items.values() for item in items)
        yield from (("posture", item) for item in (self.posture.item, self.posture.eased_by))
        yield from (("stalled", item) for item in (self.stalled.item, self.stalled.poor_by))
