"""Places of the body as they stand together: what a place opens, its sides, how often it was hurt.

Whoever shows them reads the same arrangement here: the screen, the lines, the form on paper.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from questions.model import Item, ManyItem, NumberItem
from questions.rules import InjuryRule

SIDES = ("left", "right")


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


class Places(NamedTuple):
    """A body map: the list that is chosen from, the list of sides, and the places."""

    chosen: ManyItem
    sides: ManyItem | None
    rows: tuple[PlaceRow, ...]


def count_rows(items: Sequence[Item], rule: InjuryRule) -> tuple[CountRow, ...]:
    """Return the counts among *items*, each with its place in the list of recent injuries."""
    recent = any(item.id == rule.recent for item in items)
    places = {item: place for place, item in rule.item_of.items() if recent}
    return tuple(
        CountRow(item, item.text.partition(":")[0], places.get(item.id))
        for item in items
        if isinstance(item, NumberItem)
    )


def places_among(items: Sequence[Item]) -> Places:
    """Return the places of the first list among *items*, in its order."""
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
    return Places(chosen, sides, tuple(rows))


def _opening_places(item: NumberItem, chosen: str) -> Iterator[str]:
    """Yield the places of the list *chosen* that open *item*."""
    for test in item.opened_by.tests if item.opened_by else ():
        if test.item == chosen:
            yield from map(str, test.has or ())


def _sides(place: str | int, sides: ManyItem | None) -> tuple[str, ...]:
    values = [f"{place}_{side}" for side in SIDES]
    return tuple(one for one in values if sides and one in sides.values)
