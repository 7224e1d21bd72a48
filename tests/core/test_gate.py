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
    for flag, (_, follow_ups) in contract.FLAGS.items()
    for follow_up, raised in follow_ups.items()
]
PREGNANT = {
    "sex": "female",
    "birth": "yes",
    "pregnant": "yes",
    "pregnant_13_weeks": "no",
    "pregnancy_warning": "no",
    "pregnancy_limits": "no",
    "after_birth_12_weeks": "no",
}
NEEDED: dict[str, dict[str, Any]] = {
    "pregnancy_warning": PREGNANT,
    "pregnancy_limits": PREGNANT,
    "diabetes_unstable": {"told_illness": "yes", "diabetes_or_kidney": "yes"},
    "heart_condition": {"told_illness": "yes", "heart_agreed": "no"},
    "diabetes_or_kidney": {"diabetes_unstable": "no"},
    **dict.fromkeys(("pregnant", "pregnant_13_weeks", "after_birth_12_weeks"), PREGNANT),
}
"""What else is answered where an item can be up."""


def cleared(*flags: str) -> dict[str, Any]:
    """Return the answer that a clinician cleared the client for *flags*."""
    return {"clearance": {"by": "Dr Lee", "on": "2026-05-12", "for": list(flags)}}


def up(flag: str, answer: str = "yes") -> dict[str, Any]:
    """Return answers with one flag up, its follow-ups answered no."""
    follow_ups = contract.FLAGS[flag][1]
    return {**NEEDED.get(flag, {}), flag: answer, **dict.fromkeys(follow_ups, "no")}


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
    judged = gate(make_sheet(up(flag) | {follow_up: answer}))
    assert judged.flags == (Flag(flag, "yes", Urgency(contract.URGENCIES[raised])),)
    assert judged.outcome is OUTCOME_OF[raised]


@each(("flag", "follow_up", "raised"), FOLLOWED)
def test_a_follow_up_is_asked_after_its_flag_and_its_own_yes_counts_always(
    make_sheet: MakeSheet, flag: str, follow_up: str, raised: str
) -> None:
    assert not make_sheet({flag: "no"}).asks(follow_up)
    assert not make_sheet({flag: None}).asks(follow_up)
    assert follow_up in gate(make_sheet({flag: "unsure"})).unanswered
    for said in ("no", None):
        sheet = make_sheet({flag: said, follow_up: "unsure"})
        assert sheet.asks(follow_up)
        assert gate(sheet).flags == (Flag(flag, "yes", Urgency(contract.URGENCIES[raised])),)


def test_the_most_urgent_of_two_follow_ups_counts(make_sheet: MakeSheet) -> None:
    both = {"chest_pain": "yes", "chest_pain_new": "yes", "chest_pain_now": "yes"}
    assert gate(make_sheet(both)).outcome is Outcome.EMERGENCY
    open_ = gate(make_sheet(both | {"chest_pain_now": None}))
    assert (open_.outcome, open_.unanswered) == (Outcome.SAME_DAY, ("chest_pain_now",))


@each("caution", contract.CAUTIONS)
@each("answer", ["yes", "unsure"])
def test_each_caution_holds_when_yes_or_unsure(
    make_sheet: MakeSheet, caution: str, answer: str
) -> None:
    judged = gate(make_sheet(NEEDED.get(caution, {}) | {caution: answer}))
    assert caution in judged.cautions
    assert set(judged.cautions) <= {caution, "pregnant"}
    assert judged.outcome is Outcome.TRAIN


@each("item", contract.AMBER)
def test_amber_is_mentioned_and_training_goes_on(make_sheet: MakeSheet, item: str) -> None:
    judged = gate(make_sheet({item: "unsure"}))
    assert judged.amber == (item,)
    assert judged.outcome is Outcome.TRAIN


@each(
    ("changes", "amber", "cautions", "flags"),
    [
        ({"age_years": 17}, (), ("under_18",), ()),
        ({"age_years": 18}, (), (), ()),
        ({"age_years": 64}, (), (), ()),
        ({"age_years": 65}, (), ("age_65",), ()),
        ({"pain_neck": 1}, (), ("neck_pain",), ()),
        ({"pain_low_back": 3}, (), (), ()),
        ({"pain_low_back": 4}, (), ("sore_back",), ()),
        ({"pain_shoulder": 3}, (), (), ()),
        ({"pain_shoulder": 4}, (), ("sore_shoulder",), ()),
        ({"age_years": 17, "pain_low_back": 1}, ("amber_young_back_pain",), ("under_18",), ()),
        (
            {"age_years": 17, "pain_low_back": 1, "arching_hurts_back": "unsure"},
            ("amber_young_back_pain",),
            ("arching_hurts_back", "under_18"),
            ("young_back_pain",),
        ),
        ({"age_years": 18, "pain_low_back": 1, "arching_hurts_back": "yes"}, (), None, ()),
        ({"age_years": 17, "arching_hurts_back": "yes"}, (), None, ()),
        (
            {"age_years": 50, "pain_low_back": 4, "earlier_back_pain": "no"},
            ("amber_first_back_pain_50",),
            ("sore_back",),
            (),
        ),
        ({"age_years": 49, "pain_low_back": 4, "earlier_back_pain": "no"}, (), None, ()),
        ({"age_years": 50, "pain_low_back": 3, "earlier_back_pain": "no"}, (), (), ()),
        ({"age_years": 50, "pain_low_back": 4, "earlier_back_pain": "yes"}, (), None, ()),
        (
            {"age_years": 60, "posture_rounded": 1, "posture_can_straighten": "no"},
            (),
            ("stiff_upper_back",),
            (),
        ),
        ({"age_years": 59, "posture_rounded": 4, "posture_can_straighten": "no"}, (), (), ()),
        ({"age_years": 60, "posture_rounded": 1, "posture_can_straighten": "yes"}, (), (), ()),
        ({"age_years": 60, "posture_rounded": 0, "posture_can_straighten": "no"}, (), (), ()),
        (
            {"age_years": 60, "posture_rounded": 1, "amber_height_loss": "unsure"},
            ("amber_height_loss",),
            ("stiff_upper_back",),
            (),
        ),
    ],
)
def test_what_is_derived_and_never_asked(
    make_sheet: MakeSheet,
    changes: dict[str, Any],
    amber: tuple[str, ...],
    cautions: tuple[str, ...] | None,
    flags: tuple[str, ...],
) -> None:
    judged = gate(make_sheet(changes))
    assert judged.amber == amber
    assert cautions is None or judged.cautions == cautions
    assert tuple(flag.id for flag in judged.flags) == flags


@each(
    ("days", "minutes", "is_up"),
    [(3, 30, False), (2, 300, True), (7, 29, True), (None, 60, True), (5, None, True)],
)
def test_known_disease_and_not_regularly_active_needs_a_clinician(
    make_sheet: MakeSheet, days: int | None, minutes: int | None, is_up: bool
) -> None:
    changes = {"diabetes_or_kidney": "unsure", "diabetes_unstable": "no"}
    judged = gate(make_sheet(changes, active_days=days, active_minutes=minutes))
    wanted = (Flag("known_disease_inactive", "yes", Urgency.CLINICIAN),) if is_up else ()
    assert judged.flags == wanted
    assert not gate(make_sheet(active_days=days, active_minutes=minutes)).flags


@each("item", contract.PAIN)
@each(("pain", "up"), [(7, False), (8, True), (10, True)])
@each("own", ["no", None])
def test_pain_of_8_is_severe_by_itself(
    make_sheet: MakeSheet, item: str, pain: int, up: bool, own: str | None
) -> None:
    sheet = make_sheet({item: pain, "pain_days": "daily", "hurts": ["knee"], "severe_pain": own})
    judged = gate(sheet)
    wanted = (Flag("severe_pain", "yes", Urgency.CLINICIAN),) if up else ()
    assert judged.flags == wanted
    assert sheet.asks("severe_pain") is not up
    assert "severe_pain" not in sheet.implied
    assert (judged.unanswered == ("severe_pain",)) is (own is None and not up)


HEART = {"told_illness": "yes", "heart_condition": "yes", "heart_agreed": "yes"}
REGULAR = {"active_days": 3, "active_minutes": 30}


@each(
    ("changes", "agreed"),
    [
        ({}, True),
        ({"heart_condition": "unsure"}, True),
        ({"heart_agreed": "unsure"}, False),
        ({"heart_agreed": "no"}, False),
        ({"active_days": 2}, False),
        ({"active_minutes": 29}, False),
        ({"active_minutes": None}, False),
        ({"walking_cramp": "unsure"}, False),
        ({"chest_pain": "yes", "chest_pain_new": "no", "chest_pain_now": "no"}, False),
        ({"faint_or_breathless": "yes", "faint_or_breathless_new": "no"}, False),
        ({"faint_or_breathless_new": "yes"}, False),
    ],
)
def test_a_doctors_word_lifts_a_heart_condition_of_an_active_client(
    make_sheet: MakeSheet, changes: dict[str, Any], agreed: bool
) -> None:
    judged = gate(make_sheet(HEART | REGULAR | changes))
    assert ("heart_cleared" in judged.cautions) is agreed
    assert any(flag.id == "heart_condition" for flag in judged.flags) is not agreed
    assert (judged.outcome is Outcome.TRAIN) is agreed


def test_the_doctors_word_is_asked_for_and_its_absence_is_incomplete(make_sheet: MakeSheet) -> None:
    judged = gate(make_sheet(HEART | {"heart_agreed": None}))
    assert (judged.outcome, judged.unanswered) == (Outcome.INCOMPLETE, ("heart_agreed",))
    assert not make_sheet({"heart_agreed": "yes"}).asks("heart_agreed")


DERIVED = {
    "known_disease_inactive": {
        "diabetes_or_kidney": "yes",
        "diabetes_unstable": "no",
        "active_days": 0,
    },
    "young_back_pain": {"age_years": 17, "pain_low_back": 2, "arching_hurts_back": "yes"},
}


@each("flag", contract.CLEARABLE)
def test_a_clearance_lifts_the_flag_that_it_names_and_leaves_a_caution(
    make_sheet: MakeSheet, flag: str
) -> None:
    changes = DERIVED[flag] if flag in DERIVED else up(flag)
    other = "cancer_now" if flag != "cancer_now" else "high_bp"
    left = next(
        (name for name, flags in contract.CLEARED_AS.items() if flag in flags), "illness_cleared"
    )
    named, unnamed = (gate(make_sheet(changes | cleared(one))) for one in (flag, other))
    assert (named.outcome, unnamed.outcome) == (Outcome.TRAIN, Outcome.SEE_CLINICIAN)
    assert set(named.cautions) - set(unnamed.cautions) == {left}
    assert [(one.id, one.cleared) for one in named.flags] == [(flag, True)]
    assert [(one.id, one.cleared) for one in unnamed.flags] == [(flag, False)]
    assert not set(gate(make_sheet(cleared(flag))).cautions) & set(contract.LEFT_BY_CLEARANCE)


def test_a_flag_that_comes_up_later_is_not_lifted(make_sheet: MakeSheet) -> None:
    both = up("recent_surgery") | up("cancer_now") | cleared("recent_surgery")
    assert gate(make_sheet(both)).outcome is Outcome.SEE_CLINICIAN
    all_named = both | cleared("recent_surgery", "cancer_now")
    assert gate(make_sheet(all_named)).outcome is Outcome.TRAIN


@each("item", ["age_years", *contract.GATEWAYS[:-1], *contract.CHECK_NOW])
def test_an_open_question_of_the_gate_or_no_age_is_incomplete(
    make_sheet: MakeSheet, item: str
) -> None:
    judged = gate(make_sheet({item: None}))
    assert judged.outcome is Outcome.INCOMPLETE
    assert item in judged.unanswered


@each(
    ("changes", "outcome"),
    [
        ({"dark_urine": "yes", "hot_joint": "yes", "unwell": None}, Outcome.EMERGENCY),
        ({"hot_joint": "yes", "recent_surgery": "yes", "unwell": None}, Outcome.SAME_DAY),
        ({"recent_surgery": "yes", "acute_illness": "yes", "unwell": None}, Outcome.INCOMPLETE),
        ({"recent_surgery": "yes", "acute_illness": "yes"}, Outcome.SEE_CLINICIAN),
        ({"acute_illness": "yes"}, Outcome.POSTPONE),
        ({}, Outcome.TRAIN),
        (up("recent_surgery") | cleared("recent_surgery"), Outcome.TRAIN),
        (
            up("recent_surgery") | {"acute_illness": "yes"} | cleared("recent_surgery"),
            Outcome.POSTPONE,
        ),
        ({"hot_joint": "yes"} | cleared("recent_surgery"), Outcome.SAME_DAY),
        (up("chest_pain") | {"chest_pain_now": "yes"} | cleared("chest_pain"), Outcome.EMERGENCY),
    ],
)
def test_the_most_urgent_wins_and_clearance_lifts_only_the_clinician(
    make_sheet: MakeSheet, changes: dict[str, Any], outcome: Outcome
) -> None:
    assert gate(make_sheet(changes)).outcome is outcome


def test_an_incomplete_sheet_names_the_flags_that_are_up(make_sheet: MakeSheet) -> None:
    judged = gate(make_sheet(up("cancer_now") | {"told_bones": None}))
    assert judged.outcome is Outcome.INCOMPLETE
    assert [flag.id for flag in judged.flags] == ["cancer_now"]


@each(
    ("changes", "scores", "plan"),
    [
        ({"dark_urine": "yes"}, False, False),
        ({"hot_joint": "unsure"}, False, False),
        ({"unwell": None}, False, False),
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
    assert (len(assessment.signs) == 4) == scores
    assert (assessment.programme is not None) == plan
    assert (assessment.levels is not None) == plan
    assert bool(assessment.exercises) == plan


@examples(300)
@given(answers=any_answers())
def test_nobody_gets_exercises_but_with_train_and_a_whole_gate(
    make_assessment: MakeAssessment, answers: dict[str, Any]
) -> None:
    gated = ("safety", "lately", "cautions")
    blank = dict.fromkeys(item for section in gated for item in contract.SECTIONS[section])
    assessment = make_assessment(blank | {"age_years": None} | answers)
    if assessment.outcome is not Outcome.TRAIN:
        assert assessment.exercises == ()
        assert assessment.left_out == ()
        assert assessment.programme is None
    else:
        assert assessment.gate.unanswered == ()
        assert all(flag.cleared for flag in assessment.gate.flags)


@examples(200)
@given(data=st.data(), answers=any_answers())
def test_unsure_is_judged_as_yes(
    make_sheet: MakeSheet, data: st.DataObject, answers: dict[str, Any]
) -> None:
    item = data.draw(st.sampled_from([one for one in contract.CHECKS if one != "heart_agreed"]))
    yes, unsure = (gate(make_sheet(answers | {item: a})) for a in ("yes", "unsure"))
    assert yes.outcome is unsure.outcome
    assert yes.cautions == unsure.cautions
    assert yes.unanswered == unsure.unanswered
    assert [(f.id, f.urgency) for f in yes.flags] == [(f.id, f.urgency) for f in unsure.flags]


MILDEST_LAST = (
    Outcome.EMERGENCY,
    Outcome.SAME_DAY,
    Outcome.INCOMPLETE,
    Outcome.SEE_CLINICIAN,
    Outcome.POSTPONE,
    Outcome.TRAIN,
)


@examples(200)
@given(data=st.data(), answers=any_answers())
def test_opening_a_gateway_never_makes_an_outcome_milder(
    make_sheet: MakeSheet, data: st.DataObject, answers: dict[str, Any]
) -> None:
    gateway = data.draw(st.sampled_from(contract.GATEWAYS))
    shut, opened = ([], ["low_back", "calf"]) if gateway == "hurts" else ("no", "yes")
    before, after = (gate(make_sheet(answers | {gateway: one})) for one in (shut, opened))
    assert MILDEST_LAST.index(after.outcome) <= MILDEST_LAST.index(before.outcome)
    assert {flag.id for flag in before.flags} <= {flag.id for flag in after.flags}
