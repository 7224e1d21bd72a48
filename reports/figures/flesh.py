"""Joints -> the solids of a body: a calm manikin with hair and shoes.

Widths are shares of body height, drawn after the breadths and depths of the source that
``skeleton`` names: head 0.130 high, hips 0.191 and shoulders 0.259 wide.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from reports.figures.hull import Ball, Solid
from reports.figures.skeleton import ANKLE_HEIGHT, SIDES, Body
from reports.figures.space import ORIGIN, Axes, Point3, dot, middle, minus, plus, unit

Tone: TypeAlias = Literal[
    "skin", "hair", "back", "eye", "shoe", "muscle", "steel", "pad", "wood", "band", "floor"
]
"""What a shape is, so that paper and screen can colour it; ``back`` is the hair behind the ears."""


FLAT_HANDS: Mapping[str, Point3] = {"ahead": (1.0, 0.0, 0.0), "up": (0.0, 1.0, 0.0)}


@dataclass(frozen=True, slots=True)
class Limb:
    """A part of the body that is drawn as one: its solids by tone, and how to find its depth."""

    name: str
    solids: tuple[tuple[Tone, Solid], ...]
    off_middle: Point3
    """The way from the middle of the trunk to where it begins."""
    centre: Point3
    weld: Solid = ()
    """Where it grows out of the trunk, so that no line is seen there."""


def limbs_of(body: Body, palms: Mapping[str, str]) -> tuple[Limb, ...]:
    """Return the trunk with the head, the arms and the legs of *body*."""
    points = body.points
    limbs = [
        Limb("trunk", tuple(_trunk(body)), ORIGIN, points["waist"]),
        Limb(
            "head",
            tuple(_head(body)),
            ORIGIN,
            points["waist"],
            (
                Ball(middle(points["waist"], points["shoulders"], 0.86), 0.034),
                Ball(middle(points["shoulders"], points["neck"]), 0.024),
            ),
        ),
    ]
    for side, sign in SIDES.items():
        arm = [points[f"{side}_{joint}"] for joint in ("shoulder", "elbow", "hand")]
        leg = [points[f"{side}_{joint}"] for joint in ("hip", "knee", "ankle")]
        limbs += (
            Limb(
                f"{side}_arm",
                tuple(_arm(body, side, palms[side])),
                minus(arm[0], points["shoulders"]),
                middle(arm[2], middle(arm[0], arm[1])),
            ),
            Limb(
                f"{side}_leg",
                tuple(_leg(body, side, sign)),
                minus(leg[0], points["hips"]),
                middle(leg[1], middle(leg[0], leg[2])),
                (Ball(leg[0], 0.043), Ball(body.pelvis.at(leg[0], 0.002, 0.034, 0), 0.038)),
            ),
        )
    return tuple(limbs)


def behind(pelvis: Axes, top: Point3, low: Point3) -> Point3:
    """Return which way the back of a thigh or a shin faces."""
    down, right = unit(minus(low, top)), pelvis.right
    return unit(
        (
            down[1] * right[2] - down[2] * right[1],
            down[2] * right[0] - down[0] * right[2],
            down[0] * right[1] - down[1] * right[0],
        )
    )


def _trunk(body: Body) -> Iterator[tuple[Tone, Solid]]:
    points, pelvis, chest = body.points, body.pelvis, body.chest
    shoulders, waist, hips = points["shoulders"], points["waist"], points["hips"]
    raised = points["left_shoulder"], points["right_shoulder"]
    lift = dot(minus(middle(*raised), shoulders), chest.up)
    top = Ball(chest.at(shoulders, -0.004, 0.8 * lift - 0.03, 0), 0, chest, (0.052, 0.048, 0.098))
    ribs = Ball(chest.at(waist, 0.004, 0.105, 0), 0, chest, (0.062, 0.070, 0.088))
    middle_ = Ball(waist, 0, chest, (0.050, 0.045, 0.074))
    basin = Ball(pelvis.at(hips, 0.002, 0.028, 0), 0, pelvis, (0.056, 0.056, 0.088))
    yield "skin", (top, ribs)
    yield "skin", (ribs, middle_)
    yield "skin", (middle_, basin)
    yield (
        "skin",
        (
            basin,
            Ball(pelvis.at(hips, -0.027, -0.006, -0.040), 0.050),
            Ball(pelvis.at(hips, -0.027, -0.006, 0.040), 0.050),
        ),
    )
    root = middle(shoulders, points["neck"], 0.55)
    yield (
        "skin",
        (
            Ball(root, 0.030),
            Ball(middle(shoulders, points["left_shoulder"], 0.72), 0.032),
            Ball(middle(shoulders, points["right_shoulder"], 0.72), 0.032),
        ),
    )


def _head(body: Body) -> Iterator[tuple[Tone, Solid]]:
    axes, centre, neck = body.head, body.points["head"], body.points["neck"]
    skull = Ball(axes.at(centre, -0.005, 0.012, 0), 0, axes, (0.055, 0.053, 0.045))
    yield "skin", (Ball(body.points["shoulders"], 0.032), Ball(neck, 0.029))
    yield "skin", (Ball(neck, 0.029), Ball(axes.at(centre, -0.01, -0.02, 0), 0.030))
    yield (
        "skin",
        (
            skull,
            Ball(axes.at(centre, 0.026, -0.049, 0), 0.015),
            Ball(axes.at(centre, 0.000, -0.034, 0.018), 0.018),
            Ball(axes.at(centre, 0.000, -0.034, -0.018), 0.018),
        ),
    )
    yield (
        "skin",
        (
            Ball(axes.at(centre, 0.056, -0.010, 0), 0.008),
            Ball(axes.at(centre, 0.045, 0.010, 0), 0.006),
        ),
    )
    yield "hair", (Ball(axes.at(centre, -0.006, 0.044, 0), 0, axes, (0.053, 0.026, 0.0465)),)
    for side in (-1, 1):
        yield "eye", (Ball(axes.at(centre, 0.049, -0.001, side * 0.018), 0.0055),)
    yield "back", (Ball(axes.at(centre, -0.020, 0.020, 0), 0, axes, (0.044, 0.047, 0.047)),)


def _arm(body: Body, side: str, palm: str) -> Iterator[tuple[Tone, Solid]]:
    points = body.points
    shoulder, elbow, wrist, hand = (
        points[f"{side}_{joint}"] for joint in ("shoulder", "elbow", "wrist", "hand")
    )
    yield (
        "skin",
        (Ball(shoulder, 0.041), Ball(middle(shoulder, elbow, 0.4), 0.034), Ball(elbow, 0.025)),
    )
    yield (
        "skin",
        (Ball(elbow, 0.025), Ball(middle(elbow, wrist, 0.28), 0.0265), Ball(wrist, 0.0165)),
    )
    if palm != "grip":
        way = unit(minus(hand, wrist)) if palm == "open" else FLAT_HANDS[palm]
        yield (
            "skin",
            (
                Ball(wrist, 0.016),
                Ball(plus(wrist, way, 0.045), 0.019),
                Ball(plus(wrist, way, 0.092), 0.009),
            ),
        )
    else:
        yield "skin", (Ball(wrist, 0.018), Ball(hand, 0.026))


def _leg(body: Body, side: str, sign: int) -> Iterator[tuple[Tone, Solid]]:
    points, pelvis = body.points, body.pelvis
    hip, knee, ankle = (points[f"{side}_{joint}"] for joint in ("hip", "knee", "ankle"))
    top = pelvis.at(hip, -0.004, 0, sign * 0.006)
    yield "skin", (Ball(top, 0.058), Ball(middle(hip, knee, 0.4), 0.051), Ball(knee, 0.035))
    belly = plus(middle(knee, ankle, 0.27), behind(pelvis, knee, ankle), 0.011)
    yield "skin", (Ball(knee, 0.034), Ball(belly, 0.0365))
    yield "skin", (Ball(belly, 0.0355), Ball(ankle, 0.021))
    sole = body.soles[side]
    heel, ball, toe = (points[f"{side}_{joint}"] for joint in ("heel", "ball", "toe"))
    heel_ball = Ball(sole.at(heel, 0, 0.019, 0), 0.019)
    yield "shoe", (heel_ball, Ball(sole.at(ankle, 0.004, -0.002, 0), 0.021))
    yield (
        "shoe",
        (
            heel_ball,
            Ball(sole.at(ankle, 0.030, 0.019 - ANKLE_HEIGHT, 0), 0.021),
            Ball(sole.at(ball, 0, 0.016, 0), 0.016),
            Ball(sole.at(toe, 0, 0.012, 0), 0.012),
        ),
    )
