"""Any changes that are accepted leave a plan that the walk accepts; undone they leave no trace."""

from __future__ import annotations

import datetime
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.catalogue.gym_choices import NO_CHOICES, GymChoices
from assessment.catalogue.loader import load_catalogue
from assessment.core.assess import Assessment, assess
from assessment.core.plan.changes.errors import ChangeError
from assessment.core.plan.changes.model import (
    SPLITS,
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
from assessment.exchange.assessment_document import document_of
from assessment.exchange.plan_changes_document import plan_changes_document, plan_changes_of
from assessment.replanning.editor import PlanEditor
from assessment.replanning.judging import kept_plan
from assessment.rule_check.answer_sheets import by_chance
from assessment.rule_check.checks import find_faults
from questions.loader import load_questionnaire
from tests.replanning.plans import sessions_of, sheet_from
from tests.strategies import examples

DAY = datetime.date(2026, 11, 29)
IDS = st.sampled_from(sorted(load_catalogue().exercise))
PHASES = st.sampled_from((None, None, "learn", "build", "strengthen"))


def spans(most: int) -> st.SearchStrategy[tuple[int, int]]:
    return st.tuples(st.integers(1, most), st.integers(0, 5)).map(lambda one: (one[0], sum(one)))


@st.composite
def orders(draw: st.DrawFn, plan: Assessment) -> Edit:
    session = draw(st.sampled_from(plan.programme.sessions if plan.programme else ()))
    return Order(session.name, tuple(draw(st.permutations(session.exercises))))


def edits(plan: Assessment) -> st.SearchStrategy[Edit]:
    """Return what a trainer may try, mostly on what is in the plan."""
    mine = st.sampled_from([one.exercise.id for one in plan.exercises])
    session = st.sampled_from((None, *sessions_of(plan)))
    return st.one_of(
        st.builds(Swap, mine, IDS, session),
        st.builds(Swap, mine, IDS),
        st.builds(Drop, mine, session),
        st.builds(Add, IDS, session),
        orders(plan),
        st.builds(Sets, mine, st.integers(1, 4), PHASES),
        st.builds(Repetitions, mine, spans(20), PHASES),
        st.builds(Effort, mine, spans(9), PHASES),
        st.builds(ClientNote, st.sampled_from(("", "Slowly.")), st.none() | mine),
        st.builds(Split, st.sampled_from(SPLITS)),
        st.builds(WithTrainer, IDS),
    )


def bytes_of(plan: Assessment) -> str:
    return json.dumps(document_of(plan))


def assert_said(sentence: str) -> None:
    assert sentence.endswith((".", ".)"))
    assert "{" not in sentence


def gyms() -> st.SearchStrategy[GymChoices]:
    """Return what a gym may choose, most of them nothing."""
    some = st.frozensets(IDS, max_size=6)
    minutes = st.sampled_from((None, 15, 20, 45))
    return st.just(NO_CHOICES) | st.builds(GymChoices, never=some, preferred=some, minutes=minutes)


def plan_by_chance(seed: int, gym: GymChoices) -> Assessment | None:
    raw: dict[str, Any] = by_chance(load_questionnaire(), seed)
    plan = assess(sheet_from(raw), load_catalogue(), gym)
    return plan if plan.programme and plan.programme.phases else None


def check_any_changes(data: st.DataObject, most: int) -> None:
    plan = plan_by_chance(data.draw(st.integers(0, 100_000)), data.draw(gyms()))
    if plan is None:
        return
    first, editor = bytes_of(plan), PlanEditor(plan, "Sam", DAY)
    seen = [first]
    for _ in range(most):
        edit = data.draw(edits(editor.plan))
        before = bytes_of(editor.plan)
        try:
            editor.make(edit)
        except ChangeError as refused:
            assert_said(str(refused))
            assert bytes_of(editor.plan) == before  # nothing of it got in
        else:
            assert list(find_faults(editor.plan, load_catalogue())) == []
            seen.append(bytes_of(editor.plan))
    changes = editor.changes
    assert plan_changes_of(json.loads(json.dumps(plan_changes_document(changes)))) == changes
    assert bytes_of(kept_plan(plan, changes).assessment) == seen[-1]
    for before in reversed(seen[:-1]):
        editor.undo()
        assert bytes_of(editor.plan) == before
    assert (bytes_of(editor.plan), editor.changes, editor.can_undo) == (first, PlanChanges(), False)
    for after in seen[1:]:
        editor.redo()
        assert bytes_of(editor.plan) == after
    assert (editor.changes, editor.can_redo) == (changes, False)


@examples(120)
@given(st.data())
def test_any_changes_leave_a_plan_that_the_walk_accepts(data: st.DataObject) -> None:
    check_any_changes(data, 6)


@pytest.mark.heavy
@examples(300)
@given(st.data())
def test_many_changes_leave_a_plan_that_the_walk_accepts(data: st.DataObject) -> None:
    check_any_changes(data, 25)
