"""The body from behind, as plain numbers: its outline, and one shape for each region.

A body is ``WIDTH`` by ``HEIGHT`` units, the spine at x = 0, y downwards. Only the right half is
written down; the left half is its mirror image.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from questions.model import Region

Point: TypeAlias = tuple[float, float]
Shape: TypeAlias = tuple[Point, ...]
"""A closed line through points, the last one joined to the first."""

WIDTH, HEIGHT = 176.0, 404.0
LEFT = -WIDTH / 2

_OUTLINE: Shape = (
    *((0, 6), (9, 7.5), (16.5, 15), (19.5, 27), (18.5, 40), (14.5, 50)),
    *((12.5, 57), (12.5, 66), (16, 72.5), (26, 78), (38, 81.5), (48, 85.5)),
    *((55.5, 92), (59, 102), (60.5, 115), (62, 129), (64.5, 143), (68, 157)),
    *((71.5, 170), (74, 184), (76.5, 199), (78.5, 211), (82.5, 221), (83.5, 233)),
    *((80.5, 244), (76, 245), (73, 237), (71.5, 225), (69.5, 211), (65, 196)),
    *((60.5, 182), (57, 168), (54, 156), (51, 142), (47.5, 129), (44, 119)),
    *((42.5, 131), (39.5, 146), (36, 159), (34.5, 169), (35.5, 179), (39, 190)),
    *((43, 202), (45, 214), (45.5, 230), (44, 249), (41, 268), (38, 286)),
    *((37, 298), (38, 310), (39.7, 322), (39, 338), (35.5, 354), (31, 368)),
    *((28.5, 378), (29, 386), (33.5, 393), (32, 397.5), (20, 398.5), (14.5, 396)),
    *((14.5, 387), (15, 376), (12.5, 362), (9, 346), (7.2, 330), (8, 316)),
    *((9, 304), (8, 293), (5.2, 276), (3.2, 256), (2.2, 240), (1.4, 229), (0, 224)),
)

_ACROSS: Mapping[Region, Shape] = {
    Region.NECK: (
        *((0, 51), (7, 51.5), (10.6, 57), (10.8, 66), (14, 73.5), (24, 79.3)),
        *((34, 83), (26, 86.2), (14, 87.2), (0, 95)),
    ),
    Region.UPPER_BACK: (
        *((0, 98.5), (14, 90.4), (27, 89.3), (35, 94), (40, 105), (42.2, 117)),
        *((41, 130), (38, 145), (35.6, 153.5), (24, 150.5), (12, 147.5), (0, 147)),
    ),
    Region.LOW_BACK: (
        *((0, 150.3), (12, 150.8), (24, 153.9), (34.4, 156.8), (32.9, 168), (33.6, 178)),
        *((34.2, 181), (24, 183), (12, 187), (0, 193)),
    ),
}
"""Right halves of the shapes that lie across the spine, from its top to its bottom."""

_BESIDE: Mapping[Region, Shape] = {
    Region.REAR_SHOULDER: (
        *((38.5, 84.2), (48, 87.4), (54.5, 93.5), (57.6, 102.5), (58.9, 114), (57, 125)),
        *((51.5, 122), (46.5, 113), (42.5, 102), (37.8, 91.5)),
    ),
    Region.GLUTE_MED: (
        *((14, 189.8), (25, 186.2), (35.2, 184.2), (38.8, 193), (42, 203), (43.6, 215.5)),
        *((39, 212.5), (33, 204.3), (25, 197), (14.5, 193.6)),
    ),
    Region.GLUTE_MAX: (
        *((1.6, 199), (7, 195.6), (14, 196.9), (24, 200.2), (31.5, 207), (37.6, 215.4)),
        *((43.9, 220.5), (43.8, 229), (37, 236), (24, 239), (10, 236.5), (2.4, 228)),
    ),
    Region.HAMSTRINGS: (
        *((4.4, 239.6), (12, 240.3), (24, 242.4), (37, 239.6), (43.6, 234), (42.5, 249)),
        *((39.5, 268), (36.6, 285), (34.6, 292), (23, 294), (11, 292), (9, 284)),
        *((6.6, 270), (4.9, 255)),
    ),
    Region.CALVES: (
        *((10.6, 311), (23, 308.5), (36, 311.5), (38.2, 323), (37.4, 338), (33.8, 353)),
        *((28, 366), (22, 369.5), (16.6, 364), (12.6, 352), (9.4, 338), (8.8, 324)),
    ),
}
"""Right shapes of the regions that there are two of, in full."""

LABELS: Mapping[Region, Point] = {
    Region.NECK: (0, 72),
    Region.UPPER_BACK: (0, 119),
    Region.LOW_BACK: (0, 169),
    Region.REAR_SHOULDER: (77, 84),
    Region.GLUTE_MED: (54, 181),
    Region.GLUTE_MAX: (20.5, 218),
    Region.HAMSTRINGS: (23.5, 264),
    Region.CALVES: (23, 334),
}
"""Where the number of each region stands, once, on the right where there are two sides."""

BESIDE_THE_BODY: Mapping[Region, Point] = {
    Region.REAR_SHOULDER: (50, 101),
    Region.GLUTE_MED: (37.5, 197),
}
"""Regions too narrow for a number: the point that a line leads to from the number."""

_STEPS = 5
"""Straight pieces between two points of a curve."""


def outline() -> Shape:
    """Return the outline of the whole body as a fine polygon."""
    return _smooth(_joined(_OUTLINE))


def shapes(region: Region) -> tuple[Shape, ...]:
    """Return the one or two fine polygons of *region*."""
    if half := _ACROSS.get(region):
        return (_smooth(_joined(half)),)
    right = _BESIDE[region]
    return _smooth(right), _smooth(_mirrored(right))


def _mirrored(shape: Shape) -> Shape:
    return tuple((-x, y) for x, y in reversed(shape))


def _joined(half: Shape) -> Shape:
    """Return a half that starts and ends on the spine together with its mirror image."""
    return (*half, *_mirrored(half)[1:-1])


def _smooth(points: Sequence[Point]) -> Shape:
    """Return the closed Catmull-Rom curve through *points*, in straight pieces."""
    count = len(points)
    curve: list[Point] = []
    for index in range(count):
        four = [points[(index + offset) % count] for offset in (-1, 0, 1, 2)]
        curve += (_between(four, step / _STEPS) for step in range(_STEPS))
    return tuple(curve)


def _between(four: Sequence[Point], t: float) -> Point:
    """Return the point at *t*, 0 to 1, between the second and the third of *four* points."""
    weights = (
        t * (-1 + t * (2 - t)) / 2,
        (2 + t * t * (3 * t - 5)) / 2,
        t * (1 + t * (4 - 3 * t)) / 2,
        t * t * (t - 1) / 2,
    )
    x, y = (
        sum(weight * point[axis] for weight, point in zip(weights, four, strict=True))
        for axis in (0, 1)
    )
    return x, y
