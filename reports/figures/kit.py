"""Kit in a picture: pieces and parts of them -> solids, at fixed places or in the hands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import atan2, cos, radians, sin

from reports.figures.flesh import Tone
from reports.figures.hull import Ball, Solid
from reports.figures.poses_model import Part, Piece, Place, Use
from reports.figures.skeleton import Body
from reports.figures.space import Axes, Point3, middle, plus, unit

ROUNDING = 0.004
"""Radius of the edges of a box."""
DISC_HALF = 0.010


@dataclass(frozen=True, slots=True)
class Thing:
    """One solid of a piece of kit. ``depth`` is None where its ``centre`` decides."""

    tone: Tone
    solid: Solid
    centre: Point3
    depth: float | None


def things_of(use: Use, body: Body, pieces: Mapping[str, Piece]) -> Iterator[Thing]:
    """Yield the solids of *use*, held or touched by *body* where it says so."""
    turn = radians(use.tilt)
    if use.along:
        start, end = (body.points[name] for name in use.along)
        turn += atan2(start[0] - end[0], start[1] - end[1])
    origin = plus(_place(use.at, body), _turned(use.shift, turn))
    parts = (use.part,) if use.part else pieces[use.piece or ""].part
    for part in parts:
        depth = part.depth if part.depth is not None else use.depth
        yield _thing(part, body, origin, turn, depth)


def _place(place: Place, body: Body) -> Point3:
    if isinstance(place, str):
        return body.points[place]
    return place


def _turned(place: Point3, angle: float) -> Point3:
    """Return *place* turned about the origin as the hands of a clock turn, radians."""
    x, y, z = place
    return x * cos(angle) + y * sin(angle), y * cos(angle) - x * sin(angle), z


def _thing(part: Part, body: Body, origin: Point3, turn: float, depth: float | None) -> Thing:
    def put(place: Place) -> Point3:
        if isinstance(place, str):
            return body.points[place]
        return plus(_turned(place, turn), origin)

    at = put(part.at)
    tone: Tone = part.tone
    if part.shape == "ball":
        return Thing(tone, (Ball(at, part.radius),), at, depth)
    if part.shape == "disc":
        axis = unit(_turned(part.axis, turn))
        return Thing(tone, (_disc(at, axis, part.radius),), at, depth)
    to = put(part.to or part.at)
    if part.shape == "rod":
        return Thing(tone, (Ball(at, part.radius), Ball(to, part.radius)), middle(at, to), depth)
    corners = [plus(_turned(corner, turn), origin) for corner in _corners(part)]
    return Thing(tone, [Ball(one, ROUNDING) for one in corners], middle(at, to), depth)


def _corners(part: Part) -> Iterator[Point3]:
    """Yield the corners of a box or ramp, each moved inwards by the rounding of the edges."""
    if isinstance(part.at, str) or not isinstance(part.to, tuple):
        return
    sides = [
        (low + min(ROUNDING, (high - low) / 2), high - min(ROUNDING, (high - low) / 2))
        for low, high in map(sorted, zip(part.at, part.to, strict=True))
    ]
    for x in sides[0]:
        for y in sides[1]:
            if part.shape == "ramp" and (x, y) == (sides[0][0], sides[1][1]):
                continue
            for z in sides[2]:
                yield x, y, z


def _disc(at: Point3, axis: Point3, radius: float) -> Ball:
    """Return a flat round plate that faces along *axis*."""
    aside = (axis[1], -axis[0], 0.0) if abs(axis[2]) < 0.9 else (1.0, 0.0, 0.0)
    aside = unit(aside)
    third = (
        axis[1] * aside[2] - axis[2] * aside[1],
        axis[2] * aside[0] - axis[0] * aside[2],
        axis[0] * aside[1] - axis[1] * aside[0],
    )
    return Ball(at, 0.0, Axes(axis, aside, unit(third)), (DISC_HALF, radius, radius))
