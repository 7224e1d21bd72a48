"""Pictures of exercises -> SVG, in the ink of the paper.

Muscles at work have strokes as well as their colour, so that a photocopy keeps them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot
from typing import get_args
from xml.sax.saxutils import escape

from reports.figures.body import Point, Shape
from reports.figures.drawing import slanted_strokes
from reports.figures.flesh import Tone
from reports.figures.motion import Box, Picture
from reports.figures.scene import Layer
from reports.output.print_options import Ink

UNITS = 1000
"""Units of the SVG in one body height, so that whole numbers are fine enough."""
EDGE, KIT_EDGE, STROKE, WAY = 9, 6, 5, 9
"""Widths of lines, in units."""
STROKE_GAP = 17
HEAD_LENGTH, HEAD_HALF = 34, 15
"""Of an arrow."""


@dataclass(frozen=True, slots=True)
class Palette:
    """How an ink draws: fills by tone, near and far, and the lines around them."""

    near: Mapping[Tone, str]
    far: Mapping[Tone, str]
    edge: str
    far_edge: str
    kit_edge: str
    stroke: str
    """Strokes and edge of a muscle at work."""
    arrow: str
    floor: str


PALETTES: Mapping[Ink, Palette] = {
    "colour": Palette(
        near={
            "skin": "#E3EAED",
            "hair": "#566873",
            "back": "#566873",
            "eye": "#566873",
            "shoe": "#566873",
            "muscle": "#F2B544",
            "steel": "#8797A0",
            "pad": "#BECAD0",
            "wood": "#D5DDE1",
            "band": "#0F6B6B",
            "floor": "#E9EEF0",
        },
        far={
            "skin": "#F4F7F8",
            "hair": "#B5C1C8",
            "back": "#B5C1C8",
            "eye": "#B5C1C8",
            "shoe": "#B5C1C8",
            "muscle": "#F2B544",
        },
        edge="#465963",
        far_edge="#9AABB4",
        kit_edge="#64757F",
        stroke="#9A6408",
        arrow="#0F6B6B",
        floor="#8FA0A9",
    ),
    "grey": Palette(
        near={
            "skin": "#EDEDED",
            "hair": "#606060",
            "back": "#606060",
            "eye": "#606060",
            "shoe": "#606060",
            "muscle": "#B5B5B5",
            "steel": "#909090",
            "pad": "#C6C6C6",
            "wood": "#D9D9D9",
            "band": "#3A3A3A",
            "floor": "#EDEDED",
        },
        far={
            "skin": "#F8F8F8",
            "hair": "#BDBDBD",
            "back": "#BDBDBD",
            "eye": "#BDBDBD",
            "shoe": "#BDBDBD",
            "muscle": "#B5B5B5",
        },
        edge="#505050",
        far_edge="#A3A3A3",
        kit_edge="#6E6E6E",
        stroke="#1A1A1A",
        arrow="#1A1A1A",
        floor="#8A8A8A",
    ),
    "saver": Palette(
        near=dict.fromkeys(get_args(Tone), "#FFFFFF") | {"band": "#3A3A3A", "eye": "#505050"},
        far=dict.fromkeys(get_args(Tone), "#FFFFFF"),
        edge="#505050",
        far_edge="#A3A3A3",
        kit_edge="#7A7A7A",
        stroke="#1A1A1A",
        arrow="#1A1A1A",
        floor="#8A8A8A",
    ),
}


def svg(picture: Picture, ink: Ink = "colour") -> str:
    """Return *picture* as an SVG document whose title says the same in words."""
    palette, box = PALETTES[ink], picture.box
    drawn = _floor(box, palette) if picture.has_floor else ""
    drawn += "".join(_layer(layer, palette) for layer in picture.layers)
    drawn += "".join(_arrow(way, palette) for way in picture.arrows)
    left, top, width, height = (round(UNITS * part) for part in _sides(box))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{width}" height="{height}" '
        f'viewBox="{left} {top} {width} {height}" stroke-linejoin="round" '
        f'stroke-linecap="round"><title>{escape(picture.text)}</title>{drawn}</svg>'
    )


def _sides(box: Box) -> tuple[float, float, float, float]:
    return box.left, box.top, box.width, box.height


def _floor(box: Box, palette: Palette) -> str:
    left, right = round(UNITS * box.left), round(UNITS * (box.left + box.width))
    return f'<path d="M{left} 3H{right}" stroke="{palette.floor}" stroke-width="6"/>'


def _layer(layer: Layer, palette: Palette) -> str:
    """Return the shapes of a layer: a line round all of them, then what is in it."""
    fills = palette.far if layer.far else palette.near
    if layer.name == "kit":
        ((tone, shapes),) = layer.fills
        edge = palette.near["band"] if tone == "band" else palette.kit_edge
        return (
            f'<path d="{_paths(shapes)}" fill="{fills[tone]}" stroke="{edge}" '
            f'stroke-width="{KIT_EDGE}"/>'
        )
    edge = palette.far_edge if layer.far else palette.edge
    paths = [(tone, _paths(shapes)) for tone, shapes in layer.fills]
    every = "".join(path for _, path in paths)
    drawn = f'<path d="{every}" fill="{edge}" stroke="{edge}" stroke-width="{2 * EDGE}"/>'
    drawn += "".join(f'<path d="{path}" fill="{fills[tone]}"/>' for tone, path in paths)
    drawn += f'<path d="{_paths(layer.welds)}" fill="{fills["skin"]}"/>' if layer.welds else ""
    return (
        drawn + _behind(layer.behind, palette) + _muscles(layer.muscles, fills["muscle"], palette)
    )


def _behind(shapes: Sequence[Shape], palette: Palette) -> str:
    """Return muscles at work on the other side of the body, as broken lines."""
    if not shapes:
        return ""
    return (
        f'<path d="{_paths(shapes)}" fill="none" stroke="{palette.stroke}" '
        f'stroke-width="{STROKE}" stroke-dasharray="14 10"/>'
    )


def _muscles(shapes: Sequence[Shape], fill: str, palette: Palette) -> str:
    """Return muscles at work: one line round all of them, colour and strokes in it."""
    if not shapes:
        return ""
    every = _paths(shapes)
    large = [tuple((UNITS * x, UNITS * y) for x, y in shape) for shape in shapes]
    lines = "".join(line for one in large for line in slanted_strokes(one, STROKE_GAP, places=0))
    return (
        f'<path d="{every}" fill="{fill}" stroke="{palette.stroke}" stroke-width="{2 * STROKE}"/>'
        f'<path d="{every}" fill="{fill}"/>'
        f'<path d="{lines}" stroke="{palette.stroke}" stroke-width="{STROKE - 1}" fill="none"/>'
    )


def _arrow(way: Sequence[Point], palette: Palette) -> str:
    """Return a line along *way* with a head at its end."""
    points = [(UNITS * x, UNITS * y) for x, y in way]
    (x, y), before = points[-1], points[-3]
    size = hypot(x - before[0], y - before[1]) or 1.0
    ahead = ((x - before[0]) / size, (y - before[1]) / size)
    left, right = (
        (x + side * HEAD_HALF * ahead[1], y - side * HEAD_HALF * ahead[0]) for side in (-1, 1)
    )
    tip = (x + HEAD_LENGTH * ahead[0], y + HEAD_LENGTH * ahead[1])
    line = "M" + "L".join(f"{a:.0f} {b:.0f}" for a, b in points)
    head = "M" + "L".join(f"{a:.0f} {b:.0f}" for a, b in (left, tip, right)) + "Z"
    return (
        f'<path d="{line}" fill="none" stroke="{palette.arrow}" stroke-width="{WAY}"/>'
        f'<path d="{head}" fill="{palette.arrow}" stroke="{palette.arrow}" stroke-width="4"/>'
    )


def _paths(shapes: Iterable[Shape]) -> str:
    """Return closed paths in whole units, each point as a step from the one before."""
    return "".join(_path(shape) for shape in shapes)


def _path(shape: Shape) -> str:
    points = [(round(UNITS * x), round(UNITS * y)) for x, y in shape]
    steps = [f"{x - a} {y - b}" for (a, b), (x, y) in pairwise(points) if (x, y) != (a, b)]
    return f"M{points[0][0]} {points[0][1]}l" + " ".join(steps) + "z"
