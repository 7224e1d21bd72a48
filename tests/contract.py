"""The contract: the tables of docs/rules.md 1, 2 and 5, written out by hand for the tests.

Nothing here is read from the program: the program is checked against it.
"""

from __future__ import annotations

REGIONS = (
    "low_back",
    "glute_max",
    "hamstrings",
    "glute_med",
    "upper_back",
    "calves",
    "rear_shoulder",
    "neck",
)

EQUIPMENT = (
    "band",
    "dumbbell",
    "kettlebell",
    "barbell",
    "bench",
    "cable",
    "leg_curl",
    "pull_up_bar",
    "step",
    "sliders",
    "back_extension_bench",
    "ghd",
)

CHOICES: dict[str, tuple[object, ...]] = {
    "sex": ("female", "male", "unstated"),
    "goal": ("comfort", "fitness", "muscle", "strength", "sport"),
    "experience": ("new", "some", "experienced"),
    "days_per_week": (2, 3),
    "minutes": (15, 20, 30, 45),
    "pain_days": ("never", "monthly", "weekly", "most_days", "daily"),
    "posture_can_straighten": ("yes", "no"),
    "stalled_recovery_poor": ("yes", "no"),
    "work_bending": ("yes", "no"),
    "weight_concern": ("yes", "no", "unstated"),
    "earlier_back_pain": ("yes", "no"),
}

INJURY_SITES = ("back", "hip", "knee", "hamstring", "calf", "ankle")
LISTS: dict[str, tuple[str, ...]] = {
    "equipment": EQUIPMENT,
    "injury_last_6_weeks": INJURY_SITES,
    "stalled": ("run", "lift", "pull"),
    "strength_regions": REGIONS,
}

PAIN = (
    "pain_low_back",
    "pain_hip",
    "pain_neck",
    "pain_upper_back",
    "pain_shoulder",
    "pain_thigh_back",
    "pain_calf",
)
INTEGERS: dict[str, tuple[int, int]] = {
    "age_years": (16, 100),
    **dict.fromkeys(PAIN, (0, 10)),
    **{f"injuries_{site}": (0, 20) for site in INJURY_SITES},
    "active_days": (0, 7),
    "active_minutes": (0, 300),
    "sitting_hours": (0, 24),
    "test_hinge": (0, 3),
}

URGENCIES = {"E": "emergency", "S": "same_day", "C": "clinician", "P": "postpone"}
FLAGS: dict[str, tuple[str, str | None, str | None]] = {
    # id: urgency, follow-up, its urgency
    "saddle_numbness": ("E", None, None),
    "both_legs": ("E", None, None),
    "foot_drop": ("S", None, None),
    "major_accident": ("S", "major_accident_cannot_walk", "E"),
    "fragile_bone_strain": ("S", None, None),
    "cancer_signs": ("C", "cancer_signs_new_weakness", "S"),
    "infection_signs": ("S", "infection_very_unwell", "E"),
    "effort_chest_pain": ("C", "effort_chest_pain_now", "E"),
    "faint_or_breathless": ("C", "faint_or_breathless_new", "S"),
    "stroke_signs": ("E", None, None),
    "cord_signs": ("S", None, None),
    "swollen_calf": ("S", "swollen_calf_breathless", "E"),
    "achilles_snap": ("S", None, None),
    "muscle_pop": ("S", None, None),
    "pregnancy_warning": ("S", None, None),
    "recent_surgery": ("C", None, None),
    "pulsing_belly_pain": ("E", None, None),
    "walking_cramp": ("C", None, None),
    "very_high_bp": ("C", "very_high_bp_symptoms", "S"),
    "severe_pain": ("C", None, None),
    "bone_point_pain": ("C", "bone_point_pain_cannot_stand", "S"),
    "dark_urine": ("E", None, None),
    "hot_joint": ("S", None, None),
    "known_disease_inactive": ("C", None, None),
    "acute_illness": ("P", None, None),
}
AMBER = (
    "amber_morning_stiffness",
    "amber_leg_tingling",
    "amber_long_fatigue",
    "amber_young_back_pain",
    "amber_new_headache",
)
CAUTIONS = (
    "pregnant",
    "pregnant_13_weeks",
    "after_birth_12_weeks",
    "osteoporosis",
    "spine_fracture",
    "treated_high_bp",
    "bp_160_100",
    "hernia",
    "bending_hurts_back",
    "arching_hurts_back",
    "leg_pain_below_knee",
    "shoulder_pain_overhead",
    "shoulder_unstable",
    "achilles_mid",
    "achilles_heel",
    "sit_bone_pain",
    "hamstring_strain_recent",
    "outer_hip_pain_night",
    "hypermobile",
    "falls",
    "knee_problem",
    "hip_replacement",
    "eye_pressure",
    "diabetes",
    "tendon_medicine",
    "neck_pain",
    "cannot_reach_floor",
    "blood_thinner",
)
DERIVED_CAUTIONS = ("age_65", "under_18")

ABILITY: dict[str, dict[str, int]] = {
    "chair_rise": {"glute_max": 2, "hamstrings": 1},
    "stairs": {"glute_max": 2, "calves": 1, "glute_med": 1},
    "box_lift": {"low_back": 2, "hamstrings": 1, "glute_max": 1},
    "long_stand": {"low_back": 2},
    "lean_forward": {"low_back": 2, "upper_back": 1},
    "bridge": {"glute_max": 2, "hamstrings": 1},
    "bridge_one_leg": {"glute_max": 2, "hamstrings": 2, "glute_med": 1},
    "one_leg_stand": {"glute_med": 2},
    "side_steps": {"glute_med": 2},
    "heel_pull": {"hamstrings": 2},
    "short_sprint": {"hamstrings": 2, "calves": 1},
    "toe_rises": {"calves": 2},
    "uphill_walk": {"calves": 2},
    "row_pull": {"upper_back": 2, "rear_shoulder": 1},
    "pull_up_or_down": {"upper_back": 2},
    "shoulders_back": {"upper_back": 2},
    "side_raise": {"rear_shoulder": 2},
    "carry_bags": {"upper_back": 1, "neck": 1, "rear_shoulder": 1},
    "screen_neck": {"neck": 2},
    "head_lift": {"neck": 2},
}

TESTS_INTEGER = (
    "test_heel_raise_left",
    "test_heel_raise_right",
    "test_hamstring_bridge_left",
    "test_hamstring_bridge_right",
    "test_inverted_row",
    "test_chair_stand",
    "test_hinge",
)
TESTS_DECIMAL = (
    "test_bridge_left",
    "test_bridge_right",
    "test_trunk_hold",
    "test_stance_left",
    "test_stance_right",
    "test_prone_t",
    "test_wall_gap_cm",
)
TEST_LIMITS = {"test_trunk_hold": 240, "test_stance_left": 60, "test_stance_right": 60}

SECTIONS: dict[str, tuple[str, ...]] = {
    "about": (
        "name",
        "age_years",
        "sex",
        "goal",
        "experience",
        "equipment",
        "days_per_week",
        "minutes",
    ),
    "safety": (
        *(item for flag, (_, follow_up, _) in FLAGS.items() for item in (flag, follow_up) if item),
        *AMBER,
    ),
    "cautions": CAUTIONS,
    "ability": tuple(ABILITY),
    "signs": (
        *PAIN,
        "pain_days",
        "posture_rounded",
        "posture_can_straighten",
        *(f"injuries_{site}" for site in INJURY_SITES),
        "injury_last_6_weeks",
        "stalled",
        "stalled_recovery_poor",
    ),
    "exposure": (
        "active_days",
        "active_minutes",
        "sitting_hours",
        "work_bending",
        "weight_concern",
        "strength_regions",
        "earlier_back_pain",
    ),
    "tests": (*TESTS_INTEGER, *TESTS_DECIMAL),
    "clearance": ("clearance",),
}

CHECKS = (*SECTIONS["safety"], *CAUTIONS)
SCALES = (*ABILITY, "posture_rounded")

_R02 = {"saddle_numbness": "R01", "both_legs": "R02", "foot_drop": "R02b"}
"""R02 stands for two flags."""
CODES: dict[str, str] = {
    **dict(zip(SECTIONS["about"], ("Y1", "Y2", "Y3", "Y4", "Y5", "Y6", "Y7", "Y8"), strict=True)),
    **_R02,
    **{flag: f"R{number:02}" for number, flag in enumerate(list(FLAGS)[3:], start=3)},
    **{
        follow_up: f"R{number:02}+"
        for number, (_, follow_up, _) in enumerate(list(FLAGS.values())[3:], start=3)
        if follow_up
    },
    **dict(zip(AMBER, ("A01", "A02", "A03", "A04", "A05"), strict=True)),
    **{item: f"C{number:02}" for number, item in enumerate(CAUTIONS[:19], start=1)},
    **{item: f"C{number:02}" for number, item in enumerate(CAUTIONS[19:], start=21)},
    **{item: f"Q{number:02}" for number, item in enumerate(ABILITY, start=1)},
    **{item: f"P{number}" for number, item in enumerate(PAIN, start=1)},
    "pain_days": "P8",
    "posture_rounded": "P9",
    "posture_can_straighten": "P10",
    **{f"injuries_{site}": f"I{number}" for number, site in enumerate(INJURY_SITES, start=1)},
    "injury_last_6_weeks": "I7",
    "stalled": "S1",
    "stalled_recovery_poor": "S2",
    **{item: f"X{number}" for number, item in enumerate(SECTIONS["exposure"], start=1)},
    "test_heel_raise_left": "T1L",
    "test_heel_raise_right": "T1R",
    "test_bridge_left": "T2L",
    "test_bridge_right": "T2R",
    "test_hamstring_bridge_left": "T3L",
    "test_hamstring_bridge_right": "T3R",
    "test_trunk_hold": "T4",
    "test_stance_left": "T5L",
    "test_stance_right": "T5R",
    "test_prone_t": "T6",
    "test_inverted_row": "T7",
    "test_chair_stand": "T8",
    "test_hinge": "T9",
    "test_wall_gap_cm": "T10",
    "clearance": "K1",
}
"""Printed in the margin of the blank questionnaire. Sheets of paper carry them for years:
a code is never given to another item. C20 and C30 come from the age and are never asked."""

EXERCISES = (
    "hip-hinge-drill",
    "block-deadlift",
    "deadlift",
    "romanian-deadlift",
    "straight-leg-deadlift",
    "single-leg-romanian-deadlift",
    "kettlebell-swing",
    "back-extension",
    "bird-dog",
    "prone-back-extension",
    "glute-bridge",
    "single-leg-glute-bridge",
    "hip-thrust",
    "barbell-hip-thrust",
    "hamstring-walkout",
    "sliding-leg-curl",
    "machine-leg-curl",
    "band-leg-curl",
    "dumbbell-leg-curl",
    "nordic-curl",
    "glute-ham-raise",
    "sit-to-stand",
    "squat",
    "step-up",
    "clamshell",
    "side-lying-leg-raise",
    "monster-walk",
    "standing-hip-abduction",
    "chest-supported-row",
    "seated-row",
    "one-arm-row",
    "bent-over-row",
    "inverted-row",
    "lat-pulldown",
    "assisted-pull-up",
    "pull-up",
    "straight-arm-pulldown",
    "reverse-fly",
    "band-pull-apart",
    "prone-y-t-raise",
    "shrug",
    "neck-isometric",
    "standing-calf-raise",
    "seated-calf-raise",
)
"""In the order E01 to E44."""


def all_best() -> dict[str, object]:
    """Return the answers of a client for whom everything is at its best: every score is 0."""
    return {
        "age_years": 40,
        "sex": "male",
        "goal": "fitness",
        "experience": "new",
        "equipment": list(EQUIPMENT),
        "days_per_week": 2,
        "minutes": 30,
        **{item: "no" for item in CHECKS if item not in _FOLLOW_UPS | _NOT_OF_MALES},
        **dict.fromkeys(ABILITY, 0),
        **dict.fromkeys(PAIN, 0),
        "posture_rounded": 0,
        **{f"injuries_{site}": 0 for site in INJURY_SITES},
        "injury_last_6_weeks": [],
        "stalled": [],
        "active_days": 5,
        "active_minutes": 60,
        "sitting_hours": 4,
        "work_bending": "no",
        "weight_concern": "no",
        "strength_regions": list(REGIONS),
        "earlier_back_pain": "no",
    }


def all_worst() -> dict[str, object]:
    """Return the same client with every scored answer at its worst."""
    return all_best() | {
        **dict.fromkeys(ABILITY, 4),
        **dict.fromkeys(PAIN, 10),
        "pain_days": "daily",
        "posture_rounded": 4,
        "posture_can_straighten": "no",
        **{f"injuries_{site}": 20 for site in INJURY_SITES},
        "stalled": ["run", "lift", "pull"],
        "stalled_recovery_poor": "no",
        "active_days": 0,
        "active_minutes": 0,
        "sitting_hours": 24,
        "work_bending": "yes",
        "strength_regions": [],
    }


_FOLLOW_UPS = {follow_up for _, follow_up, _ in FLAGS.values() if follow_up} | {
    "pregnant_13_weeks",
    "pregnancy_warning",
}
_NOT_OF_MALES = {"pregnant", "after_birth_12_weeks"}
