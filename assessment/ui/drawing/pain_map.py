"""The body map beside a list of places: shows what is chosen, and chooses what is tapped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from textual import on
from textual.message import Message

from assessment.quiz.drawing.body_places import item_at, places_of, regions_of
from assessment.ui.drawing.body_map import BodyMap, Mark


class PainMap(BodyMap):
    """Shows how strong chosen places are; a tap on one wants to go to its line."""

    @dataclass
    class Wanted(Message):
        """Somebody tapped on the place that ``item_id`` asks about."""

        item_id: str

    def show_numbers(self, numbers: Mapping[str, int | None]) -> None:
        """Show *numbers* by item id in their places; one that is not there is not set."""
        places = places_of(numbers)
        self.show_marks({region: Mark(*place) for region, place in places.items()})

    def point_to(self, item_id: str) -> None:
        """Draw a line around the place of *item_id*."""
        self.point_at(regions_of(item_id))

    @on(BodyMap.Tapped)
    def _tapped(self, event: BodyMap.Tapped) -> None:
        event.stop()
        self.post_message(self.Wanted(item_at(event.region)))
