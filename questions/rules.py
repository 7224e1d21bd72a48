"""The shape of how answers count: signs, exposure, scores, and what is up by itself.

The figures live in ``questions/bank/rules.toml``; nothing here knows one of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated, Literal

from annotated_types import Ge, Gt, Le, Len, MinLen

from questions.content import content
from questions.model import WORST, Closed, Region, Text

Sources = Annotated[tuple[str, ...], MinLen(1)]
Share = Annotated[float, Gt(0), Le(1)]
Severity = Annotated[float, Ge(0), Le(WORST)]
Weight = Annotated[int, Gt(0)]


@content
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


@content
class InjuryRule(Closed):
    """Injuries of the last years, counted by site."""

    weight: Weight
    severities: Annotated[tuple[Severity, ...], Len(2)]
    """For a count of 0, 1, ...; the last for all above."""
    lower_body: Annotated[tuple[str, ...], MinLen(1)]
    """Sites that are counted together, too."""
    together: Annotated[tuple[Severity, ...], Len(2)]
    """The least of a site of the lower body that was hurt, by the sum of those counts."""
    recent: Text
    """The list of the sites hurt lately."""
    sites: Mapping[Region, Annotated[tuple[str, ...], MinLen(1)]]
    source: Sources

    @cached_property
    def lower_items(self) -> tuple[str, ...]:
        """The items that count the injuries of the lower body."""
        return tuple(f"injuries_{site}" for site in self.lower_body)

    @cached_property
    def item_of(self) -> Mapping[str, str]:
        """The item that counts the injuries of each site."""
        return {site: f"injuries_{site}" for sites in self.sites.values() for site in sites}

    @cached_property
    def items(self) -> Mapping[Region, tuple[str, ...]]:
        """The items that count the injuries of each region."""
        return {
            region: tuple(f"injuries_{site}" for site in sites)
            for region, sites in self.sites.items()
        }

    def regions_of(self, places: frozenset[str]) -> frozenset[Region]:
        """Return the regions that *places* lead to."""
        return frozenset(
            region for region, sites in self.sites.items() if not places.isdisjoint(sites)
        )

    def severity(self, count: int) -> float:
        """Return how bad *count* injuries of one site are."""
        return self.severities[min(count, len(self.severities) - 1)]

    def severity_together(self, count: int) -> float:
        """Return how bad a hurt site is at the least, with *count* of the lower body in all."""
        return self.together[min(count, len(self.together) - 1)]


@content
class PostureRule(Closed):
    """A rounded posture; ``eased`` is the most for a client who can straighten up."""

    item: Text
    eased_by: Text
    eased: Annotated[int, Ge(0), Le(WORST)]
    weights: Mapping[Region, Weight]
    source: Sources


@content
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


@content
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


@content
class ScoreRule(Closed):
    """How function, signs and exposure become the score of a region."""

    test_weight: Weight
    function: Share
    signs: Share
    core: Share
    pain_only_most: Annotated[float, Gt(0), Le(100)]
    most_missing: Share
    source: Sources


@content
class OverallRule(Closed):
    """How the scores of the regions become one, and how many there must be."""

    regions: Annotated[int, Gt(0), Le(len(Region))]
    highest: Share
    mean: Share
    source: Sources


@content
class TopRule(Closed):
    """Which regions have most room to grow, by their score or by a strong sign."""

    count: Annotated[int, Gt(0)]
    least: Annotated[float, Gt(0)]
    within: Annotated[float, Gt(0)]
    strong: Mapping[Literal["pain", "injuries", "posture", "stalled"], Severity]
    """The severity from which on each sign is strong."""
    posture_region: Region
    """The one region of which posture can be a strong sign."""
    gives_way_under: Annotated[float, Gt(0)]
    """The score under which the last of the highest gives its place to a region in pain."""
    source: Sources


@content
class WellRule(Closed):
    """What a region may show, at most, to be called well: everything stays under these."""

    score: Annotated[float, Gt(0)]
    function: Annotated[float, Gt(0)]
    pain: Annotated[int, Gt(0)]
    """Usual pain, 0 to 10."""
    injuries: Severity
    posture: Severity
    source: Sources


@content
class FourSignsRule(Closed):
    """When each of the article's four signs is there."""

    pain: Annotated[tuple[Text, ...], MinLen(1)]
    pain_days: Text
    injuries: Annotated[int, Gt(0)]
    """How many injuries of the lower body, together."""
    source: Sources


@content
class RegularRule(Closed):
    """Who is regularly active."""

    active_days: Annotated[int, Gt(0)]
    active_minutes: Annotated[int, Gt(0)]
    source: Sources


@content
class AgreedRule(Closed):
    """A doctor's word by which a flag is none for a client who is regularly active."""

    flag: Text
    by: Text
    """The item that must be a plain yes."""
    not_with: Annotated[tuple[Text, ...], MinLen(1)]
    """Flags that must not be up."""
    caution: Text
    source: Sources


@content
class ClearedRule(Closed):
    """The caution that a clearance leaves behind, by the flag that it names."""

    caution: Text
    """For every flag that ``cautions`` does not name."""
    cautions: Mapping[str, tuple[Text, ...]]
    """Caution -> flags."""
    source: Sources

    def caution_for(self, flag: str) -> str:
        """Return the caution of a client who was cleared for *flag*."""
        named = (caution for caution, flags in self.cautions.items() if flag in flags)
        return next(named, self.caution)


@content
class LevelGroup(Closed):
    """Exercises whose level the same answers cap."""

    id: Text
    answers: tuple[Text, ...]
    most: Annotated[int, Ge(1), Le(3)] = 3
    """The highest level, whatever the answers."""
    source: Sources


@content
class LevelRule(Closed):
    """The level that an answer allows."""

    caps: Annotated[tuple[Annotated[int, Ge(1), Le(3)], ...], Len(WORST + 1, WORST + 1)]
    """By the severity of the answer."""
    unanswered: Annotated[int, Ge(1), Le(3)]
    source: Sources


@content
class PaceRule(Closed):
    """How long the quiz takes a calm reader."""

    words_a_minute: Annotated[int, Gt(0)]
    seconds_an_answer: Annotated[float, Gt(0)]
    undecided_share: Share
    """How much of what is not opened yet is likely to come."""
    source: Sources


@content
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


@content
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
    well: WellRule
    four_signs: FourSignsRule
    regular: RegularRule
    agreed: AgreedRule
    cleared: ClearedRule
    level: LevelRule
    pace: PaceRule
    client: ClientRule
    level_groups: tuple[LevelGroup, ...]

    @cached_property
    def cautions_left(self) -> frozenset[str]:
        """The cautions that a clearance, or a doctor's word, can leave behind."""
        return frozenset((self.agreed.caution, self.cleared.caution, *self.cleared.cautions))

    def items_named(self) -> Iterator[tuple[str, str]]:
        """Yield each item that a rule names, after the name of the rule."""
        yield from (("pain", item) for item in (self.pain.severe, *self.pain.arm))
        yield from (("pain", item) for item in self.pain.items.values())
        yield from (("injuries", item) for item in self.injuries.item_of.values())
        yield from (("injuries", item) for item in self.injuries.lower_items)
        yield "injuries", self.injuries.recent
        yield from (("posture", item) for item in (self.posture.item, self.posture.eased_by))
        yield from (("stalled", item) for item in (self.stalled.item, self.stalled.poor_by))
        yield from (
            ("four_signs", item) for item in (*self.four_signs.pain, self.four_signs.pain_days)
        )
        yield from (
            ("agreed", item) for item in (self.agreed.flag, self.agreed.by, *self.agreed.not_with)
        )
        yield from (("level_group", item) for group in self.level_groups for item in group.answers)
