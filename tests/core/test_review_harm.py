"""Advice of version 1.0.0 that could harm, finding by finding of the second review.

Each test has the smallest answers of its finding; whatever they do not name is at its best.
"""

from __future__ import annotations

from typing import Any

import pytest

from assessment.catalogue.model import Catalogue
from assessment.core.assess import Assessment
from assessment.core.plan.programme import Prescription
from assessment.core.plan.warm_up import Drill
from tests.conftest import MakeAssessment
from tests.contract_plans import HOLDS
from tests.plans import (
    chosen,
    hurting,
    is_named,
    level_of_plan,
    patterns_of,
    programme_of,
    with_caution,
)

EXPERIENCED: dict[str, Any] = {"experience": "experienced"}


def words_of(assessment: Assessment) -> str:
    """Return all that the cards and the warm-up say of how to do what."""
    parts: list[str] = []
    for one in done(assessment):
        parts += [one.how.start, *one.how.steps, *one.how.cues, *one.how.errors, one.how.stop_if]
        parts += one.changes
    for prescription in assessment.exercises:
        parts += [swap.text for swap in prescription.swaps if swap]
    return " ".join(parts)


def done(assessment: Assessment) -> list[Prescription | Drill]:
    """Return the exercises, and those of the warm-up."""
    return [*assessment.exercises, *programme_of(assessment).drills]


def every_id(assessment: Assessment) -> set[str]:
    """Return all exercises that the paper names: cards, warm-up and swaps."""
    swaps = (swap for one in assessment.exercises for swap in one.swaps if swap)
    drills = (drill.exercise.id for drill in programme_of(assessment).drills)
    return {*chosen(assessment), *drills, *(swap.exercise for swap in swaps if swap.exercise)}


def loaded_hinges(assessment: Assessment) -> list[int]:
    """Return how many loaded hinges each session holds."""
    found = chosen(assessment)
    return [
        sum(found[name].exercise.pattern.value == "hinge_loaded" for name in session.exercises)
        for session in programme_of(assessment).sessions
    ]


@pytest.mark.parametrize("goal", ["sport", "strength"])
@pytest.mark.parametrize("days", [2, 3])
def test_harm_01_months_of_training_alone_bring_no_swing(
    make_assessment: MakeAssessment, goal: str, days: int
) -> None:
    """A deadlift, a bent-over row, a Romanian deadlift and a swing in one session of week 1."""
    hard = {"chair_rise": 3, "box_lift": 3, "bridge_one_leg": 3}
    assessment = make_assessment(hard, **EXPERIENCED, goal=goal, days_per_week=days)
    found = chosen(assessment)
    heavy = {
        *("deadlift", "bent-over-row", "romanian-deadlift", "kettlebell-swing", "nordic-curl"),
        *("single-leg-romanian-deadlift", "straight-leg-deadlift", "glute-ham-raise"),
        *("barbell-hip-thrust", "goblet-squat", "back-extension", "suitcase-carry"),
    }
    assert not heavy & set(found)
    assert max(loaded_hinges(assessment)) <= 1
    hips = {"hinge", "bridge", "thrust", "squat", "step", "curl", "back", "brace", "prone"}
    for one in assessment.exercises:
        if one.exercise.pattern.value.split("_")[0] in hips:
            assert one.exercise.level == 1
    assert "sit-to-stand" in found


@pytest.mark.parametrize("goal", ["sport", "strength", "muscle"])
def test_harm_01_one_loaded_hinge_a_session_for_everybody(
    make_assessment: MakeAssessment, goal: str
) -> None:
    for answers in ({}, {"box_lift": 1, "heel_pull": 4, "short_sprint": 4}):
        assessment = make_assessment(answers, **EXPERIENCED, goal=goal, days_per_week=3, minutes=45)
        assert max(loaded_hinges(assessment)) == 1


@pytest.mark.parametrize("age", [55, 70])
def test_harm_02_a_new_hip_joint_is_minded(make_assessment: MakeAssessment, age: int) -> None:
    """The swing came first; at 70 a thrust from the floor beside "do not bend the hip deeply"."""
    assessment = make_assessment(
        hip_replacement="yes", age_years=age, **EXPERIENCED, goal="strength", days_per_week=3
    )
    out = {
        *("kettlebell-swing", "nordic-curl", "glute-ham-raise", "hip-thrust", "barbell-hip-thrust"),
        *("deadlift", "straight-leg-deadlift", "kettlebell-deadlift", "clamshell"),
        "single-leg-romanian-deadlift",
    }
    assert not out & every_id(assessment)


def test_harm_02_the_new_hip_stands_on_every_card_that_it_changes(
    make_assessment: MakeAssessment,
) -> None:
    assessment = make_assessment(
        hip_replacement="yes", age_years=55, **EXPERIENCED, goal="strength", minutes=45
    )
    changed = {
        *("squat", "step", "hinge_drill", "hinge_loaded", "bridge", "back_extension"),
        *("abduction_lying", "abduction_standing"),
    }
    told = [one for one in done(assessment) if one.exercise.pattern.value in changed]
    assert len(told) > len(programme_of(assessment).drills)
    for one in told:
        assert one.changes or one.how.figure != one.exercise.id, one.exercise.id


@pytest.mark.parametrize("goal", ["fitness", "strength", "sport"])
def test_harm_03_back_pain_of_7_brings_no_load_on_the_back(
    make_assessment: MakeAssessment, goal: str
) -> None:
    """Deadlift, bent-over row and block deadlift for 7; for 6 there was none of it."""
    sore = {"hinge_loaded", "hinge_ballistic", "row_unsupported", "back_extension", "carry"}
    for pain in (4, 6, 7):
        changes = {**EXPERIENCED, "goal": goal, "days_per_week": 3}
        assessment = make_assessment(hurting(low_back=pain), **changes)
        assert not sore & patterns_of(assessment)
        assert "squat-with-a-bar" not in {one.how.figure for one in assessment.exercises}
        assert "start with no weight" not in words_of(assessment).lower()
        drills = [one.exercise.id for one in programme_of(assessment).drills]
        assert "hip-hinge-drill" in {*chosen(assessment), *drills}


def test_harm_03_a_higher_pain_is_no_heavier_plan(make_assessment: MakeAssessment) -> None:
    plans = [make_assessment(hurting(low_back=pain), **EXPERIENCED) for pain in range(8)]
    levels = [level_of_plan(one) for one in plans]
    assert levels == sorted(levels, reverse=True)
    hinges = [sum(loaded_hinges(one)) for one in plans]
    assert hinges == sorted(hinges, reverse=True)


@pytest.mark.parametrize("kit", [[], ["dumbbell", "bench", "band"], None])
def test_harm_04_from_week_13_nothing_is_flat_swaps_included(
    make_assessment: MakeAssessment, catalogue: Catalogue, kit: list[str] | None
) -> None:
    """An inverted row ("lie under a sturdy table") against page 2."""
    more = {} if kit is None else {"equipment": kit}
    assessment = make_assessment(with_caution("pregnant_13_weeks"), **more, days_per_week=3)
    flat = {"prone", "bridge", "curl_ball"}
    out = {"inverted-row", "back-extension", "chest-supported-row", "prone-y-t-raise"}
    named = every_id(assessment)
    assert not out & named
    assert not flat & {catalogue.exercise[name].pattern.value for name in named}
    texts = words_of(assessment).lower()
    assert "lie under" not in texts
    assert "lie on your back" not in texts
    assert "lie on your tummy" not in texts


@pytest.mark.parametrize("caution", ["pregnant", "pregnant_13_weeks"])
def test_harm_04_pregnancy_has_no_strengthening_phase_and_a_look_every_4_weeks(
    make_assessment: MakeAssessment, caution: str
) -> None:
    assessment = make_assessment(with_caution(caution), goal="strength")
    programme = programme_of(assessment)
    assert programme.stays
    assert {plan.phase.id for plan in programme.phases} == {"learn"}
    assert {plan.phase.weeks for plan in programme.phases} == {(1, 4), (5, 8), (9, 12)}
    assert programme.retest_weeks == (4, 8, 12)
    for one in assessment.exercises:
        assert len(set(one.work)) == 1


WEAK = dict.fromkeys(
    ("chair_rise", "stairs", "one_leg_stand", "side_steps", "toe_rises", "box_lift", "row_pull"), 3
)


def frail(make_assessment: MakeAssessment, **more: Any) -> Assessment:
    cautions = ("cannot_reach_floor", "falls", "osteoporosis", "blood_thinner")
    return make_assessment(WEAK, age_years=74, **dict.fromkeys(cautions, "yes"), **more)


@pytest.mark.parametrize("minutes", [20, 30, 45])
def test_harm_05_a_frail_client_sits_and_holds_on(
    make_assessment: MakeAssessment, minutes: int
) -> None:
    """Sliding off a bench, a band round both ankles, straddling a step with a kettlebell."""
    assessment = frail(make_assessment, minutes=minutes)
    named = every_id(assessment)
    assert not {"hip-thrust", "barbell-hip-thrust", "monster-walk", "step-up"} & named
    assert not {"block-deadlift", "kettlebell-deadlift", "squat"} & named
    assert "sit-to-stand" in chosen(assessment)
    assert "row_supported" in patterns_of(assessment)
    assert "band round your ankles" not in words_of(assessment)
    standing = {"squat", "abduction_standing", "calf_standing", "balance", "hinge_drill"}
    for one in assessment.exercises:
        if one.exercise.pattern.value in standing:
            said = " ".join((one.how.start, *one.how.steps, *one.changes)).lower()
            assert any(word in said for word in ("hold", "hands on", "both hands", "armrests"))


def test_harm_05_a_frail_client_has_the_hip_to_the_side_without_a_band(
    make_assessment: MakeAssessment,
) -> None:
    found = chosen(frail(make_assessment, minutes=45))
    assert found["standing-hip-abduction"].how.kit == ()
    harder = found["standing-hip-abduction"].swaps.harder
    assert harder is None or "band" not in harder.text


def test_harm_06_a_knee_hurt_3_weeks_ago_bends_under_no_load(
    make_assessment: MakeAssessment,
) -> None:
    """A squat, a hip thrust and a plain sit-to-stand."""
    held = HOLDS["knee"].held
    for changes in ({}, {"chair_rise": 2}, {**EXPERIENCED, "goal": "strength"}):
        assessment = make_assessment(changes, injury_last_6_weeks=["knee"], days_per_week=3)
        for name, one in chosen(assessment).items():
            if name == "sit-to-stand":
                assert one.how.figure == "sit-to-stand-raised"
            else:
                assert not is_named(one.exercise, held), name
        assert programme_of(assessment).pain_limit.id == "none"


def test_harm_07_a_young_back_that_hurts_when_arching_sees_a_clinician(
    make_assessment: MakeAssessment,
) -> None:
    """ "You can train meanwhile", and a deadlift."""
    young = {"age_years": 16, "arching_hurts_back": "yes", **hurting(low_back=3)}
    assessment = make_assessment(young)
    assert assessment.outcome.value == "see_clinician"
    assert "young_back_pain" in {flag.id for flag in assessment.gate.flags}
    assert assessment.exercises == ()


STIFF = {"age_years": 70, "posture_rounded": 3, "posture_can_straighten": "no"}


def test_harm_08_a_stiff_rounded_back_rows_with_support(make_assessment: MakeAssessment) -> None:
    """The bent-over row came first."""
    assessment = make_assessment(STIFF, **EXPERIENCED, days_per_week=3)
    assert "stiff_upper_back" in assessment.gate.cautions
    assert not {"row_unsupported", "thrust", "hinge_ballistic"} & patterns_of(assessment)
    assert "row_supported" in patterns_of(assessment)


@pytest.mark.parametrize("changes", [STIFF, {"spine_fracture": "yes"}])
def test_harm_08_the_stick_that_she_cannot_touch_is_left_out(
    make_assessment: MakeAssessment, changes: dict[str, Any]
) -> None:
    assessment = make_assessment(changes, days_per_week=3, minutes=45)
    drills = [one for one in done(assessment) if one.exercise.id == "hip-hinge-drill"]
    assert drills
    for one in drills:
        assert one.how.figure == "hip-hinge-drill-small"
        assert "stick" not in " ".join((one.how.start, *one.how.steps, *one.how.cues)).lower()


def test_harm_08_a_broken_spine_has_no_thrust_and_no_support_where_there_is_none(
    make_assessment: MakeAssessment,
) -> None:
    assessment = make_assessment(spine_fracture="yes", days_per_week=3, minutes=45)
    assert not {"thrust", "hinge_loaded", "carry", "row_unsupported"} & patterns_of(assessment)
    assert "keep your back supported" not in words_of(assessment).lower()


@pytest.mark.parametrize("pain", [6, 7])
@pytest.mark.parametrize("place", ["neck", "low_back", "hip", "shoulder"])
def test_harm_09_strong_pain_has_one_rule(
    make_assessment: MakeAssessment, place: str, pain: int
) -> None:
    """ "See someone over 5", "effort 5-6", "a quarter", "a tenth", "not above 3": on one card."""
    assessment = make_assessment(hurting(**{place: pain}), **EXPERIENCED)
    limit = programme_of(assessment).pain_limit
    assert limit.too_much == "more than 2 above where you began"
    assert "rise by 2 at most above where you began" in limit.said
    assert "next morning" in limit.said
    for one in assessment.exercises:
        if one.region in programme_of(assessment).aching:
            assert max(work.effort[1] for work in one.work) <= 4
            assert one.exercise.level == 1
    said = words_of(assessment)
    for words in ("out of 10", "a quarter of", "a tenth of", "{too_much}"):
        assert words not in said


def test_harm_10_a_shoulder_that_slips_puts_no_hand_behind_the_neck(
    make_assessment: MakeAssessment,
) -> None:
    """The stick drill, also in the warm-up; and "hands below shoulder height" at a pulldown."""
    assessment = make_assessment(shoulder_unstable="yes", days_per_week=3, minutes=45)
    drills = {one.exercise.id: one for one in programme_of(assessment).drills}
    assert drills["hip-hinge-drill"].how.figure == "hip-hinge-drill-arms-crossed"
    assert "behind your neck" not in words_of(assessment)
    assert "behind your head" not in words_of(assessment)
    found = every_id(assessment)
    assert not {"lat-pulldown", "prone-y-t-raise", "wall-press-back", "suitcase-carry"} & found
    assert "pull_hanging" not in patterns_of(assessment)
    for one in assessment.exercises:
        if "pulldown" in one.exercise.id:
            assert "shoulder height" not in " ".join(one.changes)


@pytest.mark.parametrize("pain", [4, 6, 7])
def test_harm_11_a_sore_neck_does_not_shrug(make_assessment: MakeAssessment, pain: int) -> None:
    """The caution was not ticked, so the shrug came."""
    assessment = make_assessment(hurting(neck=pain), **EXPERIENCED, days_per_week=3)
    assert "neck_pain" in assessment.gate.cautions
    assert not {"shrug", "carry"} & patterns_of(assessment)
    assert "shrug" not in every_id(assessment)


def test_harm_12_a_sore_sit_bone_is_not_sat_on(make_assessment: MakeAssessment) -> None:
    """A seated leg curl; "up to 3 is fine" against "4 or 5: make it smaller"."""
    changes = {"sit_bone_pain": "yes", "heel_pull": 3, "short_sprint": 3}
    assessment = make_assessment(changes, days_per_week=3)
    found = chosen(assessment)
    assert not {"machine-leg-curl", "sliding-leg-curl"} & every_id(assessment)
    assert {"bridge-hold", "band-leg-curl"} <= set(found)
    assert found["band-leg-curl"].how.figure == "band-leg-curl"
    assert "Sitting on" not in words_of(assessment)
    limit = programme_of(assessment).pain_limit
    assert limit.too_much == "more than 3 out of 10"
    assert "settles within a day" in limit.said
    assert "5" not in limit.said
    assert not any("4 to 5" in step.pain for step in limit.step)


def test_harm_13_a_hurt_hamstring_is_held_and_free_of_pain(
    make_assessment: MakeAssessment,
) -> None:
    """A hip thrust three times a week without "free of pain"."""
    assessment = make_assessment(injury_last_6_weeks=["hamstring"], days_per_week=3)
    assert not {"thrust", "hinge_loaded", "curl_machine", "curl_ball"} & patterns_of(assessment)
    assert {"bridge-hold", "glute-bridge"} & set(chosen(assessment))
    limit = programme_of(assessment).pain_limit
    assert limit.too_much == "at all"
    assert "free of pain" in limit.said


@pytest.mark.parametrize("changes", [{}, {"injury_last_6_weeks": ["hamstring"]}, EXPERIENCED])
def test_harm_13_the_third_day_differs(
    make_assessment: MakeAssessment, changes: dict[str, Any]
) -> None:
    """Sessions A and C were alike."""
    sessions = programme_of(make_assessment(changes, days_per_week=3)).sessions
    sets = [frozenset(session.exercises) for session in sessions]
    assert len(set(sets)) == 3


def test_harm_14_after_a_birth_nobody_lies_on_the_front(
    make_assessment: MakeAssessment, catalogue: Catalogue
) -> None:
    assessment = make_assessment(with_caution("after_birth_12_weeks"), days_per_week=3)
    named = every_id(assessment)
    assert "prone" not in {catalogue.exercise[name].pattern.value for name in named}
    assert "lie on your tummy" not in words_of(assessment).lower()


def test_harm_14_the_pelvic_floor_is_explained_in_plain_sentences(catalogue: Catalogue) -> None:
    """It said "start with your pelvic floor" and no more."""
    advice = catalogue.caution["after_birth_12_weeks"].advice
    assert "pelvic floor is the muscles between your legs" in advice
    assert "breathe out" in advice


@pytest.mark.parametrize("goal", ["strength", "fitness"])
def test_harm_15_a_hernia_rows_with_support(make_assessment: MakeAssessment, goal: str) -> None:
    """A barbell bent-over row three times a week."""
    assessment = make_assessment(hernia="yes", **EXPERIENCED, goal=goal, days_per_week=3)
    out = {"row_unsupported", "hinge_loaded", "hinge_ballistic", "back_extension", "carry"}
    assert not out & patterns_of(assessment)
    assert "bent-over-row" not in every_id(assessment)
    assert "row_supported" in patterns_of(assessment)
    assert max(work.effort[1] for one in assessment.exercises for work in one.work) <= 6
