"""The body map beside rows of numbers: shows them where they belong, and leads to their rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from textual import on
from textual.message import Message

from assessment.quiz.drawing.body_places import places_of, regions_of
from assessment.ui.drawing.body_map import BodyMap, Mark


class PainMap(BodyMap):
    """Shows the numbers of a page of rows; a tap on a place wants to go to its row."""

    @dataclass
    class Wanted(Message):
        """Somebody tapped on the place that ``item_id`` asks about."""

        item_id: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._items: tuple[str, ...] = ()
        self._most = 1

    def show_items(self, items: tuple[str, ...], most: int) -> None:
        """Show the places of *items*, whose numbers go up to *most*."""
        self._items, self._most = items, most
        self.point_to(items[0] if items else "")

    def show_numbers(self, numbers: Mapping[str, int | None]) -> None:
        """Show *numbers* by item id in their places; one that is not there is not set."""
        places = places_of(numbers, self._most)
        self.show_marks({region: Mark(*place) for region, place in places.items()})

    def point_to(self, item_id: str) -> None:
        """Draw a line around the place of *item_id*."""
        self.point_at(regions_of(item_id))

    @on(BodyMap.Tapped)
    def _tapped(self, event: BodyMap.Tapped) -> None:
        event.stop()
        wanted = next((one for one in self._items if event.region in regions_of(one)), None)
        if wanted:
            self.post_message(self.Wanted(wanted))
