"""Path data of straight lines -> what a PDF says of them, in one go.

WeasyPrint takes each point out of the text by itself, for whatever SVG allows; the drawings of
the reports are thousands of points, all of one plain kind.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

_NUMBER = r"-?\d+(?:\.\d+)?"
_POINT = f"{_NUMBER} {_NUMBER}"
STRAIGHT = re.compile(
    f"(?:M{_POINT}(?:[Ll]{_POINT}(?: {_POINT})*|H{_NUMBER}|V{_NUMBER})+[Zz]?)+", re.ASCII
)
"""Lines that each start with M, in plain numbers with one space between two of them."""
STEP = re.compile("([MLlHVZz])([^MLlHVZz]*)")
MOST_PATHS = 1_000
"""Paths whose operators are kept: some 2 MB. Twice the drawings of one report."""


def draw_straight_paths(svg: Any) -> None:
    """Have the module *svg* of WeasyPrint draw straight paths in one go, others as before.

    What it notes of the points of a path besides is for markers only, which ours have none of.
    """
    draw = svg.TAGS["path"]

    def path(image: Any, node: Any, font_size: float) -> None:
        drawn = None if any(map(_is_marker, node.attrib)) else straight(node.get("d", ""))
        if drawn is None:
            draw(image, node, font_size)
        else:
            image.stream.stream.append(drawn)

    svg.TAGS["path"] = path


def _is_marker(attribute: str) -> bool:
    return attribute.startswith("marker")


@lru_cache(MOST_PATHS)
def straight(data: str) -> bytes | None:
    """Return the operators of a PDF that draw *data*, or None where it is not all straight."""
    if not STRAIGHT.fullmatch(data):
        return None
    drawn = ["0 0 m"]  # as WeasyPrint starts every path
    x = y = first_x = first_y = 0.0
    for letter, numbers in STEP.findall(data):
        if letter in "Zz":
            drawn.append("h")
            x, y = first_x, first_y
        elif letter in "HV":
            x, y = (float(numbers), y) if letter == "H" else (x, float(numbers))
            drawn.append(f"{_figure(x)} {_figure(y)} l")
        else:
            figures = map(float, numbers.split(" "))
            for right, down in zip(figures, figures, strict=True):
                x, y = (x + right, y + down) if letter == "l" else (right, down)
                drawn.append(f"{_figure(x)} {_figure(y)} {'m' if letter == 'M' else 'l'}")
            if letter == "M":
                first_x, first_y = x, y
    return "\n".join(drawn).encode()


def _figure(number: float) -> str:
    """Return *number* as pydyf writes it."""
    return str(int(number)) if number.is_integer() else f"{number:f}".rstrip("0")
