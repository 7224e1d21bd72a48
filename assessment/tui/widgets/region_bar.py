"""One region of the result as a line: name, bar, number, words; and the ruler above them."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from assessment.quiz import words
from questions.model import Region
from reports.sheets.summary import RegionLine

FILLS = {"few": "░", "mild": "▒", "moderate": "▓", "marked": "█", "unknown": " "}
"""Each band has its own hatching, so that no colour is needed."""
REST, RANGE, RANGE_END = "·", "─", "┤"
NAME_COLUMNS, SCORE_COLUMNS = 23, 5
LEAST_BAR, MOST_BAR = 7, 40
NARROW_BAR = 12
NARROW_INDENT = NOTE_INDENT = 2
MARKS = {22: (0, 25, 50, 75, 100), 12: (0, 50, 100), 0: (0, 100)}
"""Numbers of a ruler by the columns from which they stand apart."""


class BarRuler(Widget):
    """Says what the whole length of a bar is: numbers above the bars of *lines* below it."""

    def __init__(self, lines: Sequence[RegionLine]) -> None:
        super().__init__()
        self._words_columns = words_columns(lines)

    def render(self) -> Content:
        """Return the numbers at their places."""
        indent, columns = _place_of_bar(self.size.width - self._words_columns)
        return Content(" " * indent + ruler_of(columns)).stylize("$quiet")


class RegionBar(Widget):
    """Draws one of *lines*, all equally wide; a range shows as a thin line with an end."""

    is_filled: reactive[bool] = reactive(True)
    """Whether the bar shows its number; until then its place stands empty."""

    def __init__(self, line: RegionLine, lines: Sequence[RegionLine]) -> None:
        super().__init__()
        self._line, self._words_columns = line, words_columns(lines)

    def render(self) -> Content:
        """Return the bar with its number and words; in a narrow place, below the name."""
        line = self._line
        indent, columns = _place_of_bar(self.size.width - self._words_columns)
        name = f"{line.number} {line.name[:1].upper() + line.name[1:]}"
        is_beside = indent > NARROW_INDENT
        between = " " * (indent - len(name)) if is_beside else "\n" + " " * indent
        bar = bar_of(line, columns) if self.is_filled else REST * columns
        score, band = (line.score, line.band) if self.is_filled else ("", "")
        rows = [
            Content.assemble(
                (name, "bold" if line.is_top else ""),
                between,
                (bar, "$primary"),
                (f"{score:>{SCORE_COLUMNS - 1}} ", "bold"),
                band,
            )
        ]
        room = max(self.size.width - NOTE_INDENT, 1)
        rows += (
            Content(" " * NOTE_INDENT + part).stylize("$quiet") for part in wrap(self.note, room)
        )
        return Content("\n").join(rows)

    @property
    def body_region(self) -> Region:
        """Which region it is about."""
        return self._line.region

    @property
    def note(self) -> str:
        """What stands below the bar; empty for most."""
        could_be = words.COULD_BE.format(range=self._line.range) if self._line.range else ""
        return ", ".join(part for part in (could_be, self._line.note) if part)


def ruler_of(columns: int) -> str:
    """Return the numbers from 0 to 100 above a bar of so many *columns*."""
    signs = [" "] * columns
    for mark in next(marks for least, marks in MARKS.items() if columns >= least):
        text = str(mark)
        start = min(round(mark / 100 * columns), columns - len(text))
        signs[start : start + len(text)] = text
    return "".join(signs)


def words_columns(lines: Sequence[RegionLine]) -> int:
    """Return the columns for the words at the right of all *lines*, clear of the scroll bar."""
    return max((len(line.band) for line in lines), default=0) + 1


def _place_of_bar(width: int) -> tuple[int, int]:
    """Return in which column bars begin and how many they take, of *width* without the words.

    Where that is too little for a bar beside its name, it stands below.
    """
    room = width - NAME_COLUMNS - SCORE_COLUMNS
    if room >= LEAST_BAR:
        return NAME_COLUMNS, min(room, MOST_BAR)
    return NARROW_INDENT, NARROW_BAR


def bar_of(line: RegionLine, columns: int) -> str:
    """Return the bar of *line* in so many *columns*."""
    low, high = round(line.low * columns), round(line.high * columns)
    filled = low if line.share is None else round(line.share * columns)
    bar = list((FILLS[line.key] * filled).ljust(columns, REST))
    if line.range:
        for column in range(filled, high):
            bar[column] = RANGE
        if high:
            bar[min(high, columns) - 1] = RANGE_END
    return "".join(bar)
