"""A pose -> where every joint is: one skeleton with the proportions of an adult.

Lengths are shares of body height. Source: Drillis and Contini (1966), Body segment parameters,
as drawn in Winter, Biomechanics and motor control of human movement (2009), figure 4.1: hip
joint 0.530 above the floor, knee 0.285, ankle 0.039, shoulder joint 0.818, chin 0.870, upper
arm 0.186, forearm 0.146, hand 0.108, foot 0.152, hips 0.191 and shoulders 0.259 wide. The
joints lie inside those widths.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from math import cos, radians, sin

from reports.figures.poses_model import Arm, Leg, Pose
from reports.figures.space import (
    ORIGIN,
    Axes,
    Point3,
    axes_of,
    bent,
    middle,
    minus,
    plus,
    swung,
    unit,
)

THIGH, SHANK, ANKLE_HEIGHT = 0.245, 0.246, 0.039
UPPER_ARM, FOREARM, GRIP = 0.186, 0.146, 0.036
"""``GRIP``: from the wrist to the middle of what the hand holds."""
PELVIS, CHEST = 0.105, 0.183
"""From the hip joints to the waist, and from there to the shoulder joints."""
NECK, HEAD = 0.058, 0.062
"""From the shoulders to the skull, and from there to the middle of the head."""
HIP_HALF, SHOULDER_HALF = 0.052, 0.112
HEEL_BACK, BALL_FORWARD, TOE_FORWARD = 0.028, 0.068, 0.096
"""Along the sole, from below the ankle."""
SIDES: Mapping[str, int] = {"left": -1, "right": 1}


@dataclass(frozen=True, slots=True)
class Body:
    """Where the joints are, and which way the parts of the body face."""

    points: Mapping[str, Point3]
    pelvis: Axes
    chest: Axes
    head: Axes
    soles: Mapping[str, Axes]
    """For each foot: heel to toe, sole to instep, and its right."""


def body_of(pose: Pose) -> Body:
    """Return the joints of *pose*, resting where it is anchored."""
    loose = _trunk(pose, ORIGIN)
    resting = partial(_whole, pose)
    if pose.anchor.of not in loose.points:
        loose = resting(ORIGIN)
    at = loose.points[pose.anchor.of]
    return resting((pose.anchor.at[0] - at[0], pose.anchor.at[1] - at[1], 0.0))


def _trunk(pose: Pose, hips: Point3) -> Body:
    pelvis = axes_of(pose.lean, pose.roll)
    chest = axes_of(pose.lean + pose.bend, pose.roll)
    head = axes_of(pose.lean + pose.bend + pose.nod, pose.roll)
    neck_axes = axes_of(pose.lean + pose.bend + pose.nod / 2 + 8, pose.roll)
    waist = pelvis.at(hips, 0, PELVIS, 0)
    shoulders = chest.at(waist, 0, CHEST, 0)
    neck = neck_axes.at(shoulders, 0, NECK, 0)
    points = {
        "hips": hips,
        "waist": waist,
        "shoulders": shoulders,
        "blades": chest.at(shoulders, -0.062, -0.05, 0),
        "neck": neck,
        "head": head.at(neck, 0.014, HEAD, 0),
    }
    for name, side in SIDES.items():
        points[f"{name}_hip"] = pelvis.at(hips, 0, 0, side * HIP_HALF)
        points[f"{name}_shoulder"] = chest.at(
            shoulders, 0, pose.shrug, side * (SHOULDER_HALF - pose.shrug / 4)
        )
    return Body(points, pelvis, chest, head, {})


def _whole(pose: Pose, hips: Point3) -> Body:
    body = _trunk(pose, hips)
    points, soles = dict(body.points), {}
    for name, side, leg in (("left", -1, pose.left_leg), ("right", 1, pose.right_leg)):
        soles[name] = _add_leg(points, name, side, leg, body.pelvis)
    for name, side, arm in (("left", -1, pose.left_arm), ("right", 1, pose.right_arm)):
        _add_arm(points, name, side, arm, body)
    for joint in ("hand", "knee", "ankle"):
        points[f"{joint}s"] = middle(points[f"left_{joint}"], points[f"right_{joint}"])
    points["feet"] = middle(points["left_ball"], points["right_ball"])
    return Body(points, body.pelvis, body.chest, body.head, soles)


def _add_leg(points: dict[str, Point3], name: str, side: int, leg: Leg, pelvis: Axes) -> Axes:
    hip = points[f"{name}_hip"]
    if leg.foot is not None:
        ankle, sole = _standing(leg.foot, leg, side)
        towards = pelvis.at(ORIGIN, leg.knee[0], leg.knee[1], side * leg.knee[2])
        knee = bent(hip, ankle, THIGH, SHANK, towards)
        ankle = plus(knee, unit(minus(ankle, knee)), SHANK)
    elif leg.thigh is not None and leg.shin is not None:
        knee = plus(hip, swung(pelvis, *leg.thigh, side), THIGH)
        ankle = plus(knee, swung(pelvis, *leg.shin, side), SHANK)
        angle, out = leg.shin
        sole = Axes(
            swung(pelvis, angle + 90 - leg.ankle, out * abs(sin(radians(leg.ankle))), side),
            swung(pelvis, angle + 180 - leg.ankle, -out, side),
            pelvis.right,
        )
    points[f"{name}_knee"], points[f"{name}_ankle"] = knee, ankle
    points[f"{name}_heel"] = sole.at(ankle, -HEEL_BACK, -ANKLE_HEIGHT, 0)
    points[f"{name}_ball"] = sole.at(ankle, BALL_FORWARD, -ANKLE_HEIGHT, 0)
    points[f"{name}_toe"] = sole.at(ankle, TOE_FORWARD, -ANKLE_HEIGHT, 0)
    if leg.foot is not None and leg.pitch > 0:
        ahead = unit((sole.front[0], 0.0, sole.front[2]))
        points[f"{name}_toe"] = plus(points[f"{name}_ball"], ahead, TOE_FORWARD - BALL_FORWARD)
    return sole


def _standing(foot: Point3, leg: Leg, side: int) -> tuple[Point3, Axes]:
    """Return the ankle above a foot on the floor, and which way the foot faces.

    The heel rises about the ball of the foot while the toes stay down; the toes rise about
    the heel.
    """
    pitch, turn = radians(leg.pitch), radians(leg.turn)
    ahead = (cos(turn), 0.0, side * sin(turn))
    forward = (ahead[0] * cos(pitch), -sin(pitch), ahead[2] * cos(pitch))
    up = (ahead[0] * sin(pitch), cos(pitch), ahead[2] * sin(pitch))
    sole = Axes(forward, up, (-ahead[2], 0.0, ahead[0]))
    pivot = BALL_FORWARD if leg.pitch > 0 else -HEEL_BACK
    below = (foot[0], foot[1], side * foot[2])
    return sole.at(plus(below, ahead, pivot), -pivot, ANKLE_HEIGHT, 0), sole


def _add_arm(points: dict[str, Point3], name: str, side: int, arm: Arm, body: Body) -> None:
    shoulder = points[f"{name}_shoulder"]
    if arm.hand is not None:
        if arm.on is None:
            hand = (arm.hand[0], arm.hand[1], side * arm.hand[2])
        else:
            axes = body.head if arm.on in ("head", "neck") else body.chest
            if arm.on in ("hips", "knees") or arm.on.endswith("knee"):
                axes = body.pelvis
            hand = axes.at(points[arm.on], arm.hand[0], arm.hand[1], side * arm.hand[2])
        towards = body.chest.at(ORIGIN, arm.elbow[0], arm.elbow[1], side * arm.elbow[2])
        elbow = bent(shoulder, hand, UPPER_ARM, FOREARM + GRIP, towards)
        fore = unit(minus(hand, elbow))
    elif arm.upper is not None and arm.fore is not None:
        elbow = plus(shoulder, swung(body.chest, *arm.upper, side), UPPER_ARM)
        fore = swung(body.chest, *arm.fore, side)
    points[f"{name}_elbow"] = elbow
    points[f"{name}_wrist"] = plus(elbow, fore, FOREARM)
    points[f"{name}_hand"] = plus(elbow, fore, FOREARM + GRIP)
