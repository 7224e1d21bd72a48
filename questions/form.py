"""The questionnaire as a form on paper: its parts in order, and the number beside each box.

Whoever prints the form and whoever keys it in read the same arrangement here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType

from questions.model import (
    CheckItem,
    ChoiceItem,
    Item,
    ManyItem,
    ScaleItem,
)
from questions.questionnaire import GATEWAYS, Page, Questionnaire

NUMBER_OF_WORD = {"yes": 1, "no": 0, "unsure": 2, "unstated": 2}
"""The number beside a box of a question with yes and no, the same on every page."""
APART = (GATEWAYS, "tests")
"""Sections that are a part of their own, in whatever chapter they stand."""


@dataclass(frozen=True)
class Group:
    """Items that stand together; a page of the screen with what follows each of its items."""

    kind: str
    """That of the page."""
    title: str
    """Empty where the items need none."""
    intro: str
    """What opens the section that begins here, if one does."""
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Part:
    """What stands under one heading and is added up to one check total."""

    number: int
    id: str
    """Of the chapter, or of the section that is apart."""
    groups: tuple[Group, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """All items of the part, in the order of the paper."""
        return tuple(item for group in self.groups for item in group.items)


def form_parts(questionnaire: Questionnaire) -> tuple[Part, ...]:
    """Return the parts of the form, every item once, in the order in which they are asked.

    A part is a chapter, without the sections that are apart. An item on no page comes last.
    """
    paged = {item for page in questionnaire.pages for item in page.items}
    groups = [
        (part, tuple(_groups(tuple(pages), questionnaire)))
        for part, pages in groupby(questionnaire.pages, key=_part_of)
    ]
    groups += [
        (item.section, (Group("single", "", questionnaire.section(item.section).intro, (item,)),))
        for item in questionnaire.items
        if item.id not in paged
    ]
    return tuple(Part(number, *one) for number, one in enumerate(groups, start=1))


def box_numbers(item: Item) -> Mapping[str | int, int]:
    """Return the number beside the box of each answer that *item* can have.

    Empty for an item without boxes. Numbers of one item differ; choosing none of many is 0.
    """
    match item:
        case CheckItem() | ScaleItem() | ChoiceItem() if set(item.values) <= {*NUMBER_OF_WORD}:
            return {value: NUMBER_OF_WORD[str(value)] for value in item.values}
        case ChoiceItem() | ScaleItem() if all(isinstance(value, int) for value in item.values):
            return {value: int(value) for value in item.values}
        case ChoiceItem() | ManyItem():
            return {value: number for number, value in enumerate(item.values, start=1)}
    return MappingProxyType({})


def _part_of(page: Page) -> str:
    return page.section if page.section in APART else page.chapter


def _groups(pages: tuple[Page, ...], questionnaire: Questionnaire) -> Iterator[Group]:
    """Yield *pages* as groups; what only one item opens comes right after that item."""
    by_id = questionnaire.by_id
    first_of = {page.section: page.id for page in reversed(questionnaire.pages)}
    followers: dict[str, list[Item]] = {}
    for page in pages:
        item = by_id[page.items[0]]
        if leader := _follows(item) if page.kind == "single" else None:
            followers.setdefault(leader, []).append(item)
    moved = {item.id for items in followers.values() for item in items}
    for page in pages:
        items = tuple(
            one
            for item_id in page.items
            if item_id not in moved
            for one in (by_id[item_id], *followers.get(item_id, ()))
        )
        begins = first_of[page.section] == page.id
        intro = questionnaire.section(page.section).intro if begins else ""
        if items:
            yield Group(page.kind, page.title or "", intro, items)


def _follows(item: Item) -> str | None:
    """Return the one check that *item*, a check too, depends on, if it is so."""
    condition = item.condition
    if not isinstance(item, CheckItem) or condition is None or len(condition.items) != 1:
        return None
    return condition.items[0]
