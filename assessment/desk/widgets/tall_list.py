"""A list of as many rows as there are: only those that can be seen are ever drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from assessment.desk.layout.client_rows import fitted

POINTER, NO_POINTER = "> ", "  "


class TallList(ScrollView, can_focus=False):
    """Shows one row for each thing, with a pointer; the keys come from whoever has the focus."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "tall-list--row",
        "tall-list--stop",
        "tall-list--pointer",
    }

    @dataclass
    class Picked(Message):
        """The thing of that number was clicked."""

        number: int

    def __init__(
        self, draw: Callable[[Any, int], str], is_stop: Callable[[Any], bool] = lambda _: False
    ) -> None:
        """Show each thing as *draw* says it in so many columns; *is_stop*: in the stop colour."""
        super().__init__()
        self._draw = draw
        self._is_stop = is_stop
        self._things: Sequence[Any] = ()
        self._pointer = 0
        self._barred: tuple[Size, Size] | None = None
        """The sizes for which the scroll bar was drawn."""

    def show(self, things: Sequence[Any], pointer: int = 0) -> None:
        """Show *things*, the *pointer* on the one of that number."""
        self._things = things
        self._pointer = pointer
        self.virtual_size = Size(0, len(things))
        self._scroll_update(self.virtual_size)  # or the scroll bar follows one paint later
        self._follow()

    @property
    def pointed(self) -> Any | None:
        """The thing at the pointer; None where there is nothing."""
        return self._things[self._pointer] if self._things else None

    @property
    def pointer(self) -> int:
        """The number of the row with the pointer."""
        return self._pointer

    def move(self, by: int) -> None:
        """Move the pointer so many rows down, or up; it stops at the ends."""
        self._pointer = max(0, min(self._pointer + by, len(self._things) - 1))
        self._follow()

    def move_page(self, direction: int) -> None:
        """Move the pointer by as many rows as can be seen."""
        self.move(direction * max(self.scrollable_content_region.height - 1, 1))

    def render_line(self, y: int) -> Strip:
        """Return one row of the screen."""
        width, number = self.scrollable_content_region.width, self.scroll_offset.y + y
        if number >= len(self._things):
            return Strip.blank(width, self.rich_style)
        thing, is_pointed = self._things[number], number == self._pointer
        name = "tall-list--stop" if self._is_stop(thing) else "tall-list--row"
        if is_pointed:
            name = "tall-list--pointer"
        mark = POINTER if is_pointed else NO_POINTER
        text = fitted(mark + self._draw(thing, width - len(mark)), width)
        return Strip([Segment(text, self.get_component_rich_style(name))], width)

    def on_click(self, event: events.Click) -> None:
        """Pick the row that was clicked."""
        event.stop()
        number = self.scroll_offset.y + event.y
        if number < len(self._things):
            self._pointer = number
            self.refresh()
            self.post_message(self.Picked(number))

    def on_resize(self) -> None:
        """Keep the pointer in sight."""
        self._follow()

    def _scroll_update(self, virtual_size: Size) -> None:
        """Draw the scroll bar where something about it changed.

        It would be drawn after each layout, and hold the keys up for a paint of its own.
        """
        sizes = (virtual_size, self.container_size)
        if sizes != self._barred:
            self._barred = sizes
            super()._scroll_update(virtual_size)

    def _follow(self) -> None:
        self.scroll_to_region(Region(0, self._pointer, 1, 1), animate=False, force=True)
        self.refresh()
