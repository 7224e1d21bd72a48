"""How many lines a text takes on paper, by the widths of the letters of the bundled fonts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, TypeAlias

from questions.content_cache import read_cached
from reports.pdf.typeface import FACES, Face, folder

Style: TypeAlias = Literal["Regular", "SemiBold", "Italic"]
Run: TypeAlias = tuple[str, Style]
"""A piece of a text, and the face that it is printed in."""

FACE = {face.file.removeprefix("Inter-").removesuffix(".ttf"): face for face in FACES}
MM_PER_POINT = 25.4 / 72
MISSING = 0.6
"""Width of a letter that the fonts lack, in parts of the size."""


def lines_of(runs: Iterable[Run], points: float, width: float) -> int:
    """Return how many lines *runs* take one after the other, at *points* in *width* mm."""
    room = width / (points * MM_PER_POINT)
    lines, used = 1, 0.0
    for text, style in runs:
        space, words = _words(text, style)
        for size in words:
            used += size + space if used else size
            if used > room:
                lines, used = lines + 1, size
    return lines


@lru_cache(maxsize=2048)
def _words(text: str, style: Style) -> tuple[float, tuple[float, ...]]:
    """Return the width of a space, and of each word of *text*, in parts of the size."""
    letters = _widths()[style]
    words = (sum(letters.get(letter, MISSING) for letter in word) for word in text.split())
    return letters[" "], tuple(words)


def width_of(text: str, style: Style, points: float) -> float:
    """Return the width in mm of *text* on one line, at *points*."""
    letters = _widths()[style]
    return sum(letters.get(letter, MISSING) for letter in text) * points * MM_PER_POINT


@cache
def _widths() -> Mapping[Style, Mapping[str, float]]:
    """Return the width of each letter in parts of the size, by face."""
    styles: tuple[Style, ...] = ("Regular", "SemiBold", "Italic")
    return {style: _of_face(FACE[style]) for style in styles}


def _of_face(face: Face) -> Mapping[str, float]:
    folders = (files("reports") / "html",)
    return read_cached(f"letters-{face.sha256[:16]}", folders, dict, lambda: _read(face))


def _read(face: Face) -> dict[str, float]:
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    with TTFont(folder() / face.file, lazy=True) as font:
        size, widths = font["head"].unitsPerEm, font["hmtx"].metrics
        return {chr(code): widths[name][0] / size for code, name in font.getBestCmap().items()}
