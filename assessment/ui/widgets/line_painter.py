"""Draws the lines of a list: pointer and marks in front of a text, which wraps clear of them."""

from __future__ import annotations

from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual.cache import LRUCache
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual
from textual.widget import Widget

from assessment.ui.widgets.lines import Spacing

POINTER, NO_POINTER = "> ", "  "
MOST_DRAWN = 500


class LineLook(NamedTuple):
    """All that decides how a line looks, but for its style; widths are columns.

    ``before`` and ``after`` stand beside the first row of the text, which is ``text_width`` wide
    at most; the whole line is ``width`` wide.
    """

    number: int
    text: str
    before: str
    after: str
    spacing: Spacing
    is_last: bool
    text_width: int
    width: int


class LinePainter:
    """Draws lines, and keeps what it drew: most answers come again, and a mark costs one line."""

    def __init__(self) -> None:
        self._drawn: LRUCache[tuple[LineLook, Style, Style], list[Strip]] = LRUCache(MOST_DRAWN)

    def rows(self, widget: Widget, look: LineLook, style: Style, ground: Style) -> list[Strip]:
        """Return the rows of *look* in *style*; between two lines shows the *ground*.

        A row knows the number of its line, by which a click finds it.
        """
        key = (look, style, ground)
        rows = self._drawn.get(key)
        if rows is None:
            rows = self._drawn[key] = _drawn(widget, look, style, ground)
        return rows


def _drawn(widget: Widget, look: LineLook, style: Style, ground: Style) -> list[Strip]:
    content = look.spacing.given_to(look.text, last=look.is_last)
    texts = Visual.to_strips(widget, content, look.text_width, None, style)
    before, after, paint = look.before, look.after, style.rich_style
    middle = look.width - cell_len(before + after)
    blank_before, blank_after = " " * cell_len(before), " " * cell_len(after)
    rows = []
    for number, text in enumerate(texts):
        is_first = number == look.spacing.around
        parts = [
            Segment(before if is_first else blank_before, paint),
            *text.extend_cell_length(middle, paint),
            Segment(after if is_first else blank_after, paint),
        ]
        rows.append(Strip(parts).apply_meta({"option": look.number}))
    if look.spacing.between and not look.is_last:
        rows[-1] = Strip.blank(look.width, ground.rich_style)
    return rows
