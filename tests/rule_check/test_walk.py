"""The walk: it finds nothing in what ships, and finds what is broken on purpose."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace

import pytest

from assessment.catalogue.loader import load_catalogue
from assessment.catalogue.model import Exercise
from assessment.catalogue.patterns import Pattern
from assessment.core import assess
from assessment.core.assess import EmptyRegion
from assessment.core.gate import gate
from assessment.core.plan import advice, doses, programme, sessions, warm_up
from assessment.core.plan.client import Client
from assessment.core.plan.doses import Work
from assessment.core.plan.swaps import Swaps
from assessment.rule_check import checks, walk
from assessment.rule_check import evidence as walk_evidence
from assessment.rule_check.answer_sheets import by_chance, calm, hard, pairs_of_cautions, systematic
from assessment.rule_check.swap_checks import find_swap_faults
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
    # A follow-up counts only where its lead is yes; two come from the age (docs/rules.md 2.3).
    in_force = {
        (walk._sheet(raw).get("experience"), frozenset(pair))
        for raw in pairs_of_cautions(questionnaire)
        for pair in itertools.combinations(gate(walk._sheet(raw)).cautions, 2)
    }
    both_ages = {"age_65", "under_18"}
    for one, two in itertools.combinations(evidence.CAUTION.values(), 2):
        for level in ("new", "some", "experienced"):
            is_there = (level, frozenset((one, two))) in in_force
            assert is_there == ({one, two} != both_ages), (one, two, level)


@pytest.mark.heavy
def test_every_single_answer_counts_for_somebody(questionnaire: Questionnaire) -> None:
    counts: set[tuple[str, object]] = set()
    for raw in systematic(questionnaire):
        visible = walk._sheet(raw).visible
        counts |= {(item, str(value)) for item, value in visible.items()}
    for item in (*contract.SECTIONS["safety"], *contract.CAUTIONS):
        assert {(item, "yes"), (item, "no"), (item, "unsure")} <= counts, item
    for item in ("pain_days", "posture_can_straighten", "stalled_recovery_poor"):
        assert item in {name for name, _ in counts}


def test_chance_is_the_same_each_time(questionnaire: Questionnaire) -> None:
    assert by_chance(questionnaire, 7) == by_chance(questionnaire, 7)
    assert by_chance(questionnaire, 7) != by_chance(questionnaire, 8)


def test_the_calm_client_stands_in_the_walk(questionnaire: Questionnaire) -> None:
    assert calm(questionnaire) in list(systematic(questionnaire))


def test_an_exclusion_that_is_ignored_is_found_and_named(
    monkeypatch: pytest.MonkeyPatch, questionnaire: Questionnaire
) -> None:
    removed_by = {
        exercise.id: frozenset()
        if exercise.pattern is Pattern.BRIDGE
        else load_catalogue().removed_by[exercise.id]
        for exercise in load_catalogue().exercises
    }
    monkeypatch.setitem(vars(load_catalogue()), "removed_by", removed_by)
    raw = hard(questionnaire) | {
        "experience": "new",
        "equipment": [],
        "cannot_reach_floor": "yes",
        "hernia": "yes",
    }
    part = walk._walk_sheets([raw])
    faults = {faulty.fault for faulty in part.faulty}
    fault = "glute-bridge (bridge) in spite of cannot_reach_floor"
    assert fault in faults
    least = walk.smallest(FaultySheet(fault, raw))
    assert least.raw["cannot_reach_floor"] == "yes"
    assert "hernia" not in least.raw
    assert len(least.raw) < len(raw) / 4


def test_the_walk_has_the_tables_of_the_evidence_whole() -> None:
    cautions = set(evidence.CAUTION.values())
    for name in evidence.EXERCISES:
        found = {
            caution
            for caution in cautions
            if any(
                "evidence excludes" in one
                for one in walk_evidence.objections(name, 3, [caution], ALL)
            )
        }
        assert found == evidence.excluded(name, cautions), name
        level = evidence.EXERCISES[name].level
        assert not any("of level" in one for one in walk_evidence.objections(name, level, (), ALL))
        below = list(walk_evidence.objections(name, level - 1, (), ALL))
        assert below == [
            f"{name} is of level {level} by the evidence, the client of level {level - 1}"
        ]
        without = list(walk_evidence.objections(name, 3, (), frozenset()))
        assert bool(without) == bool(evidence.kit_of(name))
        for kit in evidence.kit_of(name):
            assert not list(walk_evidence.objections(name, 3, (), frozenset(kit)))


def test_a_line_that_the_catalogue_has_lost_is_found_and_named(
    monkeypatch: pytest.MonkeyPatch, questionnaire: Questionnaire
) -> None:
    lost = replace(load_catalogue().caution["cannot_reach_floor"], excludes=())
    cautions = {**load_catalogue().caution, "cannot_reach_floor": lost}
    monkeypatch.setitem(vars(load_catalogue()), "caution", cautions)
    removed_by: dict[str, frozenset[str]] = defaultdict(frozenset)
    monkeypatch.setitem(vars(load_catalogue()), "removed_by", removed_by)
    raw = hard(questionnaire) | {"experience": "new", "cannot_reach_floor": "yes"}
    faults = {faulty.fault for faulty in walk._walk_sheets([raw]).faulty}
    assert "clamshell (abduction_lying) in spite of cannot_reach_floor" not in faults
    assert any("in spite of cannot_reach_floor, which the evidence excludes" in f for f in faults)


def test_a_session_over_its_minutes_is_found(
    monkeypatch: pytest.MonkeyPatch, questionnaire: Questionnaire
) -> None:
    monkeypatch.setattr(sessions, "_too_long", lambda *_: False)
    part = walk._walk_sheets([hard(questionnaire) | {"minutes": 15, "goal": "strength"}])
    assert any("of 15 minutes" in faulty.fault for faulty in part.faulty)


def test_a_score_that_falls_is_found(
    monkeypatch: pytest.MonkeyPatch, questionnaire: Questionnaire
) -> None:
    rule = questionnaire.rules.injuries
    monkeypatch.setitem(rule.__dict__, "severities", (4.0, 1.0, 3.0, 0.0))
    sheets = [hard(questionnaire) | {"stairs": 0, "chair_rise": 0, "bridge": 0}] * 40
    part = walk._walk_sheets(sheets)
    assert any("falls from" in faulty.fault for faulty in part.faulty)


def test_an_exercise_for_a_region_hurt_lately_is_found(
    monkeypatch: pytest.MonkeyPatch, questionnaire: Questionnaire
) -> None:
    whole = Client.of(walk._assessed(hard(questionnaire)).sheet, ())
    everywhere = replace(whole, held=frozenset(Region))
    monkeypatch.setattr(checks, "Client", SimpleNamespace(of=lambda *_: everywhere))
    part = walk._walk_sheets([hard(questionnaire)])
    assert any("hurt in the last 6 weeks" in faulty.fault for faulty in part.faulty)


def test_a_session_of_later_weeks_over_its_minutes_is_found(
    monkeypatch: pytest.MonkeyPatch, questionnaire: Questionnaire
) -> None:
    monkeypatch.setattr(programme, "cut_rounds", lambda *_: True)
    part = walk._walk_sheets([hard(questionnaire)])
    assert any(faulty.fault.endswith("of 30 minutes build") for faulty in part.faulty)


def test_too_much_effort_for_a_caution_is_found(
    monkeypatch: pytest.MonkeyPatch, questionnaire: Questionnaire
) -> None:
    monkeypatch.setattr(doses, "_at_most", lambda effort, _: effort)
    part = walk._walk_sheets([hard(questionnaire) | {"hypermobile": "yes"}])
    faults = {faulty.fault for faulty in part.faulty}
    assert "barbell-hip-thrust at effort 7 in spite of hypermobile" in faults


@pytest.mark.parametrize(
    ("name", "broken", "raw", "fault"),
    [
        (
            "stretches_for",
            lambda _, schedule: schedule.stretches,
            {"hypermobile": "yes"},
            "the stretch of the calves in spite of hypermobile",
        ),
        (
            "stretches_for",
            lambda _, schedule: schedule.stretches,
            {"injury_last_6_weeks": ["calf"]},
            "the stretch of the calves in spite of an injury",
        ),
        (
            "cut_to_size",
            lambda ranked, *_: [[ranked[-1]]],
            {},
            "session A has not a pull towards you",
        ),
        (
            "work_by_phase",
            lambda phases, *_: tuple(Work(3 - n, (4, 5), (5, 6)) for n, _ in enumerate(phases)),
            {"minutes": 45},
            "has fewer sets in later weeks",
        ),
        (
            "work_by_phase",
            lambda phases, *_: tuple(Work(1, (4, 5), (6, 7)) for _ in phases),
            {},
            "with 1 sets at effort 7: learn",
        ),
        (
            "work_by_phase",
            lambda phases, *_: tuple(Work(1, (20, 30), (5, 6)) for _ in phases),
            {"age_years": 70},
            "with (20, 30) repetitions in spite of age_65",
        ),
    ],
)
def test_a_broken_plan_is_found_and_named(
    monkeypatch: pytest.MonkeyPatch,
    questionnaire: Questionnaire,
    name: str,
    broken: Callable[..., object],
    raw: dict[str, object],
    fault: str,
) -> None:
    monkeypatch.setattr(programme, name, broken)
    part = walk._walk_sheets([hard(questionnaire) | raw])
    assert any(fault in faulty.fault for faulty in part.faulty), part.faulty[:3]


def test_a_nordic_curl_on_three_days_is_found(
    monkeypatch: pytest.MonkeyPatch, questionnaire: Questionnaire
) -> None:
    raw = hard(questionnaire, Region.HAMSTRINGS) | {"days_per_week": 3, "equipment": []}
    raw |= {"achilles_heel": "yes"}
    assert walk._walk_sheets([raw]).faulty == []
    endless = replace(load_catalogue().dose["N"], most_a_week=None)
    monkeypatch.setitem(vars(load_catalogue()), "dose", {**load_catalogue().dose, "N": endless})
    faults = {faulty.fault for faulty in walk._walk_sheets([raw]).faulty}
    assert faults == {"nordic-curl is in 3 sessions a week"}


def test_a_warm_up_that_is_not_for_this_client_is_found(
    monkeypatch: pytest.MonkeyPatch, questionnaire: Questionnaire
) -> None:
    monkeypatch.setattr(warm_up, "exclusions", lambda *_: ())
    raw = hard(questionnaire) | {"cannot_reach_floor": "yes"}
    faults = {faulty.fault for faulty in walk._walk_sheets([raw]).faulty}
    assert "glute-bridge (bridge) in spite of cannot_reach_floor" in faults


def test_a_top_region_without_a_word_is_found(
    monkeypatch: pytest.MonkeyPatch, questionnaire: Questionnaire
) -> None:
    def silent(region: Region, *_: object) -> EmptyRegion:
        return EmptyRegion(region, (), load_catalogue().schedule.instead["caution"])

    monkeypatch.setattr(assess, "_empty", silent)
    raw = hard(questionnaire, Region.CALVES) | {"injury_last_6_weeks": ["calf"]}
    faults = {faulty.fault for faulty in walk._walk_sheets([raw]).faulty}
    assert "calves is left empty without a word" in faults


def test_swaps_that_are_let_through_are_found_and_named(
    monkeypatch: pytest.MonkeyPatch, questionnaire: Questionnaire
) -> None:
    monkeypatch.setattr(programme, "swaps_for", all_four)
    part = walk._walk_sheets([hard(questionnaire) | {"cannot_reach_floor": "yes"}])
    fault = "is of pattern bridge in spite of cannot_reach_floor"
    assert any(fault in faulty.fault for faulty in part.faulty)


def all_four(exercise: Exercise, *_: object) -> Swaps:
    """Return the swaps of *exercise* as if they were for anybody."""
    return Swaps(exercise.easier, exercise.harder, exercise.no_kit, exercise.if_it_hurts)


@pytest.mark.parametrize(
    ("exercise", "changes", "fault"),
    [
        (
            "prone-y-t-raise",
            {"neck_pain": "yes"},
            "no_kit of prone-y-t-raise ('The same, lying face down on a mat') "
            "is of pattern prone in spite of neck_pain",
        ),
        ("step-up", {"blood_thinner": "yes"}, "in each hand') in spite of blood_thinner"),
        ("step-up", {"equipment": ["bench", "step"]}, "in each hand') without its kit"),
        ("deadlift", {"age_years": 17}, "is of level 3 in spite of under_18"),
        ("bird-dog", {"falls": "yes"}, "in spite of falls, which allows nothing harder"),
        ("bird-dog", {"injury_last_6_weeks": ["hamstring"]}, "hurt in the last 6 weeks"),
    ],
)
def test_every_kind_of_wrong_swap_is_named(
    questionnaire: Questionnaire, exercise: str, changes: dict[str, object], fault: str
) -> None:
    assessment = walk._assessed(hard(questionnaire) | changes)
    its = load_catalogue().exercise[exercise]
    one = assessment.exercises[0]._replace(exercise=its, swaps=all_four(its))
    found = list(find_swap_faults(one, assessment, load_catalogue()))
    assert any(fault in one for one in found), found


def test_a_choice_without_a_reason_is_found(
    monkeypatch: pytest.MonkeyPatch, questionnaire: Questionnaire
) -> None:
    monkeypatch.setattr(advice, "_reasons", lambda *_: ())
    part = walk._walk_sheets([hard(questionnaire)])
    assert any("without a reason" in faulty.fault for faulty in part.faulty)


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


def test_a_loaded_bend_with_no_word_about_a_sore_low_back_is_found(
    monkeypatch: pytest.MonkeyPatch, questionnaire: Questionnaire
) -> None:
    sore = calm(questionnaire) | {"pain_low_back": 7, "pain_days": "daily", "box_lift": 3}
    assert walk._walk_sheets([sore]).faulty == []
    monkeypatch.setitem(vars(load_catalogue()), "soreness", ())
    faults = {faulty.fault for faulty in walk._walk_sheets([sore]).faulty}
    assert "block-deadlift with no word about low back pain of 7" in faults
