"""The shape of what is asked: regions, urgencies and every kind of item.

The words and numbers live in ``questions/bank/*.toml``; nothing here knows one of them.
``questions.questionnaire`` puts the items together.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal, TypeAlias

from annotated_types import Gt, Len, MinLen

from questions.content import content

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

    @property
    def rank(self) -> int:
        """Where it stands among all, 0 the most urgent."""
        return list(Urgency).index(self)


WORST = 4
"""The worst severity of an answer; 0 is the best."""

CLOSED = {"extra": "forbid"}
"""What pydantic is told: unknown keys are mistakes."""


@content
class Closed:
    """A frozen value; pydantic, which reads it from TOML, refuses unknown keys in it.

    A plain dataclass, because content that was checked once is used many times: the
    program must not wait for pydantic when nothing has changed.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED


@content
class Option(Closed):
    """One answer that can be chosen, as stored and as shown."""

    value: str | int
    label: Text


UP: tuple[Scalar, ...] = ("yes", "unsure")
"""Unsure counts as yes, everywhere in safety and cautions."""


@dataclass(frozen=True, kw_only=True)
class AnswerTest(Closed):
    """One thing that an answer says, or does not, or that nobody knows yet; equal by its parts."""

    item: Text
    up: Literal[True] | None = None
    """A check is yes or unsure."""
    has: Annotated[tuple[Scalar, ...], MinLen(1)] | None = None
    """A list names one of these."""
    filled: Literal[True] | None = None
    is_in: Annotated[tuple[Scalar, ...], MinLen(1)] | None = None
    is_not: Annotated[tuple[Scalar, ...], MinLen(1)] | None = None
    over: int | None = None
    at_least: int | None = None
    under: int | None = None
    not_at_least: int | None = None
    """Under this, or not answered."""

    def __post_init__(self) -> None:
        if sum(getattr(self, name) is not None for name in TESTS) != 1:
            raise ValueError(f"needs exactly one of {', '.join(TESTS)}")

    def says(self, value: Any) -> bool | None:
        """Return whether *value*, an answer that fits the item, passes; None: not decided."""
        name, wanted = self._asks
        if value is None:
            return True if name == "not_at_least" else None
        return PASSES[name](value, wanted)

    @cached_property
    def _asks(self) -> tuple[str, Any]:
        """The one thing that is asked, by its name, and what the answer is held against."""
        return next((name, wanted) for name in TESTS if (wanted := getattr(self, name)) is not None)


TESTS = tuple(one.name for one in fields(AnswerTest) if one.name != "item")
PASSES: Mapping[str, Callable[[Any, Any], bool]] = {
    "up": lambda value, _: value in UP,
    "has": lambda value, places: not frozenset(value).isdisjoint(places),
    "filled": lambda value, _: bool(value),
    "is_in": lambda value, values: value in values,
    "is_not": lambda value, values: value not in values,
    "over": operator.gt,
    "at_least": operator.ge,
    "under": operator.lt,
    "not_at_least": operator.lt,
}
"""How an answer passes each."""


@content
class Condition(Closed):
    """What must be so: all of ``all_of``, and one of ``any_of`` where there is any."""

    any_of: tuple[AnswerTest, ...] = ()
    all_of: tuple[AnswerTest, ...] = ()

    def __post_init__(self) -> None:
        if not self.tests:
            raise ValueError("needs any_of or all_of")

    @cached_property
    def tests(self) -> tuple[AnswerTest, ...]:
        """All that is looked at."""
        return (*self.all_of, *self.any_of)

    @cached_property
    def items(self) -> tuple[str, ...]:
        """The items that decide it, each once."""
        return tuple(dict.fromkeys(test.item for test in self.tests))

    def holds(self, answers: Mapping[str, Any]) -> bool | None:
        """Return whether it is so by *answers*; None while that is not decided."""
        whole: bool | None = True
        for test in self.all_of:
            said = test.says(answers.get(test.item))
            if said is False:
                return False
            whole = whole and said
        if not self.any_of:
            return whole
        one: bool | None = False
        for test in self.any_of:
            said = test.says(answers.get(test.item))
            if said:
                return whole
            if said is None:
                one = None
        return one


@content
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
    details: Text | None = None
    """All that it covers and what is not meant, where that is more than ``text`` says."""
    source: Annotated[tuple[str, ...], MinLen(1)]
    """Keys of ``references.toml``, or ``own-rule`` for the product's own."""
    section: str = ""
    """Set by the loader from the file that the item stands in."""
    opened_by: Condition | None = None
    """What opens it. While that is not decided it is open; where it is not so, the item has
    its ``implied`` value without being asked."""
    asked_when: Condition | None = None
    """What must be so for it to be asked; where it is not, nothing is known of it."""
    self_evident: bool = False
    """Of an item with ``opened_by``: its implied value is plain from the answer that closed it,
    so that nobody lists it."""
    required: bool = False
    implied: ClassVar[Scalar | tuple[()] | None] = None
    """Its value where it is closed; None for kinds that nothing can open."""

    def __post_init__(self) -> None:
        if self.opened_by and self.implied is None:
            raise ValueError("opened_by is for kinds check, integer and many only")
        if self.opened_by and self.asked_when:
            raise ValueError("has opened_by or asked_when, not both")
        if self.self_evident and not self.opened_by:
            raise ValueError("self_evident is for items with opened_by only")

    @property
    def condition(self) -> Condition | None:
        """What it depends on, if on anything."""
        return self.opened_by or self.asked_when


@content
class TextItem(ItemBase):
    """A line of free text of at most ``max_length`` characters."""

    kind: Literal["text"]
    max_length: Annotated[int, Gt(0)]


@content
class NumberItem(ItemBase):
    """A number from ``minimum`` to ``maximum``, both allowed, in ``unit``."""

    kind: Literal["integer", "decimal"]
    minimum: int
    maximum: int
    unit: Text
    too_young: str | None = None
    """Of an age: what to say besides where it is under ``minimum``."""
    ask_back_from: int | None = None
    """From here on it is more often a slip than an answer, and is asked back once."""
    implied: ClassVar[Scalar | tuple[()] | None] = 0

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.minimum >= self.maximum:
            raise ValueError("minimum must be under maximum")
        if self.opened_by and self.minimum > 0:
            raise ValueError("opened_by implies a 0, which minimum does not allow")


@content
class ChoiceItem(ItemBase):
    """Exactly one of ``options``."""

    kind: Literal["choice"]
    options: Annotated[tuple[Option, ...], MinLen(2)]

    @cached_property
    def values(self) -> tuple[str | int, ...]:
        """The values that can be stored."""
        return tuple(option.value for option in self.options)


@content
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
    implied: ClassVar[Scalar | tuple[()] | None] = ()

    @cached_property
    def everything(self) -> tuple[str | int, ...]:
        """The values that are stored where all is chosen."""
        return self.all_values or self.values

    @cached_property
    def values(self) -> tuple[str | int, ...]:
        """The values that can be stored."""
        return tuple(option.value for option in self.options)


@content
class ScaleItem(ItemBase):
    """A severity from 0 to 4; ``weights`` says which regions it speaks for, and how much."""

    kind: Literal["scale"]
    options: Annotated[tuple[Option, ...], Len(5, 5)]
    weights: Mapping[Region, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__post_init__()
        if [option.value for option in self.options] != [0, 1, 2, 3, 4]:
            raise ValueError("options must have the values 0, 1, 2, 3, 4 in this order")

    values: ClassVar[tuple[str | int, ...]] = (0, 1, 2, 3, 4)
    """The values that can be stored."""


@content
class CheckItem(ItemBase):
    """A thing that is so, is not so, or that the client is unsure of.

    ``urgency`` makes it a red flag; ``amber`` makes it worth a mention. An item with
    ``follow_up_of`` is asked only when that item is yes or unsure; its own yes counts even so.
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
    implied: ClassVar[Scalar | tuple[()] | None] = "no"

    values: ClassVar[tuple[str | int, ...]] = ("yes", "no", "unsure")
    """The values that can be stored."""


@content
class ClearanceItem(ItemBase):
    """A trainer's note that a clinician cleared the client: who, on which day, for what."""

    kind: Literal["clearance"]


Item: TypeAlias = (
    TextItem | NumberItem | ChoiceItem | ManyItem | ScaleItem | CheckItem | ClearanceItem
)


@content
class Derived(Closed):
    """A flag, an amber sign or a caution that is never asked: other answers put it up."""

    id: Text
    code: Text
    kind: Literal["flag", "amber", "caution"]
    urgency: Urgency | None = None
    short: Text
    help: Text
    any_of: tuple[AnswerTest, ...] = ()
    all_of: tuple[AnswerTest, ...] = ()
    source: Annotated[tuple[str, ...], MinLen(1)]

    def __post_init__(self) -> None:
        if (self.urgency is not None) != (self.kind == "flag"):
            raise ValueError("a flag has an urgency, and nothing else has one")
        _ = self.condition

    @cached_property
    def condition(self) -> Condition:
        """What puts it up; what is not decided does not."""
        return Condition(any_of=self.any_of, all_of=self.all_of)
