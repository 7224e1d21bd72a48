"""What cautions, kit and answers leave out: the contract's table, row by row."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.catalogue.model import Catalogue
from tests import contract_plans
from tests.conftest import MakeAssessment, MakeSheet
from tests.contract_plans import EXCLUDES, STAYS
from tests.plans import chosen, is_named, permits_of, programme_of, with_caution
from tests.strategies import examples, trainable_answers

OTHER_WAYS = {("pregnant_13_weeks", "reverse-fly"), ("cannot_reach_floor", "bird-dog")}
"""What is done another way, sitting or at a table."""


@pytest.mark.parametrize("caution", EXCLUDES)
def test_a_caution_excludes_what_the_contract_says(
    make_sheet: MakeSheet, catalogue: Catalogue, caution: str
) -> None:
    sheet = make_sheet(with_caution(caution), experience="experienced")
    permits = permits_of(sheet, catalogue)
    assert caution in permits.client.cautions
    barred = [one for one in catalogue.exercises if is_named(one, EXCLUDES[caution])]
    assert barred
    allowed = [one.id for one in barred if caution not in permits.of(one.id).removed_by]
    assert allowed == []
    assert [one.id for one in barred if permits.of(one.id).holds] == []


@pytest.mark.parametrize("caution", STAYS)
def test_a_caution_leaves_what_the_contract_leaves(
    make_sheet: MakeSheet, catalogue: Catalogue, caution: str
) -> None:
    sheet = make_sheet(with_caution(caution), experience="experienced")
    permits = permits_of(sheet, catalogue)
    assert [name for name in STAYS[caution] if not permits.of(name).holds] == []


@pytest.mark.parametrize("name", contract_plans.NEW_EXERCISES)
def test_the_new_exercises_are_those_of_the_contract(catalogue: Catalogue, name: str) -> None:
    row, found = contract_plans.NEW_EXERCISES[name], catalogue.exercise[name]
    assert found.code == row.code
    assert [region.value for region in found.primary] == row.primary
    assert [region.value for region in found.secondary] == row.secondary
    assert (found.pattern.value, found.level) == (row.pattern, row.level)
    assert {frozenset(kit) for kit in found.kit} == {frozenset(kit) for kit in row.kit}
    assert catalogue.removed_by[name] >= {*row.avoid}


@pytest.mark.parametrize("name", contract_plans.NEW_EXERCISES)
def test_the_new_exercises_may_be_chosen(catalogue: Catalogue, name: str) -> None:
    lists = {one for each in catalogue.choices for one in (*each.main, *each.light)}
    slots = {one for slot in catalogue.slots for each in slot.exercises.values() for one in each}
    assert catalogue.exercise[name].automatic
    assert name in lists | slots


@examples(200)
@given(answers=trainable_answers())
def test_no_plan_holds_anything_that_the_contract_excludes(
    make_assessment: MakeAssessment, catalogue: Catalogue, answers: dict[str, Any]
) -> None:
    assessment = make_assessment(answers)
    programme = programme_of(assessment)
    named = {*chosen(assessment), *(one.exercise.id for one in programme.drills)}
    named |= {
        swap.exercise
        for one in assessment.exercises
        for swap in one.swaps
        if swap and swap.exercise
    }
    cautions = set(assessment.gate.cautions)
    if (answers.get("pain_neck") or 0) < 4:
        cautions -= {"neck_pain"}
    for caution in cautions:
        barred = {
            one for one in named if is_named(catalogue.exercise[one], EXCLUDES.get(caution, ()))
        }
        assert {one for one in barred if (caution, one) not in OTHER_WAYS} == set()


@examples(60)
@given(one=st.sampled_from(sorted(EXCLUDES)), two=st.sampled_from(sorted(EXCLUDES)))
def test_cautions_add_up(make_sheet: MakeSheet, catalogue: Catalogue, one: str, two: str) -> None:
    both = permits_of(make_sheet(with_caution(one) | with_caution(two)), catalogue)
    for caution in {one, two} & set(both.client.cautions):
        for exercise in catalogue.exercises:
            if is_named(exercise, EXCLUDES[caution]):
                assert caution in both.of(exercise.id).removed_by, (exercise.id, caution)


@pytest.mark.parametrize("name", ["block-deadlift", "kettlebell-deadlift"])
@pytest.mark.parametrize("answer", ["box_lift", "chair_rise"])
def test_who_cannot_lift_a_box_or_rise_starts_with_no_loaded_hinge(
    make_sheet: MakeSheet, catalogue: Catalogue, name: str, answer: str
) -> None:
    for severity, is_out in ((3, False), (4, True)):
        permit = permits_of(make_sheet({answer: severity}), catalogue).of(name)
        assert (answer in permit.removed_by) is is_out


@pytest.mark.parametrize(
    ("name", "kit", "may"),
    [
        # "needs no kit", "is not needed": at home without anything
        ("standing-hip-abduction", [], True),
        ("standing-calf-raise", [], True),
        ("wall-press-back", [], True),
        ("balance-reach", [], True),
        ("bridge-hold", [], True),
        ("squat", [], True),
        ("step-up", [], True),
        ("single-leg-romanian-deadlift", [], True),
        ("single-leg-calf-raise", [], True),
        ("band-row", [], False),
        ("band-row", ["band"], True),
        ("one-arm-row", ["kettlebell"], True),
        ("one-arm-row", ["dumbbell"], True),
        ("one-arm-row", ["bench"], False),
        ("goblet-squat", ["kettlebell"], True),
        ("goblet-squat", ["dumbbell"], True),
        ("goblet-squat", ["barbell"], False),
        ("kettlebell-deadlift", ["kettlebell"], True),
        ("kettlebell-deadlift", ["dumbbell"], True),
        ("suitcase-carry", ["kettlebell"], True),
        ("suitcase-carry", [], False),
        ("deadlift", ["barbell"], True),
        ("deadlift", ["kettlebell"], False),
    ],
)
def test_the_kit_of_the_contract(
    make_sheet: MakeSheet, catalogue: Catalogue, name: str, kit: list[str], may: bool
) -> None:
    sheet = make_sheet(equipment=kit, experience="experienced")
    permit = permits_of(sheet, catalogue).of(name)
    assert permit.removed_by == (() if may else ("equipment",))


def test_kit_that_is_not_there_never_stands_on_a_card(make_assessment: MakeAssessment) -> None:
    for kit in ([], ["kettlebell"], ["band"], ["barbell"], ["dumbbell", "bench"]):
        for one in make_assessment(equipment=kit, experience="experienced").exercises:
            assert set(one.how.kit) <= set(kit)
