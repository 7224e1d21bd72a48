"""The questionnaire as a form on paper: its parts in order, and the number beside each box.

Whoever prints the form and whoever keys it in read the same arrangement here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from questions.model import (
    CheckItem,
    ChoiceItem,
    Item,
    ManyItem,
    ScaleItem,
)
from questions.questionnaire import Page, Questionnaire, Section

NUMBER_OF_WORD = {"yes": 1, "no": 0, "unsure": 2, "unstated": 2}
"""The number beside a box of a question with yes and no, the same on every page."""


@dataclass(frozen=True)
class Group:
    """Items that stand under one line of their own; a page of the screen, or single ones."""

    title: str
    """Empty where the items need none."""
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Part:
    """What stands under one heading and is added up to one check total."""

    number: int
    section: Section
    groups: tuple[Group, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """All items of the part, in the order of the paper."""
        return tuple(item for group in self.groups for item in group.items)


def form_parts(questionnaire: Questionnaire) -> tuple[Part, ...]:
    """Return the parts of the form, every item once, in the order in which they are asked.

    Pages that stand before those of an earlier section go to that one: the questions about
    pregnancy belong to the health questions that they open. An item on no page comes last.
    """
    pages_of: dict[str, list[Page]] = {}
    for page, section in zip(questionnaire.pages, _sections(questionnaire), strict=True):
        pages_of.setdefault(section, []).append(page)
    groups = {section: _groups(tuple(pages), questionnaire) for section, pages in pages_of.items()}
    paged = {item for page in questionnaire.pages for item in page.items}
    for item in questionnaire.items:
        if item.id not in paged:
            groups[item.section] = (*groups.get(item.section, ()), Group("", (item,)))
    return tuple(
        Part(number, questionnaire.section(section), found)
        for number, (section, found) in enumerate(groups.items(), start=1)
    )


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


def _sections(questionnaire: Questionnaire) -> list[str]:
    """Return for each page the section whose part it goes to."""
    last = {page.section: place for place, page in enumerate(questionnaire.pages)}
    sections: list[str] = []
    for place in range(len(questionnaire.pages)):
        following = {later.section for later in questionnaire.pages[place:]}
        sections.append(min(following, key=last.__getitem__))
    return sections


def _groups(pages: tuple[Page, ...], questionnaire: Questionnaire) -> tuple[Group, ...]:
    """Return *pages* as groups: one for each title, one for single pages in a row.

    A follow-up that stands on a page of its own comes right after the question it follows.
    """
    follow_ups: dict[str, list[Item]] = {}
    for page in pages:
        for item in (questionnaire.by_id[item_id] for item_id in page.items):
            if isinstance(item, CheckItem) and item.follow_up_of:
                follow_ups.setdefault(item.follow_up_of, []).append(item)
    moved = {item.id for items in follow_ups.values() for item in items}
    groups: list[Group] = []
    for page in pages:
        items = tuple(
            one
            for item_id in page.items
            if item_id not in moved
            for one in (questionnaire.by_id[item_id], *follow_ups.get(item_id, ()))
        )
        if not items:
            continue
        if page.title is None and groups and not groups[-1].title:
            items = (*groups.pop().items, *items)
        groups.append(Group(page.title or "", items))
    return tuple(groups)
