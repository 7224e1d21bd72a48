"""Numbers -> SVG: the body map, the bar of a region, the sample of a band.

A band shows by its strokes as well as by its colour, so that a grey copy keeps it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from xml.sax.saxutils import escape

from assessment.core.scores.scoring import BANDS
from questions.model import Region
from reports.figures.body import (
    BESIDE_THE_BODY,
    HEIGHT,
    LABELS,
    LEFT,
    WIDTH,
    Point,
    Shape,
    outline,
    shapes,
)
from reports.output.print_options import Ink


@dataclass(frozen=True, slots=True)
class Look:
    """How a band is drawn: its colour, its strokes and its edge."""

    fill: str
    stroke: str
    gap: float
    """Units between two strokes; 0: none."""
    edge: str


TEXT, PAPER = "#1B2A33", "#FFFFFF"
SKIN, SKIN_EDGE = "#F4F7F8", "#B9C6CC"
TRACK, TRACK_EDGE = "#F4F7F8", "#DCE4E7"

LOOKS: Mapping[str, Look] = {
    "few": Look("#E3EFEE", "", 0, "#8FB5B1"),
    "mild": Look("#A9D2CD", "#3B8781", 7, "#5B9D97"),
    "moderate": Look("#2F827C", "#D4EAE7", 4, "#1F6660"),
    "marked": Look("#0B4F4C", "", 0, "#0B4F4C"),
    "unknown": Look("#FFFFFF", "", 0, "#7D8E97"),
}
"""By band; "unknown" is a region without enough answers, drawn with a broken edge."""
GREY_LOOKS: Mapping[str, Look] = {
    "few": Look("#EBEBEB", "", 0, "#A8A8A8"),
    "mild": Look("#C9C9C9", "#6E6E6E", 7, "#7D7D7D"),
    "moderate": Look("#757575", "#E8E8E8", 4, "#4F4F4F"),
    "marked": Look("#474747", "", 0, "#2B2B2B"),
    "unknown": Look("#FFFFFF", "", 0, "#7D7D7D"),
}
SAVER_LOOKS: Mapping[str, Look] = {
    "few": Look("#FFFFFF", "", 0, "#7A7A7A"),
    "mild": Look("#FFFFFF", "#4A4A4A", 8, "#4A4A4A"),
    "moderate": Look("#FFFFFF", "#3A3A3A", 4, "#3A3A3A"),
    "marked": Look("#FFFFFF", "#1A1A1A", 1.9, "#1A1A1A"),
    "unknown": Look("#FFFFFF", "", 0, "#7A7A7A"),
}
LOOKS_OF: Mapping[Ink, Mapping[str, Look]] = {
    "colour": LOOKS,
    "grey": GREY_LOOKS,
    "saver": SAVER_LOOKS,
}

BAR_LENGTH, BAR_HEIGHT = 200.0, 16.0
SWATCH_LENGTH, SWATCH_HEIGHT = 24.0, 12.0

_STROKE = 0.9
_BROKEN = ' stroke-dasharray="3 2.4"'


@dataclass(frozen=True, slots=True)
class Mark:
    """What the map shows for one region: its number in the list, and its band or "unknown"."""

    number: str
    band: str


def body_map(marks: Mapping[Region, Mark], title: str, ink: Ink = "colour") -> str:
    """Return the body from behind as an SVG element; *title* says the same in words."""
    drawn = "".join(_filled(shapes(region), mark.band, ink) for region, mark in marks.items())
    numbers = "".join(_number(region, mark, ink) for region, mark in marks.items())
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" class="body" '
        f'viewBox="{LEFT:g} 0 {WIDTH:g} {HEIGHT:g}"><title>{escape(title)}</title>'
        f'<path d="{_path(outline())}" fill="{SKIN}" stroke="{SKIN_EDGE}"/>'
        f"{drawn}{numbers}</svg>"
    )


def bar(band: str, share: float | None, low: float, high: float, ink: Ink = "colour") -> str:
    """Return the bar of one region as an SVG document; all figures are shares, 0 to 1.

    The thin line from *low* to *high* is drawn where they differ; the marks on the track
    are the lower edges of the bands.
    """
    track = _rectangle(0.5, 4, BAR_LENGTH - 0.5, 12)
    edges = "".join(f"M{edge * BAR_LENGTH / 100:g} 4V12" for edge, _ in BANDS[:-1])
    drawn = (
        f'<path d="{_path(track)}" fill="{TRACK}" stroke="{TRACK_EDGE}"/>'
        f'<path d="{edges}" stroke="{TRACK_EDGE}"/>'
    )
    if share:
        drawn += _filled(
            [_rectangle(0.5, 2.5, max(1.5, share * BAR_LENGTH - 0.5), 13.5)], band, ink
        )
    if low < high:
        left, right = low * (BAR_LENGTH - 2) + 1, high * (BAR_LENGTH - 2) + 1
        line = f"M{left:.1f} 8H{right:.1f}M{left:.1f} 3V13M{right:.1f} 3V13"
        drawn += f'<path d="{line}" stroke="{PAPER}" stroke-width="4.4" fill="none"/>'
        drawn += f'<path d="{line}" stroke="{TEXT}" stroke-width="1.6" fill="none"/>'
    return _document(BAR_LENGTH, BAR_HEIGHT, drawn)


def swatch(band: str, ink: Ink = "colour") -> str:
    """Return a sample of how *band* is drawn, as an SVG document."""
    box = _rectangle(0.5, 0.5, SWATCH_LENGTH - 0.5, SWATCH_HEIGHT - 0.5)
    return _document(SWATCH_LENGTH, SWATCH_HEIGHT, _filled([box], band, ink))


def _document(width: float, height: float, drawn: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}" '
        f'viewBox="0 0 {width:g} {height:g}">{drawn}</svg>'
    )


def _filled(parts: Sequence[Shape], band: str, ink: Ink) -> str:
    """Return *parts* in the colour of *band*, with its strokes inside their edges."""
    look = LOOKS_OF[ink][band]
    d = "".join(_path(shape) for shape in parts)
    broken = _BROKEN if band == "unknown" else ""
    drawn = f'<path d="{d}" fill="{look.fill}" stroke="{look.edge}"{broken}/>'
    if not look.gap:
        return drawn
    lines = "".join(line for shape in parts for line in slanted_strokes(shape, look.gap))
    return f'{drawn}<path d="{lines}" stroke="{look.stroke}" stroke-width="{_STROKE}" fill="none"/>'


def _number(region: Region, mark: Mark, ink: Ink) -> str:
    """Return the number of a region in a circle, with a line to it from beside the body."""
    x, y = LABELS[region]
    edge = LOOKS_OF[ink][mark.band].edge
    leader = ""
    if target := BESIDE_THE_BODY.get(region):
        leader = (
            f'<path d="M{x:g} {y:g}L{target[0]:g} {target[1]:g}" stroke="{TEXT}" '
            f'stroke-width="0.8"/><circle cx="{target[0]:g}" cy="{target[1]:g}" r="1.6" '
            f'fill="{TEXT}"/>'
        )
    return (
        f'{leader}<circle cx="{x:g}" cy="{y:g}" r="8" fill="{PAPER}" stroke="{edge}"/>'
        f'<text x="{x:g}" y="{y + 3.9:g}" font-family="Inter" font-size="10.5" '
        f'font-weight="600" text-anchor="middle" fill="{TEXT}">{mark.number}</text>'
    )


def _rectangle(left: float, top: float, right: float, bottom: float) -> Shape:
    return (left, top), (right, top), (right, bottom), (left, bottom)


def _path(shape: Shape) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in shape) + "Z"


def slanted_strokes(shape: Shape, gap: float, places: int = 1) -> Iterator[str]:
    """Yield path data of the slanted lines inside *shape*, *gap* units apart.

    Figures have so many decimal *places*. The lines are those of equal x + y; each is cut
    where it crosses the edge.
    """
    step = gap * sqrt(2)
    edges = list(zip(shape, (*shape[1:], shape[0]), strict=True))
    first = int(min(x + y for x, y in shape) // step) + 1
    last = int(max(x + y for x, y in shape) // step)
    for index in range(first, last + 1):
        level = index * step
        crossings = sorted(
            _crossing(start, end, level)
            for start, end in edges
            if (sum(start) < level) != (sum(end) < level)
        )
        for x1, x2 in zip(crossings[::2], crossings[1::2], strict=True):
            ends = ((x1, level - x1), (x2, level - x2))
            yield "M" + "L".join(f"{x:.{places}f} {y:.{places}f}" for x, y in ends)


def _crossing(start: Point, end: Point, level: float) -> float:
    """Return the x at which the edge from *start* to *end* meets x + y = *level*."""
    share = (level - sum(start)) / (sum(end) - sum(start))
    return start[0] + share * (end[0] - start[0])
