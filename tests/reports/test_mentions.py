"""What a client who may train is asked to mention to a clinician all the same."""

from __future__ import annotations

import pytest

from reports.mentions import mentions_of
from tests.reports.conftest import Case

CLEARED = {"by": "doctor", "on": "2026-11-20"}


@pytest.mark.parametrize(
    ("pain", "said"),
    [
        (5, []),
        (6, ["Low back pain, usually 6 out of 10"]),
        (7, ["Low back pain, usually 7 out of 10"]),
    ],
)
def test_pain_that_counts_as_moderate_is_worth_a_mention(
    case: Case, pain: int, said: list[str]
) -> None:
    """Mild up to 5, moderate 6 and 7, severe from 8 (Boonstra 2016)."""
    assert list(mentions_of(case("D02", pain_low_back=pain))) == said


def test_each_place_and_each_answer_has_a_line(case: Case) -> None:
    answers = {"pain_low_back": None, "pain_hip": 6, "pain_calf": 7, "amber_leg_tingling": "unsure"}
    assert list(mentions_of(case("D02", **answers))) == [
        "Steady tingling in one leg",
        "Hip pain, usually 6 out of 10",
        "Calf pain, usually 7 out of 10",
    ]


def test_a_clinician_who_cleared_the_client_knows_of_the_pain(case: Case) -> None:
    assert not list(mentions_of(case("D02", pain_low_back=9, clearance=CLEARED)))
