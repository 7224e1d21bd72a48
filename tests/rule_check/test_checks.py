"""Every kind of fault that the walk knows, shown once by an assessment that was spoilt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from assessment.catalogue.loader import load_catalogue
from assessment.core.assess import Assessment
from assessment.core.gate import Flag, Outcome, gate
from assessment.core.plan.minutes.sessions import EASY_WALK, Block, Session
from assessment.core.plan.programme import Prescription
from assessment.rule_check import walk
from assessment.rule_check.answer_sheets import calm, cleared, filled, hard
from assessment.rule_check.checks import find_faults
from assessment.rule_check.comparisons import (
    answered_no,
    lost_flags,
    milder_when_open,
    opened,
)
from assessment.rule_check.walk import Seen
from questions.model import Region, Urgency
from questions.questionnaire import Questionnaire
from tests import evidence

Spoil = Callable[[Assessment], Assessment]


def other(assessment: Assessment, name: str) -> Prescription:
    """Return the first exercise of the plan with another one in its place."""
    exercise = load_catalogue().exercise[name]
    return replace(assessment.exercises[0], exercise=exercise)


def with_first(name: str) -> Spoil:
    return lambda one: replace(one, exercises=(other(one, name), *one.exercises[1:]))


def with_gate(**changes: Any) -> Spoil:
    return lambda one: replace(one, gate=replace(one.gate, **changes))


def with_neck(**changes: Any) -> Spoil:
    def spoil(one: Assessment) -> Assessment:
        regions = dict(one.regions or {})
        regions[Region.NECK] = replace(regions[Region.NECK], **changes)
        return replace(one, regions=regions)

    return spoil


def with_sessions(*sessions: Session) -> Spoil:
    def spoil(one: Assessment) -> Assessment:
        assert one.programme is not None
        return replace(one, left_out=(), programme=replace(one.programme, sessions=sessions))

    return spoil


LONG = Session("A", (Block("Superset 1", 60, tuple(evidence.EXERCISES)[:7]),))


@pytest.mark.parametrize(
    ("changes", "spoil", "fault"),
    [
        (
            {"experience": "some"},
            with_first("pull-up"),
            "level: pull-up of level 3 by experience 2",
        ),
        (
            {},
            with_first("dumbbell-leg-curl"),
            "never: dumbbell-leg-curl is never to be chosen by the program",
        ),
        ({"equipment": []}, with_first("deadlift"), "kit: deadlift without what it needs"),
        ({"falls": "yes"}, with_first("step-up"), "caution: step-up (step) in spite of falls"),
        (
            {"age_years": 70},
            with_first("kettlebell-swing"),
            "caution: kettlebell-swing (hinge_ballistic) in spite of age_65",
        ),
        (
            {},
            lambda one: replace(one, programme=None),
            "nobody told this client what to do: no programme",
        ),
        ({}, with_sessions(LONG), "count: session A has 7 exercises, 6 at most"),
        (
            {},
            with_sessions(Session("A", (Block(EASY_WALK, 60, ()),))),
            "count: session A is empty and nothing says why",
        ),
        (
            {"cannot_stand": "yes"},
            with_sessions(Session("A", (Block(EASY_WALK, 60, ()),))),
            "seated: session A is a walk for a client who does not stand",
        ),
        ({}, with_gate(outcome=Outcome.SAME_DAY), "outcome same_day and scores shown: True"),
        ({}, with_gate(outcome=Outcome.POSTPONE), "outcome postpone with exercises"),
        ({}, with_gate(unanswered=("hernia",)), "unanswered are [], told are ['hernia']"),
        (
            {},
            with_gate(outcome=Outcome.SEE_CLINICIAN),
            "outcome see_clinician, the first that applies is train",
        ),
        ({"hernia": "unsure"}, with_gate(cautions=()), "hernia is up and no caution"),
        (
            {"amber_low_energy": "yes"},
            with_gate(amber=()),
            "amber_low_energy is up and not among the amber signs",
        ),
        ({"age_years": 65}, with_gate(cautions=()), "age_65 is not up against the answers"),
        ({}, with_gate(cautions=("neck_pain",)), "neck_pain is up against the answers"),
        ({}, with_gate(cautions=("bp_cleared",)), "bp_cleared against the clearance"),
        (
            {"high_bp": "yes", "clearance": cleared("high_bp")},
            with_gate(cautions=()),
            "bp_cleared against the clearance",
        ),
        (
            {"high_bp": "yes", "clearance": cleared("high_bp")},
            with_gate(flags=(Flag("high_bp", "yes", Urgency.CLINICIAN),)),
            "high_bp is not lifted against the clearance",
        ),
        (
            {"high_bp": "yes", "clearance": cleared("high_bp")},
            with_gate(flags=()),
            "high_bp is up and raises no flag",
        ),
        (
            {"pain_hip": 8, "clearance": cleared("severe_pain")},
            with_gate(flags=()),
            "pain of 8 and no flag",
        ),
        (
            {"pain_neck": 1},
            lambda one: replace(one, doing_well=(one.top[0],)),
            "low_back is called well and a top region",
        ),
        (
            {"posture_rounded": 1, "posture_can_straighten": "yes"},
            lambda one: replace(one, doing_well=(Region.UPPER_BACK,)),
            "upper_back is called well and named by one of the four signs",
        ),
        (
            {"pain_neck": 3},
            lambda one: replace(one, doing_well=(Region.NECK,)),
            "neck is called well with a pain of 3",
        ),
        ({}, with_neck(low=80.0, high=20.0), "range of neck: 80.0 to 20.0"),
        ({}, with_neck(score=99.5, high=90.0), "score of neck outside its range"),
    ],
)
def test_every_kind_of_fault_is_named(
    questionnaire: Questionnaire, changes: dict[str, Any], spoil: Spoil, fault: str
) -> None:
    whole = walk._assessed(filled(questionnaire, hard(questionnaire) | changes))
    assert list(find_faults(whole, load_catalogue())) == []
    assert fault in list(find_faults(spoil(whole), load_catalogue()))


def test_what_everybody_gets_is_remarked() -> None:
    remarks = list(walk.remarks_on(Seen(trained=2, chosen=Counter({"squat": 2, "shrug": 1}))))
    assert "squat is chosen for everybody" in remarks
    assert "shrug is chosen for everybody" not in remarks


def test_a_flag_that_more_pain_takes_away_is_found(questionnaire: Questionnaire) -> None:
    hot = walk._sheet(calm(questionnaire) | {"hot_joint": "yes"})
    fine, urgent = walk._sheet(calm(questionnaire)), gate(hot)
    assert list(lost_flags(urgent, fine)) == ["hot_joint is no flag any more"]
    worse = replace(urgent, flags=(Flag("hot_joint", "yes", Urgency.EMERGENCY),))
    assert list(lost_flags(worse, hot)) == ["hot_joint is less urgent"]
    assert list(lost_flags(gate(fine), hot)) == []


def test_an_outcome_that_is_milder_with_a_way_open_is_found(questionnaire: Questionnaire) -> None:
    fine = gate(walk._sheet(calm(questionnaire)))
    ill = gate(walk._sheet(calm(questionnaire) | {"acute_illness": "yes"}))
    assert list(milder_when_open(ill, fine)) == [
        "postpone becomes train",
        "acute_illness is no flag any more",
    ]
    assert list(milder_when_open(fine, ill)) == []


def test_what_a_gateway_opens_is_left_open_or_answered_no(questionnaire: Questionnaire) -> None:
    fine = walk._sheet(calm(questionnaire))
    gateway = questionnaire.by_id["told_bones"]
    more = opened(fine, gateway)
    assert more is not None
    assert {"osteoporosis", "hernia", "eye_pressure"} <= {*gate(more).unanswered}
    assert gate(answered_no(fine, more)) == gate(fine)
    assert opened(more, gateway) is None
    places = opened(fine, questionnaire.by_id["hurts"])
    assert places is not None
    assert len(places.get("hurts")) == 1


def test_a_gap_of_before_stays_a_gap(questionnaire: Questionnaire) -> None:
    gap = walk._sheet({key: one for key, one in calm(questionnaire).items() if key != "unwell"})
    more = opened(gap, questionnaire.by_id["told_bones"])
    assert more is not None
    assert "unwell" in gate(answered_no(gap, more)).unanswered


def test_what_is_closed_stays_unanswered(questionnaire: Questionnaire) -> None:
    raw = filled(questionnaire, {"hurts": ["hip"], "age_years": 70, "sex": "male"})
    assert {"outer_hip_pain_night", "pain_hip", "falls", "amber_height_loss"} <= raw.keys()
    assert raw.keys().isdisjoint({"pain_neck", "birth", "achilles_mid", "test_hinge"})


def test_a_place_hurt_lately_was_hurt_at_least_once(questionnaire: Questionnaire) -> None:
    raw = filled(questionnaire, {"injuries_hip": 2, "injury_last_6_weeks": ["hip", "calf"]})
    assert (raw["injuries_hip"], raw["injuries_calf"], raw["injuries_back"]) == (2, 1, 0)


@pytest.mark.heavy
def test_a_fault_that_needs_two_answers_is_told_with_both(
    questionnaire: Questionnaire, monkeypatch: pytest.MonkeyPatch
) -> None:
    def only_with_both(one: Assessment, _: object) -> list[str]:
        both = {"hernia", "falls"} <= set(one.gate.cautions)
        return ["both"] if both else []

    monkeypatch.setattr(walk, "find_faults", only_with_both)
    raw = hard(questionnaire) | {"hernia": "yes", "falls": "unsure", "diabetes_or_kidney": "yes"}
    least = walk.smallest(walk.FaultySheet("both", raw))
    assert least.raw == {"hernia": "yes", "falls": "unsure"}
    assert calm(questionnaire).keys().isdisjoint({"hernia", "falls"})
