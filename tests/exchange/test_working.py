"""A reader follows every score by hand, from the JSON document alone."""

from __future__ import annotations

from typing import Any

from hypothesis import given

from assessment.catalogue.model import Catalogue
from assessment.core.assess import assess
from assessment.exchange.assessment_document import document_of
from tests import contract
from tests.conftest import MakeSheet
from tests.strategies import any_answers, examples


def by_hand(region: dict[str, Any]) -> tuple[float | None, float | None, float]:
    """Return function, signs and score as the contract's section 4 has them, unrounded."""
    working = region["working"]
    parts = {part["item"]: part for part in region["contributions"]}
    of_function = [parts[item] for item in working["function"]["items"]]
    of_signs = [parts[item] for item in working["signs"]["items"]]
    assert len(of_function) + len(of_signs) == len(parts)
    function = signs = None
    if of_function:
        points = sum(part["weight"] * part["severity"] for part in of_function)
        function = 100 * points / sum(4 * part["weight"] for part in of_function)
    if of_signs:
        points = sum(part["weight"] * part["severity"] for part in of_signs)
        strongest = max(part["severity"] for part in of_signs)
        signs = 50 * points / working["signs"]["of"] + 50 * strongest / 4
    g = signs or 0.0
    core = g if function is None else max(function, 0.6 * function + 0.4 * g)
    exposure = sum(part["points"] for part in working["exposure"])
    return function, signs, min(working["at_most"], 0.9 * core + exposure)


@examples(150)
@given(answers=any_answers())
def test_every_score_follows_from_the_document(
    make_sheet: MakeSheet, catalogue: Catalogue, answers: dict[str, Any]
) -> None:
    calm = dict.fromkeys(contract.SECTIONS["safety"], "no")
    document = document_of(assess(make_sheet(answers | calm), catalogue))
    for region in (document["regions"] or {}).values():
        function, signs, score = by_hand(region)
        for found, name in ((function, "function"), (signs, "signs")):
            if found is None:
                assert region[name] is None
            else:
                assert abs(region[name] - found) < 0.051
        if region["score"] is not None:
            assert abs(region["score"] - score) < 0.051
        assert region["exposure"] == sum(part["points"] for part in region["working"]["exposure"])


def test_the_worked_example_of_the_contract(make_sheet: MakeSheet, catalogue: Catalogue) -> None:
    answers = {
        **{"chair_rise": 2, "stairs": 1, "bridge": 2, "box_lift": 1, "bridge_one_leg": 3},
        **{"pain_hip": 4, "active_days": 2, "active_minutes": 30, "sitting_hours": 9},
        **{"strength_regions": [], "pain_days": "weekly"},
    }
    document = document_of(assess(make_sheet(answers), catalogue))
    region = document["regions"]["glute_max"]
    working = region["working"]
    assert (working["function"]["points"], working["function"]["of"]) == (17, 36)
    assert working["signs"] == {
        "items": ["pain_hip", "injuries_hip", "stalled"],
        "points": 3.2,
        "of": 18,
        "strongest": 1.6,
    }
    assert working["exposure"] == [
        {"answers": {"active_days": 2, "active_minutes": 30}, "points": 4},
        {"answers": {"strength_regions": []}, "points": 2},
        {"answers": {"sitting_hours": 9}, "points": 2},
    ]
    assert (region["function"], region["signs"], region["score"]) == (47.2, 28.9, 50.5)


def test_what_is_missing_is_named(make_sheet: MakeSheet, catalogue: Catalogue) -> None:
    document = document_of(assess(make_sheet({"row_pull": None, "sitting_hours": None}), catalogue))
    missing = {name: region["working"]["missing"] for name, region in document["regions"].items()}
    assert missing["upper_back"] == ["row_pull", "sitting_hours"]
    assert missing["calves"] == []


def test_every_choice_names_answers_that_stand_in_the_document(
    make_sheet: MakeSheet, catalogue: Catalogue
) -> None:
    answers = {"toe_rises": 4, "uphill_walk": 3, "row_pull": 3}
    document = document_of(assess(make_sheet(answers), catalogue))
    for exercise in document["exercises"]:
        parts = document["regions"][exercise["region"]]["contributions"]
        heavy = {part["item"] for part in parts if part["severity"] > 0}
        assert set(exercise["because"]) <= (heavy or {"goal"})
