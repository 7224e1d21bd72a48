"""Numbers over dates -> one chart of lines, a row for each region or test.

A value that is not known is a gap in its line, never a zero. What was earlier is an open
circle, the newest a filled one, so that a grey copy says the same.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from reports.figures.drawing import PAPER, TEXT, TRACK_EDGE
from reports.paper import ACCENT, Ink

NAME_WIDTH, LINE_WIDTH, VALUE_WIDTH = 130.0, 230.0, 90.0
WIDTH = NAME_WIDTH + LINE_WIDTH + VALUE_WIDTH
ROW_HEIGHT, FOOT = 48.0, 20.0
_PAD = 7.0
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
) -> str:
    """Return the chart of *rows* as an SVG element whose title says every number in words.

    Raises:
        ValueError: There is nothing to draw.
    """
    days = sorted({reading.day for row in rows for reading in row.readings})
    if not days:
        raise ValueError("a trend needs at least one reading")
    span = max(1, (days[-1] - days[0]).days)
    places = {day: _PAD + (LINE_WIDTH - 2 * _PAD) * (day - days[0]).days / span for day in days}
    drawn = "".join(
        f'<g transform="translate(0 {index * ROW_HEIGHT:g})">{_row(row, places, LINES[ink])}</g>'
        for index, row in enumerate(rows)
    )
    height = len(rows) * ROW_HEIGHT + FOOT
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" class="trend" '
        f'viewBox="0 0 {WIDTH:g} {height:g}" font-family="Inter" font-size="11" fill="{TEXT}">'
        f"<title>{escape(in_words(rows, say_day))}</title>"
        f"{drawn}{_days(days, say_day, height)}</svg>"
    )


def in_words(rows: Sequence[Series], say_day: Callable[[datetime.date], str]) -> str:
    """Return every number of *rows* with its day; it judges none of them."""
    return " ".join(f"{row.name}: {_said(row, say_day)}." for row in rows)


def _said(row: Series, say_day: Callable[[datetime.date], str]) -> str:
    return ", ".join(f"{_value(one, row)} on {say_day(one.day)}" for one in row.readings)


def _value(reading: Reading, row: Series) -> str:
    if reading.value is None:
        return "not known"
    return f"{reading.value:g} {row.unit}".rstrip()


def _row(row: Series, places: Mapping[datetime.date, float], line: str) -> str:
    """Return one row: its name, its line over the days, and the last two values."""
    lowest, highest = ROW_HEIGHT - _PAD, _PAD

    def height(value: float) -> float:
        return lowest + (highest - lowest) * min(max(value / row.top, 0.0), 1.0)

    grid = f"M{NAME_WIDTH:g} {lowest:g}h{LINE_WIDTH:g}M{NAME_WIDTH:g} {highest:g}h{LINE_WIDTH:g}"
    parts = [
        f'<text x="0" y="{ROW_HEIGHT / 2 + 4:g}">{escape(row.name)}</text>',
        f'<path d="{grid}" stroke="{TRACK_EDGE}"/>',
        _line(row, places, height, line),
    ]
    newest = len(row.readings) - 1
    for index, one in enumerate(row.readings):
        x = NAME_WIDTH + places[one.day]
        if one.low is not None and one.high is not None and one.low < one.high:
            parts.append(
                f'<path d="M{x:.1f} {height(one.low):.1f}V{height(one.high):.1f}" stroke="{line}"/>'
            )
        if one.value is not None:
            fill = line if index == newest else PAPER
            parts.append(
                f'<circle cx="{x:.1f}" cy="{height(one.value):.1f}" r="3.6" fill="{fill}" '
                f'stroke="{line}" stroke-width="1.6"/>'
            )
    return "".join(parts) + _last_two(row)


def _line(
    row: Series,
    places: Mapping[datetime.date, float],
    height: Callable[[float], float],
    colour: str,
) -> str:
    """Return the line through neighbours that are both known."""
    path = "".join(
        f"M{NAME_WIDTH + places[one.day]:.1f} {height(one.value):.1f}"
        f"L{NAME_WIDTH + places[two.day]:.1f} {height(two.value):.1f}"
        for one, two in zip(row.readings, row.readings[1:], strict=False)
        if one.value is not None and two.value is not None
    )
    return f'<path d="{path}" stroke="{colour}" stroke-width="1.6" fill="none"/>' if path else ""


def _last_two(row: Series) -> str:
    """Return the value before the newest, small, and the newest, large."""
    known = [f"{one.value:g}" if one.value is not None else "?" for one in row.readings[-2:]]
    if not known:
        return ""
    x, y = NAME_WIDTH + LINE_WIDTH + 10, ROW_HEIGHT / 2 + 5
    before = f"{escape(known[0])} → " if len(known) == 2 else ""
    unit = f'<tspan font-size="9"> {escape(row.unit)}</tspan>' if row.unit else ""
    return (
        f'<text x="{x:g}" y="{y:g}">{before}<tspan font-size="15" font-weight="600">'
        f"{escape(known[-1])}</tspan>{unit}</text>"
    )


def _days(
    days: Sequence[datetime.date], say_day: Callable[[datetime.date], str], height: float
) -> str:
    """Return the first and the last day below the lines."""
    y = height - 5
    first = f'<text x="{NAME_WIDTH:g}" y="{y:g}" font-size="9">{escape(say_day(days[0]))}</text>'
    if len(days) == 1:
        return first
    return (
        f'{first}<text x="{NAME_WIDTH + LINE_WIDTH:g}" y="{y:g}" font-size="9" '
        f'text-anchor="end">{escape(say_day(days[-1]))}</text>'
    )
