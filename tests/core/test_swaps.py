"""Swaps: each one that a client gets obeys the exclusions, the ones without an id too."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from assessment.catalogue.model import Catalogue, Swap
from assessment.core.assess import Assessment
from assessment.core.plan.client import Client
from assessment.core.plan.programme import Prescription
from assessment.core.plan.swaps import changes_for, level_of, swaps_for
from tests import contract, evidence, evidence_swaps
from tests.cases import each
from tests.conftest import MakeAssessment
from tests.strategies import examples, trainable_answers

EVERYTHING = frozenset(contract.EQUIPMENT)


def client_with(
    *cautions: str, equipment: frozenset[str] = EVERYTHING, level: int = 3, **more: Any
) -> Client:
    held = frozenset(more.get("held", ()))
    pains = more.get("pains", {})
    return Client(level, equipment, cautions, held, 2, 30, "fitness", pains)


def check_swaps(one: Prescription, assessment: Assessment) -> None:
    """Assert that every swap of *one* is for this client, by the evidence alone."""
    cautions = set(assessment.gate.cautions)
    equipment = set(assessment.sheet.get("equipment") or ())
    name = one.exercise.id
    if one.swaps.harder is not None:
        assert not evidence_swaps.nothing_harder(name, cautions), name
    for way, swap in one.swaps._asdict().items():
        if swap is None:
            continue
        slot = (name, way)
        if swap.exercise is None:
            against = evidence_swaps.speaks_against(slot, cautions)
            kit = evidence_swaps.kit_of(slot)
        else:
            against = evidence.excluded(swap.exercise, cautions)
            kit = evidence.kit_of(swap.exercise)
        assert not against, (slot, swap, against)
        assert not kit or any(needed <= equipment for needed in kit), (slot, swap)


@examples(300)
@given(answers=trainable_answers())
def test_every_swap_on_paper_obeys_the_exclusions(
    make_assessment: MakeAssessment, answers: dict[str, Any]
) -> None:
    assessment = make_assessment(answers)
    for one in assessment.exercises:
        check_swaps(one, assessment)


@each("code", evidence.CAUTION)
@each("equipment", [EVERYTHING, frozenset()])
def test_no_caution_lets_a_swap_of_words_through(
    catalogue: Catalogue, code: str, equipment: frozenset[str]
) -> None:
    caution = evidence.CAUTION[code]
    client = client_with(caution, equipment=equipment)
    for exercise in catalogue.exercises:
        swaps = swaps_for(exercise, client, catalogue)
        if caution in catalogue.removed_by[exercise.id]:
            continue
        for way, swap in swaps._asdict().items():
            if swap is not None and swap.exercise is None:
                slot = (exercise.id, way)
                assert not evidence_swaps.speaks_against(slot, {caution}), slot
                kit = evidence_swaps.kit_of(slot)
                assert not kit or any(needed <= equipment for needed in kit), slot
        if swaps.harder is not None:
            assert not evidence_swaps.nothing_harder(exercise.id, {caution})


@pytest.mark.parametrize(
    ("exercise", "way", "caution"),
    [
        ("prone-y-t-raise", "no_kit", "neck_pain"),
        ("prone-y-t-raise", "no_kit", "arching_hurts_back"),
        ("prone-y-t-raise", "no_kit", "spine_fracture"),
        ("squat", "harder", "shoulder_unstable"),
        ("squat", "harder", "neck_pain"),
        ("step-up", "harder", "blood_thinner"),
        ("machine-leg-curl", "no_kit", "falls"),
        ("reverse-fly", "no_kit", "shoulder_unstable"),
        ("seated-row", "harder", "falls"),
        ("deadlift", "harder", "under_18"),
        ("hip-thrust", "no_kit", "cannot_reach_floor"),
    ],
)
def test_a_caution_takes_a_swap_away_and_leaves_the_rest(
    catalogue: Catalogue, exercise: str, way: str, caution: str
) -> None:
    its = catalogue.exercise[exercise]
    assert getattr(swaps_for(its, client_with(), catalogue), way) is not None
    swaps = swaps_for(its, client_with(caution), catalogue)
    assert getattr(swaps, way) is None
    assert swaps.easier is not None


@pytest.mark.parametrize(
    ("exercise", "kit", "is_there"),
    [
        ("squat", {"dumbbell"}, False),
        ("squat", {"dumbbell", "barbell"}, True),
        ("pull-up", {"pull_up_bar"}, False),
        ("pull-up", {"pull_up_bar", "kettlebell"}, True),
        ("side-lying-leg-raise", set(), False),
        ("standing-calf-raise", set(), True),
    ],
)
def test_a_swap_of_words_needs_its_kit(
    catalogue: Catalogue, exercise: str, kit: set[str], is_there: bool
) -> None:
    client = client_with(equipment=frozenset(kit))
    swaps = swaps_for(catalogue.exercise[exercise], client, catalogue)
    assert (swaps.harder is not None) == is_there


def test_a_swap_that_names_an_exercise_for_a_hurt_region_is_dropped(catalogue: Catalogue) -> None:
    exercise = catalogue.exercise["bird-dog"]
    hurt = client_with(held=catalogue.exercise["hip-hinge-drill"].primary[1:])
    assert swaps_for(exercise, client_with(), catalogue).if_it_hurts is not None
    assert swaps_for(exercise, hurt, catalogue).if_it_hurts is None


def test_the_level_of_a_swap(catalogue: Catalogue) -> None:
    squat = catalogue.exercise["squat"]
    assert level_of(squat.harder, squat, catalogue) == 2
    assert level_of(squat.no_kit, squat, catalogue) == 1
    named = Swap(text="No weight", exercise="nordic-curl")
    assert level_of(named, squat, catalogue) == 3


@pytest.mark.parametrize(
    "name",
    [
        *("clamshell", "side-lying-leg-raise", "monster-walk", "standing-hip-abduction"),
        *("back-extension", "hip-thrust", "squat", "step-up", "hip-hinge-drill"),
    ],
)
def test_a_new_hip_joint_is_not_crossed_turned_or_bent_deeply(
    catalogue: Catalogue, name: str
) -> None:
    # docs/evidence.md 3.2, C23: deep flexion, adduction and rotation, whatever the pattern.
    exercise = catalogue.exercise[name]
    client = client_with("hip_replacement")
    assert changes_for(exercise, client, catalogue)
    assert swaps_for(exercise, client, catalogue).harder is None


@pytest.mark.parametrize("code", ["C04", "C05"])
def test_thin_or_broken_bones_of_the_spine_bend_with_a_long_back(
    catalogue: Catalogue, code: str
) -> None:
    # docs/evidence.md 3.2: C05 excludes what C04 does, rounding under load too, and more.
    client = client_with(evidence.CAUTION[code])
    for name in ("hip-hinge-drill", "squat"):
        (change,) = changes_for(catalogue.exercise[name], client, catalogue)
        assert "long" in change


def test_a_back_that_hurts_when_bending_meets_the_stick_before_a_weight(
    catalogue: Catalogue,
) -> None:
    # docs/evidence.md 3.2, C09: hinges come back with a stick, in week 3 or 4, pain of 3 or less.
    advice = catalogue.caution["bending_hurts_back"].advice
    assert "with a stick first" in advice
    assert "week 3 or 4" in advice
    assert "3 or less" in advice


NO_WEIGHT_FIRST = "Start with no weight and a small movement."
"""What the pain rule of docs/evidence.md 3.2 (over 5 stop, 4 or 5 less) means on the first day."""


@pytest.mark.parametrize(("pain", "is_said"), [(0, False), (5, False), (6, True), (7, True)])
@pytest.mark.parametrize("name", ["block-deadlift", "deadlift", "kettlebell-swing"])
def test_a_loaded_bend_begins_without_weight_where_the_low_back_hurts_more_than_5(
    catalogue: Catalogue, name: str, pain: int, is_said: bool
) -> None:
    exercise = catalogue.exercise[name]
    client = client_with(pains={"pain_low_back": pain})
    said = " ".join(changes_for(exercise, client, catalogue))
    assert (NO_WEIGHT_FIRST in said) == is_said
    assert (swaps_for(exercise, client, catalogue).harder is None) == is_said


def test_a_sore_neck_or_a_pain_not_answered_says_nothing_about_bending(
    catalogue: Catalogue,
) -> None:
    exercise = catalogue.exercise["block-deadlift"]
    for pains in ({}, {"pain_neck": 7}):
        assert changes_for(exercise, client_with(pains=pains), catalogue) == ()


@pytest.mark.parametrize("pain", [4, 5, 7])
def test_a_sore_low_back_bends_under_no_load(make_assessment: MakeAssessment, pain: int) -> None:
    """docs/rules.md 2.3, C34: from 4 on; and more pain brings nothing that less does not."""
    hard = {"box_lift": 3, "long_stand": 3, "lean_forward": 3}
    barred = {"hinge_loaded", "hinge_ballistic", "row_unsupported", "back_extension", "carry"}
    less, sore = (make_assessment(hard, pain_low_back=one).exercises for one in (3, pain))
    assert any(one.exercise.pattern.value in barred for one in less)
    assert sore
    assert not any(one.exercise.pattern.value in barred for one in sore)
    most = make_assessment(hard, pain_low_back=7).exercises
    assert [one.exercise for one in sore] == [one.exercise for one in most]
