"""A reader follows the plan by hand, from the JSON document alone."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from hypothesis import given

from assessment.catalogue.model import Catalogue
from assessment.core.assess import assess
from tests import evidence
from tests.conftest import MakeAssessment, MakeSheet
from tests.documents import read_document
from tests.strategies import examples, trainable_answers

CHANGE_S = 10
LONGER_WALK = 4.0
"""Minutes by which the walk of later weeks may differ: it fills what the exercises leave."""


def minutes_by_hand(block: list[str], doses: dict[str, Any], works: dict[str, Any]) -> float:
    """Return setting up, rounds x (first + second + rest) and changes, in minutes.

    docs/evidence.md 6.2; ten seconds for each change inside a pair.
    """
    seconds: float = sum(doses[name]["setting_up_s"] for name in block)
    if len(block) > 1:
        seconds += CHANGE_S * (sum(works[name]["sets"] for name in block) - 1)
    for name in block:
        tempo = sum(int(part) for part in doses[name]["tempo"].split("-"))
        work = works[name]
        seconds += work["sets"] * work["repetitions"][1] * tempo * work["sides"]
    rest: float = max(doses[name]["rest_s"] for name in block)
    rounds: int = max(works[name]["sets"] for name in block)
    return (seconds + rounds * rest) / 60


@examples(150)
@given(answers=trainable_answers())
def test_the_minutes_follow_from_the_document(
    make_sheet: MakeSheet, catalogue: Catalogue, answers: dict[str, Any]
) -> None:
    document = read_document(assess(make_sheet(answers), catalogue))
    doses = {one["id"]: one for one in document["exercises"]}
    for phase in document["programme"]["phases"]:
        works = {one["id"]: one for one in phase["exercises"]}
        sessions = {one["name"]: one["minutes"] for one in phase["sessions"]}
        for session in document["programme"]["sessions"]:
            blocks = session["blocks"]
            outer = sum(b["minutes"] for b in blocks if b["name"] in ("Warm-up", "Cool-down"))
            inner = [b["exercises"] for b in blocks if b["name"] not in ("Warm-up", "Cool-down")]
            if any(inner):
                whole = outer + sum(minutes_by_hand(one, doses, works) for one in inner)
                walk = 0 if phase is document["programme"]["phases"][0] else LONGER_WALK
                assert abs(sessions[session["name"]] - whole) <= walk + 0.16
    for before, after in pairwise(document["programme"]["phases"]):
        assert before["weeks"][1] + 1 == after["weeks"][0]


def test_the_warm_up_stands_in_the_document_with_its_changes(
    make_assessment: MakeAssessment,
) -> None:
    programme = read_document(make_assessment(eye_pressure="yes"))["programme"]
    assert [(one["id"], one["repetitions"]) for one in programme["warm_up"]] == [
        ("hip-hinge-drill", 8),
        ("glute-bridge", 8),
        ("band-pull-apart", 8),
    ]
    assert "Breathe out as you pull" in programme["warm_up"][2]["changes"][0]
    for session in programme["sessions"]:
        assert session["blocks"][0]["exercises"] == [one["id"] for one in programme["warm_up"]]


def test_the_swaps_stand_in_the_document(make_assessment: MakeAssessment) -> None:
    document = read_document(
        make_assessment({"toe_rises": 4, "uphill_walk": 4, "diabetes_or_kidney": "yes"})
    )
    swaps = document["programme"]["swaps"]
    assert set(swaps) == {one["id"] for one in document["exercises"]}
    for ways in swaps.values():
        assert list(ways) == ["easier", "harder", "no_kit", "if_it_hurts"]
    # One foot is not for numb feet (C25, C21), so that no harder form is named.
    calf = swaps["standing-calf-raise"]
    assert calf["harder"] is None
    assert calf["easier"] == {
        "text": "Only half as high, both hands holding on",
        "exercise": None,
    }
    named = {way["exercise"] for ways in swaps.values() for way in ways.values() if way}
    assert named - {None} <= set(evidence.EXERCISES)


def test_a_top_region_without_time_is_named(make_assessment: MakeAssessment) -> None:
    hard = {"chair_rise": 4, "box_lift": 4, "one_leg_stand": 4, "experience": "new"}
    document = read_document(make_assessment(hard, minutes=15, equipment=[]))
    assert document["top_regions"] == ["low_back", "glute_max", "glute_med"]
    assert document["programme"]["crowded_out"] == ["glute_med"]
    assert document["programme"]["empty_regions"] == []
    assert "glute_med" not in {exercise["region"] for exercise in document["exercises"]}
