"""The contract's rules for plans: the tables of docs/rules.md 5, written out by hand for the tests.

Nothing here is read from the program: the program is checked against it.
"""

from __future__ import annotations

from typing import Any, NamedTuple

PATTERNS = (
    "hinge_drill",
    "hinge_loaded",
    "hinge_ballistic",
    "bridge",
    "thrust",
    "back_extension",
    "prone",
    "brace",
    "curl_machine",
    "curl_ball",
    "curl_eccentric",
    "squat",
    "step",
    "balance",
    "pull_hanging",
    "pull_seated",
    "row_supported",
    "row_unsupported",
    "raise",
    "shrug",
    "neck",
    "abduction_lying",
    "abduction_standing",
    "calf_standing",
    "calf_seated",
    "carry",
)


class ExerciseRow(NamedTuple):
    """One exercise; ``avoid`` are ids of cautions."""

    code: str
    primary: list[str]
    secondary: list[str]
    pattern: str
    level: int
    kit: list[list[str]]
    avoid: list[str]


NEW_EXERCISES = {
    "single-leg-calf-raise": ExerciseRow(
        "E45", ["calves"], [], "calf_standing", 2, [],
        ["achilles_heel", "falls", "tendon_medicine"],
    ),
    "band-row": ExerciseRow(
        "E46", ["upper_back"], ["rear_shoulder"], "row_supported", 1, [["band"]], []
    ),
    "goblet-squat": ExerciseRow(
        "E47", ["glute_max"], ["low_back"], "squat", 2, [["dumbbell"], ["kettlebell"]], []
    ),
    "kettlebell-deadlift": ExerciseRow(
        "E48", ["glute_max", "hamstrings", "low_back"], ["upper_back"], "hinge_loaded", 1,
        [["kettlebell"], ["dumbbell"]], ["falls", "cannot_reach_floor", "hip_replacement"],
    ),
    "balance-reach": ExerciseRow(
        "E49", ["glute_med"], ["calves"], "balance", 1, [], ["outer_hip_pain_night"]
    ),
    "suitcase-carry": ExerciseRow(
        "E50", ["low_back"], ["glute_med", "upper_back"], "carry", 2,
        [["dumbbell"], ["kettlebell"]],
        ["spine_fracture", "falls", "after_birth_12_weeks", "hernia", "shoulder_unstable"],
    ),
    "bridge-hold": ExerciseRow(
        "E51", ["hamstrings"], ["glute_max"], "bridge", 1, [],
        ["pregnant_13_weeks", "cannot_reach_floor"],
    ),
    "wall-press-back": ExerciseRow(
        "E52", ["upper_back", "rear_shoulder"], [], "row_supported", 1, [], ["shoulder_unstable"]
    ),
}  # fmt: skip

KIT: dict[str, list[list[str]]] = {
    # "needs no kit", "is not needed", "and a hand on a table (no bench)", "also without a weight"
    "standing-hip-abduction": [],
    "standing-calf-raise": [],
    "one-arm-row": [["dumbbell"], ["kettlebell"]],
    "single-leg-romanian-deadlift": [["dumbbell"], ["kettlebell"], []],
    "squat": [],
    "step-up": [["step"], []],
    "deadlift": [["barbell"]],
}
"""What this contract asks for in place of the kit of docs/evidence.md 5.1."""
LEVEL = {"inverted-row": 2}
"""The levels that this contract gives in place of those of docs/evidence.md 5.1."""

LIFTED = {"standing-calf-raise": "achilles_heel"}
"""A caution of docs/evidence.md 5.1 that this contract takes from a row: from the flat floor."""

FLAT = ("back-extension", "glute-ham-raise", "chest-supported-row", "prone-y-t-raise")
HINGES = (
    "block-deadlift",
    "deadlift",
    "romanian-deadlift",
    "straight-leg-deadlift",
    "kettlebell-deadlift",
)
"""The loaded hinges but for the one on one leg."""
THROUGH_THIN_BONES = ("hinge_ballistic", "row_unsupported", "straight-leg-deadlift")

SEATED = ("pull_seated", "row_supported", "raise", "neck")
"""What may be done by a client who does not stand."""

EXCLUDES: dict[str, tuple[str, ...]] = {
    # docs/evidence.md 3.2, whole patterns, with what this contract adds; then the rows of 5.1.
    "pregnant": ("hinge_ballistic", "pull_hanging", "pull-up"),
    "pregnant_13_weeks": (
        "prone", "bridge", "curl_ball", "inverted-row", "barbell-hip-thrust", "dumbbell-leg-curl",
        *FLAT,
    ),
    "after_birth_12_weeks": (
        "hinge_ballistic", "hinge_loaded", "curl_eccentric", "pull_hanging", "prone",
        "suitcase-carry",
    ),
    "osteoporosis": THROUGH_THIN_BONES,
    "stiff_upper_back": (*THROUGH_THIN_BONES, "thrust"),
    "spine_fracture": (
        *THROUGH_THIN_BONES, "hinge_loaded", "carry", "thrust", "back-extension", "glute-ham-raise",
    ),
    "treated_high_bp": ("pull-up",),
    "bp_cleared": (
        "hinge_ballistic", "curl_eccentric", "pull_hanging", "block-deadlift", "deadlift",
        "romanian-deadlift", "straight-leg-deadlift", "back-extension", "barbell-hip-thrust",
        "machine-leg-curl", "=squat", "bent-over-row",
    ),
    "hernia": ("hinge_ballistic", "hinge_loaded", "back_extension", "row_unsupported",
               "suitcase-carry"),
    "bending_hurts_back": ("hinge_ballistic", "hinge_loaded", "row_unsupported", "curl_eccentric"),
    "arching_hurts_back": (
        "back_extension", "prone", "thrust", "kettlebell-swing", "bent-over-row",
        "dumbbell-leg-curl",
    ),
    "leg_pain_below_knee": ("hinge_ballistic", "hinge_loaded", "curl_eccentric", "bent-over-row"),
    "shoulder_pain_overhead": ("pull_hanging", "prone-y-t-raise"),
    "sore_shoulder": ("pull_hanging", "prone-y-t-raise"),
    "shoulder_unstable": ("pull_hanging", "prone-y-t-raise", "suitcase-carry", "wall-press-back"),
    "achilles_mid": ("hinge_ballistic",),
    "achilles_heel": ("single-leg-calf-raise",),
    "sit_bone_pain": (
        "hinge_loaded", "kettlebell-swing", "nordic-curl", "glute-ham-raise", "bent-over-row",
        "machine-leg-curl", "sliding-leg-curl",
    ),
    "hamstring_strain_recent": (
        "curl_eccentric", "hinge_ballistic", "curl_ball", "single-leg-glute-bridge",
        "hamstring-walkout",
    ),
    "outer_hip_pain_night": ("abduction_lying", "balance-reach"),
    "hypermobile": ("hinge_ballistic", "straight-leg-deadlift"),
    "age_65": ("hinge_ballistic", "curl_eccentric", "pull-up", "dumbbell-leg-curl"),
    "falls": (
        "hinge_loaded", "hip-thrust", "barbell-hip-thrust", "carry", "monster-walk", "step-up",
        "single-leg-calf-raise", "dumbbell-leg-curl",
    ),
    "knee_problem": ("curl_eccentric",),
    "hip_replacement": (
        "hinge_ballistic", "curl_eccentric", "thrust", "deadlift", "straight-leg-deadlift",
        "kettlebell-deadlift", "single-leg-romanian-deadlift", "clamshell",
    ),
    "eye_pressure": ("back_extension", "hinge_loaded", "row_unsupported", "glute-ham-raise"),
    "tendon_medicine": ("single-leg-calf-raise",),
    "neck_pain": ("shrug", "carry"),
    "cannot_reach_floor": (
        "prone", "bridge", "abduction_lying", "hip-thrust", "barbell-hip-thrust", "inverted-row",
        *HINGES, "sliding-leg-curl", "dumbbell-leg-curl", "prone-y-t-raise",
    ),
    "heart_cleared": ("hinge_ballistic", "curl_eccentric", "pull_hanging"),
    "sore_back": (
        "hinge_loaded", "hinge_ballistic", "row_unsupported", "back_extension", "carry",
    ),
    "pelvic_floor": ("hinge_ballistic",),
    "cannot_stand": (
        *(one for one in PATTERNS if one not in SEATED),
        "chest-supported-row", "inverted-row", "prone-y-t-raise", "wall-press-back",
        "straight-arm-pulldown",
    ),
}  # fmt: skip
"""By caution, the patterns and the exercises that must not be in any plan.

``=squat`` is the exercise alone, ``squat`` the pattern. Two other ways are no part of it: a reverse
fly sitting, and a bird dog with hands on a table.
"""

STAYS: dict[str, tuple[str, ...]] = {
    # what the contract says may still be done
    "pregnant_13_weeks": ("reverse-fly", "side-lying-leg-raise", "seated-row", "sit-to-stand"),
    "shoulder_pain_overhead": ("hip-hinge-drill", "seated-row", "reverse-fly", "band-pull-apart"),
    "shoulder_unstable": ("hip-hinge-drill", "seated-row"),
    "achilles_heel": ("standing-calf-raise",),
    "sit_bone_pain": ("bridge-hold", "band-leg-curl", "glute-bridge"),
    "hip_replacement": ("block-deadlift", "romanian-deadlift", "glute-bridge", "sit-to-stand"),
    "hamstring_strain_recent": ("bridge-hold", "glute-bridge"),
    "cannot_reach_floor": ("bird-dog", "single-leg-romanian-deadlift", "sit-to-stand"),
    "knee_problem": ("goblet-squat", "squat", "sit-to-stand"),
    "falls": ("sit-to-stand", "standing-hip-abduction", "balance-reach", "standing-calf-raise"),
    "spine_fracture": ("hip-hinge-drill", "lat-pulldown", "bird-dog"),
    "cannot_stand": ("seated-row", "lat-pulldown", "band-row", "band-pull-apart", "reverse-fly",
                     "neck-isometric"),
    "after_birth_12_weeks": ("bird-dog", "side-lying-leg-raise"),
    "osteoporosis": ("prone-back-extension", "squat", "step-up", "kettlebell-deadlift"),
    "sore_back": ("hip-hinge-drill", "bird-dog", "glute-bridge"),
}  # fmt: skip


class HoldRow(NamedTuple):
    """What a place hurt in the last six weeks leaves out, and what stays, gently."""

    places: tuple[str, ...]
    answers: dict[str, Any]
    held: tuple[str, ...]
    """Patterns and exercises."""
    but: tuple[str, ...]
    stays: tuple[str, ...]


HOLDS = {
    "back": HoldRow(
        ("back",), {},
        ("hinge_loaded", "hinge_ballistic", "back_extension", "row_unsupported", "carry", "prone",
         "thrust", "goblet-squat"),
        (), ("brace", "bridge"),
    ),
    "hip": HoldRow(
        ("hip",), {},
        ("step", "squat", "hinge_loaded", "hinge_ballistic", "thrust", "abduction_lying", "balance",
         "single-leg-glute-bridge"),
        (), ("glute-bridge", "abduction_standing"),
    ),
    "knee": HoldRow(
        ("knee",), {},
        ("squat", "step", "balance", "hinge_ballistic", "curl_eccentric"),
        ("sit-to-stand",), ("abduction_lying", "abduction_standing", "bridge"),
    ),
    "hamstring": HoldRow(
        ("hamstring",), {},
        ("hinge_loaded", "hinge_ballistic", "thrust", "curl_eccentric", "curl_machine", "curl_ball",
         "hamstring-walkout", "single-leg-glute-bridge"),
        (), ("bridge-hold", "glute-bridge"),
    ),
    "calf or ankle, easy stairs": HoldRow(
        ("calf", "ankle"), {"stairs": 1},
        ("step", "hinge_ballistic", "calf_seated", "single-leg-calf-raise",
         "single-leg-romanian-deadlift", "monster-walk"),
        (), ("standing-calf-raise", "balance-reach"),
    ),
    "calf or ankle, hard stairs": HoldRow(
        ("calf", "ankle"), {"stairs": 2},
        ("step", "hinge_ballistic", "calf_seated", "single-leg-romanian-deadlift", "monster-walk",
         "calf_standing", "balance"),
        (), (),
    ),
    "calf or ankle, stairs not answered": HoldRow(
        ("calf", "ankle"), {"stairs": None},
        ("calf_standing", "balance"), (), (),
    ),
}  # fmt: skip

GROUPS = {
    "hips": (
        (
            "hinge_drill", "hinge_loaded", "hinge_ballistic", "bridge", "thrust", "squat", "step",
            "curl_machine", "curl_ball", "curl_eccentric", "back_extension",
        ),
        ("chair_rise", "box_lift", "bridge_one_leg"),
    ),
    "trunk": (("brace", "prone", "carry"), ("lean_forward", "box_lift")),
    "pull": (
        ("pull_hanging", "pull_seated", "row_supported", "row_unsupported", "raise", "shrug"),
        ("row_pull", "pull_up_or_down"),
    ),
    "calves": (("calf_standing", "calf_seated"), ("toe_rises",)),
    "side": (
        ("abduction_lying", "abduction_standing", "balance"), ("one_leg_stand", "side_steps"),
    ),
    "neck": (("neck",), ()),
}  # fmt: skip
"""By group, its patterns and the answers that cap it."""
CAPS = {0: 3, 1: 2, 2: 1, 3: 1, 4: 1, None: 2}
"""The highest level by an answer."""
MOST_LEVEL = {
    **dict.fromkeys(
        ("pregnant", "after_birth_12_weeks", "osteoporosis", "spine_fracture", "falls",
         "illness_cleared", "stiff_upper_back"),
        1,
    ),
    "under_18": 2,
    "age_65": 2,
}  # fmt: skip
MOST_EFFORT = {"heart_cleared": 6, "bp_cleared": 6, "illness_cleared": 6, "hypermobile": 6,
               "treated_high_bp": 7, "age_65": 7, "pregnant": 7}  # fmt: skip
"""RPE of 10, at most; docs/evidence.md 3.2 has those that are not of this contract."""

TOO_EASY: tuple[tuple[str, tuple[str, ...], int], ...] = (
    ("sit-to-stand", ("chair_rise", "stairs"), 2),
    ("glute-bridge", ("bridge_one_leg",), 2),
    ("standing-calf-raise", ("toe_rises",), 2),
    ("bridge-hold", ("bridge_one_leg",), 2),
    ("clamshell", ("one_leg_stand", "side_steps"), 2),
    ("bird-dog", ("box_lift", "lean_forward"), 3),
    ("block-deadlift", ("box_lift",), 3),
    ("kettlebell-deadlift", ("box_lift",), 3),
    ("hip-hinge-drill", ("box_lift",), 2),
)
"""An exercise, the answers of 0 with which it is too easy, and from which level on."""
EXPERIENCE = {2: "some", 3: "experienced"}

SETTING_UP = {
    "band": 20, "dumbbell": 20, "kettlebell": 30, "leg_curl": 30, "cable": 30, "barbell": 60,
    "bench": 60,
}  # fmt: skip
WITHOUT_KIT_S = 10
CHANGE_S = 10
LEAST_SHARE = 0.8
MOST_EXERCISES = {15: 4, 20: 5, 30: 6, 45: 8}
"""Six in a session at most, eight in 45 minutes; fewer for fewer minutes is our own figure."""

FAST = ("hinge_ballistic", "curl_eccentric")
TOO_MUCH = {
    "none": "at all",
    "three": "more than 3 out of 10",
    "rise": "more than 2 above where you began",
    "five": "more than 5 out of 10",
}
"""The pain limits by their ids, the strictest first, as they complete "it hurts ..."."""
