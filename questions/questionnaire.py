"""The shape of a questionnaire: sections of items, how a measurement is taken, and the pages.

The words and numbers live in ``questions/bank/*.toml``; nothing here knows one of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal

from annotated_types import Gt, Len, MinLen

from questions.content import content
from questions.model import (
    CheckItem,
    Closed,
    Derived,
    Item,
    Mark,
    Region,
    ScaleItem,
    Text,
    Urgency,
)
from questions.rules import Rules

GATEWAYS = "lately"
"""The section whose items open others."""
CAUTIONS = "cautions"
GATE_SECTIONS = ("safety", GATEWAYS, CAUTIONS)


@content
class Section(Closed):
    """A part of the questionnaire under one heading."""

    id: str
    title: Text
    intro: Text


@content
class Chapter(Closed):
    """What a client sees of the way: a few pages under one short name."""

    id: Text
    title: Text


@content
class Page(Closed):
    """Items that stand on the screen together.

    ``single``: one item. ``checklist``: two to seven yes/no/unsure items with one "none of
    these". ``ratings``: up to five scales that share their answers. ``body_map``: a list of
    places with a number for each. ``counts``: numbers with a list of those that are recent.
    ``group``: a few short items under one title.
    """

    id: str
    chapter: str
    section: str
    kind: Literal["single", "checklist", "ratings", "body_map", "counts", "group"]
    items: Annotated[tuple[str, ...], MinLen(1)]
    title: str | None = None
    none_label: str | None = None

    def __post_init__(self) -> None:
        least, most = MEMBERS[self.kind]
        if not least <= len(self.items) <= most:
            raise ValueError(f"a page of kind {self.kind!r} has {least} to {most} items")
        if self.kind != "single" and not self.title:
            raise ValueError(f"a page of kind {self.kind!r} needs a title")
        if self.kind in WITH_NONE and not self.none_label:
            raise ValueError(f"a page of kind {self.kind!r} needs a none_label")


MEMBERS: Mapping[str, tuple[int, int]] = {
    "single": (1, 1),
    "checklist": (2, 7),
    "ratings": (2, 5),
    "body_map": (2, 12),
    "counts": (2, 8),
    "group": (2, 4),
}
"""How many items a page of each kind has, at least and at most."""
WITH_NONE = ("checklist", "body_map", "counts")
"""Kinds of pages on which one answer says no to all."""


@content
class Protocol(Closed):
    """How a trainer takes one measurement, on one side or on both (docs/evidence.md 4)."""

    id: Text
    name: Text
    items: Annotated[tuple[str, ...], Len(1, 2)]
    """The items that hold its figures: one, or left and right."""
    equipment: tuple[Text, ...]
    steps: Annotated[tuple[Text, ...], Len(2, 8)]
    stop_if: Annotated[tuple[Text, ...], MinLen(1)]
    leave_out_when: tuple[Text, ...]
    """Beyond what the section's introduction says of all of them."""
    note: Text
    beats_per_minute: Annotated[int, Gt(0)] | None = None
    tool: Literal["watch", "counter"] | None = None
    """What the screen helps to measure with: nothing where it is read off something else."""
    seconds: Annotated[int, Gt(0)] | None = None
    """How long it lasts, where the steps say so."""
    tries: Annotated[int, Gt(0)] = 1
    takes: Literal["last", "mean", "shortest"] = "last"
    """Which figure of several tries is entered."""
    source: Annotated[tuple[str, ...], MinLen(1)]
    mark: Mark
    """How well this way of doing it is known."""


@content
class RegionWords(Closed):
    """How a region is called."""

    id: Region
    name: Text
    """As a client says it: "low back"."""
    muscles: Text
    """As a trainer says it."""


@content
class EarlierVersion(Closed):
    """A version that asked less about safety: the items that it asked before anybody trained."""

    id: Text
    gate: Annotated[tuple[Text, ...], MinLen(1)]


@content
class Questionnaire(Closed):
    """The whole quiz: words for the regions, sections, items and pages."""

    id: str
    version: str
    title: str
    regions: tuple[RegionWords, ...]
    sections: tuple[Section, ...]
    items: tuple[Item, ...]
    derived: tuple[Derived, ...]
    protocols: tuple[Protocol, ...]
    chapters: tuple[Chapter, ...]
    pages: tuple[Page, ...]
    earlier_versions: tuple[EarlierVersion, ...]
    rules: Rules

    @cached_property
    def by_id(self) -> Mapping[str, Item]:
        """Every item by its id, in the order of the bank."""
        return {item.id: item for item in self.items}

    @cached_property
    def protocol_of(self) -> Mapping[str, Protocol]:
        """How the figure of an item is measured, by the item's id."""
        return {item: protocol for protocol in self.protocols for item in protocol.items}

    @cached_property
    def named(self) -> Mapping[str, Item | Derived]:
        """Every item, and what is derived, by its id."""
        return {**self.by_id, **{one.id: one for one in self.derived}}

    @cached_property
    def conditional(self) -> tuple[Item, ...]:
        """The items that are not always asked, each after those that it depends on."""
        ordered: dict[str, Item] = {}

        def place(item: Item) -> None:
            if item.condition is None or item.id in ordered:
                return
            for other in item.condition.items:
                place(self.by_id[other])
            ordered[item.id] = item

        for item in self.items:
            place(item)
        return tuple(ordered.values())

    @cached_property
    def urgencies(self) -> Mapping[str, Urgency]:
        """The urgency of each flag by itself, asked or derived, without the follow-ups."""
        return {**self.red_flags, **{one.id: one.urgency for one in self.derived if one.urgency}}

    @cached_property
    def region_names(self) -> Mapping[Region, str]:
        """The client's word for each region."""
        return {words.id: words.name for words in self.regions}

    @cached_property
    def ability_items(self) -> Mapping[Region, tuple[tuple[str, int], ...]]:
        """The items that speak for each region, with their weights."""
        scales = [item for item in self.items if isinstance(item, ScaleItem)]
        return {
            region: tuple(
                (item.id, item.weights[region]) for item in scales if region in item.weights
            )
            for region in Region
        }

    @cached_property
    def ability_weight(self) -> Mapping[Region, int]:
        """The sum of the weights of each region's items."""
        return {
            region: sum(weight for _, weight in items)
            for region, items in self.ability_items.items()
        }

    @cached_property
    def gate_items(self) -> tuple[Item, ...]:
        """What nothing may be decided without: safety, gateways, cautions, what is required."""
        return tuple(item for item in self.items if item.section in GATE_SECTIONS or item.required)

    @cached_property
    def gate_ids(self) -> tuple[str, ...]:
        """The same by their ids."""
        return tuple(item.id for item in self.gate_items)

    @cached_property
    def checks(self) -> tuple[CheckItem, ...]:
        """The yes/no/unsure items, in order."""
        return tuple(item for item in self.items if isinstance(item, CheckItem))

    @cached_property
    def ambers(self) -> tuple[str, ...]:
        """The checks that are worth a mention, in order."""
        return tuple(one.id for one in self.checks if one.amber)

    @cached_property
    def cautions(self) -> tuple[str, ...]:
        """The checks that are a caution, in order."""
        return tuple(one.id for one in self.checks if one.section == CAUTIONS)

    @cached_property
    def red_flags(self) -> Mapping[str, Urgency]:
        """The checks that are a red flag by themselves, in order, and how urgent each is."""
        asked = (one for one in self.checks if not one.follow_up_of)
        return {one.id: one.urgency for one in asked if one.urgency}

    @cached_property
    def urgent_follow_ups(self) -> tuple[tuple[str, str, Urgency], ...]:
        """The checks that can raise a red flag: their own id, that of the flag, how urgent."""
        return tuple(
            (one.id, one.follow_up_of, one.urgency)
            for one in self.checks
            if one.urgency and one.follow_up_of
        )

    def new_since(self, version: str) -> tuple[Item, ...]:
        """Return what is asked before anybody trains and was not in that earlier *version*."""
        earlier = {one.id: one.gate for one in self.earlier_versions}
        asked = earlier.get(version)
        return () if asked is None else tuple(one for one in self.gate_items if one.id not in asked)

    def section(self, section_id: str) -> Section:
        """Return the section called *section_id*.

        Raises:
            KeyError: There is none.
        """
        for section in self.sections:
            if section.id == section_id:
                return section
        raise KeyError(section_id)

    def items_of(self, section_id: str) -> tuple[Item, ...]:
        """Return the items of one section, in order."""
        return tuple(item for item in self.items if item.section == section_id)
