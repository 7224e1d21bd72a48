"""A list whose lines have air around them where all of them still fit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option


class Air(NamedTuple):
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


AIRS = (Air(1, 0), Air(0, 1), Air(0, 0))
"""The best first. What is around a text belongs to the line: a large target for a finger."""


class Line(NamedTuple):
    """One line of a list: the key that picks it (empty: none), its text, what it speaks about."""

    key: str
    text: str
    item_id: str


class SpacedOptionList(OptionList):
    """Shows lines, as far apart as the room allows: large targets for a finger."""

    ALLOW_SELECT: ClassVar[bool] = False
    MAY_BE_AIRY: ClassVar[bool] = True
    """Whether lines have air where all of them still fit."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self.lines: tuple[Line, ...] = ()
        self._air_now = AIRS[-1]

    def set_lines(self, lines: Sequence[Line], pointer: int | None) -> None:
        """Show *lines* from the top, with the pointer on the line of that number."""
        self.lines = tuple(lines)
        self._air_now = self._best_air()
        self.set_options(Option(self._prompt(index)) for index in range(len(lines)))
        self.highlighted = pointer
        self.call_after_refresh(self.fit)

    def text(self, index: int) -> str:
        """Return the text of a line."""
        return self.lines[index].text

    def repaint(self, *changed: int) -> None:
        """Draw the marks anew, and the texts of the lines that *changed*."""
        for index in changed:
            self.replace_option_prompt_at_index(index, self._prompt(index))
        self._option_render_cache.clear()
        self.refresh()
        if changed:
            self.call_after_refresh(self.fit)

    def fit(self) -> None:
        """Take the room that there is."""
        best = self._best_air()
        if best != self._air_now:
            self._air_now = best
            self.repaint(*range(len(self.lines)))

    def on_resize(self) -> None:
        """Fit the lines to the new size."""
        self.call_after_refresh(self.fit)

    def _prompt(self, index: int) -> Content:
        last = index == len(self.lines) - 1
        return self._air_now.given_to(self.text(index), last=last)

    def _best_air(self) -> Air:
        """Return the most air with which all lines fit, none where they do not.

        It is reckoned as if there were a scroll bar: else the air could bring the bar, the
        bar take the air, and so on for ever.
        """
        padding = self.get_component_styles("option-list--option").padding.width
        taken = self._get_left_gutter_width() + padding + self.scrollbar_size_vertical
        width = self.size.width - taken
        if not self.MAY_BE_AIRY or width < 1:
            return AIRS[-1]
        count = len(self.lines)
        rows = sum(Content(self.text(index)).get_height({}, width) for index in range(count))
        room = self.size.height - rows
        fits = (air for air in AIRS if air.rows(count) <= room)
        return next(fits, AIRS[-1])
