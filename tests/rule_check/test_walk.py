"""The walk: it finds nothing in what ships, and finds what is broken on purpose."""

from __future__ import annotations

import itertools
from collections import defaultdict
from dataclasses import replace
from typing import Any

import pytest

from assessment.catalogue.loader import load_catalogue
from assessment.core import assess
from assessment.core.answers import AnswerSheet, Value
from assessment.core.assess import EmptyRegion
from assessment.core.gate import gate
from assessment.core.scores.scoring import RegionScore, score_regions
from assessment.rule_check import comparisons, walk
from assessment.rule_check.answer_sheets import by_chance, calm, hard
from assessment.rule_check.plans import plan_pairs
from assessment.rule_check.plans.plan_pairs import Heaviness
from assessment.rule_check.systematic import (
    agreements,
    clearances,
    closed_answers,
    edges,
    follow_ups,
    gateways,
    pains,
    pairs_of_cautions,
    single_answers,
)
from assessment.rule_check.walk import FaultySheet, Seen
from questions.model import Region
from questions.questionnaire import Questionnaire
from tests import contract, evidence

SHORT = 1500
ALL = frozenset().union(*(kit for name in evidence.EXERCISES for kit in evidence.kit_of(name)))
"""All the kit that any exercise needs."""


@pytest.fixture(scope="module")
def told() -> list[int]:
    """Return how far the short walk said that it was, each time."""
    return []


@pytest.fixture(scope="module")
def seen(told: list[int]) -> Seen:
    """Return what a short walk with two processes sees."""
    return walk.walk(SHORT, workers=2, on_progress=told.append)


@pytest.mark.heavy
def test_a_short_walk_finds_nothing(seen: Seen) -> None:
    assert seen.faulty == []
    assert seen.trained > seen.sheets / 2


@pytest.mark.heavy
def test_the_walk_tells_how_far_it_is(seen: Seen, told: list[int]) -> None:
    assert len(told) > 2
    assert sum(told) == seen.sheets == walk.sheets_in(SHORT)


@pytest.mark.heavy
def test_every_item_is_asked_and_every_band_reached(
    seen: Seen, questionnaire: Questionnaire
) -> None:
    assert {item.id for item in questionnaire.items} - seen.asked == set()
    assert seen.bands == {"few", "mild", "moderate", "marked"}


@pytest.mark.heavy
def test_all_exercises_but_one_are_chosen_and_none_always(seen: Seen) -> None:
    assert {e.id for e in load_catalogue().exercises if not seen.chosen[e.id]} <= {
        "dumbbell-leg-curl"
    }
    assert max(seen.chosen.values()) < seen.trained


@pytest.mark.heavy
def test_every_pair_of_cautions_is_in_force_for_somebody(questionnaire: Questionnaire) -> None:
    # Some come from the age (docs/rules.md 2.3), so that two never meet.
    in_force = {
        (sheet.get("experience"), frozenset(pair))
        for sheet in map(walk._sheet, pairs_of_cautions(questionnaire))
        for pair in itertools.combinations(gate(sheet).cautions, 2)
    }
    never = ({"age_65", "under_18"}, {"stiff_upper_back", "under_18"})
    for one, two in itertools.combinations(evidence.CAUTION.values(), 2):
        for level in ("new", "some", "experienced"):
            is_there = (level, frozenset((one, two))) in in_force
            assert is_there == ({one, two} not in never), (one, two, level)


def test_every_item_is_opened_with_each_answer(questionnaire: Questionnaire) -> None:
    counts: set[tuple[str, object]] = set()
    for raw in single_answers(questionnaire, calm(questionnaire)):
        sheet = walk._sheet(raw)
        counts |= {(item, sheet.given.get(item)) for item in raw if sheet.asks(item)}
        counts |= {(item, None) for item in gate(sheet).unanswered}
    for item in questionnaire.checks:
        assert {(item.id, "yes"), (item.id, "no"), (item.id, "unsure")} <= counts, item.id
        if item.id != "heart_agreed":
            assert (item.id, None) in counts, item.id
    for name in ("pain_days", "posture_can_straighten", "stalled_recovery_poor"):
        assert name in {one for one, _ in counts}


def test_every_gateway_and_every_pair_opens_what_it_opens(questionnaire: Questionnaire) -> None:
    left_open: set[frozenset[str]] = set()
    answered_no: set[frozenset[str]] = set()
    for raw in gateways(questionnaire):
        judged = gate(walk._sheet(raw))
        found = frozenset(one for one in contract.GATEWAYS if raw[one] not in ("no", []))
        (left_open if judged.unanswered else answered_no).add(found)
        assert judged.flags == ()
    pairs = {
        frozenset(pair) for pair in itertools.combinations_with_replacement(contract.GATEWAYS, 2)
    }
    assert left_open == answered_no == pairs


def test_an_own_yes_under_a_closed_gateway_counts(questionnaire: Questionnaire) -> None:
    base = calm(questionnaire)
    counted = set()
    for raw in closed_answers(questionnaire):
        judged = gate(walk._sheet(raw))
        up = {*judged.cautions, *judged.amber, *(flag.id for flag in judged.flags)}
        counted |= {one for one in raw.keys() - base.keys() if one in up and raw[one] != "no"}
    closed = [one for one in questionnaire.conditional if one.section in ("safety", "cautions")]
    flags = {getattr(one, "follow_up_of", None) or one.id for one in closed}
    assert {one.id for one in closed if one.id in flags} - {"heart_agreed"} <= counted


def test_every_follow_up_is_up_with_its_flag_and_without(questionnaire: Questionnaire) -> None:
    followed = [one for one in questionnaire.checks if one.follow_up_of]
    found = {
        (one.id, raw[str(one.follow_up_of)], raw[one.id])
        for raw in follow_ups(questionnaire)
        for one in followed
        if one.id in raw
    }
    answers = ("yes", "unsure", "no", None)
    assert found == {
        (one.id, *both) for one in followed for both in itertools.product(answers, repeat=2)
    }


STRAIGHT = {"age_years": 60, "posture_rounded": 1, "posture_can_straighten": "yes"}


@pytest.mark.parametrize(
    ("name", "edge", "beyond"),
    [
        ("age_65", {"age_years": 64}, {"age_years": 65}),
        ("under_18", {"age_years": 18}, {"age_years": 17}),
        ("neck_pain", {"pain_neck": 0}, {"pain_neck": 1}),
        ("sore_back", {"pain_low_back": 3}, {"pain_low_back": 4}),
        ("sore_shoulder", {"pain_shoulder": 3}, {"pain_shoulder": 4}),
        (
            "stiff_upper_back",
            {"age_years": 59, "posture_rounded": 1, "posture_can_straighten": "no"},
            {"age_years": 60, "posture_rounded": 1, "posture_can_straighten": "no"},
        ),
        (
            "stiff_upper_back",
            STRAIGHT | {"amber_height_loss": "no"},
            STRAIGHT | {"amber_height_loss": "unsure"},
        ),
        (
            "young_back_pain",
            {"age_years": 17, "pain_low_back": 1, "arching_hurts_back": "no"},
            {"age_years": 17, "pain_low_back": 1, "arching_hurts_back": "unsure"},
        ),
        (
            "young_back_pain",
            {"age_years": 18, "pain_low_back": 1, "arching_hurts_back": "yes"},
            {"age_years": 17, "pain_low_back": 1, "arching_hurts_back": "yes"},
        ),
        (
            "amber_young_back_pain",
            {"age_years": 17, "pain_low_back": 0},
            {"age_years": 17, "pain_low_back": 1},
        ),
        (
            "amber_first_back_pain_50",
            {"age_years": 49, "pain_low_back": 4, "earlier_back_pain": "no"},
            {"age_years": 50, "pain_low_back": 4, "earlier_back_pain": "no"},
        ),
        (
            "amber_first_back_pain_50",
            {"age_years": 50, "pain_low_back": 3, "earlier_back_pain": "no"},
            {"age_years": 50, "pain_low_back": 4, "earlier_back_pain": "no"},
        ),
        (
            "amber_first_back_pain_50",
            {"age_years": 50, "pain_low_back": 4, "earlier_back_pain": "yes"},
            {"age_years": 50, "pain_low_back": 4, "earlier_back_pain": "no"},
        ),
        (
            "known_disease_inactive",
            {"diabetes_or_kidney": "yes", "active_days": 5, "active_minutes": 30},
            {"diabetes_or_kidney": "yes", "active_days": 5, "active_minutes": 29},
        ),
        (
            "known_disease_inactive",
            {"diabetes_or_kidney": "unsure", "active_days": 3},
            {"diabetes_or_kidney": "unsure", "active_days": 2},
        ),
        (
            "known_disease_inactive",
            {"diabetes_or_kidney": "no", "active_days": 2},
            {"diabetes_or_kidney": "unsure", "active_days": 2},
        ),
        ("severe_pain", {"pain_calf": 7}, {"pain_calf": 8}),
    ],
)
def test_each_edge_is_walked_on_both_sides(
    every_edge: list[AnswerSheet],
    name: str,
    edge: dict[str, object],
    beyond: dict[str, object],
) -> None:
    for answers, is_up in ((edge, False), (beyond, True)):
        sheets = [
            sheet
            for sheet in every_edge
            if all(sheet.get(item) == value for item, value in answers.items())
            and (name != "severe_pain" or sheet.given.get(name) == "no")
        ]
        assert sheets, answers
        for sheet in sheets:
            judged = gate(sheet)
            up = {*judged.cautions, *judged.amber, *(flag.id for flag in judged.flags)}
            assert (name in up) is is_up, sheet.given


@pytest.fixture(scope="module")
def every_edge(questionnaire: Questionnaire) -> list[AnswerSheet]:
    """Return the sheets at each edge of what is derived, and of each pain."""
    return [walk._sheet(raw) for raw in (*edges(questionnaire), *pains(questionnaire))]


def test_a_doctors_word_is_walked_with_each_thing_that_it_hangs_on(
    questionnaire: Questionnaire,
) -> None:
    lifted, stands = [], set()
    for raw in agreements(questionnaire):
        judged = gate(walk._sheet(raw))
        up = {flag.id for flag in judged.flags}
        if "heart_condition" not in up:
            assert "heart_cleared" in judged.cautions
            lifted.append((raw["heart_agreed"], raw["active_days"], raw["active_minutes"], up))
        else:
            stands |= up
    assert lifted == [("yes", 3, 30, set())]
    assert {"chest_pain", "faint_or_breathless", "walking_cramp"} <= stands


def test_a_clearance_is_walked_for_each_flag_for_none_and_for_another(
    questionnaire: Questionnaire,
) -> None:
    lifted: set[str] = set()
    stands: set[str] = set()
    left: set[str] = set()
    for raw in clearances(questionnaire):
        judged = gate(walk._sheet(raw))
        named = raw["clearance"]["for"]
        for flag in judged.flags:
            assert flag.cleared is (flag.id in named)
            (lifted if flag.cleared else stands).add(flag.id)
        left.update(judged.cautions)
    assert lifted == {*contract.CLEARABLE}
    assert stands == {*contract.FLAGS, *contract.DERIVED_FLAGS}
    assert {*contract.LEFT_BY_CLEARANCE} <= left


def test_chance_is_the_same_each_time(questionnaire: Questionnaire) -> None:
    assert by_chance(questionnaire, 7) == by_chance(questionnaire, 7)
    assert by_chance(questionnaire, 7) != by_chance(questionnaire, 8)


def test_the_calm_client_may_train_and_is_asked_no_more_than_the_gateways(
    questionnaire: Questionnaire,
) -> None:
    fine = walk._assessed(calm(questionnaire))
    assert fine.outcome.value == "train"
    assert (fine.gate.flags, fine.gate.cautions) == ((), ())
    assert {"osteoporosis", "hot_joint", "pain_hip"} <= {*fine.sheet.implied}


def test_an_exclusion_that_is_ignored_is_told_with_the_smallest_sheet(
    monkeypatch: pytest.MonkeyPatch, questionnaire: Questionnaire
) -> None:
    monkeypatch.setitem(vars(load_catalogue()), "removed_by", defaultdict(frozenset))
    raw = hard(questionnaire) | {
        "experience": "new",
        "equipment": [],
        "cannot_reach_floor": "yes",
        "hernia": "yes",
    }
    part = walk._walk_sheets([raw])
    fault = "caution: bridge-hold (bridge) in spite of cannot_reach_floor"
    assert fault in {faulty.fault for faulty in part.faulty}
    least = walk.smallest(FaultySheet(fault, raw))
    assert least.raw["cannot_reach_floor"] == "yes"
    assert "hernia" not in least.raw
    assert len(least.raw) < len(raw) / 4


def test_a_heavier_plan_is_told_with_what_made_it_so(
    monkeypatch: pytest.MonkeyPatch, questionnaire: Questionnaire
) -> None:
    levels = itertools.count()
    monkeypatch.setattr(plan_pairs, "heaviness", lambda *_: Heaviness(next(levels), 0, {}))
    before = walk._assessed(calm(questionnaire))
    change = plan_pairs.changes()[0]
    found = list(walk._of_a_change(before, change))
    assert found == ["more pain: pain_low_back a step more: the highest level rises from 0 to 1"]


def test_a_hinge_that_was_too_easy_makes_no_plan_heavier(questionnaire: Questionnaire) -> None:
    """Who lifts a box less easily gets the light deadlift that was beneath them."""
    strained = calm(questionnaire) | {
        "equipment": ["kettlebell", "leg_curl", "pull_up_bar", "back_extension_bench"],
        "hamstring_strain_recent": "yes",
    }
    before, after = (walk._assessed(strained | {"box_lift": answer}) for answer in (0, 1))
    worse = next(one for one in plan_pairs.changes() if "box_lift" in one.name)
    assert "kettlebell-deadlift" in {one.exercise.id for one in after.exercises}
    assert not list(plan_pairs.heavier(before, after, worse))
    assert list(plan_pairs.heavier(before, after, worse._replace(hurts=True))) == [
        "less ability: box_lift a step worse: 1 sessions have a loaded hinge, 0 had"
    ]


def test_every_single_thing_that_can_be_worse_is_tried(questionnaire: Questionnaire) -> None:
    calmly = walk._assessed(calm(questionnaire))
    tried = {one.name for one in plan_pairs.changes() if one.apply(calmly.sheet) is not None}
    assert tried == {one.name for one in plan_pairs.changes()}
    assert walk._walk_pairs(range(3)).sheets == 3


def test_a_yes_that_a_closed_gateway_takes_away_is_found(
    monkeypatch: pytest.MonkeyPatch, questionnaire: Questionnaire
) -> None:
    whole = AnswerSheet.of

    def forgetful(questionnaire: Questionnaire, given: dict[str, Value]) -> AnswerSheet:
        sheet = whole(questionnaire, given)
        implied = {
            item.id: item.implied
            for item in questionnaire.conditional
            if item.opened_by and item.opened_by.holds(sheet.known) is False
        }
        return replace(sheet, known={**sheet.known, **implied})

    monkeypatch.setattr(AnswerSheet, "of", staticmethod(forgetful))
    raw = calm(questionnaire) | {"hot_joint": "yes", "hernia": "unsure"}
    faults = {faulty.fault for faulty in walk._walk_sheets([raw]).faulty}
    assert {"hot_joint is up and raises no flag", "hernia is up and no caution"} <= faults


def test_a_way_open_that_makes_it_milder_is_found(
    monkeypatch: pytest.MonkeyPatch, questionnaire: Questionnaire
) -> None:
    harmless = gate(walk._sheet(calm(questionnaire)))
    monkeypatch.setattr(walk, "gate", lambda _: harmless)
    raw = calm(questionnaire) | {"high_bp": "yes"}
    faults = {faulty.fault for faulty in walk._walk_sheets([raw]).faulty}
    assert "see_clinician becomes train when hurts opens its questions" in faults


def test_a_score_that_falls_is_found(
    monkeypatch: pytest.MonkeyPatch, questionnaire: Questionnaire
) -> None:
    whole = score_regions

    def lower(*given: Any) -> dict[Region, RegionScore]:
        return {name: replace(one, score=0.0) for name, one in whole(*given).items()}

    monkeypatch.setattr(comparisons, "score_regions", lower)
    part = walk._walk_sheets([hard(questionnaire)])
    assert any("falls from" in faulty.fault for faulty in part.faulty)


def test_a_top_region_without_a_word_is_found(
    monkeypatch: pytest.MonkeyPatch, questionnaire: Questionnaire
) -> None:
    def silent(region: Region, *_: object) -> EmptyRegion:
        return EmptyRegion(region, (), load_catalogue().schedule.instead["caution"])

    monkeypatch.setattr(assess, "_empty", silent)
    raw = hard(questionnaire, Region.CALVES) | {"injury_last_6_weeks": ["calf"]}
    faults = {faulty.fault for faulty in walk._walk_sheets([raw]).faulty}
    assert "empty: calves is left empty without a word" in faults


def test_a_fault_that_is_everywhere_hides_no_other() -> None:
    seen, everywhere = Seen(), [FaultySheet("everywhere", {"age_years": n}) for n in range(500)]
    seen.find(everywhere)
    seen.add(Seen(faulty=[FaultySheet("rare", {"sex": "male"}), *everywhere]))
    assert seen.faulty == [everywhere[0], FaultySheet("rare", {"sex": "male"})]


def test_what_is_never_seen_is_remarked() -> None:
    remarks = list(walk.remarks_on(Seen(sheets=1, trained=1)))
    assert "squat is never chosen for anybody" in remarks
    assert "dumbbell-leg-curl is never chosen for anybody" not in remarks
    assert "stairs is never asked of anybody" in remarks
    assert "the band 'marked' is never reached" in remarks
