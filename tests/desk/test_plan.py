"""A record's plan on the desk: what is shown of it, each change, and what is kept."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from assessment.casebook.history import PastScreening, past_screening
from assessment.casebook.plan_changes import with_plan_changes
from assessment.core.plan.changes.model import Drop, PlanChanges
from assessment.desk.screens.candidates import CandidatesScreen
from assessment.desk.screens.plan import PlanScreen
from assessment.desk.screens.record import RecordScreen
from assessment.desk.screens.trainer_name import TrainerNameScreen
from assessment.desk.widgets.plan_list import CandidateList, PlanList
from assessment.exchange.assessment_document import document_of
from assessment.records.adding import keep
from assessment.records.sealing.desk_session import Desk
from assessment.records.sealing.public_key import UNSEALED
from assessment.records.store.repository import all_of
from assessment.records.store.values import AuditEntry, Record
from assessment.replanning.candidates import Verdict
from assessment.replanning.editor import PlanEditor
from assessment.ui.drawing.figure import Figure
from assessment.ui.widgets.key_bar import KeyButton
from tests.desk.trainer import (
    FIRST_DAY,
    PIN,
    YES,
    Trainer,
    content,
    setting_in,
    store_in,
    trainer_at,
)


def editor(trainer: Trainer) -> PlanEditor:
    """Return what the trainer works on."""
    assert isinstance(trainer.screen, PlanScreen), trainer.screen
    return trainer.screen.editor


def sessions(trainer: Trainer) -> dict[str, tuple[str, ...]]:
    """Return the exercises of each session of the plan on the screen."""
    programme = editor(trainer).plan.programme
    assert programme is not None
    return {one.name: one.exercises for one in programme.sessions}


def pointed(trainer: Trainer) -> str:
    line = trainer.screen.query_one(PlanList).pointed
    assert line is not None
    return line.exercise


async def go_to_plan(trainer: Trainer, typed: str = "ana") -> None:
    await trainer.go_to_record(typed)
    await trainer.press("v")
    assert isinstance(trainer.screen, PlanScreen), trainer.text()


async def say_name(trainer: Trainer) -> None:
    assert isinstance(trainer.screen, TrainerNameScreen)
    await trainer.press("5", "enter", "backspace")  # a figure for the plan is nobody's name
    assert isinstance(trainer.screen, TrainerNameScreen)
    await trainer.type("Jo")
    await trainer.press("enter")


async def test_a_plan_shows_minutes_reasons_a_figure_and_what_was_left_out(folder: Path) -> None:
    async with trainer_at(setting_in(folder), (120, 60)) as trainer:
        await go_to_plan(trainer)
        shown = trainer.text()
        for said in ("A 28 min, B 26 min", "Session A, 28 min", "Warm-up, 6 min"):
            assert said in shown
        assert "Why: " in shown
        assert "Weeks 9 to 12" in shown
        assert trainer.screen.query_one(Figure).size.height >= 8
        assert "Left out" in shown
        await trainer.press("end")
        assert "Not in the plan, because of" in trainer.text()
        await trainer.press("s")
        assert "Please point to an exercise of a session first." in trainer.text()


async def test_a_swap_is_chosen_from_what_may_be_and_undone_to_the_first_bytes(
    folder: Path,
) -> None:
    async with trainer_at(setting_in(folder), (120, 40)) as trainer:
        await go_to_plan(trainer)
        before, first = sessions(trainer), document_of(editor(trainer).plan)
        away = pointed(trainer)
        await trainer.press("s")
        await say_name(trainer)
        assert isinstance(trainer.screen, CandidatesScreen)
        assert "may be chosen" in trainer.text()
        listed = trainer.screen.query_one(CandidateList)
        verdicts = [one.verdict for one in listed._candidates]
        assert verdicts == sorted(verdicts, key=list(Verdict).index)  # what may be comes first
        assert listed.is_grey(len(verdicts) - 1)
        await trainer.press("end", "enter")
        assert " ".join(listed._candidates[-1].why_not.split()) in trainer.text()  # and not taken
        await trainer.press("home", "enter")
        into = listed._candidates[0].exercise.id
        assert sessions(trainer)["A"] != before["A"]
        assert pointed(trainer) == into
        assert away not in sessions(trainer)["A"]
        assert "gone: " in trainer.text()
        assert "✎ Jo" in trainer.text()
        await trainer.press("u")
        assert document_of(editor(trainer).plan) == first
        await trainer.press("y")
        assert into in sessions(trainer)["A"]
        await trainer.press("escape")
        assert "Leave without keeping it?" in trainer.text()
        await trainer.press(*YES)
    assert len(all_of(store_in(folder), Record)) == 6


async def test_all_is_kept_as_one_new_record_with_the_name(folder: Path) -> None:
    async with trainer_at(setting_in(folder), (120, 40)) as trainer:
        await go_to_plan(trainer)
        first, second = sessions(trainer)["A"][:2]
        await trainer.press("l")
        await say_name(trainer)  # asked once
        assert sessions(trainer)["A"][:2] == (second, first)
        assert pointed(trainer) == first
        await trainer.press("down", "down", "d")
        assert len(sessions(trainer)["A"]) == 4
        await trainer.press("e")
        await trainer.press("backspace", *"1-2", "enter")
        assert "please type one number" in trainer.text()  # sets are no span
        await trainer.press("up", "9", "enter")
        assert "may have" in trainer.text()  # the rules refuse nine sets and say how many may be
        await trainer.press("ctrl+s")
        await trainer.press("up", "end", "backspace", "1", "enter")
        assert "sets a week" in trainer.text()  # its effect, before anything is taken over
        await trainer.press("ctrl+s")
        await trainer.press("m")
        await trainer.type("Slowly down.")
        await trainer.press("ctrl+s", "ctrl+s")
        assert isinstance(trainer.screen, RecordScreen)
        assert "The changed plan is kept in a new record." in trainer.text()
        kept: PastScreening = trainer.screen.screening
    assert kept.record.corrects in {one.id for one in all_of(store_in(folder), Record)}
    made = [(one.by, one.edit.KIND) for one in kept.changes.changes]
    assert made == [("Jo", "order"), ("Jo", "drop"), ("Jo", "sets"), ("Jo", "note")]
    assert kept.assessment is not None
    assert kept.assessment.client_notes == {None: ("Slowly down.", "Jo")}
    assert all_of(store_in(folder), AuditEntry)[-1].action == "plan"


@pytest.mark.heavy
async def test_an_exercise_is_added_and_the_body_shared_otherwise(folder: Path) -> None:
    async with trainer_at(setting_in(folder), (120, 40)) as trainer:
        await go_to_plan(trainer)
        before = sessions(trainer)
        await trainer.press("d")
        await say_name(trainer)
        await trainer.press("a")
        assert isinstance(trainer.screen, CandidatesScreen)
        await trainer.press("enter")
        assert len(sessions(trainer)["A"]) == len(before["A"])
        await trainer.press("u", "u", "b")
        assert set(sessions(trainer)["A"]) != set(before["A"])
        await trainer.press("b")
        assert sessions(trainer) == before


@pytest.mark.heavy
async def test_what_needs_the_trainer_there_is_asked_about_and_noted(folder: Path) -> None:
    async with trainer_at(setting_in(folder), (120, 40)) as trainer:
        await go_to_plan(trainer, "bo")
        await trainer.press("a")
        await say_name(trainer)
        listed = trainer.screen.query_one(CandidateList)
        verdicts = [one.verdict for one in listed._candidates]
        await trainer.press(*["down"] * verdicts.index(Verdict.WITH_TRAINER), "enter")
        assert "with you there?" in trainer.text()
        await trainer.press(*YES)
        assert "Jo" in {one.with_trainer for one in editor(trainer).plan.exercises}


@pytest.mark.heavy
async def test_a_retest_offers_to_keep_the_changes_of_last_time(folder: Path) -> None:
    store = store_in(folder)
    desk = Desk(store, folder)
    desk.open(PIN)
    bo: Record = all_of(store, Record)[-1]
    plan = past_screening(desk, bo).assessment
    assert plan is not None
    held = plan.exercises[0].exercise.id
    edits = (Drop(held, "A"),)
    with_plan_changes(desk, bo, PlanChanges().with_edits("Sam", FIRST_DAY.date(), edits))
    later = FIRST_DAY + timedelta(weeks=28)
    keep(store, content(name="Bo"), UNSEALED, now=later, client=bo.client)
    async with trainer_at(setting_in(folder), (120, 40)) as trainer:
        await trainer.go_to_record("bo")
        assert "v offers to keep the changes" in trainer.text()
        await trainer.press("v")
        assert "Keep the changes of last time?" in trainer.text()
        await trainer.press("escape")
        assert not editor(trainer).changes
        await trainer.press("escape", "v", *YES)
        assert "Ctrl+S keeps them." in trainer.text()
        await trainer.press("ctrl+s")
        assert isinstance(trainer.screen, RecordScreen)
        assert [one.by for one in trainer.screen.screening.changes.changes] == ["Sam"]


@pytest.mark.heavy
async def test_the_plan_is_changed_by_mouse_alone(folder: Path) -> None:
    async with trainer_at(setting_in(folder), (120, 40)) as trainer:
        await trainer.go_to_record("ana")
        for says in ("Plan", "Drop"):
            await click(trainer, says)
        await say_name(trainer)
        assert len(sessions(trainer)["A"]) == 4
        await click(trainer, "Undo")
        assert len(sessions(trainer)["A"]) == 5
        await trainer.pilot.click(PlanList, offset=(8, 4))  # the second exercise: a click swaps it
        await trainer.settle()
        assert isinstance(trainer.screen, CandidatesScreen)
        await trainer.pilot.click(CandidateList, offset=(4, 0))
        await trainer.settle()
        assert editor(trainer).changes
        await click(trainer, "Keep")
        assert isinstance(trainer.screen, RecordScreen)


async def click(trainer: Trainer, says: str) -> None:
    key = next(one for one in trainer.screen.query(KeyButton) if says == one.binding.description)
    await trainer.pilot.click(key)
    await trainer.settle()


async def test_who_may_not_train_has_no_plan_to_change(folder: Path) -> None:
    async with trainer_at(setting_in(folder)) as trainer:
        await trainer.go_to_record("kim")
        await trainer.press("v")
        assert isinstance(trainer.screen, RecordScreen)
        assert "There is no plan to change" in trainer.text()
