"""A list that is answered by picking lines: what choice, ticks and rows have in common."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import OptionList

from assessment.ui.widgets.marker_list import MarkerList


class AnswerList(MarkerList):
    """Takes keys and clicks as picks; a subclass says what a pick means.

    ``settled`` tells whether the list has stood long enough for a pick to be meant for it.
    """

    @dataclass
    class Answered(Message):
        """The person answered: raw answers by item id."""

        answers: Mapping[str, object]

    @dataclass
    class Unfinished(Message):
        """The person wanted to go on too early; ``reason`` says what is needed."""

        reason: str

    @dataclass
    class Marked(Message):
        """The person changed a mark."""

    @dataclass
    class LineReached(Message):
        """The pointer came to a line that speaks about ``item_id``."""

        item_id: str

    @dataclass
    class Scrolled(Message):
        """The list shows another part of itself; ``more_below`` is whether lines follow."""

        more_below: bool

    def __init__(self, settled: Callable[[], bool], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._settled = settled

    def pick(self, index: int) -> None:
        """Take a line: its key, Space or a click."""
        raise NotImplementedError

    def take(self, index: int) -> None:
        """Point to a line and take it, by its key or Space."""
        self.highlighted = index
        self.pick(index)

    def pick_at(self, index: int, _column: int) -> None:
        """Take a line by a click in one of its columns."""
        self.pick(index)

    def finish(self) -> None:
        """Go on: Enter. It takes the line at the pointer, where a subclass says nothing else."""
        if self.highlighted is not None:
            self.pick(self.highlighted)

    def repaint(self, *changed: int) -> None:
        """Draw the marks anew, and tell that they changed."""
        super().repaint(*changed)
        self.post_message(self.Marked())

    def fit(self) -> None:
        """Take the room that there is, and tell what can be seen then."""
        super().fit()
        self.tell_scroll()

    def tell_scroll(self) -> None:
        """Post whether there are lines below those that can be seen; a hidden list is silent."""
        if self.display:
            rows = len(self._lines)  # first, since asking for them may change what can be seen
            bottom = self.scroll_offset.y + self.scrollable_content_region.height
            self.post_message(self.Scrolled(rows > bottom))

    def watch_scroll_y(self, old: float, new: float) -> None:
        """Tell what can be seen now."""
        super().watch_scroll_y(old, new)
        self.tell_scroll()

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Keep the pointer in sight, also where the list has not taken its room yet."""
        super().watch_highlighted(highlighted)
        self.call_after_refresh(self.scroll_to_highlight)

    def action_select(self) -> None:
        """Go on, unless the list came only just now."""
        if self._settled():
            self.finish()

    def on_key(self, event: events.Key) -> None:
        """Pick the line whose key was pressed; Space picks the one with the pointer."""
        keys = (index for index, line in enumerate(self.lines) if line.key)
        wanted = next((index for index in keys if self.lines[index].key == event.character), None)
        if event.key == "space":
            wanted = self.highlighted
        if wanted is None:
            return
        event.stop()
        if self._settled():
            self.take(wanted)

    async def _on_click(self, event: events.Click) -> None:
        event.prevent_default()  # OptionList would take a click for Enter
        index = event.style.meta.get("option")
        if index is not None and self._settled():
            self.highlighted = index
            self.pick_at(index, event.x)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell which item the pointer came to."""
        event.stop()
        self.post_message(self.LineReached(self.lines[event.option_index].item_id))


class TickList(AnswerList):
    """A list in which lines are marked before anything is answered: Left and Right do it too."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("left,right", "tick", show=False)]

    def action_tick(self) -> None:
        """Pick the line at the pointer."""
        if self.highlighted is not None and self._settled():
            self.pick(self.highlighted)
