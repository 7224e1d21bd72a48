"""How much an exercise may hurt: one limit a client, the strictest that applies, the same all over.

The contract: free of pain while a place is held or strained; 3 with a sore tendon at the sit bone;
at most 2 above where it began with usual pain of 6 or more; else 5.
"""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given

from assessment.catalogue.model import TOO_MUCH, Catalogue
from assessment.core.assess import Assessment
from assessment.core.plan.programme import Prescription
from assessment.core.plan.warm_up import Drill
from tests import contract_plans
from tests.cases import each
from tests.conftest import MakeAssessment
from tests.plans import hurting, programme_of
from tests.strategies import examples, trainable_answers

HELD = {"injury_last_6_weeks": ["calf"], "stairs": 0}
CLEARED = {"clearance": {"by": "GP", "on": "2026-01-05", "for": ["severe_pain"]}}

CASES: list[tuple[dict[str, Any], str]] = [
    ({}, "five"),
    (hurting(low_back=5), "five"),
    (hurting(low_back=6), "rise"),
    (hurting(neck=7), "rise"),
    (hurting(hip=9) | CLEARED, "rise"),
    ({"sit_bone_pain": "yes"}, "three"),
    ({"sit_bone_pain": "unsure"} | hurting(hip=7), "three"),
    ({"hamstring_strain_recent": "yes"}, "none"),
    (HELD, "none"),
    ({"hamstring_strain_recent": "yes", "sit_bone_pain": "yes"}, "none"),
    (HELD | {"sit_bone_pain": "yes"} | hurting(low_back=7), "none"),
]


@each(("changes", "limit"), CASES)
def test_the_strictest_limit_that_applies_holds(
    make_assessment: MakeAssessment, changes: dict[str, Any], limit: str
) -> None:
    found = programme_of(make_assessment(changes)).pain_limit
    assert (found.id, found.too_much) == (limit, contract_plans.TOO_MUCH[limit])


def test_the_limits_stand_in_their_order_the_strictest_first(catalogue: Catalogue) -> None:
    limits = {one.id: one.too_much for one in catalogue.limits.pain_limits}
    assert list(limits.items()) == list(contract_plans.TOO_MUCH.items())


def texts_of(assessment: Assessment) -> list[str]:
    """Return all that cards and warm-up say."""
    drills = programme_of(assessment).drills
    every: list[Prescription | Drill] = [*assessment.exercises, *drills]
    texts = []
    for one in every:
        how = one.how
        texts += [how.start, *how.steps, *how.cues, *how.errors, how.stop_if, *one.changes]
    for one in assessment.exercises:
        texts += [swap.text for swap in one.swaps if swap]
    return texts


@pytest.mark.parametrize("limit", contract_plans.TOO_MUCH)
def test_every_card_says_the_same_limit(make_assessment: MakeAssessment, limit: str) -> None:
    changes = next(changes for changes, found in CASES if found == limit)
    texts = texts_of(make_assessment(changes, days_per_week=3, minutes=45))
    others = [words for one, words in contract_plans.TOO_MUCH.items() if one != limit]
    for text in texts:
        assert TOO_MUCH not in text
        assert not any(words in text for words in others), text
    stops = [text for text in texts if f"hurts {contract_plans.TOO_MUCH[limit]}" in text]
    assert stops


@examples(100)
@given(answers=trainable_answers())
def test_nothing_on_a_plan_says_another_figure(
    make_assessment: MakeAssessment, answers: dict[str, Any]
) -> None:
    assessment = make_assessment(answers)
    limit = programme_of(assessment).pain_limit.too_much
    for text in texts_of(assessment):
        assert TOO_MUCH not in text
        said = text.replace(limit, "")
        assert not re.search(r"out of 10|pain (stays )?(at|of|up to) \d|where you began", said), (
            text
        )


def test_a_limit_says_what_to_do_at_each_pain(catalogue: Catalogue) -> None:
    for one in catalogue.limits.pain_limits:
        assert one.step[0].then.startswith("Go on")
        assert "Stop" in one.step[-1].then
    by_id = {one.id: one for one in catalogue.limits.pain_limits}
    # docs/evidence.md 3.2, universal rule: 0 to 3 go on, 4 to 5 less, over 5 or worse next day stop
    assert [step.pain for step in by_id["five"].step] == [
        "0 to 3", "4 to 5", "Over 5, or worse next morning",
    ]  # fmt: skip
    assert [step.pain for step in by_id["none"].step] == ["0", "1 or more"]
    # C16: up to 3, settled in 24 h
    assert "within a day" in by_id["three"].said
    assert by_id["three"].step[0].pain == "0 to 3"
    assert "by next morning" in by_id["rise"].said
