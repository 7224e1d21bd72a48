"""Every kind of fault that the walk knows, shown once by an assessment that was spoilt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from assessment.catalogue.loader import load_catalogue
from assessment.core.assess import Assessment
from assessment.core.gate import Outcome
from assessment.core.plan.programme import Prescription
from assessment.core.plan.sessions import EASY_WALK, Block, Session
from assessment.rule_check import walk
from assessment.rule_check.answer_sheets import calm, hard
from assessment.rule_check.checks import find_faults
from assessment.rule_check.walk import Seen
from questions.model import Region
from questions.questionnaire import Questionnaire
from tests import evidence

Spoil = Callable[[Assessment], Assessment]


def other(assessment: Assessment, name: str) -> Prescription:
    """Return the first exercise of the plan with another one in its place."""
    exercise = load_catalogue().exercise[name]
    return assessment.exercises[0]._replace(exercise=exercise)


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
        return replace(one, left_out=(), programme=one.programme._replace(sessions=sessions))

    return spoil


LONG = Session("A", (Block("Superset 1", 60, tuple(evidence.EXERCISES)[:7]),))


@pytest.mark.parametrize(
    ("changes", "spoil", "fault"),
    [
        (
            {"experience": "some"},
            with_first("pull-up"),
            "pull-up is of level 3, the client of level 2",
        ),
        (
            {},
            with_first("dumbbell-leg-curl"),
            "dumbbell-leg-curl is never to be chosen by the program",
        ),
        ({"equipment": []}, with_first("step-up"), "step-up without its kit"),
        ({"falls": "yes"}, with_first("step-up"), "step-up in spite of falls"),
        (
            {"age_years": 70},
            with_first("kettlebell-swing"),
            "kettlebell-swing (hinge_ballistic) in spite of age_65",
        ),
        (
            {},
            lambda one: replace(one, programme=None),
            "nobody told this client what to do: no programme",
        ),
        ({}, with_sessions(LONG), "session A has 7 exercises"),
        (
            {},
            with_sessions(Session("A", (Block(EASY_WALK, 60, ()),))),
            "session A is empty and nothing says why",
        ),
        ({}, with_gate(outcome=Outcome.SAME_DAY), "outcome same_day and scores shown: True"),
        ({}, with_gate(outcome=Outcome.POSTPONE), "outcome postpone with exercises"),
        ({}, with_gate(unanswered=("hernia",)), "training in spite of ['hernia']"),
        ({}, with_neck(low=80.0, high=20.0), "range of neck: 80.0 to 20.0"),
        ({}, with_neck(score=99.5, high=90.0), "score of neck outside its range"),
    ],
)
def test_every_kind_of_fault_is_named(
    questionnaire: Questionnaire, changes: dict[str, Any], spoil: Spoil, fault: str
) -> None:
    whole = walk._assessed(hard(questionnaire) | changes)
    assert list(find_faults(whole, load_catalogue())) == []
    assert fault in list(find_faults(spoil(whole), load_catalogue()))


def test_what_everybody_gets_is_remarked() -> None:
    remarks = list(walk.remarks_on(Seen(trained=2, chosen=Counter({"squat": 2, "shrug": 1}))))
    assert "squat is chosen for everybody" in remarks
    assert "shrug is chosen for everybody" not in remarks


def test_a_fault_that_needs_two_answers_is_told_with_both(
    questionnaire: Questionnaire, monkeypatch: pytest.MonkeyPatch
) -> None:
    def only_with_both(one: Assessment, _: object) -> list[str]:
        both = {"hernia", "falls"} <= set(one.gate.cautions)
        return ["both"] if both else []

    monkeypatch.setattr(walk, "find_faults", only_with_both)
    raw = hard(questionnaire) | {"hernia": "yes", "falls": "unsure", "diabetes": "yes"}
    least = walk.smallest(walk.FaultySheet("both", raw))
    assert least.raw == {"hernia": "yes", "falls": "unsure"}
    assert calm(questionnaire).items() >= {"hernia": "no", "falls": "no"}.items()
