"""Which exercises are chosen, and why: the rules of the contract for choice (docs/rules.md 5.6)."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import given

from assessment.catalogue.model import Catalogue
from assessment.core.assess import Assessment
from tests import contract
from tests.cases import each
from tests.conftest import MakeAssessment, MakeSheet
from tests.contract_plans import EXPERIENCE, FAST, MOST_EXERCISES, TOO_EASY
from tests.plans import chosen, hurting, permits_of, programme_of, with_caution
from tests.strategies import examples, trainable_answers

HARD_AT: dict[str, tuple[dict[str, int], str]] = {
    # an answer that makes the exercise's region the first, without touching what makes it easy
    "sit-to-stand": ({"bridge": 4, "box_lift": 1}, "glute_max"),
    "glute-bridge": ({"bridge": 4, "stairs": 3}, "glute_max"),
    "standing-calf-raise": ({"uphill_walk": 4}, "calves"),
    "bridge-hold": ({"heel_pull": 4, "short_sprint": 4}, "hamstrings"),
    "bird-dog": ({"long_stand": 4}, "low_back"),
    "hip-hinge-drill": ({"heel_pull": 4, "short_sprint": 4}, "hamstrings"),
}


def hardly(**more: Any) -> dict[str, Any]:
    return {**dict.fromkeys(contract.ABILITY, 3), **more}


def days_of(assessment: Assessment) -> list[set[str]]:
    return [set(session.exercises) for session in programme_of(assessment).sessions]


@each(("name", "answers", "level"), TOO_EASY)
@each("goal", ["fitness", "comfort"])
def test_what_is_done_easily_is_not_chosen_from_its_level_on(
    make_assessment: MakeAssessment, name: str, answers: tuple[str, ...], level: int, goal: str
) -> None:
    changes = HARD_AT.get(name, ({}, ""))[0]
    changes = {key: value for key, value in changes.items() if key not in answers}
    for experience in (EXPERIENCE[one] for one in (2, 3) if one >= level):
        for days, minutes in itertools.product((2, 3), (20, 45)):
            assessment = make_assessment(
                changes, experience=experience, goal=goal, days_per_week=days, minutes=minutes
            )
            assert name not in chosen(assessment), (experience, days, minutes)


@each(("name", "answers", "level"), TOO_EASY)
def test_what_is_not_done_easily_may_be_chosen(
    make_sheet: MakeSheet, catalogue: Catalogue, name: str, answers: tuple[str, ...], level: int
) -> None:
    """The row says so for all of its answers together."""
    easy = catalogue.exercise[name].too_easy
    assert easy is not None
    assert (set(easy.answers), easy.level) == (set(answers), level)
    assert permits_of(make_sheet(), catalogue).of(name).holds


def test_nothing_is_too_easy_for_a_beginner(catalogue: Catalogue) -> None:
    """Rows beyond those of the contract are our own rule; none speaks of level 1."""
    rows = {one.id: one.too_easy for one in catalogue.exercises if one.too_easy}
    assert rows.keys() >= {name for name, _, _ in TOO_EASY}
    assert all(row.level >= 2 for row in rows.values())


@pytest.mark.parametrize("severity", [2, 3])
def test_a_bird_dog_is_for_those_who_find_it_hard(
    make_assessment: MakeAssessment, severity: int
) -> None:
    changes = {"long_stand": 4, "lean_forward": severity, "box_lift": severity}
    assert "bird-dog" in chosen(make_assessment(changes, experience="experienced", minutes=45))


def test_without_a_harder_one_for_the_region_nothing_is_too_easy(
    make_assessment: MakeAssessment,
) -> None:
    """With a sore sit bone every loaded hinge and half of the curls are out."""
    changes = {"heel_pull": 4, "short_sprint": 4, "sit_bone_pain": "yes"}
    assessment = make_assessment(changes, experience="some")
    assert "bridge-hold" in chosen(assessment)  # that a caution puts it first is enough


@pytest.mark.parametrize(("minutes", "is_there"), [(15, True), (20, True), (30, False)])
def test_what_the_minutes_do_not_hold_makes_nothing_too_easy(
    make_assessment: MakeAssessment, minutes: int, is_there: bool
) -> None:
    """A pull-up is above the level of short sessions: the one with help is the hardest there."""
    assessment = make_assessment(
        {"cannot_reach_floor": "yes", "injury_last_6_weeks": ["back", "calf"]},
        **{"experience": "experienced", "minutes": minutes},
    )
    assert ("assisted-pull-up" in chosen(assessment)) is is_there
    assert ("pull-up" in chosen(assessment)) is not is_there


def test_a_caution_that_puts_an_exercise_first_beats_too_easy(
    make_assessment: MakeAssessment,
) -> None:
    assessment = make_assessment(
        {"uphill_walk": 4, "stairs": 3}, achilles_heel="yes", experience="some"
    )
    assert "standing-calf-raise" in chosen(assessment)
    held = make_assessment(
        {"heel_pull": 4, "short_sprint": 4}, injury_last_6_weeks=["hamstring"], experience="some"
    )
    assert {"bridge-hold", "glute-bridge"} & set(chosen(held))


FIRST = {
    "sit_bone_pain": ({"heel_pull": 4, "short_sprint": 4}, {"bridge-hold", "band-leg-curl"}),
    "achilles_heel": ({"toe_rises": 3, "uphill_walk": 4}, {"standing-calf-raise"}),
    "sore_back": ({"long_stand": 4, "box_lift": 3}, {"hip-hinge-drill"}),
}
"""By caution, what the contract says comes first."""


@pytest.mark.parametrize("caution", FIRST)
@pytest.mark.parametrize("experience", ["new", "some"])
def test_what_a_caution_puts_first_is_chosen(
    make_assessment: MakeAssessment, caution: str, experience: str
) -> None:
    changes, wanted = FIRST[caution]
    answers = with_caution(caution) | changes
    assessment = make_assessment(answers, experience=experience)
    assert wanted <= set(chosen(assessment))
    permits = assessment.exercises[0].permits
    assert all(permits.of(name).is_first for name in wanted)


@pytest.mark.parametrize(("severity", "is_there"), [(0, False), (1, False), (2, True), (4, True)])
@pytest.mark.parametrize("experience", ["some", "experienced"])
def test_sit_to_stand_is_there_from_hard_on(
    make_assessment: MakeAssessment, severity: int, is_there: bool, experience: str
) -> None:
    assessment = make_assessment(chair_rise=severity, experience=experience)
    for session in programme_of(assessment).sessions:
        assert ("sit-to-stand" in session.blocks[1].exercises) is is_there


def test_sit_to_stand_where_it_is_not_allowed_is_not_there(
    make_assessment: MakeAssessment,
) -> None:
    assert "sit-to-stand" not in chosen(make_assessment(chair_rise=4, cannot_stand="yes"))


@pytest.mark.parametrize("caution", ["outer_hip_pain_night", "cannot_stand"])
def test_balance_work_only_where_it_is_allowed(
    make_assessment: MakeAssessment, caution: str
) -> None:
    assessment = make_assessment({caution: "yes"}, injuries_ankle=3)
    assert "balance-reach" not in chosen(assessment)


KINDS = (
    {"hinge_drill", "hinge_loaded", "hinge_ballistic", "bridge", "thrust"},
    {"row_supported", "row_unsupported"},
    {"curl_machine", "curl_ball", "curl_eccentric", "calf_standing", "calf_seated"},
)
"""docs/evidence.md 5.3, rule 3: a hinge or thrust or bridge, a pull, a knee bend or calf raise."""


def missing_kinds(assessment: Assessment) -> list[int]:
    """Return the kinds of movement that a session lacks, though the client may do one of them."""
    found, missing = chosen(assessment), []
    for session in programme_of(assessment).sessions:
        patterns = {found[name].exercise.pattern.value for name in session.exercises}
        missing += [number for number, kind in enumerate(KINDS) if not patterns & kind]
    return missing


@examples(150)
@given(answers=trainable_answers())
def test_every_session_has_the_three_kinds_of_movement(
    make_assessment: MakeAssessment, answers: dict[str, Any]
) -> None:
    """Where the client may do one, with time enough.

    The hip bend of the warm-up, and the one loaded hinge that not every day has, do not count.
    """
    assessment = make_assessment(answers | {"minutes": 45})
    if not assessment.exercises:
        return
    permits, level = assessment.exercises[0].permits, assessment.exercises[0].permits.client.level
    for number in missing_kinds(assessment):
        able = [
            one.id
            for one in permits.catalogue.automatic
            if one.pattern.value in KINDS[number]
            and one.level <= level
            and one.pattern.value not in (*FAST, "hinge_drill", "hinge_loaded")
            and permits.of(one.id).holds
        ]
        assert able == []


@pytest.mark.parametrize(
    ("changes", "with_kit"),
    [
        (
            {
                **{"box_lift": 3, "lean_forward": 4, "shoulders_back": 4, "side_raise": 4},
                **{"pull_up_or_down": 3, "test_trunk_hold": 25, "experience": "some"},
                **{"injuries_knee": 4, "injury_last_6_weeks": ["hip", "knee", "hamstring"]},
                **{"equipment": ["kettlebell"], "minutes": 15},
            },
            "one-arm-row",
        ),
        (
            {
                **{"box_lift": 1, "lean_forward": 3, "row_pull": 4, "pull_up_or_down": 4},
                **{"side_raise": 4, "injuries_ankle": 2, "injury_last_6_weeks": ["hamstring"]},
                **{"equipment": ["kettlebell", "cable"], "minutes": 20},
                **{"experience": "experienced", "goal": "comfort", "sex": "female"},
            },
            "seated-row",
        ),
    ],
)
def test_the_kit_takes_no_place_from_a_kind_of_movement(
    make_assessment: MakeAssessment, changes: dict[str, Any], with_kit: str
) -> None:
    """A row with the client's kit is the pull of its session, so no second one is needed."""
    assessment = make_assessment(changes)
    assert any(with_kit in day for day in days_of(assessment))
    assert missing_kinds(assessment) == []


@pytest.mark.parametrize("minutes", [15, 20, 30, 45])
def test_the_three_kinds_of_movement_for_a_healthy_client(
    make_assessment: MakeAssessment, minutes: int
) -> None:
    clients: list[dict[str, Any]]
    clients = [{}, {"experience": "some"}, {"equipment": []}, {"days_per_week": 3}]
    for changes in clients:
        assert missing_kinds(make_assessment(changes, minutes=minutes)) == []


@examples(150)
@given(answers=trainable_answers())
def test_no_session_holds_too_many_exercises(
    make_assessment: MakeAssessment, answers: dict[str, Any]
) -> None:
    """Six at most, eight in 45 minutes."""
    assessment = make_assessment(answers)
    most = 8 if assessment.sheet.get("minutes") == 45 else 6
    for names in days_of(assessment):
        assert len(names) <= most


@pytest.mark.parametrize(("minutes", "most"), MOST_EXERCISES.items())
def test_fewer_exercises_for_fewer_minutes(
    make_assessment: MakeAssessment, minutes: int, most: int
) -> None:
    for changes in ({}, hardly(), {"experience": "experienced"}):
        assessment = make_assessment(changes, minutes=minutes)
        assert max(len(names) for names in days_of(assessment)) <= most


def test_45_minutes_hold_more_than_six(make_assessment: MakeAssessment) -> None:
    assert any(len(names) > 6 for names in days_of(make_assessment(minutes=45, equipment=[])))


@pytest.mark.parametrize("one", ["band", "dumbbell", "kettlebell", "barbell", "cable", "leg_curl"])
@pytest.mark.parametrize("experience", ["some", "experienced"])
def test_the_kit_that_was_named_is_used(
    make_assessment: MakeAssessment, one: str, experience: str
) -> None:
    assessment = make_assessment(equipment=[one], experience=experience, goal="strength")
    assert any(one in each.how.kit for each in assessment.exercises)


@examples(150)
@given(answers=trainable_answers())
def test_some_exercise_uses_the_kit_where_one_may_be_done(
    make_assessment: MakeAssessment, answers: dict[str, Any]
) -> None:
    assessment = make_assessment(answers | {"minutes": 45})
    if not assessment.sheet.get("equipment") or not assessment.exercises:
        return
    if any(one.how.kit for one in assessment.exercises):
        return
    permits = assessment.exercises[0].permits
    able = [
        one.id
        for one in permits.catalogue.automatic
        if permits.of(one.id).kit
        and permits.of(one.id).holds
        and one.pattern.value not in FAST
        and not one.too_easy
        and one.id != "straight-leg-deadlift"
    ]
    assert able == []


@pytest.mark.parametrize("minutes", [15, 20, 30, 45])
@pytest.mark.parametrize("days", [2, 3])
@pytest.mark.parametrize("goal", ["sport", "strength", "fitness"])
def test_what_is_fast_is_rare(
    make_assessment: MakeAssessment, minutes: int, days: int, goal: str
) -> None:
    """At level 3 of the group alone, one a session, two times a week, never the first choice."""
    for changes in ({}, {"heel_pull": 4, "short_sprint": 4}, hardly(), hurting(calf=3)):
        for experience in ("new", "some", "experienced"):
            assessment = make_assessment(
                changes, experience=experience, minutes=minutes, days_per_week=days, goal=goal
            )
            found = chosen(assessment)
            weekly = 0
            for names in days_of(assessment):
                fast = [one for one in names if found[one].exercise.pattern.value in FAST]
                assert len(fast) <= 1
                weekly += len(fast)
            assert weekly <= 2
            levels = assessment.levels or {}
            assert not weekly or (experience == "experienced" and levels["hips"] == 3)
            for name, one in found.items():
                if one.exercise.pattern.value in FAST:
                    others = [each for each in found.values() if each.region is one.region]
                    assert len(others) > 1, name


def test_what_is_fast_is_welcome_as_harder_with_a_trainer(catalogue: Catalogue) -> None:
    led_to = {
        one.harder.exercise: one.harder.text
        for one in catalogue.exercises
        if one.harder.exercise and catalogue.exercise[one.harder.exercise].pattern.value in FAST
    }
    assert led_to
    assert all("with your trainer" in text for text in led_to.values())


@examples(200)
@given(answers=trainable_answers())
def test_at_most_one_loaded_hinge_a_session_and_one_fast_exercise(
    make_assessment: MakeAssessment, answers: dict[str, Any]
) -> None:
    assessment = make_assessment(answers)
    found = chosen(assessment)
    weekly = 0
    for names in days_of(assessment):
        patterns = [found[name].exercise.pattern.value for name in names]
        assert patterns.count("hinge_loaded") <= 1
        fast = sum(patterns.count(one) for one in FAST)
        assert fast <= 1
        weekly += fast
    assert weekly <= 2


def test_the_dumbbell_curl_is_never_chosen(make_assessment: MakeAssessment) -> None:
    changes = {"heel_pull": 4, "short_sprint": 4}
    for kit in (["dumbbell"], list(contract.EQUIPMENT)):
        assessment = make_assessment(changes, experience="experienced", equipment=kit)
        assert "dumbbell-leg-curl" not in chosen(assessment)


BECAUSE: list[tuple[dict[str, Any], str, tuple[str, ...]]] = [
    # The strongest sign first, then what weighs most (weight x severity), three at most.
    ({"toe_rises": 3, "uphill_walk": 2, "stairs": 2}, "calves",
     ("toe_rises", "uphill_walk", "stairs")),
    ({"toe_rises": 3, "uphill_walk": 2, "stairs": 2, **hurting(calf=2)}, "calves",
     ("pain_calf", "toe_rises", "uphill_walk")),
    # pain 4 is severity 1.6 of 4; two injuries are 3
    ({"box_lift": 2, "injuries_back": 2, **hurting(low_back=4)}, "low_back",
     ("injuries_back", "box_lift")),
    ({"box_lift": 2, "injuries_back": 1, **hurting(low_back=4)}, "low_back",
     ("pain_low_back", "box_lift")),
    ({"posture_rounded": 3, "posture_can_straighten": "no", "row_pull": 1, "shoulders_back": 4},
     "upper_back", ("posture_rounded", "shoulders_back", "row_pull")),
    ({"heel_pull": 4, "short_sprint": 3, "bridge": 4}, "hamstrings",
     ("heel_pull", "short_sprint", "bridge")),
]  # fmt: skip


@each(("changes", "region", "because"), BECAUSE)
def test_a_reason_names_the_strongest_sign_then_the_abilities_that_weigh_most(
    make_assessment: MakeAssessment,
    changes: dict[str, Any],
    region: str,
    because: tuple[str, ...],
) -> None:
    found = [one for one in make_assessment(changes).exercises if one.region.value == region]
    assert found
    for one in found:
        assert one.because[: len(because)] == because


def test_without_any_trouble_the_goal_is_the_reason(make_assessment: MakeAssessment) -> None:
    for one in make_assessment().exercises:
        assert one.because == ("goal",)


def test_what_a_caution_removed_is_named(make_assessment: MakeAssessment) -> None:
    changes = {"box_lift": 2, "long_stand": 3, "lean_forward": 3}
    assert "block-deadlift" in chosen(make_assessment(changes))
    bound = make_assessment(changes, bending_hurts_back="yes")
    left_out = {out.exercise.id: out.because for out in bound.left_out}
    assert left_out["block-deadlift"] == ("bending_hurts_back",)


def test_everything_that_removed_it_is_named(make_assessment: MakeAssessment) -> None:
    bound = make_assessment(bending_hurts_back="yes", sit_bone_pain="yes", box_lift=4)
    left_out = {out.exercise.id: set(out.because) for out in bound.left_out}
    assert left_out["block-deadlift"] == {"bending_hurts_back", "sit_bone_pain", "box_lift"}


def test_what_ability_removed_is_named(make_assessment: MakeAssessment) -> None:
    assessment = make_assessment(chair_rise=3, box_lift=2, experience="experienced")
    left_out = {out.exercise.id: set(out.because) for out in assessment.left_out}
    assert left_out["barbell-hip-thrust"] == {"chair_rise", "box_lift"}


def test_what_pain_removed_is_named(make_assessment: MakeAssessment) -> None:
    assessment = make_assessment(hurting(hip=5), experience="experienced")
    left_out = {out.exercise.id: out.because for out in assessment.left_out}
    assert left_out["barbell-hip-thrust"] == ("pain_hip",)


def test_what_was_easy_is_named(make_assessment: MakeAssessment) -> None:
    assessment = make_assessment(experience="experienced")
    left_out = {out.exercise.id: out.because for out in assessment.left_out}
    assert ("too_easy",) in left_out.values()


def test_what_lacks_kit_is_named(make_assessment: MakeAssessment) -> None:
    assessment = make_assessment(row_pull=4, shoulders_back=4, pull_up_or_down=4, equipment=[])
    left_out = {out.exercise.id: out.because for out in assessment.left_out}
    assert left_out["chest-supported-row"] == ("equipment",)
    assert "wall-press-back" in chosen(assessment)


def test_what_time_removed_is_named(make_assessment: MakeAssessment) -> None:
    long = set(chosen(make_assessment(hardly(minutes=45))))
    short = make_assessment(hardly(minutes=15))
    by_time = {out.exercise.id for out in short.left_out if out.because == ("minutes",)}
    assert by_time
    assert by_time & long
    assert not by_time & set(chosen(short))


@examples(150)
@given(answers=trainable_answers())
def test_left_out_begins_with_what_may_not_be_done(
    make_assessment: MakeAssessment, answers: dict[str, Any]
) -> None:
    """Then what lacks kit, then time, then what is too easy; each with a reason, and once."""
    assessment = make_assessment(answers)
    order = {"equipment": 1, "minutes": 2, "six_exercises": 3, "too_easy": 4}
    ranks = [order.get(out.because[0], 0) for out in assessment.left_out]
    assert ranks == sorted(ranks)
    names = [out.exercise.id for out in assessment.left_out]
    assert len(set(names)) == len(names)
    programme = programme_of(assessment)
    warm_up = {name for session in programme.sessions for name in session.warm_up}
    assert not {*names} & ({*chosen(assessment)} | warm_up)


@examples(150)
@given(answers=trainable_answers())
def test_a_top_region_with_nothing_says_why(
    make_assessment: MakeAssessment, answers: dict[str, Any]
) -> None:
    assessment = make_assessment(answers)
    empty = {one.region: one for one in assessment.empty_regions}
    trained = {
        region for one in assessment.exercises for region in (one.region, *one.exercise.primary)
    }
    for region in assessment.top:
        assert (region in trained) + (region in empty) + (region in assessment.crowded_out) == 1
    assert all(one.because for one in empty.values())


def test_a_region_without_kit_or_floor_says_so(make_assessment: MakeAssessment) -> None:
    changes = {"side_raise": 4, "carry_bags": 4, "equipment": [], "shoulder_unstable": "yes"}
    (empty,) = make_assessment(changes).empty_regions
    assert empty.region.value == "rear_shoulder"
    assert set(empty.because) == {"equipment", "shoulder_unstable"}
    assert empty.instead.reason == "caution"


def test_a_held_region_says_injury(make_assessment: MakeAssessment) -> None:
    changes = {"toe_rises": 4, "uphill_walk": 4, "stairs": 3}
    (empty,) = make_assessment(changes, injury_last_6_weeks=["calf"]).empty_regions
    assert empty.instead.reason == "injury"
    assert "injury_last_6_weeks" in empty.because


@pytest.mark.parametrize("experience", ["new", "some", "experienced"])
def test_hamstrings_and_calves_work_with_a_bent_and_a_straight_knee(
    make_assessment: MakeAssessment, experience: str
) -> None:
    # docs/evidence.md 5.2: one bent-knee and one straight-knee exercise each.
    hamstrings = make_assessment(heel_pull=4, short_sprint=4, experience=experience)
    patterns = {one.exercise.pattern.value for one in hamstrings.exercises}
    assert patterns & {"curl_machine", "curl_ball", "curl_eccentric"}
    assert patterns & {"hinge_drill", "hinge_loaded", "bridge"}
    calves = make_assessment(toe_rises=4, uphill_walk=4, experience=experience)
    patterns = {one.exercise.pattern.value for one in calves.exercises}
    assert {"calf_standing", "calf_seated"} <= patterns
