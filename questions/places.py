"""Places of the body: which number a place opens, and on which sides it can be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from questions.model import Item, ManyItem, NumberItem, Scalar


def numbers_of_places(items: Iterable[Item]) -> Mapping[Scalar, NumberItem]:
    """Return the number among *items* that each place opens, for those that open one."""
    return {
        place: item
        for item in items
        if isinstance(item, NumberItem) and item.opened_by
        for test in item.opened_by.tests
        for place in test.has or ()
    }


def sides_of(place: Scalar, items: Iterable[Item]) -> Mapping[str, tuple[ManyItem, str | int]]:
    """Return the sides of *place* that lists among *items* have: its list and value by its name."""
    return {
        side: (item, value)
        for item in items
        if isinstance(item, ManyItem)
        for value in item.values
        for whose, _, side in (str(value).rpartition("_"),)
        if whose == place
    }
