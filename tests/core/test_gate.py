"""The gate: every flag, follow-up and caution of docs/rules.md 2 and 3, and who wins."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from assessment.core.gate import Flag, Outcome, gate
from questions.model import Urgency
from tests import contract
from tests.cases import each
from tests.conftest import MakeAssessment, MakeSheet
from tests.strategies import any_answers, examples

OUTCOME_OF = {
    "E": Outcome.EMERGENCY,
    "S": Outcome.SAME_DAY,
    "C": Outcome.SEE_CLINICIAN,
    "P": Outcome.POSTPONE,
}
FOLLOWED = [
    (flag, follow_up, raised)
    for flag, (_, follow_up, raised) in contract.FLAGS.items()
    if follow_up
]
CLEARED = {"clearance": {"by": "Dr Lee", "on": "2026-05-12"}}


def up(flag: str, answer: str) -> dict[str, Any]:
    """Return answers with one flag up and its follow-up answered no."""
    follow_up = contract.FLAGS[flag][1]
    pregnancy = {"sex": "female", "pregnant": "yes", "pregnant_13_weeks": "no"}
    return {
        **({**pregnancy, "after_birth_12_weeks": "no"} if flag == "pregnancy_warning" else {}),
        flag: answer,
        **({follow_up: "no"} if follow_up else {}),
    }


@each("answer", ["yes", "unsure"])
@each("flag", contract.FLAGS)
def test_each_flag_has_its_urgency_and_unsure_counts_as_yes(
    make_sheet: MakeSheet, flag: str, answer: str
) -> None:
    urgency = contract.FLAGS[flag][0]
    judged = gate(make_sheet(up(flag, answer)))
    assert judged.flags == (Flag(flag, answer, Urgency(contract.URGENCIES[urgency])),)
    assert judged.outcome is OUTCOME_OF[urgency]


@each("answer", ["yes", "unsure"])
@each(("flag", "follow_up", "raised"), FOLLOWED)
def test_a_follow_up_raises_the_urgency(
    make_sheet: MakeSheet, flag: str, follow_up: str, raised: str, answer: str
) -> None:
    judged = gate(make_sheet({flag: "yes", follow_up: answer}))
    assert judged.flags == (Flag(flag, "yes", Urgency(contract.URGENCIES[raised])),)
    assert judged.outcome is OUTCOME_OF[raised]


@each(("flag", "follow_up"), [followed[:2] for followed in FOLLOWED])
def test_a_follow_up_is_asked_only_after_its_flag(
    make_sheet: MakeSheet, flag: str, follow_up: str
) -> None:
    assert not make_sheet({flag: "no", follow_up: "yes"}).asks(follow_up)
    assert gate(make_sheet({flag: "no", follow_up: "yes"})).flags == ()
    missing = gate(make_sheet({flag: "unsure"}))
    assert missing.unanswered == (follow_up,)


@each("caution", contract.CAUTIONS)
@each("answer", ["yes", "unsure"])
def test_each_caution_holds_when_yes_or_unsure(
    make_sheet: MakeSheet, caution: str, answer: str
) -> None:
    changes: dict[str, Any] = {"sex": "female", "pregnant": "no", "after_birth_12_weeks": "no"}
    if caution in ("pregnant", "pregnant_13_weeks"):
        changes |= {"pregnant": "yes", "pregnant_13_weeks": "no", "pregnancy_warning": "no"}
    judged = gate(make_sheet(changes, **{caution: answer}))
    assert caution in judged.cautions
    assert set(judged.cautions) <= {caution, "pregnant"}
    assert judged.outcome is Outcome.TRAIN


@each(
    ("age", "cautions"),
    [(17, ("under_18",)), (18, ()), (64, ()), (65, ("age_65",)), (100, ("age_65",))],
)
def test_the_age_brings_its_own_cautions(
    make_sheet: MakeSheet, age: int, cautions: tuple[str, ...]
) -> None:
    assert gate(make_sheet(age_years=age)).cautions == cautions


@each("item", contract.AMBER)
def test_amber_is_mentioned_and_training_goes_on(make_sheet: MakeSheet, item: str) -> None:
    judged = gate(make_sheet({item: "unsure"}))
    assert judged.amber == (item,)
    assert judged.outcome is Outcome.TRAIN


@each("item", contract.PAIN)
@each(("pain", "up"), [(7, False), (8, True), (10, True)])
def test_pain_of_8_is_severe_by_itself(
    make_sheet: MakeSheet, item: str, pain: int, up: bool
) -> None:
    judged = gate(make_sheet({item: pain, "pain_days": "daily"}))
    wanted = (Flag("severe_pain", "yes", Urgency.CLINICIAN),) if up else ()
    assert judged.flags == wanted
    assert judged.outcome is (Outcome.SEE_CLINICIAN if up else Outcome.TRAIN)


@each("item", ["age_years", *contract.FLAGS, *contract.AMBER])
def test_an_open_safety_question_or_no_age_is_incomplete(make_sheet: MakeSheet, item: str) -> None:
    changes: dict[str, Any] = {}
    if item == "pregnancy_warning":
        changes = {"sex": "female", "pregnant": "unsure", "pregnant_13_weeks": "no"}
        changes["after_birth_12_weeks"] = "no"
    judged = gate(make_sheet(changes | {item: None}))
    assert judged.outcome is Outcome.INCOMPLETE
    assert judged.unanswered == (item,)


def test_pregnancy_is_not_asked_of_men_and_is_of_everybody_else(make_sheet: MakeSheet) -> None:
    assert gate(make_sheet(sex="male", pregnant="yes")).cautions == ()
    for sex in ("female", "unstated", None):
        judged = gate(make_sheet(sex=sex))
        assert judged.unanswered == ("pregnant", "after_birth_12_weeks")


@each(
    ("changes", "outcome"),
    [
        ({"dark_urine": "yes", "hot_joint": "yes", "hernia": None}, Outcome.EMERGENCY),
        ({"hot_joint": "yes", "recent_surgery": "yes", "hernia": None}, Outcome.SAME_DAY),
        ({"recent_surgery": "yes", "acute_illness": "yes", "hernia": None}, Outcome.INCOMPLETE),
        ({"recent_surgery": "yes", "acute_illness": "yes"}, Outcome.SEE_CLINICIAN),
        ({"acute_illness": "yes"}, Outcome.POSTPONE),
        ({}, Outcome.TRAIN),
        ({"recent_surgery": "yes", **CLEARED}, Outcome.TRAIN),
        ({"recent_surgery": "yes", "acute_illness": "yes", **CLEARED}, Outcome.POSTPONE),
        ({"hot_joint": "yes", **CLEARED}, Outcome.SAME_DAY),
        ({"dark_urine": "yes", **CLEARED}, Outcome.EMERGENCY),
        ({"acute_illness": "yes", **CLEARED}, Outcome.POSTPONE),
    ],
)
def test_the_most_urgent_wins_and_clearance_lifts_only_the_clinician(
    make_sheet: MakeSheet, changes: dict[str, Any], outcome: Outcome
) -> None:
    assert gate(make_sheet(changes)).outcome is outcome


def test_a_cleared_flag_is_still_listed(make_sheet: MakeSheet) -> None:
    assert [flag.id for flag in gate(make_sheet(recent_surgery="yes", **CLEARED)).flags] == [
        "recent_surgery"
    ]


@each(
    ("changes", "scores", "plan"),
    [
        ({"dark_urine": "yes"}, False, False),
        ({"hot_joint": "unsure"}, False, False),
        ({"hernia": None}, False, False),
        ({"recent_surgery": "yes"}, True, False),
        ({"acute_illness": "yes"}, True, False),
        ({}, True, True),
    ],
)
def test_what_is_shown_for_each_outcome(
    make_assessment: MakeAssessment, changes: dict[str, Any], scores: bool, plan: bool
) -> None:
    assessment = make_assessment(changes)
    assert (assessment.regions is not None) == scores
    assert (assessment.overall is not None) == scores
    assert (assessment.programme is not None) == plan
    assert bool(assessment.exercises) == plan


@examples(300)
@given(answers=any_answers())
def test_nobody_gets_exercises_but_with_train_and_a_whole_gate(
    make_assessment: MakeAssessment, answers: dict[str, Any]
) -> None:
    blank = dict.fromkeys((*contract.SECTIONS["safety"], *contract.CAUTIONS, "age_years"))
    assessment = make_assessment(blank | answers)
    if assessment.outcome is not Outcome.TRAIN:
        assert assessment.exercises == ()
        assert assessment.left_out == ()
        assert assessment.programme is None
    else:
        assert assessment.gate.unanswered == ()
        assert {flag.urgency for flag in assessment.gate.flags} <= {Urgency.CLINICIAN} - (
            set() if assessment.sheet.get("clearance") else {Urgency.CLINICIAN}
        )


@examples(200)
@given(data=st.data(), answers=any_answers())
def test_unsure_is_judged_as_yes(
    make_sheet: MakeSheet, data: st.DataObject, answers: dict[str, Any]
) -> None:
    item = data.draw(st.sampled_from(contract.CHECKS))
    yes, unsure = (gate(make_sheet(answers | {item: a})) for a in ("yes", "unsure"))
    assert yes.outcome is unsure.outcome
    assert yes.cautions == unsure.cautions
    assert yes.unanswered == unsure.unanswered
    assert [(f.id, f.urgency) for f in yes.flags] == [(f.id, f.urgency) for f in unsure.flags]
