"""One region of the result as a line: name, bar, number, words."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from assessment.quiz import words
from reports.sheets.summary import RegionLine

FILLS = {"few": "░", "mild": "▒", "moderate": "▓", "marked": "█", "unknown": " "}
"""Each band has its own hatching, so that no colour is needed."""
REST, RANGE, RANGE_END = "·", "─", "┤"
NAME_COLUMNS, SCORE_COLUMNS, BAND_COLUMNS = 23, 5, 19
LEAST_BAR, MOST_BAR = 7, 40
NARROW_BAR = 12
NARROW_INDENT = NOTE_INDENT = 2


class RegionBar(Widget):
    """Draws a ``RegionLine``; a range shows as a thin line with an end."""

    def __init__(self, line: RegionLine) -> None:
        super().__init__()
        self._line = line

    def render(self) -> Content:
        """Return the bar with its number and words; in a narrow place, below the name."""
        line = self._line
        room = self.size.width - NAME_COLUMNS - SCORE_COLUMNS - BAND_COLUMNS
        is_wide = room >= LEAST_BAR
        name = f"{line.number} {line.name[:1].upper() + line.name[1:]}"
        indent = NAME_COLUMNS if is_wide else NARROW_INDENT
        between = " " * (indent - len(name)) if is_wide else "\n" + " " * indent
        rows = [
            Content.assemble(
                (name, "bold" if line.is_top else ""),
                between,
                (bar_of(line, min(room, MOST_BAR) if is_wide else NARROW_BAR), "$primary"),
                (f"{line.score:>{SCORE_COLUMNS - 1}} ", "bold"),
                line.band,
            )
        ]
        if self.note:
            rows.append(Content(" " * NOTE_INDENT + self.note).stylize("$quiet"))
        return Content("\n").join(rows)

    @property
    def note(self) -> str:
        """What stands below the bar; empty for most."""
        could_be = words.COULD_BE.format(range=self._line.range) if self._line.range else ""
        return ", ".join(part for part in (could_be, self._line.note) if part)


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
