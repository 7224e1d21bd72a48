"""Swaps: each one that a client gets obeys the exclusions, the ones without an id too."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from assessment.catalogue.model import Catalogue, Exercise, Swap
from assessment.core.assess import Assessment
from assessment.core.plan.how_to import changes_for, pain_limit
from assessment.core.plan.permits import Permit, Permits
from assessment.core.plan.programme import Prescription
from assessment.core.plan.swaps import Swaps, is_later, level_of, swaps_for
from tests import contract, contract_plans, evidence, evidence_swaps
from tests.cases import each
from tests.conftest import MakeAssessment, MakeSheet
from tests.plans import is_named, permits_of, with_caution
from tests.strategies import examples, trainable_answers

EXPERIENCED: dict[str, Any] = {"experience": "experienced"}
EVERYTHING = list(contract.EQUIPMENT)


def swaps_of(name: str, permits: Permits) -> Swaps:
    permit = permits.of(name)
    region = permit.exercise.primary[0]
    return swaps_for(permit, region, permits, pain_limit(permits.client, permits.catalogue))


def slot_of(permit: Permit, way: str) -> evidence_swaps.Slot:
    """Return whose words a swap has: those of the other way that applies, or of the exercise."""
    variant = permit.variant
    own = variant is not None and getattr(variant, way) is not None
    return (variant.id if variant and own else permit.exercise.id), way


def check_swap(permit: Permit, way: str, swap: Swap, permits: Permits) -> None:
    """Assert that *swap* is for this client, by the evidence alone."""
    cautions, equipment = set(permits.client.cautions), set(permits.client.equipment)
    slot = slot_of(permit, way)
    if swap.exercise is None:
        other = permit.variant.id if permit.variant else None
        against = evidence_swaps.speaks_against(slot, permit.exercise.id, other, cautions)
        kit = evidence_swaps.kit_of(slot)
    else:
        against = evidence.excluded(swap.exercise, cautions)
        variant = permits.of(swap.exercise).variant
        against -= set(variant.lifts) if variant else set()
        kit = evidence.kit_of(swap.exercise)
    assert not against, (slot, swap.text, against)
    assert not kit or any(needed <= equipment for needed in kit), (slot, swap.text)


def check_swaps(one: Prescription, assessment: Assessment) -> None:
    permits = one.permits
    cautions = set(assessment.gate.cautions)
    if one.swaps.harder is not None:
        eased = "age_65" if "age_65" in cautions else None  # a fit client of 70: docs/rules.md 5.5
        assert not evidence_swaps.nothing_harder(one.exercise.id, cautions - {eased})
    for way, swap in one.swaps._asdict().items():
        if swap is not None:
            check_swap(permits.of(one.exercise.id), way, swap, permits)


@examples(300)
@given(answers=trainable_answers())
def test_every_swap_on_paper_obeys_the_exclusions(
    make_assessment: MakeAssessment, catalogue: Catalogue, answers: dict[str, Any]
) -> None:
    assessment = make_assessment(answers)
    hurt = set(assessment.sheet.known.get("injury_last_6_weeks") or ())
    for one in assessment.exercises:
        check_swaps(one, assessment)
        for swap in one.swaps:
            if swap is None or swap.exercise is None:
                continue
            for row in contract_plans.HOLDS.values():
                if hurt & {*row.places} and not row.answers:
                    named = catalogue.exercise[swap.exercise]
                    assert swap.exercise in row.but or not is_named(named, row.held)


@each("caution", evidence.CAUTION.values())
@each("equipment", [EVERYTHING, []])
def test_no_caution_lets_a_swap_through_that_is_not_for_it(
    make_sheet: MakeSheet, catalogue: Catalogue, caution: str, equipment: list[str]
) -> None:
    sheet = make_sheet(with_caution(caution), equipment=equipment, **EXPERIENCED)
    permits = permits_of(sheet, catalogue)
    for exercise in catalogue.exercises:
        permit = permits.of(exercise.id)
        if permit.removed_by:
            continue
        for way, swap in swaps_of(exercise.id, permits)._asdict().items():
            if swap is not None:
                check_swap(permit, way, swap, permits)


DROPPED: list[tuple[str, str, str]] = [
    ("prone-y-t-raise", "no_kit", "neck_pain"),
    ("prone-y-t-raise", "no_kit", "arching_hurts_back"),
    ("prone-y-t-raise", "no_kit", "spine_fracture"),
    ("goblet-squat", "harder", "shoulder_unstable"),
    ("goblet-squat", "harder", "neck_pain"),
    ("step-up", "harder", "blood_thinner"),
    ("machine-leg-curl", "no_kit", "falls"),
    ("band-leg-curl", "easier", "sit_bone_pain"),
    ("seated-row", "harder", "falls"),
    ("seated-row", "harder", "hernia"),
    ("deadlift", "harder", "under_18"),
    ("hip-thrust", "no_kit", "pregnant_13_weeks"),
    ("single-leg-calf-raise", "harder", "achilles_mid"),
    ("standing-hip-abduction", "harder", "hip_replacement"),
    ("monster-walk", "harder", "diabetes_or_kidney"),
    ("lat-pulldown", "harder", "pregnant"),
]


@each(("name", "way", "caution"), DROPPED)
def test_a_caution_takes_a_swap_away_and_leaves_the_rest(
    make_sheet: MakeSheet, catalogue: Catalogue, name: str, way: str, caution: str
) -> None:
    free = permits_of(make_sheet(EXPERIENCED), catalogue)
    assert getattr(swaps_of(name, free), way) is not None
    bound = permits_of(make_sheet(with_caution(caution), **EXPERIENCED), catalogue)
    swaps = swaps_of(name, bound)
    assert getattr(swaps, way) is None
    assert swaps.easier is not None or way == "easier"


@each(
    ("name", "kit", "is_there"),
    [
        ("goblet-squat", ["dumbbell"], False),
        ("goblet-squat", ["dumbbell", "barbell"], True),
        ("pull-up", ["pull_up_bar"], False),
        ("pull-up", ["pull_up_bar", "kettlebell"], True),
        ("side-lying-leg-raise", [], False),
        ("standing-hip-abduction", [], False),
        ("standing-hip-abduction", ["band"], True),
        ("single-leg-calf-raise", [], True),  # a stair will do
        ("bridge-hold", [], True),
    ],
)
def test_a_swap_needs_its_kit(
    make_sheet: MakeSheet, catalogue: Catalogue, name: str, kit: list[str], is_there: bool
) -> None:
    permits = permits_of(make_sheet(EXPERIENCED, equipment=kit), catalogue)
    assert (swaps_of(name, permits).harder is not None) == is_there


@each(
    ("name", "way", "place"),
    [
        ("glute-bridge", "harder", "hamstring"),
        ("sit-to-stand", "harder", "knee"),
        ("bridge-hold", "harder", "hamstring"),
        ("band-row", "harder", "back"),
    ],
)
def test_a_swap_that_leads_to_what_an_injury_holds_is_dropped(
    make_sheet: MakeSheet, catalogue: Catalogue, name: str, way: str, place: str
) -> None:
    permits = permits_of(make_sheet(EXPERIENCED, injury_last_6_weeks=[place]), catalogue)
    swap = getattr(swaps_of(name, permits), way)
    assert swap is None or swap.exercise is None


def test_the_level_of_a_swap(make_sheet: MakeSheet, catalogue: Catalogue) -> None:
    permits = permits_of(make_sheet(EXPERIENCED), catalogue)
    squat = permits.of("squat")
    assert level_of(squat.exercise.harder, squat, permits) == 2  # goblet squat
    assert level_of(squat.exercise.no_kit, squat, permits) == 1
    assert level_of(Swap(text="x", exercise="nordic-curl"), squat, permits) == 3
    row = permits.of("reverse-fly")
    assert level_of(row.exercise.harder, row, permits) == 2


@pytest.mark.parametrize(("experience", "later"), [("new", True), ("some", False)])
def test_a_harder_form_above_the_level_is_for_later(
    make_sheet: MakeSheet, catalogue: Catalogue, experience: str, later: bool
) -> None:
    permits = permits_of(make_sheet(experience=experience), catalogue)
    squat = permits.of("squat")
    assert is_later(squat.exercise.harder, squat, permits) is later


def test_where_a_caution_changes_an_exercise_no_harder_form_is_printed(
    make_assessment: MakeAssessment,
) -> None:
    hard = dict.fromkeys(contract.ABILITY, 3)
    for changes in ({"falls": "yes"}, {"hip_replacement": "yes"}, {"hernia": "yes"}):
        assessment = make_assessment(hard | changes, **EXPERIENCED)
        assert any(one.changes for one in assessment.exercises)
        assert all(one.swaps.harder is None for one in assessment.exercises if one.changes)


@pytest.mark.parametrize("pain", [6, 7])
def test_strong_pain_prints_no_harder_form(make_assessment: MakeAssessment, pain: int) -> None:
    assessment = make_assessment(hurts=["thigh_back"], pain_thigh_back=pain, **EXPERIENCED)
    sore = [one for one in assessment.exercises if one.region.value == "hamstrings"]
    assert sore
    assert all(one.swaps.harder is None for one in sore)


@each(
    "name",
    [
        *("side-lying-leg-raise", "monster-walk", "standing-hip-abduction", "back-extension"),
        *("squat", "step-up", "hip-hinge-drill", "romanian-deadlift", "block-deadlift"),
        *("glute-bridge", "sit-to-stand", "balance-reach"),
    ],
)
def test_a_new_hip_joint_is_not_crossed_turned_or_bent_deeply(
    make_sheet: MakeSheet, catalogue: Catalogue, name: str
) -> None:
    # docs/evidence.md 3.2, C23: deep flexion, adduction and rotation, whatever the pattern.
    permits = permits_of(make_sheet(hip_replacement="yes", **EXPERIENCED), catalogue)
    permit = permits.of(name)
    assert permit.removed_by == ()
    changes = changes_for(permit, permits, pain_limit(permits.client, permits.catalogue))
    assert changes or (permit.variant and "hip_replacement" in permit.variant.cautions)
    assert swaps_of(name, permits).harder is None


@each("caution", ["osteoporosis", "spine_fracture", "stiff_upper_back"])
def test_thin_or_broken_bones_of_the_spine_bend_with_a_long_back(
    make_sheet: MakeSheet, catalogue: Catalogue, caution: str
) -> None:
    # docs/evidence.md 3.2: C05 excludes what C04 does, rounding under load too, and more.
    permits = permits_of(make_sheet(with_caution(caution)), catalogue)
    limit = pain_limit(permits.client, permits.catalogue)
    for name in ("hip-hinge-drill", "squat"):
        permit = permits.of(name)
        ways = permit.variant.steps if permit.variant else ()
        said = " ".join((*changes_for(permit, permits, limit), *ways))
        assert "long" in said


def test_a_back_that_hurts_when_bending_hinges_without_a_weight_first(
    catalogue: Catalogue,
) -> None:
    # docs/evidence.md 3.2, C09: hinges come back without a weight, not before week 3 or 4.
    advice = catalogue.caution["bending_hurts_back"].advice
    assert "Practise the hip hinge without one first" in advice
    assert "From week 5" in advice


def test_a_sore_back_meets_the_drill_first(catalogue: Catalogue) -> None:
    """The contract: "from week 5, once usual pain is 3 or less: deadlift from blocks"."""
    advice = catalogue.caution["sore_back"].advice
    assert "hip hinge drill comes first" in advice
    assert "From week 5, once your usual pain is 3 or less: deadlift from blocks" in advice


def test_no_swap_of_an_exercise_leads_to_itself(catalogue: Catalogue) -> None:
    def ways(one: Exercise) -> list[Swap]:
        return [one.easier, one.harder, one.no_kit, one.if_it_hurts]

    for exercise in catalogue.exercises:
        assert exercise.id not in {swap.exercise for swap in ways(exercise)}
