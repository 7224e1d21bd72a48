"""Sessions and weeks: every expected figure is from docs/evidence.md 5.2, 6.2 to 6.4."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import given

from assessment.catalogue.model import Catalogue
from assessment.core.assess import Assessment
from assessment.core.plan.programme import PhasePlan, Prescription, Programme
from assessment.core.plan.pairing import paired
from assessment.core.plan.sessions import Session
from tests import contract, evidence
from tests.conftest import MakeAssessment
from tests.strategies import examples, trainable_answers

GOALS = ("comfort", "fitness", "muscle", "strength", "sport")
OWN = {"skill", "hold", "N"}
"""Doses that belong to an exercise and do not change with the weeks."""
MOST_EFFORT = {
    "pregnant": 7,
    "treated_high_bp": 7,
    "hypermobile": 6,
    "age_65": 7,
}
"""RPE that docs/evidence.md 3.2 allows with a caution, at most."""


def hard(**more: Any) -> dict[str, Any]:
    """Return answers of somebody with much room to grow, female and not pregnant."""
    return {
        **dict.fromkeys(contract.ABILITY, 3),
        "sex": "female",
        **more,
    }


def programme_of(assessment: Assessment) -> Programme:
    assert assessment.programme is not None
    return assessment.programme


def goal_doses(assessment: Assessment) -> list[Prescription]:
    return [one for one in assessment.exercises if one.dose.code not in OWN]


def seconds_by_formula(session: Session, plan: PhasePlan, assessment: Assessment) -> float:
    """Return the time of the main parts, by docs/evidence.md 6.2.

    It is rounds x (reps x tempo each + rest).
    """
    number = [one.phase.id for one in programme_of(assessment).phases].index(plan.phase.id)
    by_id = {one.exercise.id: one for one in assessment.exercises}
    total = 0
    for block in session.blocks:
        if block.name in ("Warm-up", "Cool-down"):
            continue
        chosen = [by_id[name] for name in block.exercises]
        for one in chosen:
            work = one.work[number]
            tempo = sum(int(part) for part in one.dose.tempo.split("-"))
            total += work.sets * work.repetitions[1] * tempo * one.exercise.sides
        rounds = max(one.work[number].sets for one in chosen)
        total += rounds * max(one.dose.rest_s for one in chosen)
    return total


def test_twelve_weeks_in_three_parts(make_assessment: MakeAssessment) -> None:
    programme = programme_of(make_assessment(hard()))
    assert programme.weeks == 12
    assert [plan.phase.weeks for plan in programme.phases] == [(1, 4), (5, 8), (9, 12)]
    assert programme.retest_weeks == (4, 8, 12)


def test_the_general_dose_by_the_weeks(make_assessment: MakeAssessment) -> None:
    assessment = make_assessment(hard(goal="fitness", minutes=45, experience="some"))
    most_sets = [0, 0, 0]
    for one in goal_doses(assessment):
        assert [work.repetitions for work in one.work] == [(8, 12), (8, 12), (6, 10)]
        # Weeks 9 to 12 ask for RPE 7-8, the general dose for at most 7.
        assert [work.effort for work in one.work] == [(5, 6), (7, 7), (7, 7)]
        most_sets = [max(a, b.sets) for a, b in zip(most_sets, one.work, strict=True)]
    assert most_sets == [2, 3, 3]


@pytest.mark.parametrize(
    ("goal", "repetitions", "effort"),
    [
        ("comfort", [(12, 20)] * 3, [(5, 6), (7, 7), (7, 7)]),
        ("muscle", [(8, 15), (8, 12), (8, 10)], [(5, 6), (7, 7), (7, 8)]),
        ("strength", [(4, 8)] * 3, [(5, 6), (7, 7), (7, 8)]),
    ],
)
def test_the_doses_of_the_other_goals_by_the_weeks(
    make_assessment: MakeAssessment,
    goal: str,
    repetitions: list[tuple[int, int]],
    effort: list[tuple[int, int]],
) -> None:
    assessment = make_assessment(hard(goal=goal, minutes=45, experience="experienced"))
    code = {"comfort": "E", "muscle": "H", "strength": "S"}[goal]
    chosen = [one for one in assessment.exercises if one.dose.code == code]
    assert chosen
    for one in chosen:
        assert [work.repetitions for work in one.work] == repetitions
        assert [work.effort for work in one.work] == effort


@pytest.mark.parametrize("region_hard", ["upper_back", "low_back"])
def test_what_is_for_strength_alone_has_no_long_sets(
    make_assessment: MakeAssessment, region_hard: str
) -> None:
    # docs/evidence.md 5.1, column doses: S and nothing else.
    only_for_strength = {
        *("deadlift", "single-leg-romanian-deadlift", "squat", "bent-over-row"),
        *("assisted-pull-up", "pull-up"),
    }
    answers = {
        "upper_back": {"row_pull": 4, "pull_up_or_down": 4, "shoulders_back": 4},
        "low_back": {"box_lift": 4, "long_stand": 4, "lean_forward": 4},
    }[region_hard]
    assessment = make_assessment(answers, goal="comfort", experience="experienced")
    found = [one for one in assessment.exercises if one.exercise.id in only_for_strength]
    assert found
    for one in found:
        assert max(work.repetitions[1] for work in one.work) <= 12, one.exercise.id


def test_sets_never_become_fewer_and_never_pass_the_dose(make_assessment: MakeAssessment) -> None:
    for goal, minutes in itertools.product(GOALS, (15, 20, 30, 45)):
        assessment = make_assessment(hard(goal=goal, minutes=minutes, experience="experienced"))
        for one in assessment.exercises:
            sets = [work.sets for work in one.work]
            assert sets == sorted(sets)
            assert sets[0] <= 2
            assert sets[-1] <= min(3, one.dose.sets[1])


@pytest.mark.parametrize("caution", MOST_EFFORT)
@pytest.mark.parametrize("goal", ["fitness", "muscle", "strength"])
def test_effort_stays_under_what_a_caution_allows(
    make_assessment: MakeAssessment, caution: str, goal: str
) -> None:
    extra: dict[str, Any] = {"age_years": 70} if caution == "age_65" else {caution: "yes"}
    if caution == "pregnant":
        extra |= {"pregnancy_warning": "no", "pregnant_13_weeks": "no"}
    assessment = make_assessment(hard(goal=goal, experience="experienced", **extra))
    assert assessment.exercises
    for one in assessment.exercises:
        assert all(work.effort[1] <= MOST_EFFORT[caution] for work in one.work)


@pytest.mark.parametrize(
    ("changes", "low", "high"),
    [({"age_years": 70}, 10, 15), ({"osteoporosis": "yes"}, 8, 12)],
)
@pytest.mark.parametrize("goal", ["fitness", "muscle", "strength", "sport"])
def test_repetitions_of_age_and_thin_bones(
    make_assessment: MakeAssessment, changes: dict[str, Any], low: int, high: int, goal: str
) -> None:
    assessment = make_assessment(hard(goal=goal, experience="experienced", **changes))
    for one in goal_doses(assessment):
        for work in one.work:
            assert low <= work.repetitions[0] < work.repetitions[1] <= high


def test_comfort_from_65_with_thin_bones_stays_within_both(make_assessment: MakeAssessment) -> None:
    # 12 to 20, 8 to 12 and 10 to 15 share one number; the two cautions share 10 to 12.
    assessment = make_assessment(hard(goal="comfort", age_years=70, osteoporosis="yes"))
    assert goal_doses(assessment)
    for one in goal_doses(assessment):
        assert {work.repetitions for work in one.work} == {(10, 12)}


@examples(200)
@given(answers=trainable_answers())
def test_every_session_of_every_week_fits_and_is_counted_right(
    make_assessment: MakeAssessment, answers: dict[str, Any]
) -> None:
    assessment = make_assessment(answers)
    minutes = assessment.sheet.get("minutes") or 30
    programme = programme_of(assessment)
    for plan in programme.phases:
        for session in plan.sessions:
            assert session.seconds <= minutes * 60
            main = [b for b in session.blocks if b.name not in ("Warm-up", "Cool-down")]
            if [block.name for block in main] != ["Easy walk"]:
                counted = seconds_by_formula(session, plan, assessment)
                assert sum(block.seconds for block in main) == counted


def test_a_warm_up_of_the_evidence(make_assessment: MakeAssessment) -> None:
    programme = programme_of(make_assessment(hard()))
    for session in programme.sessions:
        first, last = session.blocks[0], session.blocks[-1]
        assert (first.name, first.seconds) == ("Warm-up", 360)
        assert first.exercises == ("hip-hinge-drill", "glute-bridge", "band-pull-apart")
        assert (last.name, last.seconds) == ("Cool-down", 300)
    assert [stretch.id for stretch in programme.stretches] == ["calf", "hamstring", "chest"]


@pytest.mark.parametrize(
    ("changes", "drills"),
    [
        ({"equipment": []}, ("hip-hinge-drill", "glute-bridge")),
        ({"cannot_reach_floor": "yes"}, ("hip-hinge-drill", "band-pull-apart")),
        ({"injury_last_6_weeks": ["hip"], "injuries_hip": 1}, ("band-pull-apart",)),
        ({"minutes": 15}, ("hip-hinge-drill",)),
    ],
)
def test_the_warm_up_obeys_the_exclusions_and_the_time(
    make_assessment: MakeAssessment, changes: dict[str, Any], drills: tuple[str, ...]
) -> None:
    programme = programme_of(make_assessment(hard(**changes)))
    for session in programme.sessions:
        assert session.blocks[0].exercises == drills


def test_without_a_drill_only_easy_exercises_warm_up(make_assessment: MakeAssessment) -> None:
    changes = {"injury_last_6_weeks": ["hip"], "injuries_hip": 1, "experience": "experienced"}
    equipment = ["ghd", "cable", "barbell"]
    assessment = make_assessment(hard(equipment=equipment, **changes))
    for session in programme_of(assessment).sessions:
        assert session.exercises
        assert {evidence.EXERCISES[name].level for name in session.warm_up} <= {1}


@pytest.mark.parametrize(("site", "stretch"), [("calf", "calf"), ("hamstring", "hamstring")])
def test_what_an_injury_holds_is_not_stretched(
    make_assessment: MakeAssessment, site: str, stretch: str
) -> None:
    changes = {f"injuries_{site}": 1, "injury_last_6_weeks": [site]}
    stretches = programme_of(make_assessment(hard(**changes))).stretches
    assert stretch not in {one.id for one in stretches}
    assert stretches


@pytest.mark.parametrize("minutes", [15, 20])
@pytest.mark.parametrize("experience", ["new", "some"])
def test_little_time_never_costs_a_kind_of_movement(
    make_assessment: MakeAssessment, minutes: int, experience: str
) -> None:
    answers = {"box_lift": 4, "long_stand": 4, "bridge": 3, "chair_rise": 3, "heel_pull": 3}
    answers |= {"bridge_one_leg": 3}
    assessment = make_assessment(
        answers, goal="comfort", equipment=["band"], minutes=minutes, experience=experience
    )
    for session in programme_of(assessment).sessions:
        patterns = {evidence.EXERCISES[name].pattern for name in session.exercises}
        assert patterns & {"hinge_drill", "hinge_loaded", "bridge", "thrust"}
        assert patterns & {"row_supported", "row_unsupported"}
        assert patterns & {"curl_machine", "curl_ball", "calf_standing", "calf_seated"}


@pytest.mark.parametrize(
    "caution",
    ["hypermobile", "eye_pressure", "pregnant", "after_birth_12_weeks", "under_18"],
)
def test_nobody_with_these_has_the_dose_for_strength(
    make_assessment: MakeAssessment, caution: str
) -> None:
    extra: dict[str, Any] = {"age_years": 17} if caution == "under_18" else {caution: "yes"}
    if caution == "pregnant":
        extra |= {"pregnancy_warning": "no", "pregnant_13_weeks": "no"}
    assessment = make_assessment(hard(goal="strength", experience="experienced", **extra))
    assert assessment.exercises
    assert "S" not in {one.dose.code for one in assessment.exercises}


def test_very_bendy_joints_go_slowly_and_rest_more(make_assessment: MakeAssessment) -> None:
    # Evidence, C19: slow 3-1-3, light, more rest.
    for one in goal_doses(make_assessment(hard(goal="comfort", hypermobile="yes"))):
        assert one.dose.tempo == "3-1-3"
        assert one.dose.rest_s >= 90


@pytest.mark.parametrize("equipment", [[], list(contract.EQUIPMENT)])
def test_a_nordic_curl_comes_twice_a_week_at_most_and_gently(
    make_assessment: MakeAssessment, equipment: list[str]
) -> None:
    # docs/evidence.md 5.2, row N: once or twice a week; 6.3: RPE 5 to 6 in weeks 1 to 4.
    answers = {"heel_pull": 4, "short_sprint": 4, "achilles_heel": "yes", "equipment": equipment}
    assessment = make_assessment(answers, experience="experienced", days_per_week=3)
    sessions = programme_of(assessment).sessions
    assert len(sessions) == 3
    assert 1 <= sum("nordic-curl" in session.exercises for session in sessions) <= 2
    nordic = next(one for one in assessment.exercises if one.exercise.id == "nordic-curl")
    assert nordic.first.effort[1] <= 6
    assert nordic.work[1].effort[1] <= 7


@pytest.mark.parametrize(
    ("caution", "drill"),
    [
        # docs/evidence.md 5.1, column "done differently with"; 3.2, column MODIFY.
        ("sit_bone_pain", "hip-hinge-drill"),
        ("leg_pain_below_knee", "hip-hinge-drill"),
        ("hamstring_strain_recent", "glute-bridge"),
        ("shoulder_pain_overhead", "band-pull-apart"),
        ("treated_high_bp", "hip-hinge-drill"),
        ("treated_high_bp", "glute-bridge"),
        ("treated_high_bp", "band-pull-apart"),
    ],
)
def test_a_caution_changes_the_warm_up_too(
    make_assessment: MakeAssessment, catalogue: Catalogue, caution: str, drill: str
) -> None:
    assert {one.exercise.id: one.changes for one in programme_of(make_assessment()).drills} == {
        "hip-hinge-drill": (),
        "glute-bridge": (),
        "band-pull-apart": (),
    }
    changed = {
        one.exercise.id: one.changes
        for one in programme_of(make_assessment(**{caution: "yes"})).drills
    }
    wanted = catalogue.exercise[drill].changes.get(caution, catalogue.caution[caution].change)
    assert changed[drill] == (wanted,)


def test_nothing_is_left_out_and_in_the_warm_up(make_assessment: MakeAssessment) -> None:
    assessment = make_assessment(hard(injuries_back=1, injury_last_6_weeks=["back"]))
    left_out = {one.exercise.id for one in assessment.left_out}
    for session in programme_of(assessment).sessions:
        assert left_out.isdisjoint((*session.warm_up, *session.exercises))


@pytest.mark.parametrize("caution", ["sit_bone_pain", "hypermobile", "leg_pain_below_knee"])
def test_no_long_stretch_where_the_evidence_forbids_it(
    make_assessment: MakeAssessment, caution: str
) -> None:
    programme = programme_of(make_assessment(hard(**{caution: "yes"})))
    assert "hamstring" not in {stretch.id for stretch in programme.stretches}


def test_supersets_pair_lower_with_upper_and_calves_and_trunk_finish(catalogue: Catalogue) -> None:
    # Beginner A of docs/evidence.md 6.2: E13, E29, E22, E34, E43, E09.
    names = ("standing-calf-raise", "bird-dog", "sit-to-stand", "lat-pulldown")
    ids = (*names, "chest-supported-row", "hip-thrust")
    pairs = paired([catalogue.exercise[one] for one in ids], catalogue.schedule)
    assert [[one.id for one in pair] for pair in pairs] == [
        ["hip-thrust", "chest-supported-row"],
        ["sit-to-stand", "lat-pulldown"],
        ["standing-calf-raise", "bird-dog"],
    ]


def test_a_pair_shares_no_main_region_where_that_can_be(catalogue: Catalogue) -> None:
    ids = ("glute-bridge", "sit-to-stand", "machine-leg-curl", "standing-calf-raise")
    pairs = paired([catalogue.exercise[one] for one in ids], catalogue.schedule)
    assert [[one.id for one in pair] for pair in pairs] == [
        ["glute-bridge", "machine-leg-curl"],
        ["sit-to-stand", "standing-calf-raise"],
    ]


def test_the_parts_of_a_session_have_their_names(make_assessment: MakeAssessment) -> None:
    programme = programme_of(make_assessment(hard(toe_rises=4, uphill_walk=4)))
    names = {block.name for session in programme.sessions for block in session.blocks}
    assert {"Warm-up", "Superset 1", "Finisher", "Cool-down"} <= names


@pytest.mark.parametrize("minutes", [15, 20, 30, 45])
@pytest.mark.parametrize("changes", [{}, {"equipment": []}, {"cannot_reach_floor": "yes"}])
def test_no_kit_no_floor_or_little_time_still_gives_a_whole_session(
    make_assessment: MakeAssessment, changes: dict[str, Any], minutes: int
) -> None:
    assessment = make_assessment(hard(minutes=minutes, **changes))
    for session in programme_of(assessment).sessions:
        patterns = {evidence.EXERCISES[name].pattern for name in session.exercises}
        assert len(session.exercises) >= 3
        assert patterns & {"hinge_drill", "hinge_loaded", "bridge", "thrust"}
        assert patterns & {"row_supported", "row_unsupported"}
        assert session.blocks[0].name == "Warm-up"
        assert session.blocks[-1].name == "Cool-down"


@pytest.mark.parametrize(
    ("days", "experience", "names", "days_by_phase"),
    [
        (2, "new", ["A", "B"], [2, 2, 2]),
        (3, "new", ["A", "B", "C"], [2, 2, 3]),
        (3, "some", ["A", "B", "C"], [3, 3, 3]),
    ],
)
def test_a_third_day_when_asked_for(
    make_assessment: MakeAssessment,
    days: int,
    experience: str,
    names: list[str],
    days_by_phase: list[int],
) -> None:
    for answers in (hard(), {}):
        assessment = make_assessment(answers, days_per_week=days, experience=experience)
        programme = programme_of(assessment)
        assert [session.name for session in programme.sessions] == names
        assert [plan.days for plan in programme.phases] == days_by_phase


def test_the_third_day_has_the_main_exercise_of_each_top_region(
    make_assessment: MakeAssessment,
) -> None:
    assessment = make_assessment(hard(), days_per_week=3)
    chosen = {one.exercise.id: one for one in assessment.exercises}
    third = programme_of(assessment).sessions[2]
    assert set(assessment.top) <= {chosen[name].region for name in third.exercises}


def test_the_first_pair_keeps_most_rounds(make_assessment: MakeAssessment) -> None:
    # The template of docs/evidence.md 6.2 has 3, 2 and 2 rounds.
    for minutes in (20, 30, 45):
        assessment = make_assessment(hard(minutes=minutes, goal="comfort", experience="some"))
        by_id = {one.exercise.id: one for one in assessment.exercises}
        for number, plan in enumerate(programme_of(assessment).phases):
            for session in plan.sessions[:1]:
                rounds = [
                    max(by_id[name].work[number].sets for name in block.exercises)
                    for block in session.blocks[1:-1]
                ]
                assert rounds == sorted(rounds, reverse=True)


def test_what_time_removed_is_named(make_assessment: MakeAssessment) -> None:
    short, long = (make_assessment(hard(minutes=minutes)) for minutes in (20, 45))
    in_long = {one.exercise.id for one in long.exercises}
    by_time = {o.exercise.id for o in short.left_out if o.because == ("minutes",)}
    assert by_time
    assert by_time & in_long
    assert not by_time & {one.exercise.id for one in short.exercises}


@pytest.mark.parametrize(
    ("changes", "because", "reason"),
    [
        ({"injuries_calf": 1, "injury_last_6_weeks": ["calf"]}, "injury_last_6_weeks", "injury"),
        ({"pain_neck": 3, "screen_neck": 4, "head_lift": 4}, None, None),
    ],
)
def test_an_empty_region_says_why_and_what_instead(
    make_assessment: MakeAssessment,
    changes: dict[str, Any],
    because: str | None,
    reason: str | None,
) -> None:
    assessment = make_assessment({"toe_rises": 4, "uphill_walk": 4}, **changes)
    found = [(one.because, one.instead.reason) for one in assessment.empty_regions]
    assert found == ([((because,), reason)] if because else [])


def test_a_region_without_kit_or_floor_says_so(make_assessment: MakeAssessment) -> None:
    answers = {"row_pull": 4, "side_raise": 4, "shoulders_back": 4, "pull_up_or_down": 4}
    assessment = make_assessment(answers, equipment=[], cannot_reach_floor="yes")
    empty = {one.region.value: one for one in assessment.empty_regions}
    assert set(empty["rear_shoulder"].because) == {"equipment", "cannot_reach_floor"}
    assert empty["rear_shoulder"].instead.reason == "caution"


def test_every_measure_is_looked_at_in_a_week_that_the_plan_names(catalogue: Catalogue) -> None:
    weeks = {retest.week for retest in catalogue.schedule.retests}
    assert set().union(*(measure.weeks for measure in catalogue.measures)) == weeks


RULES = {
    "progress": (
        "the higher number, with as many left as planned",
        "two sessions running",
        "2 to 5 percent",
        "5 to 10 percent",
    ),
    "step-up": ("two clean sessions", "3 or less", "7 or less"),
    "easy-week": ("Every 4 to 6 weeks", "two poor sessions", "halve the sets"),
    "missed": ("more than 2 weeks",),
    "step-back": ("Stop", "over 5", "worse next morning", "9 out of 10", "lose the form"),
    "keep-going": ("two sessions a week", "12 weeks once more"),
}


@pytest.mark.parametrize("rule", RULES)
def test_the_rules_have_the_figures_of_the_evidence(catalogue: Catalogue, rule: str) -> None:
    text = {one.id: one.text for one in catalogue.schedule.rules}[rule]
    assert [words for words in RULES[rule] if words not in text] == []
