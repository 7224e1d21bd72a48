"""An exercise -> its pictures as a template places them: addresses of data, with their words.

They are drawn once and kept for the next start: to draw them takes as long as to assess.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from questions.content_cache import read_cached
from reports.output.print_options import Ink


@dataclass(frozen=True, slots=True)
class Image:
    """A picture as a ``data:`` address, the same in words, and its size in body heights."""

    source: str
    text: str
    width: float
    height: float


@cache
def images_of(exercise_id: str, ink: Ink) -> tuple[Image, ...]:
    """Return the pictures of the poses of an exercise, the start first.

    Raises:
        KeyError: There is no such exercise.
    """

    def draw() -> tuple[Image, ...]:
        from reports.figures.motion import pictures
        from reports.figures.picture import svg

        return tuple(
            Image(
                address_of(svg(picture, ink)), picture.text, picture.box.width, picture.box.height
            )
            for picture in pictures(exercise_id)
        )

    return read_cached(f"picture-{exercise_id}-{ink}", (files("reports") / "figures",), tuple, draw)


def address_of(document: str) -> str:
    """Return an SVG document as a ``data:`` address."""
    return f"data:image/svg+xml;base64,{base64.b64encode(document.encode()).decode()}"
