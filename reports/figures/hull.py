"""Solids in space -> outlines on paper: every solid is the hull of a few balls.

Paper coordinates: x to the right, y down, in body heights.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import copysign, cos, radians, sin, sqrt, tau
from typing import NamedTuple, TypeAlias

from reports.figures.body import Point, Shape
from reports.figures.space import Axes, Point3, dot


class Ball(NamedTuple):
    """A ball, or with ``axes`` an ellipsoid of ``radii`` to the front, up and right."""

    centre: Point3
    radius: float
    axes: Axes | None = None
    radii: Point3 = (0.0, 0.0, 0.0)


Solid: TypeAlias = Sequence[Ball]
"""The convex hull of its balls."""
Flat: TypeAlias = tuple[float, float, float, float, float]
"""The shadow of a ball: its centre, and the matrix of its ellipse (xx, xy, yy)."""

DIAGONAL = sqrt(0.5) - 0.001
DIRECTIONS = 28
_WAYS = tuple(
    (cos(step * tau / DIRECTIONS), sin(step * tau / DIRECTIONS)) for step in range(DIRECTIONS)
)
STRAIGHT = 0.0011
"""How far a point may lie off the line of its neighbours and still be left out."""


@dataclass(frozen=True, slots=True)
class Camera:
    """An onlooker who has walked round by ``view`` degrees; what is far is as large as near."""

    right: Point3
    down: Point3
    towards: Point3
    order: Point3
    """``towards``, along the nearest of the two level axes: what decides what hides what."""

    @classmethod
    def at(cls, view: float, above: float = 0.0) -> Camera:
        """Return the onlooker at *view*: 0 sees the right side, 90 the front, -90 the back.

        *above*: by how many degrees the onlooker looks down.
        """
        angle, fall = radians(view), radians(above)
        towards = (sin(angle), 0.0, cos(angle))
        order = (0.0, 0.0, 1.0) if towards[2] > DIAGONAL else (copysign(1.0, towards[0]), 0.0, 0.0)
        down = (towards[0] * sin(fall), -cos(fall), towards[2] * sin(fall))
        ahead = (towards[0] * cos(fall), sin(fall), towards[2] * cos(fall))
        return cls((cos(angle), 0.0, -sin(angle)), down, ahead, order)

    def point(self, place: Point3) -> Point:
        """Return where *place* stands on paper."""
        return dot(place, self.right), dot(place, self.down)

    def depth(self, place: Point3) -> float:
        """Return how near *place* is: larger is nearer."""
        return dot(place, self.order)

    def shadow(self, ball: Ball) -> Flat:
        """Return the ellipse that *ball* covers."""
        x, y = self.point(ball.centre)
        if ball.axes is None:
            square = ball.radius * ball.radius
            return x, y, square, 0.0, square
        xx = xy = yy = 0.0
        for axis, radius in zip(ball.axes, ball.radii, strict=True):
            across, down = dot(axis, self.right) * radius, dot(axis, self.down) * radius
            xx += across * across
            xy += across * down
            yy += down * down
        return x, y, xx, xy, yy

    def reach(self, ball: Ball) -> tuple[float, float, float, float]:
        """Return left, top, right and bottom of *ball* on paper."""
        x, y, xx, _, yy = self.shadow(ball)
        return x - sqrt(xx), y - sqrt(yy), x + sqrt(xx), y + sqrt(yy)

    def outline(self, solid: Solid) -> Shape:
        """Return the outline of *solid*."""
        return _hull([self.shadow(ball) for ball in solid])


def _hull(flats: Sequence[Flat]) -> Shape:
    """Return the hull of ellipses: in every direction the outermost of all their points."""
    points: list[Point] = []
    circles = [(x, y, sqrt(xx)) for x, y, xx, xy, yy in flats if xx == yy and xy == 0]
    others = [flat for flat in flats if flat[2] != flat[4] or flat[3] != 0]
    for a, b in _WAYS:
        best, at = -1e9, (0.0, 0.0)
        for x, y, radius in circles:
            far = a * x + b * y + radius
            if far > best:
                best, at = far, (x + radius * a, y + radius * b)
        for x, y, xx, xy, yy in others:
            across, down = xx * a + xy * b, xy * a + yy * b
            reach = sqrt(a * across + b * down) or 1e-9
            far = a * x + b * y + reach
            if far > best:
                best, at = far, (x + across / reach, y + down / reach)
        points.append(at)
    return _without_straight(points)


def _without_straight(points: Sequence[Point]) -> Shape:
    """Return *points* without those that lie on the line between their neighbours."""
    kept: list[Point] = [points[0]]
    for index in range(1, len(points)):
        (x0, y0), (x1, y1) = kept[-1], points[index]
        x2, y2 = points[(index + 1) % len(points)]
        width, height = x2 - x0, y2 - y0
        off = width * (y1 - y0) - height * (x1 - x0)
        if off * off > STRAIGHT * STRAIGHT * (width * width + height * height):
            kept.append((x1, y1))
    return tuple(kept)
