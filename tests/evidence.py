"""What the evidence says of each exercise, for the tests: safety, and which regions it is for.

What bears on safety is written down once apart from the catalogue, in the table that
``check-rules`` walks with; the regions of section 5.1 are for tests alone, and stand here. The
program may be stricter than both, never laxer.
"""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any, NamedTuple

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

_REGIONS = """
E01|hip-hinge-drill|GX,HS|LB
E02|block-deadlift|GX,HS,LB|UB
E03|deadlift|GX,HS,LB|UB
E04|romanian-deadlift|HS,GX|LB,UB
E05|straight-leg-deadlift|HS|LB,GX
E06|single-leg-romanian-deadlift|HS,GX,GM|LB,CA
E07|kettlebell-swing|GX,HS|LB,UB
E08|back-extension|LB,GX,HS|
E09|bird-dog|LB,GX|GM,RS
E10|prone-back-extension|LB,UB|GX
E11|glute-bridge|GX|HS,LB
E12|single-leg-glute-bridge|GX,HS|GM,LB
E13|hip-thrust|GX|HS
E14|barbell-hip-thrust|GX|HS
E15|hamstring-walkout|HS|GX,LB
E16|sliding-leg-curl|HS|GX,LB,CA
E17|machine-leg-curl|HS|CA
E18|band-leg-curl|HS|CA
E19|dumbbell-leg-curl|HS|CA
E20|nordic-curl|HS|CA,GX
E21|glute-ham-raise|HS,GX|LB,CA
E22|sit-to-stand|GX|HS,CA
E23|squat|GX|CA,LB
E24|step-up|GX|GM,CA
E25|clamshell|GM|
E26|side-lying-leg-raise|GM|GX
E27|monster-walk|GM|GX
E28|standing-hip-abduction|GM|
E29|chest-supported-row|UB|RS
E30|seated-row|UB|RS,LB
E31|one-arm-row|UB|RS,LB
E32|bent-over-row|UB,LB|RS,HS
E33|inverted-row|UB|RS,LB
E34|lat-pulldown|UB|RS
E35|assisted-pull-up|UB|RS
E36|pull-up|UB|RS,LB
E37|straight-arm-pulldown|UB|
E38|reverse-fly|RS,UB|
E39|band-pull-apart|RS,UB|
E40|prone-y-t-raise|UB,RS|
E41|shrug|UB,NK|
E42|neck-isometric|NK|
E43|standing-calf-raise|CA|
E44|seated-calf-raise|CA|
"""


class Row(NamedTuple):
    """One exercise: its regions by code, how the body moves, from which level, and with what."""

    code: str
    id: str
    primary: tuple[str, ...]
    secondary: tuple[str, ...]
    pattern: str
    level: int
    kit: list[set[str]]
    """One of these is needed; none: nothing is."""
    avoid: set[str]
    """Ids of cautions."""


def _row(line: str) -> Row:
    code, name, primary, secondary = line.split("|")
    row = _TABLES["exercise"][name]
    return Row(
        code,
        name,
        tuple(primary.split(",")),
        tuple(code for code in secondary.split(",") if code),
        row["pattern"],
        row["level"],
        [set(kit) for kit in row["kit"]],
        set(row["avoid"]),
    )


_TABLES: dict[str, dict[str, Any]] = tomllib.loads(
    files("assessment.rule_check").joinpath("evidence.toml").read_text(encoding="utf-8")
)
EXCLUDES = {name: set(one.get("excludes", ())) for name, one in _TABLES["caution"].items()}
"""Patterns by caution."""
EXERCISES = {row.id: row for row in map(_row, _REGIONS.strip().splitlines())}


def excluded(exercise: str, cautions: set[str]) -> set[str]:
    """Return which of *cautions* (ids) exclude *exercise* by the evidence."""
    row = EXERCISES[exercise]
    return (row.avoid | excluded_by_pattern(row.pattern)) & cautions


def excluded_by_pattern(pattern: str) -> set[str]:
    """Return the cautions (ids) with which nobody should move in this way."""
    return {name for name, patterns in EXCLUDES.items() if pattern in patterns} | {"bp_160_100"}


def kit_of(exercise: str) -> list[set[str]]:
    """Return the sets of kit of which one is needed; none: nothing is needed."""
    return EXERCISES[exercise].kit
