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
from assessment.core.answers import AnswerSheet, Value
from assessment.core.assess import EmptyRegion
from assessment.core.gate import gate
from assessment.core.plan import advice, doses, programme, sessions, warm_up
from assessment.core.plan.client import Client
from assessment.core.plan.doses import Work
from assessment.core.plan.swaps import Swaps
from assessment.rule_check import checks, walk
from assessment.rule_check import evidence as walk_evidence
from assessment.rule_check.answer_sheets import by_chance, calm, filled, hard
from assessment.rule_check.plans.swap_checks import find_swap_faults
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
    part = walk._walk_sheets([filled(questionnaire, hard(questionnaire) | raw)])
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
            {"pain_neck": 1},
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
    sore = calm(questionnaire) | {"pain_low_back": 7, "box_lift": 3}
    assert walk._walk_sheets([sore]).faulty == []
    never = replace(load_catalogue().caution["sore_back"], excludes=())
    cautions = {**load_catalogue().caution, "sore_back": never}
    monkeypatch.setitem(vars(load_catalogue()), "caution", cautions)
    monkeypatch.setitem(vars(load_catalogue()), "soreness", ())
    monkeypatch.setitem(vars(load_catalogue()), "removed_by", defaultdict(frozenset))
    faults = {faulty.fault for faulty in walk._walk_sheets([sore]).faulty}
    assert any(fault.endswith("with no word about low back pain of 7") for fault in faults)
