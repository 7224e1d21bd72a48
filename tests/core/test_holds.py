"""What an injury of the last six weeks leaves out, and what stays (docs/rules.md 5.4)."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from assessment.catalogue.model import Catalogue
from tests.conftest import MakeAssessment, MakeSheet
from tests.contract_plans import HOLDS
from tests.plans import chosen, is_named, permits_of, programme_of
from tests.strategies import examples, trainable_answers

ROWS = [(name, place) for name, row in HOLDS.items() for place in row.places]


def hurt_lately(*places: str, **more: Any) -> dict[str, Any]:
    return {
        "experience": "experienced",
        "injury_last_6_weeks": [*places],
        **{f"injuries_{place}": 1 for place in places},
        **more,
    }


@pytest.mark.parametrize(("name", "place"), ROWS)
def test_a_hold_leaves_out_what_the_contract_says(
    make_sheet: MakeSheet, catalogue: Catalogue, name: str, place: str
) -> None:
    row = HOLDS[name]
    permits = permits_of(make_sheet(hurt_lately(place, **row.answers)), catalogue)
    held = [one for one in catalogue.exercises if is_named(one, row.held) and one.id not in row.but]
    assert held
    assert [
        one.id for one in held if "injury_last_6_weeks" not in permits.of(one.id).removed_by
    ] == []


@pytest.mark.parametrize(("name", "place"), ROWS)
def test_gentle_work_stays_at_level_1(
    make_sheet: MakeSheet, catalogue: Catalogue, name: str, place: str
) -> None:
    row = HOLDS[name]
    permits = permits_of(make_sheet(hurt_lately(place, **row.answers)), catalogue)
    for exercise in catalogue.exercises:
        if is_named(exercise, row.stays) or exercise.id in row.but:
            permit = permits.of(exercise.id)
            if not is_named(exercise, row.held) or exercise.id in row.but:
                assert permit.removed_by == (), exercise.id
                assert permit.holds == (exercise.level == 1), exercise.id


@pytest.mark.parametrize(("name", "place"), ROWS)
def test_what_stays_is_done_with_effort_4_and_free_of_pain(
    make_assessment: MakeAssessment, name: str, place: str
) -> None:
    row = HOLDS[name]
    assessment = make_assessment(hurt_lately(place, minutes=45, days_per_week=3, **row.answers))
    stays = [one for one in assessment.exercises if is_named(one.exercise, row.stays)]
    assert stays or not row.stays
    for one in stays:
        assert one.exercise.level == 1
        assert max(work.effort[1] for work in one.work) <= 4, one.exercise.id
        assert "{too_much}" not in one.how.stop_if
    assert programme_of(assessment).pain_limit.too_much == "at all"


@pytest.mark.parametrize(("name", "place"), ROWS)
def test_a_plan_with_a_hold_has_nothing_that_is_held(
    make_assessment: MakeAssessment, catalogue: Catalogue, name: str, place: str
) -> None:
    row = HOLDS[name]
    for goal in ("comfort", "strength"):
        changes = hurt_lately(place, goal=goal, days_per_week=3, minutes=45, **row.answers)
        assessment = make_assessment(changes)
        held = [
            each
            for each in chosen(assessment)
            if is_named(catalogue.exercise[each], row.held) and each not in row.but
        ]
        assert held == []
        assert chosen(assessment)


def test_a_hurt_knee_stands_up_from_a_raised_seat(make_assessment: MakeAssessment) -> None:
    """The knee's row: squat but sit-to-stand from a high seat."""
    assessment = make_assessment(hurt_lately("knee", chair_rise=2, stairs=2))
    how = chosen(assessment)["sit-to-stand"].how
    assert how.figure == "sit-to-stand-raised"
    assert "thick cushion" in how.start


def test_a_hurt_hip_does_not_stand_up_from_a_chair(make_assessment: MakeAssessment) -> None:
    assert "sit-to-stand" not in chosen(make_assessment(hurt_lately("hip", chair_rise=3)))


@pytest.mark.parametrize("place", ["calf", "ankle"])
def test_a_calf_that_climbs_stairs_rises_on_two_feet_and_balances_with_hands(
    make_assessment: MakeAssessment, place: str
) -> None:
    hard = {"toe_rises": 2, "uphill_walk": 3, "side_steps": 2, "one_leg_stand": 3}
    assessment = make_assessment(hurt_lately(place, stairs=1, minutes=45, **hard))
    found = chosen(assessment)
    assert "standing-calf-raise" in found
    assert found["balance-reach"].how.figure == "balance-reach-two-hands"
    assert "both hands" in found["balance-reach"].how.start


@pytest.mark.parametrize("place", ["calf", "ankle"])
@pytest.mark.parametrize("stairs", [2, 3, 4, None])
def test_a_calf_that_climbs_no_stairs_rests(
    make_assessment: MakeAssessment, place: str, stairs: int | None
) -> None:
    assessment = make_assessment(hurt_lately(place, stairs=stairs, toe_rises=3, uphill_walk=3))
    patterns = {one.exercise.pattern.value for one in assessment.exercises}
    assert not patterns & {"calf_standing", "calf_seated", "balance", "step"}
    if assessment.top:
        assert "calves" in {one.region.value for one in assessment.empty_regions}
        assert {one.instead.reason for one in assessment.empty_regions} == {"injury"}


def test_what_a_hold_removed_is_named(make_assessment: MakeAssessment) -> None:
    assessment = make_assessment(hurt_lately("hamstring"), heel_pull=4, short_sprint=4)
    left_out = {one.exercise.id: one.because for one in assessment.left_out}
    assert "injury_last_6_weeks" in left_out["machine-leg-curl"]


@examples(150)
@given(answers=trainable_answers())
def test_no_plan_trains_what_a_hold_leaves_out(
    make_assessment: MakeAssessment, catalogue: Catalogue, answers: dict[str, Any]
) -> None:
    assessment = make_assessment(answers)
    known = assessment.sheet.known
    hurt = set(known.get("injury_last_6_weeks") or ())
    stairs = known.get("stairs")
    warm_up = {one.exercise.id for one in programme_of(assessment).drills}
    for name, row in HOLDS.items():
        if hurt.isdisjoint(row.places):
            continue
        if "easy" not in name and row.answers and stairs in (0, 1):
            continue
        for each in {*chosen(assessment), *warm_up} - {*row.but}:
            assert not is_named(catalogue.exercise[each], row.held), (name, each)
