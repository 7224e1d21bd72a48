"""What a page is made of, whoever shows it: choices, rows, places. Knows no widget."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from questions.model import ManyItem, NumberItem
from questions.questionnaire import Page, Questionnaire

SIDES = ("left", "right")


class Choice(NamedTuple):
    """One answer to choose: its key, its words, and what is stored (None: no answer)."""

    key: str
    label: str
    raw: str | int | None


class Row(NamedTuple):
    """One number to ask for, under a short name."""

    item: NumberItem
    name: str


class CountRow(NamedTuple):
    """How often a place was hurt, and what the list of recent ones calls that place."""

    item: NumberItem
    name: str
    recent: str | None


class PlaceRow(NamedTuple):
    """A place that may hurt: how much is asked by ``pain``, where it is asked at all.

    ``sides`` are what the list of sides calls its left and right; empty: it has none.
    """

    place: str
    name: str
    pain: NumberItem | None
    sides: tuple[str, ...]

    @property
    def item_id(self) -> str:
        """The item that stands for it on the body map; empty where there is none."""
        return self.pain.id if self.pain else ""


class PlacesPage(NamedTuple):
    """A body map: the list that is chosen from, the list of sides, and the places."""

    chosen: ManyItem
    sides: ManyItem | None
    rows: tuple[PlaceRow, ...]


def named_row(item: NumberItem) -> Row:
    """Return *item* under the place that its question begins with."""
    return Row(item, item.text.partition(":")[0])


def count_rows(questionnaire: Questionnaire, page: Page) -> tuple[CountRow, ...]:
    """Return the counts of *page*, each with its place in the list of recent injuries."""
    rule = questionnaire.rules.injuries
    places = {item: place for place, item in rule.item_of.items() if rule.recent in page.items}
    items = (questionnaire.by_id[one] for one in page.items)
    return tuple(
        CountRow(item, named_row(item).name, places.get(item.id))
        for item in items
        if isinstance(item, NumberItem)
    )


def places_page(questionnaire: Questionnaire, page: Page) -> PlacesPage:
    """Return the places of *page*: those of its first list, in that order."""
    items = [questionnaire.by_id[one] for one in page.items]
    chosen, *more = (item for item in items if isinstance(item, ManyItem))
    sides = more[0] if more else None
    pains = {
        place: item
        for item in items
        if isinstance(item, NumberItem)
        for place in _opening_places(item, chosen.id)
    }
    rows = (
        PlaceRow(str(one.value), one.label, pains.get(str(one.value)), _sides(one.value, sides))
        for one in chosen.options
    )
    return PlacesPage(chosen, sides, tuple(rows))


def _opening_places(item: NumberItem, chosen: str) -> Iterator[str]:
    """Yield the places of the list *chosen* that open *item*."""
    for test in item.opened_by.tests if item.opened_by else ():
        if test.item == chosen:
            yield from map(str, test.has or ())


def _sides(place: str | int, sides: ManyItem | None) -> tuple[str, ...]:
    values = [f"{place}_{side}" for side in SIDES]
    return tuple(one for one in values if sides and one in sides.values)
