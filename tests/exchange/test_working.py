"""A reader follows every score by hand, from the JSON document alone."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from assessment.catalogue.model import Catalogue
from assessment.core.assess import assess
from tests import contract, oracle
from tests.conftest import MakeSheet
from tests.documents import read_document
from tests.strategies import any_answers, examples, trainable_answers


def by_hand(region: dict[str, Any]) -> tuple[float | None, float, float]:
    """Return function, signs and score as docs/rules.md 4 has them, unrounded."""
    working = region["working"]
    parts = {part["item"]: part for part in region["contributions"]}
    of_function = [parts[item] for item in working["function"]["items"]]
    of_signs = [parts[item] for item in working["signs"]["items"]]
    assert len(of_function) + len(of_signs) == len(parts)
    function, signs = None, 0.0
    if of_function:
        points = sum(part["weight"] * part["severity"] for part in of_function)
        function = 100 * points / sum(4 * part["weight"] for part in of_function)
    if of_signs:
        points = sum(part["weight"] * part["severity"] for part in of_signs)
        strongest = max(part["severity"] for part in of_signs)
        signs = 50 * points / working["signs"]["of"] + 50 * strongest / 4
    core = signs if function is None else max(function, 0.6 * function + 0.4 * signs)
    exposure = sum(part["points"] for part in working["exposure"])
    return function, signs, min(working["at_most"], 0.9 * core + exposure)


@examples(150)
@given(answers=any_answers())
def test_every_score_follows_from_the_document(
    make_sheet: MakeSheet, catalogue: Catalogue, answers: dict[str, Any]
) -> None:
    calm = dict.fromkeys(contract.CHECKS, "no")
    document = read_document(assess(make_sheet(answers | calm), catalogue))
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


def end_by_hand(end: dict[str, Any]) -> float:
    """Return one end of the range from its sums, as docs/rules.md 4.5 has it."""
    f = 100 * end["function"]["points"] / end["function"]["of"]
    g = 50 * end["signs"]["points"] / end["signs"]["of"] + 50 * end["signs"]["strongest"] / 4
    most = 39 if f == 0 and g > 0 else 100
    assert end["at_most"] == most
    score: float = 0.9 * max(f, 0.6 * f + 0.4 * g) + end["exposure"]
    return min(most, score)


def severity_by_hand(measurement: dict[str, Any]) -> int:
    """Return 0 (good), 2 (fair) or 4 (low) by the marks in the document."""
    norm, figure = measurement["norm"], min(measurement["figures"].values())
    if figure < norm["low_under"]:
        return 4
    good = figure > norm["good_over"] if "good_over" in norm else figure >= norm["good_from"]
    return 0 if good else 2


def band_by_hand(score: float | None) -> str | None:
    """Return the band of a score, None without one."""
    edges = ((65, "marked"), (40, "moderate"), (20, "mild"), (0, "few"))
    return None if score is None else next(band for edge, band in edges if score >= edge)


def with_strong_signs(
    near: list[str], scores: dict[str, float], regions: dict[str, Any]
) -> list[str]:
    """Return the top regions by docs/rules.md 4.5, from the severities in the document."""

    def quotient(region: str, *kinds: str) -> float:
        thresholds = {"pain": 1.6, "injuries": 3.0, "stalled": 2.0, "posture": 2.0}
        if region != "upper_back":
            del thresholds["posture"]
        return max(
            (
                round(part["severity"] / limit, 6)
                for part in regions[region]["contributions"]
                for kind, limit in thresholds.items()
                if part["item"].startswith(kind) and kind in (kinds or thresholds)
            ),
            default=0.0,
        )

    others = [region for region in regions if region not in near]
    if len(near) < 3:
        strong = [region for region in others if quotient(region) >= 1]
        return (near + sorted(strong, key=lambda region: -quotient(region)))[:3]
    sore = [region for region in others if quotient(region, "pain") >= 1]
    if scores[near[2]] >= 40 or not sore:
        return near
    return [*near[:2], max(sore, key=lambda region: quotient(region, "pain"))]


GAPS = st.sets(st.sampled_from(sorted(oracle.BEST)), max_size=12)


@examples(150)
@given(answers=trainable_answers(), gaps=GAPS, ill=st.sampled_from(("yes", "no")))
def test_range_overall_top_and_measurements_follow_from_the_document(
    make_sheet: MakeSheet, catalogue: Catalogue, answers: dict[str, Any], gaps: set[str], ill: str
) -> None:
    """Also where no exercises are shown: the scores stand there all the same."""
    answers = answers | dict.fromkeys(gaps) | {"acute_illness": ill}
    document = read_document(assess(make_sheet(answers), catalogue))
    regions = document["regions"]
    for region in regions.values():
        working = region["working"]
        assert abs(end_by_hand(working["low"]) - region["low"]) < 0.051
        assert abs(end_by_hand(working["high"]) - region["high"]) < 0.051
        weight = working["ability_weight"]
        too_few = 10 * (weight["of"] - weight["answered"]) > 3 * weight["of"]
        assert (region["score"] is None) is too_few
        measured = {part["item"]: part["severity"] for part in region["contributions"]}
        for one in working["measurements"]:
            assert measured[one["worse"]] == one["severity"] == severity_by_hand(one)
        items = {one["worse"] for one in working["measurements"]}
        assert items == {item for item in measured if item.startswith("test_")}
    scores = {name: one["score"] for name, one in regions.items() if one["score"] is not None}
    if len(scores) < 6:
        assert document["overall"] is None
    else:
        for end in ("score", "low", "high"):
            figures = [regions[name][end] for name in scores]
            by_hand = 0.7 * max(figures) + 0.3 * sum(figures) / len(figures)
            assert abs(document["overall"][end] - by_hand) < 0.101
    ranked = sorted(scores, key=lambda name: -scores[name])
    near = [
        name for name in ranked if scores[name] >= 20 and scores[ranked[0]] - scores[name] <= 45
    ]
    edges = {round(scores[ranked[0]] - 45, 1), 20.0, 40.0} if ranked else set()
    if not edges & set(scores.values()) and len(set(scores.values())) == len(scores):
        assert document["top_regions"] == with_strong_signs(near[:3], scores, regions)


def test_the_bands_of_the_document(make_sheet: MakeSheet, catalogue: Catalogue) -> None:
    for level in range(5):
        answers = dict.fromkeys(contract.ABILITY, level)
        for region in read_document(assess(make_sheet(answers), catalogue))["regions"].values():
            assert region["score"] == 0.9 * 25 * level
            assert region["band"] == band_by_hand(region["score"])


def test_what_too_few_answers_leave_open(make_sheet: MakeSheet, catalogue: Catalogue) -> None:
    """Neck: 2 of 5 answered at 2, and 3 missing; pain missing too. docs/rules.md 4."""
    missing = dict.fromkeys(("head_lift", "carry_bags", "pain_neck"))
    answers = {"screen_neck": 2, "hurts": ["neck"], **missing}
    region = read_document(assess(make_sheet(answers), catalogue))["regions"]["neck"]
    working = region["working"]
    assert working["ability_weight"] == {"answered": 2, "of": 5}
    assert working["low"] == {
        "function": {"points": 4, "of": 20},
        "signs": {"points": 0, "of": 12, "strongest": 0},
        "exposure": 0,
        "at_most": 100,
    }
    assert working["high"] == {
        "function": {"points": 16, "of": 20},
        "signs": {"points": 8, "of": 12, "strongest": 4},
        "exposure": 0,
        "at_most": 100,
    }
    # 0.9 x 20; 0.9 x (0.6 x 80 + 0.4 x (50 x 8 / 12 + 50)) is 73.2, and 0.9 x 80 is 72
    assert (region["score"], region["low"], region["high"]) == (None, 18.0, 73.2)


@examples(60)
@given(answers=trainable_answers())
def test_each_exercise_of_a_session_says_what_it_stands_there_for(
    make_sheet: MakeSheet, catalogue: Catalogue, answers: dict[str, Any]
) -> None:
    document = read_document(assess(make_sheet(answers), catalogue))
    chosen_for, chosen = document["programme"]["chosen_for"], set()
    for session in document["programme"]["sessions"]:
        main = [one for one in session["blocks"] if one["name"] not in ("Warm-up", "Cool-down")]
        stands = chosen_for[session["name"]]
        assert set(stands) == {name for block in main for name in block["exercises"]}
        chosen |= set(stands)
    assert chosen == {one["id"] for one in document["exercises"]}
    regions = {one["id"]: one["region"] for one in document["exercises"]}
    for stands in chosen_for.values():
        for exercise, why in stands.items():
            assert why in ("region", "answer", "kind", "filler")
            top = document["top_regions"]
            if why != "answer":
                assert (why == "region") == (not top or regions[exercise] in top), exercise


def test_the_worked_example_of_the_contract(make_sheet: MakeSheet, catalogue: Catalogue) -> None:
    answers = {
        **{"chair_rise": 2, "stairs": 1, "bridge": 2, "box_lift": 1, "bridge_one_leg": 3},
        **{"pain_hip": 4, "active_days": 2, "active_minutes": 30, "sitting_hours": 9},
        **{"strength_regions": [], "pain_days": "weekly"},
    }
    document = read_document(assess(make_sheet(answers), catalogue))
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
    document = read_document(
        assess(make_sheet({"row_pull": None, "sitting_hours": None}), catalogue)
    )
    missing = {name: region["working"]["missing"] for name, region in document["regions"].items()}
    assert missing["upper_back"] == ["row_pull", "sitting_hours"]
    assert missing["calves"] == []


def test_every_choice_names_answers_that_stand_in_the_document(
    make_sheet: MakeSheet, catalogue: Catalogue
) -> None:
    answers = {"toe_rises": 4, "uphill_walk": 3, "row_pull": 3}
    document = read_document(assess(make_sheet(answers), catalogue))
    for exercise in document["exercises"]:
        parts = document["regions"][exercise["region"]]["contributions"]
        heavy = {part["item"] for part in parts if part["severity"] > 0}
        assert set(exercise["because"]) <= (heavy or {"goal"})
