"""Plans that the tests of changes begin with."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from assessment.catalogue.gym_choices import NO_CHOICES, GymChoices
from assessment.catalogue.loader import load_catalogue
from assessment.core.answers import AnswerSheet, value_of
from assessment.core.assess import Assessment, assess
from assessment.replanning.editor import PlanEditor
from questions.loader import load_questionnaire
from tests.contract import all_best

DAY = datetime.date(2026, 11, 29)
GYM = ["band", "dumbbell", "kettlebell", "barbell", "bench", "cable", "leg_curl", "step"]


def sheet_from(raw: Mapping[str, Any]) -> AnswerSheet:
    """Return *raw* answers as a sheet."""
    questionnaire = load_questionnaire()
    by_id = questionnaire.by_id
    values = {key: value_of(by_id[key], value) for key, value in raw.items()}
    given = {key: value for key, value in values.items() if value is not None}
    return AnswerSheet.of(questionnaire, given)


def plan_of(gym: GymChoices = NO_CHOICES, **answers: Any) -> Assessment:
    """Return the plan of a client at whose best all is but for *answers*, with much kit."""
    raw = {**all_best(), "equipment": GYM, "minutes": 45, "days_per_week": 2, **answers}
    return assess(sheet_from(raw), load_catalogue(), gym)


def editor_of(**answers: Any) -> PlanEditor:
    """Return Sam at work on that plan."""
    return PlanEditor(plan_of(**answers), "Sam", DAY)


def sessions_of(plan: Assessment) -> dict[str, tuple[str, ...]]:
    """Return the exercises of each session in their order."""
    assert plan.programme is not None
    return {one.name: one.exercises for one in plan.programme.sessions}
