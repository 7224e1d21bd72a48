"""What each change makes of a plan, and what is refused: expected values from the issue's rules."""

from __future__ import annotations

import json
from typing import Any

import pytest

from assessment.catalogue.gym_choices import GymChoices
from assessment.catalogue.loader import load_catalogue
from assessment.core.plan.changes.errors import ChangeError, Reason
from assessment.core.plan.changes.model import (
    Add,
    ClientNote,
    Drop,
    Edit,
    Effort,
    Order,
    PlanChanges,
    Repetitions,
    Sets,
    Split,
    Swap,
    WithTrainer,
)
from assessment.core.plan.programme import Prescription
from assessment.exchange.assessment_document import document_of
from assessment.replanning.candidates import Place, Verdict
from assessment.replanning.editor import PlanEditor
from assessment.replanning.judging import changed_plan, first_refusal, kept_plan
from assessment.replanning.stored import stored_plan
from assessment.rule_check.checks import find_faults
from questions.model import Region
from tests.replanning.plans import DAY, editor_of, plan_of, sessions_of

LOWER = {Region.GLUTE_MAX, Region.HAMSTRINGS, Region.GLUTE_MED, Region.CALVES}
UPPER = {Region.UPPER_BACK, Region.REAR_SHOULDER, Region.NECK}


def one_of(editor: PlanEditor, exercise: str) -> Prescription:
    return next(one for one in editor.plan.exercises if one.exercise.id == exercise)


def refused(editor: PlanEditor, *edits: Edit) -> ChangeError:
    before = editor.changes
    with pytest.raises(ChangeError) as error:
        editor.make(*edits)
    assert editor.changes == before
    return error.value


def test_a_swap_takes_the_place_and_says_who_chose() -> None:
    editor = editor_of()
    effect = editor.make(Swap("squat", "step-up"))
    assert "squat" not in sessions_of(editor.plan)["A"]
    assert "step-up" in sessions_of(editor.plan)["A"]
    one = one_of(editor, "step-up")
    assert (one.region, one.chosen_with) == (Region.GLUTE_MAX, ("Sam",))
    assert (effect.comes, effect.goes) == (("step-up",), ("squat",))
    assert [each.because for each in editor.plan.left_out if each.exercise.id == "squat"] == [
        ("trainer",)
    ]


def test_dropped_is_gone_and_nothing_says_that_time_was_short_where_it_is_not() -> None:
    editor = editor_of()
    told = {one.exercise.id: one.because for one in editor.plan.left_out}
    assert told["neck-isometric"] == ("minutes",)
    effect = editor.make(Drop("bird-dog"), Drop("squat"), Drop("machine-leg-curl"))
    assert effect.seconds["A"].after < effect.seconds["A"].before
    now = {one.exercise.id: one.because for one in editor.plan.left_out}
    assert now["neck-isometric"] == ("trainer",)  # there is time for it now
    assert now["squat"] == ("trainer",)


def test_an_order_pairs_neighbours_and_what_trains_the_same_stands_alone() -> None:
    editor = editor_of()
    order = ("bird-dog", "squat", "hip-thrust", "chest-supported-row", "standing-calf-raise")
    editor.make(Order("A", (*order, "machine-leg-curl")))
    programme = editor.plan.programme
    assert programme is not None
    blocks = [one.exercises for one in programme.sessions[0].blocks[1:-1]]
    assert blocks == [  # squat and hip thrust are both for the glutes first
        ("bird-dog", "squat"),
        ("hip-thrust", "chest-supported-row"),
        ("standing-calf-raise", "machine-leg-curl"),
    ]
    assert refused(editor, Order("A", order)).reason is Reason.MISSING


def test_a_dose_counts_in_the_weeks_that_allow_it() -> None:
    editor = editor_of(experience="experienced")
    name = editor.plan.exercises[0].exercise.id
    editor.make(Sets(name, 3))
    assert [work.sets for work in one_of(editor, name).work] == [2, 3, 3]  # two in weeks 1 to 4
    editor.make(Sets(name, 1))
    assert [work.sets for work in one_of(editor, name).work] == [1, 1, 1]
    editor.make(Effort(name, (5, 5)))
    assert {work.effort for work in one_of(editor, name).work} == {(5, 5)}
    assert refused(editor, Effort(name, (9, 10))).reason is Reason.EFFORT
    assert refused(editor, Effort(name, (7, 7), "learn")).reason is Reason.EFFORT
    assert refused(editor, Sets(name, 4)).reason is Reason.SETS
    assert refused(editor, Repetitions(name, (1, 2))).reason is Reason.REPETITIONS
    assert refused(editor, Sets(name, 2, "rest")).reason is Reason.NO_PHASE


def test_repetitions_within_what_a_caution_asks_for() -> None:
    # thin bones: 8 to 12 repetitions in all weeks (docs/rules.md 5.3)
    editor = editor_of(told_bones="yes", osteoporosis="yes", age_years=58)
    name = next(one.exercise.id for one in editor.plan.exercises if not one.dose.is_own)
    found = editor.dose_range(name).repetitions
    assert set(found.values()) == {(8, 12)}
    assert refused(editor, Repetitions(name, (4, 6))).reason is Reason.REPETITIONS


def test_later_weeks_never_ask_for_less() -> None:
    editor = editor_of(equipment=[])
    name = next(one.exercise.id for one in editor.plan.exercises if not one.dose.is_own)
    assert refused(editor, Repetitions(name, (15, 20), "learn")).reason is Reason.GROWTH


def test_notes_are_for_the_client() -> None:
    editor = editor_of()
    editor.make(ClientNote("Slowly down.", "squat"), ClientNote("See you on Monday."))
    document = document_of(editor.plan)
    squat = document["exercises"][3]
    assert squat["id"] == "squat"
    assert (squat["client_note"], document["client_note"]) == (
        "Slowly down.",
        "See you on Monday.",
    )
    editor.make(ClientNote("", "squat"))
    assert "client_note" not in document_of(editor.plan)["exercises"][3]
    assert refused(editor, ClientNote("x" * 301)).reason is Reason.NOTE
    assert refused(editor, ClientNote("two\nlines")).reason is Reason.NOTE


def test_upper_and_lower_in_turn_and_back() -> None:
    editor = editor_of()
    whole = sessions_of(editor.plan)
    editor.make(Split("upper-lower"))
    catalogue = load_catalogue()
    first = {
        name: {catalogue.exercise[one].primary[0] for one in ids}
        for name, ids in sessions_of(editor.plan).items()
    }
    assert first["A"].isdisjoint(UPPER)
    assert first["A"] & LOWER
    assert first["B"].isdisjoint(LOWER)
    assert first["B"] & UPPER
    assert refused(editor, Split("upper-lower")).reason is Reason.SPLIT
    editor.make(Split("whole-body"))
    assert sessions_of(editor.plan) == whole


@pytest.mark.parametrize(
    ("answers", "edit", "reason"),
    [
        ({}, Swap("squat", "nothing"), Reason.UNKNOWN),
        ({}, Swap("shrug", "squat"), Reason.NOT_IN_PLAN),
        ({}, Drop("squat", "B"), Reason.NOT_IN_SESSION),
        ({}, Drop("squat", "Q"), Reason.NO_SESSION),
        ({}, Swap("squat", "hip-thrust"), Reason.TWICE),
        ({}, Add("kettlebell-deadlift", "B"), Reason.HINGE),
        ({}, Add("pull-up"), Reason.KIT),
        ({}, Add("dumbbell-leg-curl"), Reason.NEVER),
        ({}, Add("goblet-squat"), Reason.WITH_TRAINER),
        ({}, Add("deadlift"), Reason.LEVEL),
        ({"experience": "experienced"}, Add("glute-bridge"), Reason.TOO_EASY),
        (
            {"told_bones": "yes", "hernia": "yes", "experience": "experienced"},
            Add("bent-over-row"),
            Reason.CAUTION,
        ),
        (
            {"lately_hurt": "yes", "injury_last_6_weeks": ["knee"]},
            Add("step-up"),
            Reason.HOLD,
        ),
        (
            {"experience": "experienced", "hurts": ["hip"], "pain_hip": 5},
            Add("goblet-squat"),
            Reason.PAIN,
        ),
    ],
)
def test_what_the_rules_forbid_is_refused_with_its_reason(
    answers: dict[str, Any], edit: Edit, reason: Reason
) -> None:
    editor = editor_of(**answers)
    error = refused(editor, edit)
    assert (error.reason, str(error)[-1]) == (reason, ".")


def test_a_full_session_and_too_little_time_are_refused() -> None:
    # at most six exercises in a session of 30 minutes (docs/rules.md 5.6)
    editor = editor_of(minutes=30, experience="experienced")
    adding = [Add(name, "A") for name in ("bird-dog", "band-pull-apart", "neck-isometric")]
    reasons = []
    for edit in adding:
        try:
            editor.make(edit)
        except ChangeError as error:
            reasons.append(error.reason)
    assert {Reason.FULL, Reason.MINUTES} & set(reasons)
    programme = editor.plan.programme
    assert programme is not None
    for phase in programme.phases:
        assert all(one.seconds <= 30 * 60 for one in phase.sessions)


def test_with_the_trainer_goes_one_step_where_the_paper_leads() -> None:
    editor = editor_of()  # new to training: level 1
    assert refused(editor, Swap("squat", "goblet-squat")).reason is Reason.WITH_TRAINER
    editor.make(WithTrainer("goblet-squat"), Swap("squat", "goblet-squat"))
    one = one_of(editor, "goblet-squat")
    assert (one.with_trainer, one.exercise.level) == ("Sam", 2)
    assert list(find_faults(editor.plan, load_catalogue())) == []
    # level 3 from level 1 is two steps
    assert refused(editor, WithTrainer("nordic-curl")).reason is Reason.NOT_WITH_TRAINER
    # without a need there is nothing to give
    assert refused(editor, WithTrainer("squat")).reason is Reason.NOT_WITH_TRAINER


def test_a_trainer_there_lifts_no_caution() -> None:
    editor = editor_of(told_bones="yes", hernia="yes", experience="some")
    assert refused(editor, WithTrainer("bent-over-row")).reason is Reason.NOT_WITH_TRAINER


def test_fast_ones_are_one_a_session_and_never_first_for_a_region() -> None:
    editor = editor_of(experience="experienced", goal="fitness")
    curls = [
        one.exercise.id
        for one in editor.plan.exercises
        if one.region is Region.HAMSTRINGS and one.exercise.id not in load_catalogue().hardest
    ]
    grants = (WithTrainer("nordic-curl"), WithTrainer("kettlebell-swing"))
    editor.make(*grants)
    first, *others = curls
    edits: list[Edit] = [Swap(first, "nordic-curl"), *[Drop(one) for one in others]]
    assert refused(editor, *edits).reason is Reason.FAST
    editor.make(Add("nordic-curl", "A"))
    assert refused(editor, Add("kettlebell-swing", "A")).reason is Reason.FAST


def test_candidates_say_what_speaks_for_each_and_why_not() -> None:
    editor = editor_of()
    found = {one.exercise.id: one for one in editor.candidates(Place("A", "squat"))}
    assert len(found) == len(load_catalogue().exercises)
    verdicts = [one.verdict for one in found.values()]
    assert verdicts == sorted(verdicts, key=list(Verdict).index)
    assert found["step-up"].verdict is Verdict.ALLOWED
    assert found["step-up"].speaks_for[0] == "for the glutes"
    assert found["goblet-squat"].reason is Reason.WITH_TRAINER
    assert found["deadlift"].reason is Reason.LEVEL
    assert found["hip-thrust"].reason is Reason.TWICE
    for one in found.values():
        assert bool(one.why_not) is (one.verdict is not Verdict.ALLOWED)
        if one.edits:
            editor.make(*one.edits)  # what is offered can be done
            editor.undo()
    with pytest.raises(ChangeError):
        editor.candidates(Place("A", "shrug"))


def test_undo_and_redo_go_step_by_step_and_a_new_change_ends_redo() -> None:
    editor = editor_of()
    first = json.dumps(document_of(editor.plan))
    editor.make(WithTrainer("goblet-squat"), Swap("squat", "goblet-squat"))
    editor.make(Drop("bird-dog"))
    editor.undo()
    editor.redo()
    assert "bird-dog" not in {one.exercise.id for one in editor.plan.exercises}
    editor.undo()
    editor.undo()
    assert (json.dumps(document_of(editor.plan)), editor.can_undo) == (first, False)
    editor.make(Drop("squat"))
    assert not editor.can_redo
    with pytest.raises(ChangeError):
        editor.try_out(Drop("squat"))
    assert editor.try_out(Drop("bird-dog")).goes == ("bird-dog",)
    assert "bird-dog" in {one.exercise.id for one in editor.plan.exercises}


def test_what_was_stored_is_judged_anew() -> None:
    changes = PlanChanges().with_edits(
        "Sam", DAY, [Drop("squat"), Swap("bird-dog", "pull-up"), ClientNote("Hello.")]
    )
    plan = plan_of()
    kept = kept_plan(plan, changes)
    assert [one.reason for one in kept.refused] == [Reason.KIT]
    assert kept.assessment.changes.changes == (changes.changes[0], changes.changes[2])
    found = first_refusal(plan, changes)
    assert found is not None
    assert found.number == 1
    with pytest.raises(ChangeError):
        changed_plan(plan, changes)
    broken = stored_plan(plan, {"changes": [{"kind": "fly"}]})
    assert (broken.assessment, [one.reason for one in broken.refused]) == (
        plan,
        [Reason.UNREADABLE],
    )
    stopped = kept_plan(plan_of(saddle_numbness="yes"), changes)
    assert {one.reason for one in stopped.refused} == {Reason.NO_PLAN}


def test_a_plan_without_changes_has_no_word_of_them() -> None:
    plan = plan_of()
    document = json.dumps(document_of(plan))
    assert "plan_changes" not in document
    assert "chosen_with" not in document
    assert changed_plan(plan, PlanChanges()) is plan


def test_a_gym_never_gives_and_prefers_and_says_so() -> None:
    gym = GymChoices(
        kit=frozenset({"band", "dumbbell"}),
        never=frozenset({"squat", "chest-supported-row"}),
        preferred=frozenset({"step-up"}),
    )
    plan = plan_of(gym, equipment=["band", "dumbbell"])
    ids = {one.exercise.id for one in plan.exercises}
    assert ids.isdisjoint(gym.never)
    assert "step-up" in ids
    because = {reason for one in plan.left_out for reason in one.because}
    assert "gym_never" in because
    assert "gym_kit" in because
    assert "equipment" not in because
    assert list(find_faults(plan, load_catalogue())) == []
    editor = PlanEditor(plan, "Sam", DAY)
    assert refused(editor, Add("squat")).reason is Reason.GYM_NEVER
    assert refused(editor, Add("machine-leg-curl")).reason is Reason.GYM_KIT


def test_the_minutes_of_the_gym_count_where_the_client_said_none() -> None:
    gym = GymChoices(minutes=20)
    for said, most in ((None, 20), (45, 45)):
        programme = plan_of(gym, minutes=said).programme
        assert programme is not None
        longest = max(one.seconds for one in programme.sessions)
        assert 0.8 * most * 60 <= longest <= most * 60
