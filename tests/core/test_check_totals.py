"""Check totals, against sums that were done by hand from a filled-in form."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from assessment.core.check_totals import check_total, total_in_figures
from questions.form import form_parts
from questions.questionnaire import Questionnaire
from tests.conftest import MakeSheet

BY_HAND: list[tuple[str, dict[str, Any], str]] = [
    # age 40, male 2, chest pain not sure 2, both of its follow-ups 1 and 0, stroke signs yes 1
    (
        "start",
        {
            "chest_pain": "unsure",
            "chest_pain_new": "yes",
            "chest_pain_now": "no",
            "stroke_signs": "yes",
        },
        "46",
    ),
    # places 1 and 9, sides 12, pain 3 and 5, weekly is box 3, earlier pain 1, posture 2, can
    # straighten 1, hurt 4 times, place 3 lately, stalled 1 and 3, slept too little 0
    (
        "signs",
        {
            "hurts": ["low_back", "shoulder"],
            "hurts_sides": ["shoulder_right"],
            "pain_low_back": 3,
            "pain_shoulder": 5,
            "pain_days": "weekly",
            "earlier_back_pain": "yes",
            "posture_rounded": 2,
            "posture_can_straighten": "yes",
            "injuries_knee": 4,
            "injury_last_6_weeks": ["knee"],
            "stalled": ["run", "pull"],
            "stalled_recovery_poor": "no",
        },
        "48",
    ),
    # one yes, one not sure
    ("lately", {"unwell": "yes", "told_bones": "unsure"}, "3"),
    # what was ticked on a line that is closed, or follows a no, is on the paper too
    ("health", {}, "0"),
    ("health", {"foot_drop": "yes", "hot_joint": "unsure", "very_high_bp_symptoms": "yes"}, "4"),
    ("ability", {"chair_rise": 3, "head_lift": 4, "stairs": None}, "7"),
    # goal 2, some 2, kit 1 and 3, 2 days, 30 minutes, 5 days, 60 minutes, 4 hours, no 0, parts 1, 8
    (
        "week",
        {
            "experience": "some",
            "equipment": ["band", "kettlebell"],
            "strength_regions": ["low_back", "neck"],
        },
        "118",
    ),
    # the name adds nothing, nor does no kit: 2 + 1 + 0 + 2 + 30 + 5 + 60 + 4 + 0
    ("week", {"experience": "new", "equipment": [], "strength_regions": [], "name": "99"}, "104"),
    ("tests", {"test_bridge_left": 12.1, "test_bridge_right": 12.2, "test_hinge": 3}, "27.3"),
    ("clearance", {"clearance": {"by": "Dr 5", "on": "2026-05-12", "for": ["high_bp"]}}, "0"),
]


@pytest.mark.parametrize(("part_id", "changes", "total"), BY_HAND)
def test_totals_done_by_hand(
    questionnaire: Questionnaire,
    make_sheet: MakeSheet,
    part_id: str,
    changes: dict[str, Any],
    total: str,
) -> None:
    (part,) = [part for part in form_parts(questionnaire) if part.id == part_id]
    assert total_in_figures(check_total(part, make_sheet(changes))) == total


def test_a_total_is_written_as_a_person_writes_it() -> None:
    figures = {"0": "0", "10": "10", "12.50": "12.5", "100.0": "100", "1E+2": "100"}
    assert {text: total_in_figures(Decimal(text)) for text in figures} == figures
