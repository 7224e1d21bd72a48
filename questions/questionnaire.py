"""The shape of a questionnaire: sections of items, how a measurement is taken, and the pages.

The words and numbers live in ``questions/bank/*.toml``; nothing here knows one of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Literal

from annotated_types import Gt, Len, MinLen

from questions.model import CheckItem, Closed, Condition, Item, Mark, Region, ScaleItem, Text
from questions.rules import Rules

GATE_SECTIONS = ("safety", "cautions")


@dataclass(frozen=True, kw_only=True)
class Section(Closed):
    """A part of the questionnaire under one heading."""

    id: str
    title: Text
    intro: Text


@dataclass(frozen=True, kw_only=True)
class Page(Closed):
    """Items that stand on the screen together.

    ``single``: one item. ``checklist``: up to seven yes/no/unsure items with one
    "none of these". ``rows``: several numbers of one kind, each 0 unless set, with one
    "nowhere else".
    """

    id: str
    section: str
    kind: Literal["single", "checklist", "rows"]
    items: Annotated[tuple[str, ...], Len(1, 7)]
    title: str | None = None
    none_label: str | None = None

    def __post_init__(self) -> None:
        if self.kind == "single" and len(self.items) != 1:
            raise ValueError("a page of kind 'single' has exactly one item")
        if self.kind != "single" and not (self.title and self.none_label):
            raise ValueError(f"a page of kind {self.kind!r} needs title and none_label")


@dataclass(frozen=True, kw_only=True)
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


@dataclass(frozen=True, kw_only=True)
class RegionWords(Closed):
    """How a region is called."""

    id: Region
    name: Text
    """As a client says it: "low back"."""
    muscles: Text
    """As a trainer says it."""


@dataclass(frozen=True, kw_only=True)
class Questionnaire(Closed):
    """The whole quiz: words for the regions, sections, items and pages."""

    id: str
    version: str
    title: str
    regions: tuple[RegionWords, ...]
    sections: tuple[Section, ...]
    items: tuple[Item, ...]
    protocols: tuple[Protocol, ...]
    pages: tuple[Page, ...]
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
    def conditions(self) -> tuple[tuple[str, Condition], ...]:
        """The items that are not always asked, each after those that it depends on."""
        ordered: dict[str, Condition] = {}

        def place(item: Item) -> None:
            if item.asked_when is None or item.id in ordered:
                return
            for other in item.asked_when.any_of:
                place(self.by_id[other])
            ordered[item.id] = item.asked_when

        for item in self.items:
            place(item)
        return tuple(ordered.items())

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
        """The items without which nothing may be decided: safety, cautions, what is required."""
        return tuple(item for item in self.items if item.section in GATE_SECTIONS or item.required)

    @cached_property
    def checks(self) -> tuple[CheckItem, ...]:
        """The yes/no/unsure items, in order."""
        return tuple(item for item in self.items if isinstance(item, CheckItem))

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
