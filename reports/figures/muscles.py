"""Joints -> the muscles of a region, as solids just under the skin.

Where they lie is that of the body map; how large they are follows the limbs in ``flesh``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from questions.model import Region
from reports.figures.flesh import behind
from reports.figures.hull import Ball, Solid
from reports.figures.poses_model import UpperBack
from reports.figures.skeleton import SIDES, Body
from reports.figures.space import ORIGIN, Axes, Point3, middle, minus, plus


@dataclass(frozen=True, slots=True)
class Patch:
    """A muscle on a limb, and which way it faces."""

    limb: str
    solid: Solid
    faces: Point3
    side: str = ""
    """Empty where it lies across the spine."""
    wraps: bool = False
    """Whether it shows behind the near limb too when it is on the far side."""
    over_trunk: bool = False
    """Whether it lies on the trunk too, which hides the limb from an onlooker behind."""


def patches_of(body: Body, region: Region, upper_back: UpperBack) -> Iterator[Patch]:
    """Yield the muscles of *region*, one for each side or one across the spine.

    *upper_back*: how much of that region is meant.
    """
    if region is Region.UPPER_BACK and upper_back == "top":
        yield from (_shoulder_top(body, side, sign) for side, sign in SIDES.items())
    elif across := _ACROSS.get(region):
        yield across(body)
    else:
        yield from (_BESIDE[region](body, side, sign) for side, sign in SIDES.items())


def _back(axes: Axes) -> Point3:
    return minus(ORIGIN, axes.front)


def _neck(body: Body) -> Patch:
    low, high = body.points["shoulders"], body.points["neck"]
    balls = [
        ball
        for sign in (-1, 1)
        for ball in (
            Ball(body.chest.at(low, -0.022, 0.018, sign * 0.030), 0.015),
            Ball(body.head.at(high, -0.020, 0.010, sign * 0.012), 0.014),
        )
    ]
    return Patch("head", balls, _back(body.chest))


def _upper_back(body: Body) -> Patch:
    spots = ((-0.008, 0.058, 0.021), (-0.05, 0.066, 0.024), (-0.118, 0.022, 0.022))
    balls = [
        Ball(body.chest.at(body.points["shoulders"], radius - 0.061, up, sign * out), radius)
        for up, out, radius in spots
        for sign in (-1, 1)
    ]
    return Patch("head", balls, _back(body.chest))


def _shoulder_top(body: Body, side: str, sign: int) -> Patch:
    """Return what lifts a shoulder: from the neck to the outer end of the collar bone."""
    shoulders, shoulder = body.points["shoulders"], body.points[f"{side}_shoulder"]
    balls = [
        Ball(body.head.at(body.points["neck"], -0.018, -0.006, sign * 0.014), 0.012),
        Ball(body.chest.at(shoulder, -0.016, 0.018, sign * -0.018), 0.012),
        Ball(body.chest.at(shoulders, -0.050, -0.012, sign * 0.012), 0.012),
    ]
    return Patch("head", balls, _back(body.chest), side)


def _low_back(body: Body) -> Patch:
    waist = body.points["waist"]
    places = [
        body.pelvis.at(body.points["hips"], -0.031, 0.068, 0),
        body.chest.at(waist, -0.031, 0.0, 0),
        body.chest.at(waist, -0.031, 0.062, 0),
    ]
    balls = [
        Ball(body.chest.at(place, 0, 0, sign * 0.026), 0.022)
        for place in places
        for sign in (-1, 1)
    ]
    return Patch("trunk", balls, _back(body.chest))


def _glute_max(body: Body, side: str, sign: int) -> Patch:
    hips, hip, knee = (body.points[name] for name in ("hips", f"{side}_hip", f"{side}_knee"))
    balls = [
        Ball(body.pelvis.at(hips, -0.034, 0.032, sign * 0.040), 0.034),
        Ball(body.pelvis.at(hips, -0.037, -0.014, sign * 0.042), 0.039),
        Ball(plus(middle(hip, knee, 0.12), behind(body.pelvis, hip, knee), 0.028), 0.028),
    ]
    return Patch(f"{side}_leg", balls, _back(body.pelvis), side, wraps=True, over_trunk=True)


def _glute_med(body: Body, side: str, sign: int) -> Patch:
    """Return a flat muscle outside and behind the hip: from the front only its rim is seen."""
    hips, pelvis = body.points["hips"], body.pelvis
    out = pelvis.at(ORIGIN, -0.42, 0, 0.91 * sign)
    plate = Axes(out, pelvis.up, pelvis.at(ORIGIN, 0.91, 0, 0.42 * sign))
    balls = [
        Ball(pelvis.at(hips, -0.020, 0.068, sign * 0.074), 0, plate, (0.014, 0.030, 0.040)),
        Ball(pelvis.at(hips, -0.012, 0.004, sign * 0.098), 0, plate, (0.012, 0.026, 0.028)),
    ]
    return Patch(f"{side}_leg", balls, out, side, over_trunk=True)


def _hamstrings(body: Body, side: str, _: int) -> Patch:
    hip, knee = body.points[f"{side}_hip"], body.points[f"{side}_knee"]
    spots = ((0.26, 0.024, 0.030), (0.55, 0.019, 0.028), (0.86, 0.017, 0.018))
    return _along(body, (hip, knee), spots, side)


def _calves(body: Body, side: str, _: int) -> Patch:
    knee, ankle = body.points[f"{side}_knee"], body.points[f"{side}_ankle"]
    spots = ((0.14, 0.014, 0.022), (0.30, 0.020, 0.026), (0.56, 0.011, 0.017))
    return _along(body, (knee, ankle), spots, side)


def _along(body: Body, bone: tuple[Point3, Point3], spots: tuple[Point3, ...], side: str) -> Patch:
    """Return a muscle behind *bone*; each spot is a share of its length, how far back, a radius."""
    back = behind(body.pelvis, *bone)
    balls = [Ball(plus(middle(*bone, at), back, out), radius) for at, out, radius in spots]
    return Patch(f"{side}_leg", balls, back, side)


def _rear_shoulder(body: Body, side: str, sign: int) -> Patch:
    shoulder, elbow = body.points[f"{side}_shoulder"], body.points[f"{side}_elbow"]
    balls = [
        Ball(body.chest.at(shoulder, -0.016, 0.006, sign * 0.006), 0.025),
        Ball(body.chest.at(middle(shoulder, elbow, 0.3), -0.010, 0, 0), 0.018),
    ]
    return Patch(f"{side}_arm", balls, _back(body.chest), side)


_ACROSS: Mapping[Region, Callable[[Body], Patch]] = {
    Region.NECK: _neck,
    Region.UPPER_BACK: _upper_back,
    Region.LOW_BACK: _low_back,
}
_BESIDE: Mapping[Region, Callable[[Body, str, int], Patch]] = {
    Region.GLUTE_MAX: _glute_max,
    Region.GLUTE_MED: _glute_med,
    Region.HAMSTRINGS: _hamstrings,
    Region.CALVES: _calves,
    Region.REAR_SHOULDER: _rear_shoulder,
}
