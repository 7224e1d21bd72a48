"""The tables of docs/evidence.md that bear on safety, written out by hand for the tests.

``EXERCISES`` is its 5.1 (regions, pattern, level, kit, the column "left out with"),
``EXCLUDES`` is the column EXCLUDE of its 3.2. The program may be stricter, never laxer.
"""

from __future__ import annotations

from typing import NamedTuple

CAUTION = {
    "C01": "pregnant",
    "C02": "pregnant_13_weeks",
    "C03": "after_birth_12_weeks",
    "C04": "osteoporosis",
    "C05": "spine_fracture",
    "C06": "treated_high_bp",
    "C07": "bp_160_100",
    "C08": "hernia",
    "C09": "bending_hurts_back",
    "C10": "arching_hurts_back",
    "C11": "leg_pain_below_knee",
    "C12": "shoulder_pain_overhead",
    "C13": "shoulder_unstable",
    "C14": "achilles_mid",
    "C15": "achilles_heel",
    "C16": "sit_bone_pain",
    "C17": "hamstring_strain_recent",
    "C18": "outer_hip_pain_night",
    "C19": "hypermobile",
    "C20": "age_65",
    "C21": "falls",
    "C22": "knee_problem",
    "C23": "hip_replacement",
    "C24": "eye_pressure",
    "C25": "diabetes",
    "C26": "tendon_medicine",
    "C27": "neck_pain",
    "C28": "cannot_reach_floor",
    "C29": "blood_thinner",
    "C30": "under_18",
}

REGION = {
    "LB": "low_back",
    "GX": "glute_max",
    "HS": "hamstrings",
    "GM": "glute_med",
    "UB": "upper_back",
    "CA": "calves",
    "RS": "rear_shoulder",
    "NK": "neck",
}

EXCLUDES: dict[str, set[str]] = {
    "C01": {"hinge_ballistic"},
    "C02": {"prone", "bridge"},
    "C03": {"hinge_ballistic", "curl_eccentric", "pull_hanging"},
    "C04": {"hinge_ballistic"},
    "C05": {"hinge_ballistic", "hinge_loaded", "row_unsupported", "carry"},
    "C08": {"hinge_ballistic"},
    "C09": {"hinge_ballistic", "hinge_loaded", "row_unsupported"},
    "C10": {"prone"},
    "C11": {"hinge_loaded", "hinge_ballistic", "curl_eccentric"},
    "C12": {"pull_hanging"},
    "C13": {"pull_hanging"},
    "C14": {"hinge_ballistic"},
    "C17": {"curl_eccentric", "hinge_ballistic"},
    "C18": {"abduction_lying"},
    "C19": {"hinge_ballistic"},
    "C20": {"hinge_ballistic", "curl_eccentric"},
    "C22": {"curl_eccentric"},
    "C24": {"back_extension"},
    "C28": {"bridge", "prone", "brace", "abduction_lying"},
}


class Row(NamedTuple):
    """One row of docs/evidence.md 5.1."""

    code: str
    id: str
    primary: str
    secondary: str
    pattern: str
    level: int
    kit: str
    avoid: str


_TABLE = """
E01|hip-hinge-drill|GX,HS|LB|hinge_drill|1||
E02|block-deadlift|GX,HS,LB|UB|hinge_loaded|1|kettlebell+step|C05,C07,C09,C11
E03|deadlift|GX,HS,LB|UB|hinge_loaded|2|barbell|C03,C05,C07,C09,C11,C16
E04|romanian-deadlift|HS,GX|LB,UB|hinge_loaded|2|dumbbell;barbell|C05,C07,C09,C11,C16
E05|straight-leg-deadlift|HS|LB,GX|hinge_loaded|3|dumbbell|C04,C05,C07,C09,C11,C16,C19
E06|single-leg-romanian-deadlift|HS,GX,GM|LB,CA|hinge_loaded|2|dumbbell|C05,C11,C16,C21
E07|kettlebell-swing|GX,HS|LB,UB|hinge_ballistic|3|kettlebell|C01,C02,C03,C04,C05,C07,C08,C09,C10,C11,C14,C16,C17,C19,C20
E08|back-extension|LB,GX,HS||back_extension|2|back_extension_bench|C05,C07,C10,C24
E09|bird-dog|LB,GX|GM,RS|brace|1||C28
E10|prone-back-extension|LB,UB|GX|prone|1||C02,C10,C28
E11|glute-bridge|GX|HS,LB|bridge|1||C02,C28
E12|single-leg-glute-bridge|GX,HS|GM,LB|bridge|2||C02,C17,C28
E13|hip-thrust|GX|HS|thrust|1|bench|
E14|barbell-hip-thrust|GX|HS|thrust|2|barbell+bench|C02,C07
E15|hamstring-walkout|HS|GX,LB|bridge|2||C02,C17,C28
E16|sliding-leg-curl|HS|GX,LB,CA|curl_ball|2|sliders|C02,C17,C28
E17|machine-leg-curl|HS|CA|curl_machine|1|leg_curl|C07
E18|band-leg-curl|HS|CA|curl_machine|1|band|
E19|dumbbell-leg-curl|HS|CA|curl_machine|3|dumbbell|C02,C10,C20,C21,C28
E20|nordic-curl|HS|CA,GX|curl_eccentric|3||C03,C07,C11,C16,C17,C20,C22
E21|glute-ham-raise|HS,GX|LB,CA|curl_eccentric|3|ghd|C03,C05,C07,C09,C16,C17,C20,C22,C24
E22|sit-to-stand|GX|HS,CA|squat|1||
E23|squat|GX|CA,LB|squat|1|dumbbell|C07
E24|step-up|GX|GM,CA|step|1|step|C21
E25|clamshell|GM||abduction_lying|1|band|C18,C28
E26|side-lying-leg-raise|GM|GX|abduction_lying|1||C18,C28
E27|monster-walk|GM|GX|abduction_standing|1|band|C21
E28|standing-hip-abduction|GM||abduction_standing|1|band;cable|
E29|chest-supported-row|UB|RS|row_supported|1|bench+dumbbell|
E30|seated-row|UB|RS,LB|row_supported|1|cable|
E31|one-arm-row|UB|RS,LB|row_supported|1|bench+dumbbell|
E32|bent-over-row|UB,LB|RS,HS|row_unsupported|2|barbell|C05,C07,C09,C10,C11,C16
E33|inverted-row|UB|RS,LB|row_supported|1||
E34|lat-pulldown|UB|RS|pull_seated|1|cable|
E35|assisted-pull-up|UB|RS|pull_hanging|2|band+pull_up_bar|C03,C12,C13
E36|pull-up|UB|RS,LB|pull_hanging|3|pull_up_bar|C01,C03,C06,C12,C13,C20
E37|straight-arm-pulldown|UB||pull_seated|1|cable|
E38|reverse-fly|RS,UB||raise|1|bench+dumbbell|
E39|band-pull-apart|RS,UB||raise|1|band|
E40|prone-y-t-raise|UB,RS||raise|1|bench|C02,C12,C13,C28
E41|shrug|UB,NK||shrug|1|dumbbell|
E42|neck-isometric|NK||neck|1||
E43|standing-calf-raise|CA||calf_standing|1||C15
E44|seated-calf-raise|CA||calf_seated|1|dumbbell|
"""


def _row(line: str) -> Row:
    code, name, primary, secondary, pattern, level, kit, avoid = line.split("|")
    return Row(code, name, primary, secondary, pattern, int(level), kit, avoid)


EXERCISES: dict[str, Row] = {
    row.id: row for row in (_row(line) for line in _TABLE.strip().splitlines())
}


def excluded(exercise: str, cautions: set[str]) -> set[str]:
    """Return which of *cautions* (ids) exclude *exercise* by the evidence."""
    row = EXERCISES[exercise]
    by_row = {CAUTION[code] for code in row.avoid.split(",") if code}
    by_pattern = {CAUTION[code] for code, patterns in EXCLUDES.items() if row.pattern in patterns}
    return (by_row | by_pattern | {"bp_160_100"}) & cautions


def kit_of(exercise: str) -> list[set[str]]:
    """Return the sets of kit of which one is needed; none: nothing is needed."""
    kit = EXERCISES[exercise].kit
    return [set(one.split("+")) for one in kit.split(";")] if kit else []
