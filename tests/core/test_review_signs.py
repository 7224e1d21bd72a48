"""What version 1.0.0 made of the four signs, row by row of the second review.

Modest numbers for pain are right, as pain is not weakness: so the numbers may stay low. What was
wrong is to call such a region "doing well", or to say nothing of it.
"""

from __future__ import annotations

from typing import Any

import pytest

from assessment.catalogue.model import Catalogue
from reports.sheets.summary import summary_of
from tests.conftest import MakeAssessment
from tests.plans import chosen, hurting

ROWS: list[tuple[dict[str, Any], str, set[str]]] = [
    # only this; the sign; what must stand in the plan for it, and is not called well
    (hurting(low_back=6) | {"pain_days": "daily"}, "pain", {"low_back"}),
    (hurting(hip=6), "pain", {"glute_max", "glute_med"}),
    ({"injuries_hamstring": 2}, "injuries", {"hamstrings"}),
    ({"injuries_hamstring": 3}, "injuries", {"hamstrings"}),
    # G is 50 x 4 / 14 + 50 for the back of the shoulders and 50 x 4 / 12 + 50 for the neck; 0.36
    # of that is 23.1 and 24
    (
        {"posture_rounded": 4, "posture_can_straighten": "no"},
        "posture",
        {"upper_back", "rear_shoulder", "neck"},
    ),
    (
        {"stalled": ["run"], "stalled_recovery_poor": "no"},
        "stalled",
        {"hamstrings", "calves", "glute_max"},
    ),
]


@pytest.mark.parametrize(("changes", "sign", "regions"), ROWS)
def test_a_sign_alone_is_present_in_the_plan_and_not_well(
    make_assessment: MakeAssessment, changes: dict[str, Any], sign: str, regions: set[str]
) -> None:
    assessment = make_assessment(changes)
    states = {one.id: one.state.value for one in assessment.signs}
    assert states == dict.fromkeys(("pain", "posture", "injuries", "stalled"), "absent") | {
        sign: "present"
    }
    assert regions == {region.value for region in assessment.top}
    assert not regions & {region.value for region in assessment.doing_well}
    trained = {
        region.value
        for one in assessment.exercises
        for region in (one.region, *one.exercise.primary)
    }
    assert regions <= trained


def test_a_hamstring_hurt_once_is_no_sign_yet(make_assessment: MakeAssessment) -> None:
    assessment = make_assessment(injuries_hamstring=1)
    assert {one.state.value for one in assessment.signs} == {"absent"}
    assert assessment.top == ()


def test_five_places_hurt_once_each_are_a_sign(make_assessment: MakeAssessment) -> None:
    """The highest number was 8.8, and all of it was "doing well"."""
    places = ("hip", "knee", "hamstring", "calf", "ankle")
    assessment = make_assessment({f"injuries_{place}": 1 for place in places})
    states = {one.id: one.state.value for one in assessment.signs}
    assert states["injuries"] == "present"
    hurt = {"glute_max", "glute_med", "hamstrings", "calves"}
    top = {region.value for region in assessment.top}
    assert top
    assert top <= hurt
    assert not hurt & {region.value for region in assessment.doing_well}


ALL_FOUR: dict[str, Any] = {
    **hurting(low_back=6),
    "posture_rounded": 4,
    "posture_can_straighten": "no",
    "injuries_hamstring": 2,
    "stalled": ["run"],
    "stalled_recovery_poor": "no",
}


def test_all_four_at_once_leave_no_region_of_them_well(make_assessment: MakeAssessment) -> None:
    """The low back, at 19.6, and the glutes were "doing well"."""
    assessment = make_assessment(ALL_FOUR)
    assert {one.state.value for one in assessment.signs} == {"present"}
    named = {"low_back", "upper_back", "hamstrings", "calves", "glute_max"}
    assert not named & {region.value for region in assessment.doing_well}
    assert "low_back" in {region.value for region in assessment.top}


@pytest.mark.parametrize("changes", [*(row[0] for row in ROWS), ALL_FOUR])
def test_page_1_never_says_well_of_a_sign(
    make_assessment: MakeAssessment, catalogue: Catalogue, changes: dict[str, Any]
) -> None:
    assessment = make_assessment(changes)
    said = summary_of(assessment, catalogue).doing_well.lower()
    names = assessment.sheet.questionnaire.region_names
    for region in assessment.top:
        assert names[region].lower() not in said


def test_pain_and_injuries_are_named_before_abilities(make_assessment: MakeAssessment) -> None:
    """Pain of 7 and four back injuries: three ability answers crowded both out."""
    hard = {"box_lift": 3, "long_stand": 3, "lean_forward": 3}
    for changes, first in (
        (hurting(low_back=7), "pain_low_back"),
        ({"injuries_back": 4}, "injuries_back"),
        (hurting(low_back=7) | {"injuries_back": 4}, "injuries_back"),
    ):
        assessment = make_assessment(hard, **changes)
        because = [one.because for one in assessment.exercises if one.region.value == "low_back"]
        assert because
        assert {reasons[0] for reasons in because} == {first}


def test_a_stalled_runner_is_not_sent_to_be_checked(
    make_assessment: MakeAssessment, catalogue: Catalogue
) -> None:
    assessment = make_assessment(stalled=["run"], stalled_recovery_poor="no")
    summary = summary_of(assessment, catalogue)
    said = (summary.pain_only, summary.room_to_grow, *summary.there_by_a_sign, *summary.besides)
    assert "checked" not in " ".join(said)
    assert chosen(assessment)
