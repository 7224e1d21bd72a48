"""An exercise -> its pictures as a template places them: addresses of data, with their words."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from functools import cache

from reports.figures.motion import pictures
from reports.figures.picture import svg
from reports.paper import Ink


@dataclass(frozen=True, slots=True)
class Image:
    """A picture as a ``data:`` address, and the same in words."""

    source: str
    text: str


@cache
def images_of(exercise_id: str, ink: Ink) -> tuple[Image, ...]:
    """Return the pictures of the poses of an exercise, the start first.

    Raises:
        KeyError: There is no such exercise.
    """
    return tuple(
        Image(address_of(svg(picture, ink)), picture.text) for picture in pictures(exercise_id)
    )


def address_of(document: str) -> str:
    """Return an SVG document as a ``data:`` address."""
    return f"data:image/svg+xml;base64,{base64.b64encode(document.encode()).decode()}"
