"""Numbers over dates -> one chart of lines, a row for each region or test.

A value that is not known is a gap in its line, never a zero. What was earlier is an open
circle, the newest a filled one, so that a grey copy says the same.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from textwrap import wrap
from xml.sax.saxutils import escape

from reports.figures.drawing import PAPER, TEXT, TRACK_EDGE
from reports.output.print_options import ACCENT, Ink

NAME_WIDTH, SCALE_WIDTH, LINE_WIDTH, VALUE_WIDTH = 84.0, 20.0, 104.0, 32.0
WIDTH = NAME_WIDTH + SCALE_WIDTH + LINE_WIDTH + VALUE_WIDTH
"""Units; printed half a sheet wide, a unit is a point."""
ROW_HEIGHT, FOOT = 29.0, 15.0
NAME_CHARACTERS = 18
LINE_HEIGHT = 11.0
_LEFT = NAME_WIDTH + SCALE_WIDTH
_PAD, _SIDE = 5.0, 5.0
LINES: Mapping[Ink, str] = {"colour": ACCENT, "grey": "#2B2B2B", "saver": "#2B2B2B"}


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found on one day: ``value`` is None where it is not known.

    ``low`` and ``high`` are how far it could lie from there; both None where it cannot.
    """

    day: datetime.date
    value: float | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """One region or test over time, oldest first, on a scale from 0 to ``top``."""

    name: str
    readings: tuple[Reading, ...]
    top: float
    unit: str = ""


def trend(
    rows: Sequence[Series],
    say_day: Callable[[datetime.date], str],
    ink: Ink = "colour",
    write_day: Callable[[datetime.date], str] | None = None,
) -> str:
    """Return the chart of *rows* as an SVG element whose title says every number in words.

    *say_day* puts a day into words, *write_day* below the lines, where there is less room.

    Raises:
        ValueError: There is nothing to draw.
    """
    days = sorted({reading.day for row in rows for reading in row.readings})
    if not days:
        raise ValueError("a trend needs at least one reading")
    span = max(1, (days[-1] - days[0]).days)
    width = LINE_WIDTH - 2 * _SIDE
    places = {day: _LEFT + _SIDE + width * (day - days[0]).days / span for day in days}
    drawn = "".join(
        f'<g transform="translate(0 {index * ROW_HEIGHT:g})">{_row(row, places, LINES[ink])}</g>'
        for index, row in enumerate(rows)
    )
    height = len(rows) * ROW_HEIGHT + FOOT
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" class="trend" '
        f'viewBox="0 0 {WIDTH:g} {height:g}" font-family="Inter" font-size="9" fill="{TEXT}">'
        f"<title>{escape(in_words(rows, say_day))}</title>"
        f"{drawn}{_days(days, write_day or say_day, height)}</svg>"
    )


def in_words(rows: Sequence[Series], say_day: Callable[[datetime.date], str]) -> str:
    """Return every number of *rows* with its day; it judges none of them."""
    return " ".join(f"{row.name}: {_said(row, say_day)}." for row in rows)


def _said(row: Series, say_day: Callable[[datetime.date], str]) -> str:
    return ", ".join(f"{_value(one, row)} on {say_day(one.day)}" for one in row.readings)


def _value(reading: Reading, row: Series) -> str:
    said = "not known" if reading.value is None else f"{reading.value:g} {row.unit}".rstrip()
    if reading.low is None or reading.high is None or reading.low >= reading.high:
        return said
    return f"{said} ({reading.low:g} to {reading.high:g})"


def _row(row: Series, places: Mapping[datetime.date, float], line: str) -> str:
    """Return one row: its name, its scale, its line over the days, and the newest value."""
    lowest, highest = ROW_HEIGHT - _PAD, _PAD

    def height(value: float) -> float:
        return lowest + (highest - lowest) * min(max(value / row.top, 0.0), 1.0)

    parts = [
        _name(row.name),
        _scale(row, places, lowest, highest),
        _line(row, places, height, line),
    ]
    newest = len(row.readings) - 1
    for index, one in enumerate(row.readings):
        x = places[one.day]
        if one.low is not None and one.high is not None and one.low < one.high:
            parts.append(_whisker(x, height(one.low), height(one.high), line))
        if one.value is not None:
            fill = line if index == newest else PAPER
            parts.append(
                f'<circle cx="{x:.1f}" cy="{height(one.value):.1f}" r="2.8" fill="{fill}" '
                f'stroke="{line}" stroke-width="1.3"/>'
            )
    return "".join(parts) + _newest(row)


def _name(name: str) -> str:
    """Return the name of a row on one line or on two."""
    lines = wrap(name, NAME_CHARACTERS, max_lines=2, placeholder=" ...")
    first = ROW_HEIGHT / 2 + 3 - LINE_HEIGHT * (len(lines) - 1) / 2
    return "".join(
        f'<text x="0" y="{first + number * LINE_HEIGHT:g}">{escape(line)}</text>'
        for number, line in enumerate(lines)
    )


def _scale(
    row: Series, places: Mapping[datetime.date, float], lowest: float, highest: float
) -> str:
    """Return the ends of the scale with their numbers, and an upright for each day."""
    grid = f"M{_LEFT:g} {lowest:g}h{LINE_WIDTH:g}M{_LEFT:g} {highest:g}h{LINE_WIDTH:g}"
    grid += "".join(f"M{x:.1f} {lowest:g}V{highest:g}" for x in places.values())
    ends = "".join(
        f'<text x="{_LEFT - 3:g}" y="{y + 3:g}" font-size="8" text-anchor="end">{number:g}</text>'
        for number, y in ((0, lowest), (row.top, highest))
    )
    return f'<path d="{grid}" stroke="{TRACK_EDGE}" stroke-width="0.7"/>{ends}'


def _whisker(x: float, low: float, high: float, colour: str) -> str:
    """Return a range as an upright with two ends."""
    path = f"M{x:.1f} {low:.1f}V{high:.1f}M{x - 3:.1f} {low:.1f}h6M{x - 3:.1f} {high:.1f}h6"
    return f'<path d="{path}" stroke="{colour}" stroke-width="0.9"/>'


def _line(
    row: Series,
    places: Mapping[datetime.date, float],
    height: Callable[[float], float],
    colour: str,
) -> str:
    """Return the line through neighbours that are both known."""
    path = "".join(
        f"M{places[one.day]:.1f} {height(one.value):.1f}"
        f"L{places[two.day]:.1f} {height(two.value):.1f}"
        for one, two in pairwise(row.readings)
        if one.value is not None and two.value is not None
    )
    return f'<path d="{path}" stroke="{colour}" stroke-width="1.3" fill="none"/>' if path else ""


def _newest(row: Series) -> str:
    """Return the newest value, large; a question mark where it is not known."""
    value = row.readings[-1].value
    said = "?" if value is None else f"{value:g}"
    return (
        f'<text x="{_LEFT + LINE_WIDTH + 5:g}" y="{ROW_HEIGHT / 2 + 4:g}" font-size="12" '
        f'font-weight="600">{said}</text>'
    )


def _days(
    days: Sequence[datetime.date], write_day: Callable[[datetime.date], str], height: float
) -> str:
    """Return the first and the last day below the lines."""
    y = height - 5
    right = f'x="{_LEFT + LINE_WIDTH:g}" y="{y:g}" font-size="8" text-anchor="end"'
    last = f"<text {right}>{escape(write_day(days[-1]))}</text>"
    if len(days) == 1:
        return last
    left = f'x="{_LEFT:g}" y="{y:g}" font-size="8"'
    return f"<text {left}>{escape(write_day(days[0]))}</text>{last}"
