"""Every exercise and every ability is drawn, with a body that a person can have."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from math import acos, degrees, dist
from xml.etree import ElementTree

import pytest

from assessment.catalogue.model import Catalogue
from questions.model import Region, ScaleItem
from questions.questionnaire import Questionnaire
from reports.figures.hull import Camera
from reports.figures.motion import Picture, frame, pictures, pose_at
from reports.figures.muscles import patches_of
from reports.figures.picture import svg
from reports.figures.poses_loader import load_poses
from reports.figures.poses_model import Pose
from reports.figures.skeleton import HIP_HALF, SHOULDER_HALF, Body, body_of
from reports.figures.space import Point3
from reports.output.print_options import INKS, Ink
from tests.cases import each

MOVES = load_poses().moves
SHARES = [step / 12 for step in range(13)]

# Drillis and Contini (1966) as in Winter (2009), figure 4.1, as shares of body height.
BONES = {
    ("hip", "knee"): 0.245,
    ("knee", "ankle"): 0.246,
    ("shoulder", "elbow"): 0.186,
    ("elbow", "wrist"): 0.146,
}
# American Academy of Orthopaedic Surgeons (1965), joint motion, rounded up to the next ten
# for people who are moved by a weight or lie on a joint; degrees.
KNEE, ELBOW, HIP, ANKLE = (-5, 150), (0, 155), (-30, 125), (-30, 65)
TOUCH = 0.012
"""How far a point may be from what it rests on: 2 cm of a person of 170 cm."""
HAND = 0.03
"""How far the wrist may be above what the hand lies on."""
ON_THE_WAY = 0.03
"""How far a straight arm may fall short between two poses; the kit goes with the hand."""


def bodies(exercise_id: str) -> Iterator[tuple[Pose, Body]]:
    for share in SHARES:
        pose = pose_at(MOVES[exercise_id], share)
        yield pose, body_of(pose)


def angle(one: Point3, middle: Point3, other: Point3) -> float:
    """Return the angle at *middle*, degrees: 180 is straight."""
    a = [p - q for p, q in zip(one, middle, strict=True)]
    b = [p - q for p, q in zip(other, middle, strict=True)]
    scalar = sum(p * q for p, q in zip(a, b, strict=True))
    return degrees(acos(max(-1.0, min(1.0, scalar / (dist((0, 0, 0), a) * dist((0, 0, 0), b))))))


def of_exercises(catalogue: Catalogue) -> dict[str, set[Region]]:
    """Return every exercise and other way of one, and the regions that it is for."""
    return {
        drawing: set(exercise.primary)
        for exercise in catalogue.exercises
        for drawing in (exercise.id, *(one.id for one in exercise.variant))
    }


def of_abilities(questionnaire: Questionnaire) -> dict[str, set[Region]]:
    """Return what the quiz asks to be judged, and the regions that it says most about."""
    return {
        item.id: {
            region
            for region, weight in item.weights.items()
            if weight == max(item.weights.values())
        }
        for item in questionnaire.items
        if isinstance(item, ScaleItem) and item.weights
    }


def test_every_exercise_and_every_ability_is_drawn_and_nothing_else(
    catalogue: Catalogue, questionnaire: Questionnaire
) -> None:
    exercises, abilities = of_exercises(catalogue), of_abilities(questionnaire)
    assert exercises.keys().isdisjoint(abilities)
    assert set(MOVES) == {*exercises, *abilities}


def test_the_marked_muscles_are_the_regions_that_a_drawing_is_for(
    catalogue: Catalogue, questionnaire: Questionnaire
) -> None:
    wanted = of_exercises(catalogue) | of_abilities(questionnaire)
    assert {one.id: set(one.works) for one in MOVES.values()} == wanted


@each("exercise_id", MOVES)
def test_every_marked_region_is_seen_in_a_picture(exercise_id: str) -> None:
    shown = [
        len(layer.muscles) + len(layer.behind)
        for picture in pictures(exercise_id)
        for layer in picture.layers
    ]
    assert sum(shown) >= len(MOVES[exercise_id].works)


@each("exercise_id", MOVES)
def test_bones_keep_their_length_in_every_frame(exercise_id: str) -> None:
    for _, body in bodies(exercise_id):
        for side in ("left", "right"):
            for (start, end), length in BONES.items():
                ends = body.points[f"{side}_{start}"], body.points[f"{side}_{end}"]
                assert dist(*ends) == pytest.approx(length, abs=1e-6), (start, end)


@each("exercise_id", MOVES)
def test_joints_bend_no_further_and_no_other_way_than_a_persons(exercise_id: str) -> None:
    for _, body in bodies(exercise_id):
        points = body.points
        for side in ("left", "right"):
            hip, knee, ankle, heel, ball = (
                points[f"{side}_{joint}"] for joint in ("hip", "knee", "ankle", "heel", "ball")
            )
            assert KNEE[0] <= 180 - angle(hip, knee, ankle) <= KNEE[1]
            shoulder, elbow, wrist = (
                points[f"{side}_{joint}"] for joint in ("shoulder", "elbow", "wrist")
            )
            assert ELBOW[0] <= 180 - angle(shoulder, elbow, wrist) <= ELBOW[1]
            assert angle(points["waist"], points["hips"], knee) >= 180 - HIP[1] - 12
            sole = [ankle[axis] + ball[axis] - heel[axis] for axis in range(3)]
            assert ANKLE[0] <= angle(knee, ankle, (sole[0], sole[1], sole[2])) - 90 <= ANKLE[1]
            assert bends_forward(hip, knee, ankle, body), "a knee that bends forward only"


def bends_forward(hip: Point3, knee: Point3, ankle: Point3, body: Body) -> bool:
    """Return whether *knee* lies in front of the line from hip to ankle, or nearly on it.

    What is in front turns with the thigh: it is on the other side of the leg's plane from
    the heel, seen from the right hip.
    """
    right = body.pelvis.right
    thigh = [b - a for a, b in zip(hip, knee, strict=True)]
    shank = [b - a for a, b in zip(knee, ankle, strict=True)]
    turn = (
        thigh[1] * shank[2] - thigh[2] * shank[1],
        thigh[2] * shank[0] - thigh[0] * shank[2],
        thigh[0] * shank[1] - thigh[1] * shank[0],
    )
    return sum(a * b for a, b in zip(turn, right, strict=True)) <= 0.002


@each("exercise_id", MOVES)
def test_what_is_anchored_rests_where_it_should_in_every_frame(exercise_id: str) -> None:
    for pose, body in bodies(exercise_id):
        x, y, _ = body.points[pose.anchor.of]
        assert (x, y) == pytest.approx(pose.anchor.at, abs=1e-6)


@each("exercise_id", MOVES)
def test_feet_and_hands_are_where_they_stand_and_hold_in_every_frame(exercise_id: str) -> None:
    for pose, body in bodies(exercise_id):
        for side, sign in (("left", -1), ("right", 1)):
            leg, arm = getattr(pose, f"{side}_leg"), getattr(pose, f"{side}_arm")
            if leg.foot is not None:
                touching = [body.points[f"{side}_{part}"][1] for part in ("heel", "ball")]
                assert min(touching) == pytest.approx(leg.foot[1], abs=TOUCH)
            if arm.hand is not None and arm.on is None:
                x, y, out = arm.hand
                near = TOUCH if pose in MOVES[exercise_id].pose else ON_THE_WAY
                assert dist(body.points[f"{side}_hand"], (x, y, sign * out)) < near


@each("exercise_id", MOVES)
def test_nothing_of_a_body_is_below_the_floor(exercise_id: str) -> None:
    for _, body in bodies(exercise_id):
        for name, (_, height, _) in body.points.items():
            assert height > -TOUCH, name


@pytest.mark.heavy
@each("exercise_id", MOVES)
def test_nothing_leaves_the_picture(exercise_id: str) -> None:
    for share in SHARES:
        picture = frame(exercise_id, share)
        box = picture.box
        shapes = [shape for layer in picture.layers for _, group in layer.fills for shape in group]
        for x, y in (point for shape in shapes for point in shape):
            assert box.left <= x <= box.left + box.width
            assert box.top <= y <= box.top + box.height
    for arrow in pictures(exercise_id)[-1].arrows:
        assert all(box.left <= x <= box.left + box.width for x, _ in arrow)


def test_the_knees_of_an_inverted_row_stay_bent_as_they_were() -> None:
    bends = []
    for _, body in bodies("inverted-row"):
        points = body.points
        bends.append(angle(points["right_hip"], points["right_knee"], points["right_ankle"]))
        assert angle(points["shoulders"], points["hips"], points["knees"]) > 175
    assert max(bends) - min(bends) < 1


ON_A_TABLE = [
    "standing-hip-abduction",
    "balance-reach",
    "single-leg-romanian-deadlift",
    "single-leg-romanian-deadlift-by-a-rail",
    "bird-dog-at-a-table",
    "one-arm-row",
    "band-leg-curl",
    "heel_pull",
]


@each("exercise_id", ON_A_TABLE)
def test_the_hand_rests_on_the_table(exercise_id: str) -> None:
    kit = MOVES[exercise_id].kit
    (use,) = (one for one in kit if one.piece is not None and one.piece.endswith("table"))
    assert use.piece is not None
    top = load_poses().pieces[use.piece].part[0]
    places = (use.at, top.at, top.to)
    (shift, low, high) = (one for one in places if isinstance(one, tuple))
    for pose in MOVES[exercise_id].pose:
        wrist = body_of(pose).points["left_wrist"]
        x, y, z = (a - b for a, b in zip(wrist, shift, strict=True))
        assert low[0] < x < high[0]
        assert low[2] < z < high[2]
        assert 0 < y - high[1] < HAND


def test_a_low_back_lift_is_a_small_one() -> None:
    lying, lifted = (body_of(pose).points["head"][1] for pose in MOVES["prone-back-extension"].pose)
    assert 0.03 < lifted - lying < 0.07


@each("exercise_id", ["band-pull-apart-low", "band-pull-apart-low-sitting"])
def test_a_low_band_stays_low_and_is_pulled_apart_only_a_little(exercise_id: str) -> None:
    for _, body in bodies(exercise_id):
        for side in ("left", "right"):
            _, elbow, elbow_out = body.points[f"{side}_elbow"]
            _, hand, hand_out = body.points[f"{side}_hand"]
            assert abs(hand - elbow) < HAND
            assert abs(elbow_out) < SHOULDER_HALF + HAND
            assert abs(hand_out) < 2 * SHOULDER_HALF


def test_the_heels_of_a_still_bridge_are_far_out() -> None:
    points = body_of(MOVES["bridge-hold"].pose[-1]).points
    assert angle(points["right_hip"], points["right_knee"], points["right_ankle"]) == pytest.approx(
        120, abs=4
    )


def test_the_side_of_the_hip_lies_outside_the_joint_for_an_onlooker_in_front() -> None:
    body = body_of(MOVES["standing-hip-abduction"].pose[0])
    for patch in patches_of(body, Region.GLUTE_MED, "whole"):
        assert all(abs(x) > HIP_HALF for x, _ in Camera.at(90).outline(patch.solid))


def test_a_shrug_marks_the_top_of_the_shoulders_only() -> None:
    for pose in MOVES["shrug"].pose:
        body = body_of(pose)
        for patch in patches_of(body, Region.UPPER_BACK, MOVES["shrug"].upper_back):
            lowest = min(ball.centre[1] - ball.radius for ball in patch.solid)
            assert lowest > body.points["shoulders"][1] - 0.03


@each("exercise_id", MOVES)
def test_start_and_effort_differ_and_are_said_in_words(exercise_id: str) -> None:
    drawn = pictures(exercise_id)
    texts = [picture.text for picture in drawn]
    assert len(set(texts)) == len(texts) == len({picture.layers for picture in drawn}) >= 2
    for text in texts:
        assert 25 <= len(text) <= 160
        assert text.endswith(".")


@each("ink", INKS)
@pytest.mark.heavy
def test_a_picture_is_well_formed_and_has_its_title(ink: Ink) -> None:
    for exercise_id in MOVES:
        for picture in pictures(exercise_id):
            root = ElementTree.fromstring(svg(picture, ink))  # noqa: S314
            titles = [one.text for one in root if one.tag.endswith("title")]
            assert titles == [picture.text]


def test_working_muscles_are_told_apart_without_colour() -> None:
    (picture, *_) = pictures("deadlift")
    colour, grey, saver = (svg(picture, ink) for ink in INKS)
    assert "#F2B544" in colour
    assert "#F2B544" not in grey + saver
    for drawn in (colour, grey, saver):
        assert drawn.count("M") > svg(without_muscles(picture)).count("M") + 20, "no strokes"


def without_muscles(picture: Picture) -> Picture:
    layers = tuple(replace(layer, muscles=()) for layer in picture.layers)
    return replace(picture, layers=layers)


def test_the_first_and_the_last_frame_are_the_poses() -> None:
    for exercise_id in MOVES:
        first, *_, last = pictures(exercise_id)
        assert frame(exercise_id, 0.0).layers == first.layers
        assert frame(exercise_id, 1.0).layers == last.layers


def test_every_region_has_a_place_on_the_body() -> None:
    assert {region for one in MOVES.values() for region in one.works} == set(Region)


def test_the_same_numbers_give_the_same_drawing_in_any_process() -> None:
    code = (
        "import hashlib\n"
        "from reports.figures.motion import pictures\n"
        "from reports.figures.picture import svg\n"
        "names = ('deadlift', 'pull-up', 'clamshell')\n"
        "text = ''.join(svg(one) for name in names for one in pictures(name))\n"
        "print(hashlib.sha256(text.encode()).hexdigest())\n"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
            timeout=300,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(printed) == 1
