"""TOML files -> ``Poses``, with every mistake named by file, line and id."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from importlib.resources.abc import Traversable
from typing import Any

from pydantic import TypeAdapter

from questions.nearest import nearest
from questions.source import ContentError, Entry, Fault, TomlSource, read_entries, repeated
from reports.figures.poses_model import Moves, Piece, Poses

KIT_FILE = "kit.toml"
SIDES = ("left", "right")
LIMBS = ("arm", "leg")


def read_poses(folder: Traversable) -> Poses:
    """Return the poses and the kit written in *folder*.

    Raises:
        ContentError: There are mistakes; all of them are named.
    """
    faults: list[Fault] = []
    kit = TomlSource(folder / KIT_FILE)
    faults += kit.strays(("piece",))
    pieces = read_entries(kit.entries("piece"), TypeAdapter(Piece), faults)
    moves: list[tuple[Entry, Moves]] = []
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        if file.name.endswith(".toml") and file.name != KIT_FILE:
            source = TomlSource(file)
            faults += source.strays(("exercise",))
            entries = [replace(one, data=_whole(one.data)) for one in source.entries("exercise")]
            moves += read_entries(entries, TypeAdapter(Moves), faults)
    faults += repeated((entry, entry.id) for entry, _ in [*pieces, *moves])
    faults += _strangers(moves, {one.id for _, one in pieces})
    if faults:
        raise ContentError(faults)
    return Poses(
        {one.id: one for _, one in moves},
        {one.id: one for _, one in pieces},
    )


def _whole(data: dict[str, Any]) -> dict[str, Any]:
    """Return an exercise with every pose in full: each says only what differs from the last.

    ``arm`` and ``leg`` stand for both sides.
    """
    poses = data.get("pose")
    if not isinstance(poses, list) or not all(isinstance(pose, dict) for pose in poses):
        return data
    last: dict[str, Any] = {}
    whole = []
    for pose in poses:
        last = _merged(last, _both_sides(pose))
        whole.append(last)
    return data | {"pose": whole}


def _both_sides(pose: dict[str, Any]) -> dict[str, Any]:
    split = {key: value for key, value in pose.items() if key not in LIMBS}
    for limb in LIMBS:
        both = pose.get(limb)
        for side in SIDES:
            name = f"{side}_{limb}"
            if isinstance(both, dict):
                split[name] = both | pose.get(name, {})
            elif both is not None:
                split[limb] = both
    return split


def _merged(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    merged = dict(old)
    for key, value in new.items():
        before = old.get(key)
        both = isinstance(value, dict) and isinstance(before, dict)
        merged[key] = before | value if both else value
    return merged


def _strangers(moves: list[tuple[Entry, Moves]], pieces: set[str]) -> Iterator[Fault]:
    """Yield a fault for kit that is not there, and for limbs that change how they are given."""
    for entry, one in moves:
        for use in one.kit:
            if use.piece and use.piece not in pieces:
                yield entry.fault(
                    f"kit names {use.piece!r}, which is not there{nearest(use.piece, pieces)}",
                    "kit",
                )
        for name in (f"{side}_{limb}" for side in SIDES for limb in LIMBS):
            forms = {_form(getattr(pose, name)) for pose in one.pose}
            if len(forms) > 1:
                yield entry.fault(f"{name} is given by angles in one pose and a place in another")
        if len({pose.anchor.of for pose in one.pose}) > 1:
            yield entry.fault("anchor must be the same point in all poses")


def _form(limb: Any) -> tuple[bool, Any]:
    """Return whether a limb is given by the place of its end, and what it is relative to."""
    place = getattr(limb, "hand", None) or getattr(limb, "foot", None)
    return place is None, getattr(limb, "on", None)
