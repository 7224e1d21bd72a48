"""Points and directions in space: x to the right, y up, z towards whoever looks on."""

from __future__ import annotations

from math import cos, hypot, radians, sin, sqrt
from typing import NamedTuple, TypeAlias

Point3: TypeAlias = tuple[float, float, float]
"""A place or a direction, in body heights."""


class Axes(NamedTuple):
    """Which way is front, up and right for a part of the body; three unit directions."""

    front: Point3
    up: Point3
    right: Point3

    def at(self, origin: Point3, front: float, up: float, right: float) -> Point3:
        """Return the place that lies so far to the front, up and right of *origin*."""
        f, u, r = self
        return (
            origin[0] + front * f[0] + up * u[0] + right * r[0],
            origin[1] + front * f[1] + up * u[1] + right * r[1],
            origin[2] + front * f[2] + up * u[2] + right * r[2],
        )


ORIGIN: Point3 = (0.0, 0.0, 0.0)


def axes_of(lean: float, roll: float) -> Axes:
    """Return the axes of a trunk that leans forward by *lean* and is rolled by *roll*, degrees.

    A lean of 0 stands upright and looks to the right of the picture, 90 lies face down, -90
    lies on the back. A positive roll about the long axis turns the front to the onlooker.
    """
    a, b = radians(lean), radians(roll)
    up = (sin(a), cos(a), 0.0)
    front = (cos(a) * cos(b), -sin(a) * cos(b), sin(b))
    right = (-cos(a) * sin(b), sin(a) * sin(b), cos(b))
    return Axes(front, up, right)


def swung(axes: Axes, angle: float, out: float, side: int) -> Point3:
    """Return the direction of a limb: 0 down, 90 to the front, 180 up; *out* away from the middle.

    *side*: 1 right, -1 left; angles in degrees.
    """
    a, o = radians(angle), radians(out)
    return axes.at(ORIGIN, sin(a) * cos(o), -cos(a) * cos(o), side * sin(o))


def plus(one: Point3, other: Point3, times: float = 1.0) -> Point3:
    """Return *one* moved by *times* the *other*."""
    return (
        one[0] + times * other[0],
        one[1] + times * other[1],
        one[2] + times * other[2],
    )


def minus(one: Point3, other: Point3) -> Point3:
    """Return the way from *other* to *one*."""
    return one[0] - other[0], one[1] - other[1], one[2] - other[2]


def dot(one: Point3, other: Point3) -> float:
    """Return the scalar product."""
    return one[0] * other[0] + one[1] * other[1] + one[2] * other[2]


def length(one: Point3) -> float:
    """Return how long *one* is."""
    return hypot(*one)


def unit(one: Point3) -> Point3:
    """Return the direction of *one*; a point without length has none and stays as it is."""
    size = length(one)
    return (one[0] / size, one[1] / size, one[2] / size) if size else one


def middle(one: Point3, other: Point3, share: float = 0.5) -> Point3:
    """Return the point at *share* of the way from *one* to *other*."""
    return plus(one, minus(other, one), share)


def bent(root: Point3, end: Point3, first: float, second: float, towards: Point3) -> Point3:
    """Return the joint between two bones of lengths *first* and *second* from *root* to *end*.

    It lies on the side that *towards* points to. Where *end* is out of reach, the joint lies
    on the straight line to it.
    """
    way = minus(end, root)
    reach = min(max(length(way), abs(first - second) + 1e-9), first + second)
    along = (first * first - second * second + reach * reach) / (2 * reach)
    height = sqrt(max(0.0, first * first - along * along))
    direction = unit(way)
    side = unit(plus(towards, direction, -dot(towards, direction)))
    return plus(plus(root, direction, along), side, height)
