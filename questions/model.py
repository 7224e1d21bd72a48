"""The shape of what is asked: regions, urgencies and every kind of item.

The words and numbers live in ``questions/bank/*.toml``; nothing here knows one of them.
``questions.questionnaire`` puts the items together.
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

Scalar: TypeAlias = str | int | float
"""One answer that is a single value."""

Mark: TypeAlias = Literal["V", "V2", "K", "D"]
"""How well a statement is known: V read in its source, V2 read where another page quotes it,
K known but not checked, D the product's own rule."""
OWN_MARKS: tuple[Mark, ...] = ("K", "D")
"""Marks of what is labelled as the product's own rule."""


class Region(StrEnum):
    """The eight regions, in the order that settles a tie (docs/rules.md 1)."""

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


WORST = 4
"""The worst severity of an answer; 0 is the best."""

CLOSED = {"extra": "forbid"}
"""What pydantic is told: unknown keys are mistakes."""


@dataclass(frozen=True, kw_only=True)
class Closed:
    """A frozen value; pydantic, which reads it from TOML, refuses unknown keys in it.

    A plain dataclass, because content that was checked once is used many times: the
    program must not wait for pydantic when nothing has changed.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED


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
class ItemBase:
    """What every kind of item has."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED

    id: Text
    code: Text
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
    too_young: str | None = None
    """Of an age: what to say besides where it is under ``minimum``."""

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
    all_values: tuple[str | int, ...] = ()
    """What that stands for; empty: every option."""

    @cached_property
    def everything(self) -> tuple[str | int, ...]:
        """The values that are stored where all is chosen."""
        return self.all_values or self.values

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
