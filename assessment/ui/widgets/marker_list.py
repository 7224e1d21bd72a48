"""A list whose lines carry their own marks, drawn as characters and not as colours.

The marks stand in the gutter beside the text, so that a long text wraps clear of them and a
new mark costs no new layout.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.style import Style as VisualStyle
from textual.widgets.option_list import Option

from assessment.ui.widgets.spaced_option_list import Line, SpacedOptionList

POINTER, NO_POINTER = "> ", "  "
MOST_DRAWN = 500
"""Texts that are kept as they were drawn, before all of them are forgotten."""


class MarkerList(SpacedOptionList):
    """Draws lines with a pointer and marks; a subclass says what the marks are."""

    HAS_MARKS: ClassVar[bool] = True
    """Whether a mark stands in front of each line."""

    _text_width: int | None = None
    """The columns of a text while the rows of the screen are asked for; None at other times."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._has_keys = False
        self._drawn: dict[tuple[str, int, int | None, VisualStyle], list[Strip]] = {}

    def set_lines(self, lines: Sequence[Line], pointer: int | None) -> None:
        """Show *lines* from the top, with the pointer on the line of that number."""
        self._has_keys = any(line.key for line in lines)
        super().set_lines(lines, pointer)

    def mark(self, index: int) -> str:
        """Return the mark of a line; all marks of a list are equally wide."""
        raise NotImplementedError

    def before(self, index: int) -> str:
        """Return pointer, mark and key in front of a text; equally wide in all lines."""
        pointer = POINTER if index == self.highlighted else NO_POINTER
        key = f"{self.lines[index].key:<2} " if self._has_keys else ""
        return f"{pointer}{self.mark(index)} {key}" if self.HAS_MARKS else f"{pointer}{key}"

    def after(self, _index: int) -> str:
        """Return what stands at the right end of a line; equally wide in all lines."""
        return ""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the rows of the screen; where each line stands is worked out once for all."""
        self._update_lines()
        whole = self.scrollable_content_region.width
        self._text_width = whole - self._get_left_gutter_width()
        try:
            return super().render_lines(crop)
        finally:
            self._text_width = None

    def _update_lines(self) -> None:
        if self._text_width is None:
            super()._update_lines()

    def _get_option_render(self, option: Option, style: VisualStyle) -> list[Strip]:
        """Return the rows of a text as they were drawn before: most answers come again.

        A drawn row knows the place of its line, by which a click finds it.
        """
        key = (str(option.prompt), self._option_to_index[option], self._text_width, style)
        if key not in self._drawn:
            if len(self._drawn) >= MOST_DRAWN:
                self._drawn.clear()
            self._drawn[key] = super()._get_option_render(option, style)
        return self._drawn[key]

    def render_line(self, y: int) -> Strip:
        """Return one row of the screen: pointer and mark, then the text."""
        text = super().render_line(y)
        try:
            index, row = self._lines[self.scroll_offset.y + y]
        except IndexError:
            return text
        last = index == len(self.lines) - 1
        if self._air_now.between and not last and row == self._heights[index] - 1:
            plain = self.get_visual_style("option-list--option").rich_style
            return Strip.blank(self.scrollable_content_region.width, plain)
        style = next((segment.style for segment in text if segment.style), Style.null())
        before, after = self.before(index), self.after(index)
        if row != self._air_now.around:
            before, after = " " * cell_len(before), " " * cell_len(after)
        drawn = Strip([Segment(before, style), *text, Segment(after, style)])
        return drawn.apply_meta({"option": index})

    def _get_left_gutter_width(self) -> int:
        return cell_len(self.before(0) + self.after(0)) if self.lines else 0
