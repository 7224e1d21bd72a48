"""Poses and what lies between them -> pictures: layers of plain shapes, far ones first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from typing import Any

from reports.figures.body import Point
from reports.figures.hull import Camera
from reports.figures.poses_loader import load_poses
from reports.figures.poses_model import Arrow, Moves, Pose
from reports.figures.scene import Layer, balls_of, layers_of
from reports.figures.skeleton import body_of

NARROWEST, WIDEST = 4 / 3, 1.9
"""Width of a picture against its height."""
MARGIN, LEAST_WIDTH = 0.035, 1.15
"""In body heights."""
_STEPS, _LOOKS = 12, 4
"""Points of an arrow; moments that a picture must have room for, and the start."""


@dataclass(frozen=True, slots=True)
class Box:
    """The part of the paper that a picture shows, in body heights."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Picture:
    """One moment of an exercise. The floor is at y = 0; ``arrows`` are lines of points."""

    layers: tuple[Layer, ...]
    box: Box
    arrows: tuple[tuple[Point, ...], ...]
    text: str
    has_floor: bool
    """Whether the floor is a line; seen from above it is none."""


def frame(exercise_id: str, share: float) -> Picture:
    """Return the picture of an exercise at *share* of the way from its first pose to its last.

    Raises:
        KeyError: There is no such exercise.
    """
    moves = load_poses().moves[exercise_id]
    return _picture(moves, share, arrows=())


def pictures(exercise_id: str) -> tuple[Picture, ...]:
    """Return a picture of each pose of an exercise; the last has the arrows of the movement.

    They are cut close, as paper has a place of its own for each; a screen's has one for all.

    Raises:
        KeyError: There is no such exercise.
    """
    moves = load_poses().moves[exercise_id]
    last = len(moves.pose) - 1
    return tuple(
        replace(
            _picture(moves, index / last, moves.arrows if index == last else ()),
            box=_close_box(exercise_id),
        )
        for index in range(last + 1)
    )


def pose_at(moves: Moves, share: float) -> Pose:
    """Return the pose at *share* of the way through all poses of *moves*."""
    place = min(max(share, 0.0), 1.0) * (len(moves.pose) - 1)
    index = min(int(place), len(moves.pose) - 2)
    if place in (0, len(moves.pose) - 1):
        return moves.pose[int(place)]
    between: Pose = _between(moves.pose[index], moves.pose[index + 1], place - index)
    return between


def _between(one: Any, other: Any, share: float) -> Any:
    """Return the value at *share* between two of one shape; words are those of the nearer."""
    if isinstance(one, int | float):
        return one + (other - one) * share
    if isinstance(one, tuple):
        return tuple(_between(a, b, share) for a, b in zip(one, other, strict=True))
    if is_dataclass(one) and not isinstance(one, type):
        mixed = {
            field.name: _between(getattr(one, field.name), getattr(other, field.name), share)
            for field in fields(one)
        }
        return replace(one, **mixed)
    return one if share < 0.5 else other


def _layers(moves: Moves, share: float, camera: Camera) -> tuple[Layer, ...]:
    number = round(share * (len(moves.pose) - 1)) + 1
    return layers_of(moves, pose_at(moves, share), number, camera, load_poses().pieces)


def _picture(moves: Moves, share: float, arrows: tuple[Arrow, ...]) -> Picture:
    camera = Camera.at(moves.view, moves.above)
    return Picture(
        layers=_layers(moves, share, camera),
        box=_box(moves.id),
        arrows=tuple(_way(arrow, moves, camera) for arrow in arrows),
        text=pose_at(moves, share).text,
        has_floor=not moves.above,
    )


@cache
def _box(exercise_id: str) -> Box:
    """Return what all frames of an exercise show, so that nothing jumps between them."""
    close = _close_box(exercise_id)
    width = max(LEAST_WIDTH, close.width)
    height = max(close.height, width / WIDEST)
    width = max(width, height * NARROWEST)
    left = close.left + (close.width - width) / 2
    return Box(left, close.top + close.height - height, width, height)


@cache
def _close_box(exercise_id: str) -> Box:
    """Return what an exercise reaches from its first pose to its last, with a margin."""
    moves = load_poses().moves[exercise_id]
    camera = Camera.at(moves.view, moves.above)
    pieces = load_poses().pieces
    shares = [step / _LOOKS for step in range(_LOOKS + 1)]
    reached = [
        camera.reach(ball)
        for share in shares
        for ball in balls_of(moves, pose_at(moves, share), pieces)
    ]
    ways = [point for arrow in moves.arrows for point in _way(arrow, moves, camera)]
    reached += ((x, y, x, y) for x, y in ways)
    left, top = min(one[0] for one in reached), min(one[1] for one in reached)
    right, bottom = max(one[2] for one in reached), max(one[3] for one in reached)
    return Box(left - MARGIN, top - MARGIN, right - left + 2 * MARGIN, bottom - top + 2 * MARGIN)


def _way(arrow: Arrow, moves: Moves, camera: Camera) -> tuple[Point, ...]:
    """Return the points of the way that *arrow* shows."""
    if arrow.way:
        x, y = camera.point(body_of(moves.pose[-1]).points[arrow.of])
        x, y = x + arrow.shift[0], y - arrow.shift[1]
        right, up = arrow.way
        steps = [step / _STEPS for step in range(_STEPS + 1)]
        return tuple((x + right * step, y - up * step) for step in steps)
    start, end = arrow.between
    return tuple(_along(arrow, moves, camera, start, end))


def _along(arrow: Arrow, moves: Moves, camera: Camera, start: float, end: float) -> Iterator[Point]:
    for step in range(_STEPS + 1):
        share = start + (end - start) * step / _STEPS
        x, y = camera.point(body_of(pose_at(moves, share)).points[arrow.of])
        yield x + arrow.shift[0], y - arrow.shift[1]
