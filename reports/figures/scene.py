"""A pose and its kit, seen from where the onlooker stands -> layers of plain shapes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reports.figures.body import Shape
from reports.figures.flesh import Limb, Tone, limbs_of
from reports.figures.hull import Ball, Camera
from reports.figures.kit import things_of
from reports.figures.muscles import Patch, patches_of
from reports.figures.poses_model import Moves, Piece, Pose
from reports.figures.skeleton import Body, body_of
from reports.figures.space import dot

FAR = 0.03
"""How far behind the middle of the trunk a limb begins that is drawn as a far one."""
HIDDEN = -0.45
"""A muscle that faces away by more than this is not seen."""
LEGS_BEFORE, HEAD_BEFORE = 0.06, 0.005
"""What lies as near as the trunk is drawn before it by so much."""


@dataclass(frozen=True, slots=True)
class Layer:
    """Shapes that are drawn as one, with one line around them all."""

    name: str
    far: bool
    fills: tuple[tuple[Tone, tuple[Shape, ...]], ...]
    muscles: tuple[Shape, ...] = ()
    welds: tuple[Shape, ...] = ()
    """Skin over the line between a limb and the trunk."""
    behind: tuple[Shape, ...] = ()
    """Muscles on the side that is turned away."""


def layers_of(
    moves: Moves, pose: Pose, number: int, camera: Camera, pieces: Mapping[str, Piece]
) -> tuple[Layer, ...]:
    """Return what is seen of *pose*, the far layers first; *number*: the nearest pose, from 1."""
    body = body_of(pose)
    found = [
        (_depth(limb, camera), layer)
        for limb, layer in zip(*_limbs(moves, pose, body, camera), strict=True)
    ]
    for use in moves.kit:
        if use.poses and number not in use.poses:
            continue
        for thing in things_of(use, body, pieces):
            depth = thing.depth
            if depth is None:
                depth = camera.depth(thing.centre)
            shape = camera.outline(thing.solid)
            found.append((depth, Layer("kit", False, ((thing.tone, (shape,)),))))
    return tuple(layer for _, layer in sorted(found, key=lambda one: one[0]))


def balls_of(moves: Moves, pose: Pose, pieces: Mapping[str, Piece]) -> Iterator[Ball]:
    """Yield all that the solids of *pose* and its kit are made of."""
    body = body_of(pose)
    for limb in limbs_of(body, _palms(pose)):
        for _, solid in limb.solids:
            yield from solid
    for use in moves.kit:
        for thing in things_of(use, body, pieces):
            yield from thing.solid


def _palms(pose: Pose) -> dict[str, str]:
    return {"left": pose.left_arm.palm, "right": pose.right_arm.palm}


def _limbs(moves: Moves, pose: Pose, body: Body, camera: Camera) -> tuple[list[Limb], list[Layer]]:
    limbs = limbs_of(body, _palms(pose))
    far = {limb.name: camera.depth(limb.off_middle) < -FAR for limb in limbs}
    muscles: dict[str, list[Shape]] = {}
    behind: dict[str, list[Shape]] = {}
    for region in moves.works:
        for patch in patches_of(body, region, moves.upper_back):
            if moves.side in ("both", patch.side or moves.side):
                seen = dot(patch.faces, camera.towards) > HIDDEN
                limb = _shown_on(patch, moves, far, camera)
                shown = muscles if seen else behind if camera.order[0] > 0 else {}
                shown.setdefault(limb, []).append(camera.outline(patch.solid))
    layers = [
        Layer(
            limb.name,
            far[limb.name],
            _fills(limb, camera),
            tuple(muscles.get(limb.name, ())),
            (camera.outline(limb.weld),) if limb.weld else (),
            tuple(behind.get(limb.name, ())),
        )
        for limb in limbs
    ]
    return list(limbs), layers


def _shown_on(patch: Patch, moves: Moves, far: dict[str, bool], camera: Camera) -> str:
    """Return the limb that *patch* is drawn on: what wraps round from the far side, on the near."""
    if patch.over_trunk and camera.order[0] < 0:
        return "trunk"
    if not (patch.wraps and far[patch.limb]):
        return patch.limb
    if moves.side != "both":
        return "trunk"
    return (
        patch.limb.replace("left", "right")
        if patch.side == "left"
        else patch.limb.replace("right", "left")
    )


def _fills(limb: Limb, camera: Camera) -> tuple[tuple[Tone, tuple[Shape, ...]], ...]:
    """Return the shapes of *limb* by tone; seen from the front, the hair behind comes first."""
    fills: dict[Tone, list[Shape]] = {}
    if camera.order[0] > 0:
        fills["back"] = []
    for tone, solid in limb.solids:
        if tone == "eye" and camera.order[0] <= 0:
            continue
        fills.setdefault(tone, []).append(camera.outline(solid))
    return tuple((tone, tuple(shapes)) for tone, shapes in fills.items() if shapes)


def _depth(limb: Limb, camera: Camera) -> float:
    """Return how near *limb* is: legs lie before the trunk, seen from behind they lie behind it."""
    depth = camera.depth(limb.centre)
    if limb.name.endswith("leg"):
        depth += camera.order[0] * LEGS_BEFORE + camera.order[2] * LEGS_BEFORE / 2
    return depth + (HEAD_BEFORE if limb.name == "head" else 0.0)
