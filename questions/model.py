"""The shape of a questionnaire: sections of items, and the pages that show them.

The words and numbers live in ``questions/bank/*.toml``; nothing here knows one of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal, TypeAlias

from annotated_types import Gt, Len, MinLen

Text: TypeAlias = Annotated[str, MinLen(1)]
"""Words that must be there."""
GATE_SECTIONS = ("safety", "cautions")

Scalar: TypeAlias = str | int | float
"""One answer that is a single value."""


class Region(StrEnum):
    """The eight regions, in the order that settles a tie (contract, section 1)."""

    LOW_BACK = "low_back"
    GLUTE_MAX = "glute_max"
    HAMSTRINGS = "hamstrings"
    GLUTE_MED = "glute_med"
    UPPER_BACK = "upper_back"
    CALVES = "calves"
    REAR_SHOULDER = "rear_shoulder"
    NECK = "neck"

    __hash__ = str.__hash__  # an enum's own hash is Python code, and every score looks up regions


class Urgency(StrEnum):
    """How soon a red flag needs somebody, the most urgent first."""

    EMERGENCY = "emergency"
    SAME_DAY = "same_day"
    CLINICIAN = "clinician"
    POSTPONE = "postpone"


@dataclass(frozen=True, kw_only=True)
class Closed:
    """A frozen value; pydantic, which reads it from TOML, refuses unknown keys in it.

    A plain dataclass, because content that was checked once is used many times: the
    program must not wait for pydantic when nothing has changed.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}


@dataclass(frozen=True, kw_only=True)
class Option(Closed):
    """One answer that can be chosen, as stored and as shown."""

    value: str | int
    label: Text


@dataclass(frozen=True, kw_only=True)
class Condition(Closed):
    """Whether an item is asked, judged by the answers to other items that are asked.

    True when it holds for at least one item of ``any_of``. An unanswered item satisfies
    ``is_not`` and nothing else.
    """

    any_of: Annotated[tuple[str, ...], MinLen(1)]
    is_in: tuple[Scalar, ...] | None = None
    is_not: tuple[Scalar, ...] | None = None
    over: int | None = None
    at_least: int | None = None
    filled: Literal[True] | None = None

    def __post_init__(self) -> None:
        tests = (self.is_in, self.is_not, self.over, self.at_least, self.filled)
        if sum(test is not None for test in tests) != 1:
            raise ValueError("needs exactly one of is_in, is_not, over, at_least, filled")

    def holds_for(self, value: object) -> bool:
        """Return whether one item's *value* (None: unanswered) satisfies the test."""
        if self.is_not is not None:
            return value not in self.is_not
        if value is None:
            return False
        if self.is_in is not None:
            return value in self.is_in
        if self.filled is not None:
            return bool(value)
        if not isinstance(value, (int, float)):
            return False
        return value > self.over if self.over is not None else value >= (self.at_least or 0)


@dataclass(frozen=True, kw_only=True)
class ItemBase(Closed):
    """What every kind of item has."""

    id: Text
    code: str | None = None
    """Short printed name, such as Q01, for paper and for talking about an item."""
    text: Text
    """The question, as the client reads it."""
    short: Text
    """The same in a few words, for lists and for 'because you answered'."""
    help: Text
    """Why we ask."""
    source: Annotated[tuple[str, ...], MinLen(1)]
    """Keys of ``references.toml``, or ``own-rule`` for the product's own."""
    section: str = ""
    """Set by the loader from the file that the item stands in."""
    asked_when: Condition | None = None
    required: bool = False


@dataclass(frozen=True, kw_only=True)
class TextItem(ItemBase):
    """A line of free text of at most ``max_length`` characters."""

    kind: Literal["text"]
    max_length: Annotated[int, Gt(0)]


@dataclass(frozen=True, kw_only=True)
class NumberItem(ItemBase):
    """A number from ``minimum`` to ``maximum``, both allowed, in ``unit``."""

    kind: Literal["integer", "decimal"]
    minimum: int
    maximum: int
    unit: Text
    too_low: str | None = None
    """What to say instead of the usual sentence when the number is under ``minimum``."""

    def __post_init__(self) -> None:
        if self.minimum >= self.maximum:
            raise ValueError("minimum must be under maximum")


@dataclass(frozen=True, kw_only=True)
class ChoiceItem(ItemBase):
    """Exactly one of ``options``."""

    kind: Literal["choice"]
    options: Annotated[tuple[Option, ...], MinLen(2)]

    @cached_property
    def values(self) -> tuple[str | int, ...]:
        """The values that can be stored."""
        return tuple(option.value for option in self.options)


@dataclass(frozen=True, kw_only=True)
class ManyItem(ItemBase):
    """Any number of ``options``; an empty list is an answer too."""

    kind: Literal["many"]
    options: Annotated[tuple[Option, ...], MinLen(2)]
    none_label: Text
    """What choosing none of them is called."""
    all_label: str | None = None
    """What choosing all of them is called, where that is offered."""

    @cached_property
    def values(self) -> tuple[str | int, ...]:
        """The values that can be stored."""
        return tuple(option.value for option in self.options)


@dataclass(frozen=True, kw_only=True)
class ScaleItem(ItemBase):
    """A severity from 0 to 4; ``weights`` says which regions it speaks for, and how much."""

    kind: Literal["scale"]
    options: Annotated[tuple[Option, ...], Len(5, 5)]
    weights: Mapping[Region, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if [option.value for option in self.options] != [0, 1, 2, 3, 4]:
            raise ValueError("options must have the values 0, 1, 2, 3, 4 in this order")

    values: ClassVar[tuple[str | int, ...]] = (0, 1, 2, 3, 4)
    """The values that can be stored."""


@dataclass(frozen=True, kw_only=True)
class CheckItem(ItemBase):
    """A thing that is so, is not so, or that the client is unsure of.

    ``urgency`` makes it a red flag; ``amber`` makes it worth a mention. An item with
    ``follow_up_of`` is asked only when that item is yes or unsure.
    """

    kind: Literal["check"]
    options: tuple[Option, ...] = (
        Option(value="yes", label="Yes"),
        Option(value="no", label="No"),
        Option(value="unsure", label="Not sure"),
    )
    urgency: Urgency | None = None
    amber: bool = False
    follow_up_of: str | None = None

    values: ClassVar[tuple[str | int, ...]] = ("yes", "no", "unsure")
    """The values that can be stored."""


@dataclass(frozen=True, kw_only=True)
class ClearanceItem(ItemBase):
    """A trainer's note that a clinician cleared the client: who, and on which day."""

    kind: Literal["clearance"]


Item: TypeAlias = (
    TextItem | NumberItem | ChoiceItem | ManyItem | ScaleItem | CheckItem | ClearanceItem
)


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
    pages: tuple[Page, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Item]:
        """Every item by its id, in the order of the bank."""
        return {item.id: item for item in self.items}

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
