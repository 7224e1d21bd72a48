"""Items that ask about places of the body -> what the body map shows of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from questions.loader import load_questionnaire
from questions.model import Region

MOST = 10
"""The strongest that pain can be."""
NOT_KNOWN = "?"
"""What stands in a place of which the person does not know."""


class Place(NamedTuple):
    """What the map says of one region: the sign in it, and how much from 0 to 1 (None: empty)."""

    label: str
    share: float | None


def regions_of(item_id: str) -> frozenset[Region]:
    """Return the regions that *item_id* asks about, none where it asks about no such place."""
    return load_questionnaire().rules.pain.regions.get(item_id, frozenset())


def item_at(region: Region) -> str:
    """Return the item that asks about *region*."""
    return load_questionnaire().rules.pain.items[region]


def places_of(numbers: Mapping[str, int | None]) -> dict[Region, Place]:
    """Return what to show for *numbers* by item id, each from 0 to ``MOST``.

    Where one number is about two regions, both have its colour and the first its sign.
    """
    places = {}
    for item, number in numbers.items():
        sign = NOT_KNOWN if number is None else str(number)
        for region in Region:
            if region in regions_of(item):
                places[region] = Place(sign, number / MOST if number else None)
                sign = ""
    return places
