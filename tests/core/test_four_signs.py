"""The four signs, top regions, doing well and levels (docs/rules.md 2.6, 4.5, 4.6, 5.3)."""

from __future__ import annotations

from typing import Any

from hypothesis import given

from assessment.core.assess import Assessment
from assessment.core.plan.levels import group_levels
from assessment.core.scores.four_signs import four_signs
from tests import contract
from tests.cases import each
from tests.conftest import MakeAssessment, MakeSheet
from tests.strategies import examples, trainable_answers

SIGN_CASES: list[tuple[str, dict[str, Any], str, tuple[str, ...]]] = [
    ("pain", {}, "absent", ()),
    ("pain", {"pain_low_back": 1}, "present", ("pain_low_back",)),
    ("pain", {"pain_hip": 2, "pain_days": "daily"}, "present", ("pain_hip", "pain_days")),
    ("pain", {"pain_low_back": None}, "unknown", ()),
    ("pain", {"pain_low_back": None, "pain_hip": 1}, "present", ("pain_hip",)),
    ("pain", {"pain_neck": 7}, "absent", ()),
    ("posture", {}, "absent", ()),
    ("posture", {"posture_rounded": None}, "unknown", ()),
    ("posture", {"posture_rounded": 1}, "present", ("posture_rounded",)),
    (
        "posture",
        {"posture_rounded": 2, "posture_can_straighten": "yes"},
        "present",
        ("posture_rounded", "posture_can_straighten"),
    ),
    ("injuries", {}, "absent", ()),
    ("injuries", {"injuries_hip": 1}, "absent", ()),
    ("injuries", {"injuries_back": 5}, "absent", ()),
    ("injuries", {"injuries_hip": 1, "injuries_knee": None}, "unknown", ()),
    ("injuries", {"injuries_back": None}, "absent", ()),
    ("injuries", {"injuries_calf": 2, "injuries_knee": None}, "present", ("injuries_calf",)),
    (
        "injuries",
        {"injuries_hip": 1, "injuries_ankle": 1, "injuries_back": 3},
        "present",
        ("injuries_hip", "injuries_ankle"),
    ),
    ("stalled", {}, "absent", ()),
    ("stalled", {"stalled": None}, "unknown", ()),
    ("stalled", {"stalled": ["pull"]}, "present", ("stalled",)),
    (
        "stalled",
        {"stalled": ["run"], "stalled_recovery_poor": "no"},
        "present",
        ("stalled", "stalled_recovery_poor"),
    ),
]


@each(("sign", "changes", "state", "answers"), SIGN_CASES)
def test_a_sign_is_present_absent_or_unknown(
    make_sheet: MakeSheet,
    sign: str,
    changes: dict[str, Any],
    state: str,
    answers: tuple[str, ...],
) -> None:
    if "pain_low_back" in changes or "pain_hip" in changes:
        changes = {"hurts": ["low_back", "hip"]} | changes
    found = {one.id: one for one in four_signs(make_sheet(changes))}
    assert [*found] == ["pain", "posture", "injuries", "stalled"]
    one = next(found[name] for name in found if name == sign)
    assert (one.state.value, one.answers) == (state, answers)


def names(regions: Any) -> set[str]:
    return {region.value for region in regions}


def test_low_back_pain_of_6_is_a_top_region_and_never_well(make_assessment: MakeAssessment) -> None:
    assessment = make_assessment(hurts=["low_back"], pain_low_back=6, pain_days="daily")
    assert assessment.top[0].value == "low_back"
    assert "low_back" not in names(assessment.doing_well)


TOP_CASES: list[tuple[dict[str, Any], tuple[str, ...]]] = [
    # nothing at all
    ({}, ()),
    # B: each sign at its threshold, and just under it
    ({"pain_neck": 4}, ("neck",)),
    ({"pain_neck": 3}, ()),
    ({"stalled": ["pull"]}, ("upper_back", "rear_shoulder")),
    ({"stalled": ["pull"], "stalled_recovery_poor": "yes"}, ()),
    ({"posture_rounded": 2}, ("upper_back",)),
    ({"posture_rounded": 4, "posture_can_straighten": "yes"}, ()),
    ({"injuries_back": 2}, ("low_back",)),
    ({"injuries_back": 1}, ()),
    # three single injuries of the lower body are 3 each; the side of the hip has no progress to
    # stall, so its G is 50 x 6 / 16 + 37.5 = 56.25 and its score 20.25: it comes by that
    (
        {"injuries_hip": 1, "injuries_calf": 1, "injuries_knee": 1},
        ("glute_med", "glute_max", "hamstrings"),
    ),
    ({"injuries_hip": 1, "injuries_calf": 1}, ()),
    # the greatest quotient first, ties in the order of the regions
    ({"pain_neck": 5, "pain_calf": 6}, ("calves", "neck")),
    ({"pain_neck": 4, "pain_calf": 4}, ("calves", "neck")),
]


@each(("changes", "top"), TOP_CASES)
def test_a_strong_sign_makes_a_top_region(
    make_assessment: MakeAssessment, changes: dict[str, Any], top: tuple[str, ...]
) -> None:
    assert tuple(one.value for one in make_assessment(changes).top) == top


def test_the_third_of_the_highest_gives_way_to_pain_only_under_40(
    make_assessment: MakeAssessment,
) -> None:
    # neck 5 of its weights at 4, calves and upper back at 2: all three stand out
    three = dict.fromkeys(("screen_neck", "head_lift", "carry_bags"), 3)
    three |= dict.fromkeys(("toe_rises", "uphill_walk", "stairs", "short_sprint"), 2)
    for answer, gives_way in ((1, True), (3, False)):
        upper = dict.fromkeys(
            ("row_pull", "pull_up_or_down", "shoulders_back", "lean_forward"), answer
        )
        calm = make_assessment(three | upper)
        sore = make_assessment(three | upper, hurts=["shoulder"], pain_shoulder=4)
        assert len(calm.top) == 3
        assert calm.regions is not None
        third = calm.regions[calm.top[-1]].score
        assert third is not None
        assert (third < 40) is gives_way
        assert sore.top[:2] == calm.top[:2]
        assert (sore.top[2].value == "rear_shoulder") is gives_way


WELL_CASES: list[tuple[dict[str, Any], set[str]]] = [
    # what is not well any more, with a single change to a client for whom all is at its best
    ({}, set()),
    ({"hurts": ["neck"], "pain_neck": 2}, set()),
    ({"hurts": ["neck"], "pain_neck": 3}, {"neck"}),
    ({"hurts": ["neck"], "pain_neck": None}, {"neck"}),
    ({"hurts": ["low_back"], "pain_low_back": 1}, {"low_back"}),
    ({"hurts": ["hip"], "pain_hip": 1}, {"glute_max", "glute_med"}),
    ({"posture_rounded": 1}, {"upper_back"}),
    ({"posture_rounded": 2}, {"upper_back", "rear_shoulder", "neck"}),
    ({"posture_rounded": 3, "posture_can_straighten": "yes"}, {"upper_back"}),
    ({"posture_rounded": None}, {"upper_back", "rear_shoulder", "neck"}),
    ({"injuries_back": 1}, set()),
    ({"injuries_back": 2}, {"low_back"}),
    ({"injuries_ankle": 1}, set()),
    ({"injuries_ankle": 2}, {"calves"}),
    ({"injuries_ankle": 1, "injuries_hip": 1}, {"calves", "glute_max", "glute_med"}),
    ({"injuries_ankle": None}, {"calves"}),
    ({"stalled": ["pull"], "stalled_recovery_poor": "yes"}, {"upper_back", "rear_shoulder"}),
    (
        {"stalled": None},
        {"low_back", "glute_max", "hamstrings", "upper_back", "calves", "rear_shoulder"},
    ),
    ({"injury_last_6_weeks": ["calf"]}, {"calves"}),
    ({"injury_last_6_weeks": ["knee"]}, {"glute_med", "hamstrings"}),
    (
        {"injury_last_6_weeks": None, "injuries_back": 1},
        {"low_back", "glute_max", "hamstrings", "glute_med", "calves"},
    ),
    ({"injury_last_6_weeks": None}, set()),
    ({"screen_neck": 2}, {"neck"}),
    ({"screen_neck": None}, {"neck"}),
]


@each(("changes", "not_well"), WELL_CASES)
def test_only_what_is_known_to_be_well_is_called_well(
    make_assessment: MakeAssessment, changes: dict[str, Any], not_well: set[str]
) -> None:
    assert names(make_assessment(changes).doing_well) == set(contract.REGIONS) - not_well


def pains_of(assessment: Assessment) -> dict[str, int]:
    rules = assessment.sheet.questionnaire.rules
    return {region.value: assessment.sheet.get(item) for region, item in rules.pain.items.items()}


@examples(150)
@given(answers=trainable_answers())
def test_nothing_that_is_named_or_hurts_is_ever_called_well(
    make_assessment: MakeAssessment, answers: dict[str, Any]
) -> None:
    assessment = make_assessment(answers)
    well = names(assessment.doing_well)
    assert not well & names(assessment.top)
    pains = pains_of(assessment)
    assert all(pains[region] < 3 for region in well)
    for sign in assessment.signs:
        assert sign.state.value != "present" or not well & names(sign.regions)


@each(
    ("experience", "changes", "levels"),
    [
        ("experienced", {}, (3, 3, 3, 3, 3, 1)),
        ("some", {}, (2, 2, 2, 2, 2, 1)),
        ("new", {}, (1, 1, 1, 1, 1, 1)),
        (None, {}, (1, 1, 1, 1, 1, 1)),
        ("experienced", {"chair_rise": 1}, (2, 3, 3, 3, 3, 1)),
        ("experienced", {"box_lift": 2}, (1, 1, 3, 3, 3, 1)),
        ("experienced", {"bridge_one_leg": None}, (2, 3, 3, 3, 3, 1)),
        ("experienced", {"lean_forward": 4}, (3, 1, 3, 3, 3, 1)),
        ("experienced", {"row_pull": 1, "pull_up_or_down": 3}, (3, 3, 1, 3, 3, 1)),
        ("experienced", {"toe_rises": 1, "one_leg_stand": 2}, (3, 3, 3, 2, 1, 1)),
        ("experienced", {"side_steps": None}, (3, 3, 3, 3, 2, 1)),
    ],
)
def test_the_level_of_each_group_is_what_can_be_done(
    make_sheet: MakeSheet,
    experience: str | None,
    changes: dict[str, Any],
    levels: tuple[int, ...],
) -> None:
    found = group_levels(make_sheet(changes, experience=experience))
    groups = ("hips", "trunk", "pull", "calves", "side", "neck")
    assert found == dict(zip(groups, levels, strict=True))
