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
    # age 40, male 2, fitness 2, new 1, kit 1 and 3, days 2, minutes 30
    ("about", {"equipment": ["band", "kettlebell"]}, "81"),
    # name and no kit add nothing: 40 + 2 + 2 + 1 + 0 + 2 + 30
    ("about", {"equipment": [], "name": "99"}, "77"),
    # two yes at 1, one not sure at 2
    ("safety", {"hot_joint": "yes", "dark_urine": "unsure", "foot_drop": "yes"}, "4"),
    # a follow-up that is asked adds, one that is not does not
    ("safety", {"very_high_bp": "yes", "very_high_bp_symptoms": "yes"}, "2"),
    ("safety", {"very_high_bp_symptoms": "yes"}, "0"),
    # pain 3 and 5, weekly is box 3, posture 2, can straighten 1, hurt 4 times, places 1 and 6
    (
        "signs",
        {
            "pain_neck": 3,
            "pain_calf": 5,
            "pain_days": "weekly",
            "posture_rounded": 2,
            "posture_can_straighten": "yes",
            "injuries_knee": 4,
            "injury_last_6_weeks": ["back", "ankle"],
        },
        "25",
    ),
    ("ability", {"chair_rise": 3, "head_lift": 4, "stairs": None}, "7"),
    # 5 days, 60 minutes, 4 hours, no 0, prefer not to say 2, parts 1 and 8, earlier pain 1
    (
        "exposure",
        {
            "weight_concern": "unstated",
            "strength_regions": ["low_back", "neck"],
            "earlier_back_pain": "yes",
        },
        "81",
    ),
    ("tests", {"test_bridge_left": 12.1, "test_bridge_right": 12.2, "test_hinge": 3}, "27.3"),
    ("clearance", {"clearance": {"by": "Dr 5", "on": "2026-05-12"}}, "0"),
]


@pytest.mark.parametrize(("section", "changes", "total"), BY_HAND)
def test_totals_done_by_hand(
    questionnaire: Questionnaire,
    make_sheet: MakeSheet,
    section: str,
    changes: dict[str, Any],
    total: str,
) -> None:
    (part,) = [part for part in form_parts(questionnaire) if part.section.id == section]
    assert total_in_figures(check_total(part, make_sheet(changes))) == total


def test_a_total_is_written_as_a_person_writes_it() -> None:
    figures = {"0": "0", "10": "10", "12.50": "12.5", "100.0": "100", "1E+2": "100"}
    assert {text: total_in_figures(Decimal(text)) for text in figures} == figures
