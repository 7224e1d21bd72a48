"""What tests of plans share: answers that bring a caution, and looks at what came of a sheet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from assessment.catalogue.model import Catalogue, Exercise
from assessment.core.answers import AnswerSheet
from assessment.core.assess import Assessment
from assessment.core.gate import gate
from assessment.core.plan.client import Client
from assessment.core.plan.permits import Permits
from assessment.core.plan.programme import Prescription, Programme
from tests import contract_plans

CLEARED: dict[str, str] = {
    "heart_cleared": "heart_condition",
    "bp_cleared": "high_bp",
    "illness_cleared": "lasting_illness",
}
DERIVED: dict[str, dict[str, Any]] = {
    "age_65": {"age_years": 70},
    "under_18": {"age_years": 17},
    "neck_pain": {"hurts": ["neck"], "pain_neck": 4},
    "sore_back": {"hurts": ["low_back"], "pain_low_back": 4},
    "sore_shoulder": {"hurts": ["shoulder"], "pain_shoulder": 4},
    "stiff_upper_back": {
        "age_years": 62,
        "posture_rounded": 3,
        "posture_can_straighten": "no",
    },
}


def with_caution(caution: str) -> dict[str, Any]:
    """Return the fewest answers that bring *caution* to a client at whose best all else is."""
    if caution in CLEARED:
        flag = CLEARED[caution]
        clearance = {"by": "GP", "on": "2026-01-05", "for": [flag]}
        return {flag: "yes", "heart_agreed": "no", "clearance": clearance}
    if caution in DERIVED:
        return DERIVED[caution]
    more: dict[str, Any] = {}
    if caution in ("pregnant", "pregnant_13_weeks", "after_birth_12_weeks"):
        more = {"sex": "female", "birth": "yes"}
    if caution == "pregnant_13_weeks":
        more |= {"pregnant": "yes", "pregnancy_warning": "no", "pregnancy_limits": "no"}
    if caution == "pregnant":
        more |= {"pregnancy_warning": "no", "pregnancy_limits": "no", "pregnant_13_weeks": "no"}
    return {caution: "yes"} | more


def hurting(**pains: int) -> dict[str, Any]:
    """Return the answers of a client who hurts in these places, by the ids of places."""
    return {"hurts": [*pains], **{f"pain_{place}": pain for place, pain in pains.items()}}


def permits_of(sheet: AnswerSheet, catalogue: Catalogue) -> Permits:
    """Return what the client behind *sheet* may do."""
    return Permits(Client.of(sheet, gate(sheet).cautions), catalogue)


def is_named(exercise: Exercise, names: Iterable[str]) -> bool:
    """Return whether *names* hold *exercise* or its pattern; ``=squat`` is the exercise alone."""
    its = {exercise.pattern.value, f"={exercise.id}"}
    if exercise.id not in contract_plans.PATTERNS:
        its.add(exercise.id)
    return not its.isdisjoint(names)


def programme_of(assessment: Assessment) -> Programme:
    assert assessment.programme is not None
    return assessment.programme


def chosen(assessment: Assessment) -> dict[str, Prescription]:
    """Return the exercises of a plan by their ids."""
    return {one.exercise.id: one for one in assessment.exercises}


def patterns_of(assessment: Assessment) -> set[str]:
    return {one.exercise.pattern.value for one in assessment.exercises}


def level_of_plan(assessment: Assessment) -> int:
    return max((one.exercise.level for one in assessment.exercises), default=0)
