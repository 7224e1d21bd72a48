"""A list that is answered by picking lines: what choice, ticks and rows have in common."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.style import Style
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from assessment.ui.widgets.blink import blink
from assessment.ui.widgets.line_painter import NO_POINTER, POINTER, LineLook, LinePainter
from assessment.ui.widgets.lines import NO_SPACING, Line, Spacing, best_spacing

TICK_BINDINGS: list[BindingType] = [Binding("left,right", "tick", show=False)]
"""Of a list in which lines are marked before anything is answered."""
DETAILS_BINDINGS: list[BindingType] = [Binding("right", "details", show=False)]
"""Of a list in which more can be said of a line than it says itself."""
STEP_BINDINGS: list[BindingType] = [
    Binding("left", "change(-1)", show=False),
    Binding("right", "change(1)", show=False),
]
"""Of a list of numbers: less and more."""
DELETE_KEY = "delete"
"""Takes the last digit of a number away, or all of it."""
CHANGE_BINDINGS: list[BindingType] = [*STEP_BINDINGS, Binding(DELETE_KEY, "erase", show=False)]
"""Of a list in which one number stands beside each of several places."""


class Spot(NamedTuple):
    """Where on a line somebody clicked.

    ``column`` is counted from the beginning of the text, ``after`` from that of what stands at
    the right end; both are under 0 left of it. ``below`` is the row under the text, from 0, and
    under 0 in the text itself.
    """

    column: int
    after: int
    below: int


class AnswerList(OptionList):
    """Takes keys and clicks as picks; a subclass says what a pick means.

    Lines stand as far apart as the room allows: large targets for a finger. *is_settled* tells
    whether the list has stood long enough for a pick to be meant for it.
    """

    highlighted: reactive[int | None] = reactive(None, repaint=False)
    """The line at the pointer; no other line looks otherwise when it moves."""
    ALLOW_SELECT: ClassVar[bool] = False
    HAS_MARKS: ClassVar[bool] = True
    """Whether a mark stands in front of each line."""
    MAY_BE_AIRY: ClassVar[bool] = True
    """Whether lines stand apart where all of them still fit."""
    GUARDS_KEYS: ClassVar[bool] = True
    """Whether a key that comes too soon is dropped here; on a question its screen sees to that."""
    NONE_KEY: ClassVar[str] = ""
    """The key that says no to the whole page, where there is one."""
    DETAILS_KEY: ClassVar[str] = ""
    """What the key is called that tells more about a line, where there is one."""

    @dataclass
    class Answered(Message):
        """The person answered: raw answers by item id."""

        answers: Mapping[str, object]

    @dataclass
    class RowAnswered(Message):
        """The person answered one line of several: its raw answer by item id."""

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
    class Hinted(Message):
        """What a key means at the pointer; empty: what it means on the whole page."""

        hint: str

    @dataclass
    class DetailsWanted(Message):
        """The person wants to read more about the line of ``item_id``."""

        item_id: str

    @dataclass
    class Scrolled(Message):
        """The list shows another part of itself; ``more_below`` is whether lines follow."""

        more_below: bool

    def __init__(self, is_settled: Callable[[], bool], *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self.lines: tuple[Line, ...] = ()
        self._is_settled = is_settled
        self._has_keys = False
        self._drawn_at: int | None = None
        """The line that the pointer was at when it was drawn last."""
        self._spacing = NO_SPACING
        self._painter = LinePainter()

    def set_lines(self, lines: Sequence[Line], pointer: int | None) -> None:
        """Show *lines* from the top, with the pointer on the line of that number."""
        self.lines = tuple(lines)
        self._has_keys = any(line.key for line in lines)
        self._spacing = self._best_spacing()
        self.set_options(
            Option(self._prompt(index), disabled=self.is_off(index)) for index in range(len(lines))
        )
        self.highlighted = pointer
        self.call_after_refresh(self.fit)

    def text(self, index: int) -> str:
        """Return the text of a line."""
        return self.lines[index].text

    def mark(self, index: int) -> str:
        """Return the mark of a line; all marks of a list are equally wide."""
        raise NotImplementedError

    def after(self, _index: int) -> str:
        """Return what stands at the right end of a line; equally wide in all lines."""
        return ""

    def below(self, _index: int) -> tuple[str, ...]:
        """Return the rows under the text of a line; none is longer than the text may be."""
        return ()

    def is_off(self, _index: int) -> bool:
        """Return whether a line has nothing to answer now; it stays in its place, in grey."""
        return False

    def is_grey(self, _index: int) -> bool:
        """Return whether a line is drawn in grey, though it can be pointed at."""
        return False

    def pick(self, index: int) -> None:
        """Take a line: its key, Space or a click."""
        raise NotImplementedError

    @property
    def in_large(self) -> str:
        """The number of the line at the pointer, to be shown large; empty: there is none."""
        return ""

    @property
    def takes_ten(self) -> bool:
        """Whether 10 can be said at the pointer by a key of its own."""
        return False

    def action_erase(self) -> None:
        """Take the last digit of the number at the pointer away, where there is one."""

    def none(self) -> None:
        """Say no to the whole page, where that can be said."""

    def step_back(self) -> bool:
        """Go back within the page; return whether there was somewhere to go."""
        return False

    def types(self, _key: events.Key) -> bool:
        """Return whether a key is part of a number, so that the same may come twice."""
        return False

    def toggles(self, _key: events.Key) -> bool:
        """Return whether a key, pressed twice, would take back what it did."""
        return False

    def is_line_key(self, key: events.Key) -> bool:
        """Return whether *key* takes a line: its own key, or Space at the pointer."""
        return key.key == "space" or any(
            line.key and line.key == key.character for line in self.lines
        )

    def take(self, index: int) -> None:
        """Point to a line and take it, by its key or Space."""
        self.highlighted = index
        self.pick(index)

    def pick_at(self, index: int, _spot: Spot) -> None:
        """Take a line by a click on a spot of it."""
        self.pick(index)

    def finish(self) -> None:
        """Go on: Enter. It takes the line at the pointer, where a subclass says nothing else."""
        if self.highlighted is not None:
            self.pick(self.highlighted)

    def repaint(self, *changed: int) -> None:
        """Draw the marks anew and the texts of the lines that *changed*, and tell of it."""
        self.redraw(*changed)
        self.post_message(self.Marked())

    def redraw(self, *changed: int) -> None:
        """Draw the marks anew, and the lines that *changed*."""
        for index in changed:
            self.replace_option_prompt_at_index(index, self._prompt(index))
            self.options[index].disabled = self.is_off(index)
        self.refresh()
        if changed:
            self.call_after_refresh(self.fit)

    def fit(self) -> None:
        """Take the room that there is, and tell what can be seen then."""
        best = self._best_spacing()
        if best != self._spacing:
            self._spacing = best
            self.redraw(*range(len(self.lines)))
        self.tell_scroll()

    def tell_scroll(self) -> None:
        """Post whether there are lines below those that can be seen; a hidden list is silent."""
        if self.display:
            rows = len(self._lines)  # first, since asking for them may change what can be seen
            bottom = self.scroll_offset.y + self.scrollable_content_region.height
            self.post_message(self.Scrolled(rows > bottom))

    def on_resize(self) -> None:
        """Fit the lines to the new size."""
        self.call_after_refresh(self.fit)

    def watch_scroll_y(self, old: float, new: float) -> None:
        """Tell what can be seen now."""
        super().watch_scroll_y(old, new)
        self.tell_scroll()

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Draw both lines anew; keep the pointer in sight, also where the list has no room yet."""
        for index in (self._drawn_at, highlighted):
            self._refresh_line(index)
        self._drawn_at = highlighted
        super().watch_highlighted(highlighted)
        self.call_after_refresh(self.scroll_to_highlight)

    def _refresh_line(self, index: int | None) -> None:
        """Draw one line anew, where it is on the screen."""
        if index in self._index_to_line:
            row = self._index_to_line[index] - self.scroll_offset.y
            self.refresh(Region(0, row, self.size.width, self._heights[index]))

    def action_select(self) -> None:
        """Go on, unless the list came only just now."""
        if self._takes_key():
            self.finish()

    def action_tick(self) -> None:
        """Pick the line at the pointer."""
        if self.highlighted is not None and self._takes_key():
            self.pick(self.highlighted)

    def action_details(self) -> None:
        """Ask for more about the line at the pointer."""
        if self.lines:
            self.post_message(self.DetailsWanted(self.lines[self.highlighted or 0].item_id))

    def on_key(self, event: events.Key) -> None:
        """Pick the line whose key was pressed; Space picks the one with the pointer."""
        if self.NONE_KEY and event.character == self.NONE_KEY:
            event.stop()
            if self._takes_key():
                self.none()
            return
        keys = (index for index, line in enumerate(self.lines) if line.key)
        wanted = next((index for index in keys if self.lines[index].key == event.character), None)
        if event.key == "space":
            wanted = self.highlighted
        if wanted is None:
            return
        event.stop()
        if self._takes_key():
            self.take(wanted)

    async def _on_click(self, event: events.Click) -> None:
        event.prevent_default()  # OptionList would take a click for Enter
        index = event.style.meta.get("option")
        if index is not None and not self.is_off(index) and self._is_settled():
            spot = self._spot(index, event)  # before the pointer comes, which may draw it anew
            self.highlighted = index
            self.pick_at(index, spot)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell which item the pointer came to."""
        event.stop()
        self.post_message(self.LineReached(self.lines[event.option_index].item_id))

    def _takes_key(self) -> bool:
        """Return whether a key can be meant for the list; blink where it cannot."""
        if not self.GUARDS_KEYS or self._is_settled():
            return True
        blink(self)
        return False

    def _before(self, index: int) -> str:
        """Return pointer, mark and key in front of a text; equally wide in all lines."""
        pointer = POINTER if index == self.highlighted else NO_POINTER
        mark = f"{self.mark(index)} " if self.HAS_MARKS else ""
        return pointer + mark + (f"{self.lines[index].key:<2} " if self._has_keys else "")

    @property
    def text_columns(self) -> int:
        """Columns that the text of a line has, beside a scroll bar."""
        beside = self._get_left_gutter_width() + self._padding + self.scrollbar_size_vertical
        return self.size.width - beside

    def _spot(self, index: int, event: events.Click) -> Spot:
        """Return where on the line *index* the click of *event* is."""
        row = sum(one == index for one, _ in self._lines[: self.scroll_offset.y + event.y])
        rows = sum(one == index for one, _ in self._lines) - len(self.below(index))
        is_last = index == len(self.lines) - 1
        empty = self._spacing.around + (0 if is_last else self._spacing.between)
        right = self.scrollable_content_region.width - cell_len(self.after(index))
        return Spot(event.x - cell_len(self._before(index)), event.x - right, row - rows + empty)

    def _whole_text(self, index: int) -> str:
        return "\n".join((self.text(index), *self.below(index)))

    def _prompt(self, index: int) -> Content:
        return self._spacing.given_to(self._whole_text(index), last=index == len(self.lines) - 1)

    def _best_spacing(self) -> Spacing:
        if not self.MAY_BE_AIRY:
            return NO_SPACING
        texts = [self._whole_text(index) for index in range(len(self.lines))]
        return best_spacing(texts, self.text_columns, self.size.height)

    @property
    def _padding(self) -> int:
        return self.get_component_styles("option-list--option").padding.width

    def _get_left_gutter_width(self) -> int:
        return cell_len(self._before(0) + self.after(0)) if self.lines else 0

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the rows of all lines, wrapped where they are drawn: beside what is around them.

        ``OptionList`` reckons without its gutter, and so cuts the last row in a narrow window.
        """
        return super().get_content_height(
            container, viewport, width - self._get_left_gutter_width()
        )

    def _get_option_render(self, option: Option, style: Style) -> list[Strip]:
        index, width = self._option_to_index[option], self.scrollable_content_region.width
        look = LineLook(
            index,
            self._whole_text(index),
            self._before(index),
            self.after(index),
            self._spacing,
            index == len(self.lines) - 1,
            width - self._get_left_gutter_width() - self._padding,
            width,
        )
        ground = self.get_visual_style("option-list--option")
        if self.is_grey(index) and index != self.highlighted:
            style = self.get_visual_style("option-list--option-disabled")
        return self._painter.rows(self, look, style, ground)
