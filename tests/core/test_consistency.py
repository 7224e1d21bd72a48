"""Answers that cannot stand beside each other, or beside the calendar (docs/rules.md 2)."""

from __future__ import annotations

import datetime
from typing import Any

from assessment.core.answers import AnswerSheet
from assessment.core.consistency import clearable_flags, contradictions
from questions.questionnaire import Questionnaire
from tests import contract
from tests.cases import each

TODAY = datetime.date(2026, 5, 12)


def found(questionnaire: Questionnaire, today: datetime.date | None, **answers: Any) -> list[str]:
    sheet = AnswerSheet.of(questionnaire, {}).with_answers(answers)
    return [f"{one.item}: {one.reason}" for one in contradictions(sheet, today)]


def clearance(*flags: str, on: str = "2026-05-12") -> dict[str, Any]:
    return {"by": "Dr Lee", "on": on, "for": list(flags)}


def test_a_clearance_can_name_every_flag_that_needs_a_clinician(
    questionnaire: Questionnaire,
) -> None:
    assert set(clearable_flags(questionnaire)) == set(contract.CLEARABLE)
    every = clearance(*contract.CLEARABLE)
    assert found(questionnaire, TODAY, clearance=every) == []
    assert found(questionnaire, TODAY, clearance=clearance()) == []


@each(
    ("flag", "says"),
    [
        ("hgih_bp", "did you mean 'high_bp'"),
        ("saddle_numbness", "is emergency, which no clearance lifts"),
        ("hot_joint", "is same_day, which no clearance lifts"),
        ("acute_illness", "is postpone, which no clearance lifts"),
        ("chest_pain_new", "is no flag by itself"),
        ("pregnant", "is no flag by itself"),
        ("amber_low_energy", "is no flag by itself"),
    ],
)
def test_a_clearance_names_only_flags_that_a_clinician_can_lift(
    questionnaire: Questionnaire, flag: str, says: str
) -> None:
    (one,) = found(questionnaire, TODAY, clearance=clearance("high_bp", flag))
    assert one.startswith("clearance: 'for' may hold flags")
    assert repr(flag) in one
    assert says in one


def test_a_flag_named_twice_is_a_mistake(questionnaire: Questionnaire) -> None:
    (one,) = found(questionnaire, TODAY, clearance=clearance("high_bp", "high_bp"))
    assert "may hold each flag once; found 'high_bp'" in one


@each(
    ("on", "age", "is_right"),
    [
        ("2026-05-12", 40, True),
        ("2026-05-13", 40, False),
        ("1985-05-12", 40, True),
        ("1985-05-11", 40, False),
        ("1900-01-01", None, True),
        ("2062-11-28", None, False),
    ],
)
def test_the_day_of_a_clearance_lies_in_the_clients_life(
    questionnaire: Questionnaire, on: str, age: int | None, is_right: bool
) -> None:
    answers: dict[str, Any] = {"clearance": clearance(on=on)} | ({"age_years": age} if age else {})
    assert (not found(questionnaire, TODAY, **answers)) is is_right
    assert found(questionnaire, None, **answers) == []


@each("site", contract.INJURY_SITES)
def test_a_place_hurt_lately_has_a_count(questionnaire: Questionnaire, site: str) -> None:
    count = f"injuries_{site}"
    (one,) = found(questionnaire, None, **{"injury_last_6_weeks": [site], count: 0})
    assert one.startswith("injury_last_6_weeks: ")
    assert count in one
    assert found(questionnaire, None, **{"injury_last_6_weeks": [site], count: 1}) == []
    assert found(questionnaire, None, injury_last_6_weeks=[site]) == []
