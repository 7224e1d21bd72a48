"""The lines of a list, and how far apart they stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content


class Line(NamedTuple):
    """One line of a list: the key that picks it (empty: none), its text, what it speaks about."""

    key: str
    text: str
    item_id: str


class Spacing(NamedTuple):
    """Empty rows of a line: around its text, and between it and the next line."""

    around: int
    between: int

    def given_to(self, text: str, *, last: bool) -> Content:
        """Return *text* with its empty rows."""
        below = self.around if last else self.around + self.between
        return Content("\n" * self.around + text + "\n" * below)

    def rows(self, count: int) -> int:
        """Return how many empty rows *count* lines have."""
        return 2 * count * self.around + (count - 1) * self.between


NO_SPACING = Spacing(0, 0)
SPACINGS = (Spacing(1, 0), Spacing(0, 1), NO_SPACING)
"""The best first. What is around a text belongs to the line: a large target for a finger."""


def best_spacing(texts: Sequence[str], columns: int, rows: int) -> Spacing:
    """Return the most spacing with which all *texts* fit, none where they do not.

    *columns* are those of a text beside a scroll bar: else the spacing could bring the bar, the
    bar take the spacing, and so on for ever.
    """
    if columns < 1:
        return NO_SPACING
    room = rows - sum(Content(text).get_height({}, columns) for text in texts)
    fits = (one for one in SPACINGS if one.rows(len(texts)) <= room)
    return next(fits, NO_SPACING)
