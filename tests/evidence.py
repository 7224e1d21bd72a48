"""What the evidence says of exercises and cautions: nothing in the catalogue may be laxer.

The table of the walk (``rule_check/plans/tables``) is written by hand, apart from the catalogue.
"""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

from tests.contract_plans import ExerciseRow

CAUTION = {
    "C01": "pregnant",
    "C02": "pregnant_13_weeks",
    "C03": "after_birth_12_weeks",
    "C04": "osteoporosis",
    "C05": "spine_fracture",
    "C06": "treated_high_bp",
    "C07": "bp_cleared",
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
    "C25": "diabetes_or_kidney",
    "C26": "tendon_medicine",
    "C27": "neck_pain",
    "C28": "cannot_reach_floor",
    "C29": "blood_thinner",
    "C30": "under_18",
    "C31": "heart_cleared",
    "C32": "illness_cleared",
    "C34": "sore_back",
    "C35": "stiff_upper_back",
    "C36": "pelvic_floor",
    "C37": "sore_shoulder",
    "C38": "cannot_stand",
}

_FOLDER = files("assessment.rule_check.plans") / "tables"
_TABLES: dict[str, Any] = {
    key: table
    for name in ("exercises", "cautions")
    for key, table in tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8")).items()
}

EXERCISES = {name: ExerciseRow(**row) for name, row in _TABLES["exercise"].items()}


def excluded(exercise: str, cautions: set[str]) -> set[str]:
    """Return which of *cautions* (ids) exclude *exercise* by the evidence."""
    row = EXERCISES[exercise]
    return (excluding(row.pattern) | {*row.avoid}) & cautions


def excluding(pattern: str) -> set[str]:
    """Return the cautions that exclude every movement of *pattern*."""
    return {caution for caution, rule in _TABLES["caution"].items() if pattern in rule["excludes"]}


def kit_of(exercise: str) -> list[set[str]]:
    """Return the sets of kit of which one is needed; none: nothing is needed."""
    return [set(kit) for kit in EXERCISES[exercise].kit]
