"""The shape of the poses of the exercises; the numbers live in ``poses/*.toml``.

Lengths are shares of body height, angles degrees.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from annotated_types import Ge, Le, Len, MinLen

from questions.model import Closed, Region, Text

Pair: TypeAlias = tuple[float, float]
Triple: TypeAlias = tuple[float, float, float]
Angle: TypeAlias = Annotated[float, Ge(-360), Le(360)]
Place: TypeAlias = Triple | Text
"""A fixed place, or the name of a point of the body."""
UpperBack: TypeAlias = Literal["whole", "top"]

POINTS = (
    *("hips", "waist", "shoulders", "blades", "neck", "head", "hands", "knees", "ankles", "feet"),
    *(
        f"{side}_{joint}"
        for side in ("left", "right")
        for joint in (
            *("hip", "knee", "ankle", "heel", "ball", "toe"),
            *("shoulder", "elbow", "wrist", "hand"),
        )
    ),
)
"""Points of the body that poses, kit and arrows may name."""
BOXES = ("box", "ramp")
"""Shapes with corners."""


@dataclass(frozen=True, kw_only=True)
class Anchor(Closed):
    """A point of the body that rests somewhere, so that the figure does not float."""

    of: Text
    at: Pair

    def __post_init__(self) -> None:
        _check_point(self.of)


@dataclass(frozen=True, kw_only=True)
class Arm(Closed):
    """An arm: by its angles, or by where the hand is.

    ``upper`` and ``fore`` are the directions of the two bones as seen from the chest: 0 hangs
    down, 90 points to the front, 180 up; the second angle leads away from the middle.
    ``hand`` is a place (x, y, z; z away from the middle), or with ``on`` how far to the front,
    up and away it lies from that point of the body. ``elbow``: where the elbow points to.
    """

    upper: Pair | None = None
    fore: Pair | None = None
    hand: Triple | None = None
    on: Text | None = None
    elbow: Triple = (-1.0, -0.4, 0.25)
    palm: Literal["grip", "open", "ahead", "up"] = "grip"
    """Closed, in line with the forearm, or flat: pointing ahead or up."""

    def __post_init__(self) -> None:
        if (self.hand is None) == (self.upper is None or self.fore is None):
            raise ValueError("needs either upper and fore, or hand")
        if self.on is not None:
            _check_point(self.on)


@dataclass(frozen=True, kw_only=True)
class Leg(Closed):
    """A leg: by its angles as seen from the pelvis, or by the place where the foot stands.

    ``ankle``: 0 foot and shin at a right angle, positive with the toes pointed. ``foot``: the
    floor below the ankle (x, y, z; z away from the middle); ``pitch``: heel raised (positive)
    or toes raised (negative); ``turn``: toes turned out; ``knee``: where the knee points to.
    """

    thigh: Pair | None = None
    shin: Pair | None = None
    ankle: Angle = 0.0
    foot: Triple | None = None
    pitch: Angle = 0.0
    turn: Angle = 0.0
    knee: Triple = (1.0, 0.0, 0.0)

    def __post_init__(self) -> None:
        if (self.foot is None) == (self.thigh is None or self.shin is None):
            raise ValueError("needs either thigh and shin, or foot")


@dataclass(frozen=True, kw_only=True)
class Pose(Closed):
    """The whole body at one moment, and what it shows in words."""

    text: Text
    anchor: Anchor
    lean: Angle
    """Of the pelvis: 0 upright, 90 face down, -90 on the back."""
    bend: Angle = 0.0
    """Of the chest against the pelvis, forward."""
    roll: Angle = 0.0
    nod: Angle = 0.0
    """Of the head against the chest, forward."""
    shrug: Annotated[float, Ge(-0.03), Le(0.06)] = 0.0
    left_arm: Arm
    right_arm: Arm
    left_leg: Leg
    right_leg: Leg


@dataclass(frozen=True, kw_only=True)
class Part(Closed):
    """One solid of a piece of kit: a rod or bar between two ends, a box, a disc or a ball.

    A ramp is the half of a box below the slope from its left edge up to its right.
    """

    shape: Literal["rod", "box", "ramp", "disc", "ball"]
    at: Place
    to: Place | None = None
    """The other end of a rod, the opposite corner of a box or a ramp."""
    radius: Annotated[float, Ge(0), Le(1)] = 0.006
    axis: Triple = (0.0, 0.0, 1.0)
    """Which way a disc faces."""
    tone: Literal["steel", "pad", "wood", "band", "floor"] = "steel"
    depth: float | None = None
    """Where it lies between far and near; None: where its middle is."""

    def __post_init__(self) -> None:
        if (self.to is None) == (self.shape in ("rod", *BOXES)):
            raise ValueError("a rod, a box and a ramp need to, a disc and a ball have none")
        for place in (self.at, self.to):
            if isinstance(place, str):
                _check_point(place)
                if self.shape in BOXES:
                    raise ValueError(f"the corners of a {self.shape} are fixed places")


@dataclass(frozen=True, kw_only=True)
class Piece(Closed):
    """A named piece of kit, its parts around its own origin."""

    id: Text
    part: Annotated[tuple[Part, ...], MinLen(1)]


@dataclass(frozen=True, kw_only=True)
class Use(Closed):
    """A piece of kit in a picture, at a place or a point of the body, or a part of its own."""

    piece: Text | None = None
    at: Place = (0.0, 0.0, 0.0)
    shift: Triple = (0.0, 0.0, 0.0)
    tilt: Angle = 0.0
    """Turned about its origin as the hands of a clock turn; ``shift`` turns with it."""
    along: tuple[Text, Text] | None = None
    """Two points of the body: what hangs down in the piece points from one to the other."""
    part: Part | None = None
    depth: float | None = None
    poses: tuple[int, ...] = ()
    """Only in these poses, 1 the first; empty: in all of them."""

    def __post_init__(self) -> None:
        if (self.piece is None) == (self.part is None):
            raise ValueError("needs either piece or part")
        for name in (self.at, *(self.along or ())):
            if isinstance(name, str):
                _check_point(name)


@dataclass(frozen=True, kw_only=True)
class Arrow(Closed):
    """The way of a point of the body from the first pose to the last, beside the body.

    With ``way`` it is that way, from where the point is in the last pose.
    """

    of: Text
    shift: Pair = (0.0, 0.0)
    between: Pair = (0.1, 0.9)
    """The part of the way that is drawn."""
    way: Pair | None = None

    def __post_init__(self) -> None:
        _check_point(self.of)


@dataclass(frozen=True, kw_only=True)
class Moves(Closed):
    """One exercise: its poses, its kit, and the parts of the body that work."""

    id: Text
    works: Annotated[tuple[Region, ...], MinLen(1)]
    view: Angle
    """How far the onlooker walks round: 0 from the right side, 90 in front, -90 behind."""
    above: Annotated[float, Ge(0), Le(60)] = 0.0
    """How far the onlooker looks down."""
    side: Literal["both", "left", "right"] = "both"
    """The side whose muscles are marked."""
    upper_back: UpperBack = "whole"
    """How much of the upper back is marked: its top lifts the shoulders."""
    arrows: tuple[Arrow, ...] = ()
    kit: tuple[Use, ...] = ()
    pose: Annotated[tuple[Pose, ...], Len(2, 3)]


@dataclass(frozen=True)
class Poses:
    """All exercises by id, and all pieces of kit by id."""

    moves: Mapping[str, Moves]
    pieces: Mapping[str, Piece]


def _check_point(name: str) -> None:
    if name not in POINTS:
        raise ValueError(f"{name!r} is no point of the body; there are {', '.join(POINTS)}")
