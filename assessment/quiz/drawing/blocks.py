"""Small squares of a picture -> characters of a terminal.

A cell of a terminal is about twice as high as it is wide. Halves make two squares of it, one
above the other; quadrants make four parts, which are finer sideways. Pure.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

Pixels = Sequence[Sequence[int]]
"""Rows of a picture; each pixel names the area that it belongs to."""


class Blocks(NamedTuple):
    """How a cell is parted: ``across`` by two, and the character for each set of its parts."""

    across: int
    characters: str


QUADRANTS = Blocks(2, " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█")
HALVES = Blocks(1, " ▀▄█")
DOWN = 2
"""Parts of a cell from its top to its bottom."""


class Cell(NamedTuple):
    """One character: the areas of its ``front`` and of its ``back``, the same where it is whole."""

    character: str
    front: int
    back: int


def blocks_of(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Blocks:
    """Return the finest blocks that the terminal surely has.

    The console of Windows and that of Linux have fonts without quadrants.
    """
    old_console = platform == "win32" and not environment.get("WT_SESSION")
    if old_console or environment.get("TERM") == "linux":
        return HALVES
    return QUADRANTS


def cells_of(pixels: Pixels, blocks: Blocks) -> list[list[Cell]]:
    """Return the rows of cells that show *pixels*; a cell shows its two most common areas."""
    across = blocks.across
    return [
        [
            _cell(parts, blocks.characters)
            for parts in zip(
                *(
                    row[place::across]
                    for row in pixels[top : top + DOWN]
                    for place in range(across)
                ),
                strict=True,
            )
        ]
        for top in range(0, len(pixels), DOWN)
    ]


@lru_cache(maxsize=4096)
def _cell(parts: tuple[int, ...], characters: str) -> Cell:
    back = parts[0]
    if parts.count(back) == len(parts):  # so most cells are
        return Cell(characters[0], back, back)
    (back, _), (front, _) = Counter(parts).most_common(2)
    shown = sum(1 << index for index, area in enumerate(parts) if area == front)
    return Cell(characters[shown], front, back)
