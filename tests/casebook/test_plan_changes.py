"""Changes of a plan in the records: a new record, judged anew wherever it comes from."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from assessment.casebook.corrections import content_of, with_answers
from assessment.casebook.history import PastScreening, past_screening, past_screenings
from assessment.casebook.plan_changes import to_carry_over, with_plan_changes
from assessment.casebook.record_reports import as_earlier, request_for
from assessment.core.plan.changes.errors import ChangeError, Reason
from assessment.core.plan.changes.model import ClientNote, Drop, Edit, PlanChanges, Swap
from assessment.exchange.plan_changes_document import plan_changes_document
from assessment.records.adding import keep
from assessment.records.errors import StoreNewerError
from assessment.records.sealing import payload
from assessment.records.sealing.desk_session import Desk
from assessment.records.store.repository import current, records_of
from assessment.records.store.values import LEAST_FORMAT, Record
from tests.contract import all_best
from tests.replanning.plans import GYM, sheet_from

DAY = datetime.date(2026, 11, 29)
MAY = datetime.datetime(2026, 5, 12, 12, tzinfo=datetime.UTC)
AUGUST = datetime.datetime(2026, 8, 12, 12, tzinfo=datetime.UTC)


def changes(*edits: Edit) -> PlanChanges:
    return PlanChanges().with_edits("Sam", DAY, edits)


def kept(
    desk: Desk, moment: datetime.datetime = MAY, client: Record | None = None, **given: object
) -> Record:
    raw = {**all_best(), "equipment": GYM, "minutes": 45, "days_per_week": 2, **given}
    content = content_of(sheet_from(raw))
    key = client.client if client else None
    return keep(desk.store, content, desk.seal_for, now=moment, client=key)


def ids_in(screening: PastScreening) -> set[str]:
    assert screening.assessment is not None
    return {one.exercise.id for one in screening.assessment.exercises}


def test_a_change_is_a_new_record_and_every_paper_has_it(desk: Desk) -> None:
    old = kept(desk)
    wanted = changes(Drop("squat"), ClientNote("Slowly."))
    new = with_plan_changes(desk, old, wanted)
    (screening,) = past_screenings(desk, old.client)
    assert (new.corrects, screening.record.id, screening.changes) == (old.id, new.id, wanted)
    assert "squat" not in ids_in(screening)
    assert screening.by_rules is not None
    assert "squat" in {one.exercise.id for one in screening.by_rules.exercises}
    document = desk.content(new).assessment
    assert "squat" not in {one["id"] for one in document["exercises"]}
    assert document["plan_changes"] == plan_changes_document(wanted)
    request = request_for(screening)
    assert request is not None
    assert request.plan_changes == plan_changes_document(wanted)
    (earlier,) = as_earlier([screening])
    assert earlier.plan_changes == plan_changes_document(wanted)
    assert "squat" in {one["id"] for one in desk.content(old).assessment["exercises"]}


def test_what_the_rules_forbid_is_not_kept(desk: Desk) -> None:
    old = kept(desk)
    with pytest.raises(ChangeError) as error:
        with_plan_changes(desk, old, changes(Swap("squat", "pull-up")))
    assert error.value.reason is Reason.KIT
    assert [one.id for one in current(records_of(desk.store, old.client))] == [old.id]


def test_all_taken_back_is_the_record_as_it_was(desk: Desk) -> None:
    old = kept(desk)
    changed = with_plan_changes(desk, old, changes(Drop("squat")))
    back = with_plan_changes(desk, changed, PlanChanges())
    assert desk.content(back) == desk.content(old)
    assert (old.format, changed.format, back.format) == (LEAST_FORMAT, 2, LEAST_FORMAT)


def test_an_older_program_keeps_it_closed_and_calls_it_newer(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = with_plan_changes(desk, kept(desk), changes(Drop("squat")))
    monkeypatch.setattr("assessment.records.store.values.FORMAT", 1)
    with pytest.raises(StoreNewerError):
        payload.open_content(new)


def test_one_that_came_from_elsewhere_is_judged_anew(desk: Desk) -> None:
    old = kept(desk)
    content = desk.content(old)
    forged = plan_changes_document(changes(Drop("squat"), Swap("bird-dog", "pull-up")))
    record = keep(desk.store, replace(content, plan_changes=forged), desk.seal_for, corrects=old)
    screening = past_screening(desk, record)
    assert [one.reason for one in screening.refused] == [Reason.KIT]
    assert "pull-up" not in ids_in(screening)
    assert "squat" not in ids_in(screening)


def test_other_answers_keep_the_changes_and_say_which_may_not_be_any_more(desk: Desk) -> None:
    changed = with_plan_changes(desk, kept(desk), changes(Swap("squat", "step-up")))
    hurt = {"lately_hurt": "yes", "injury_last_6_weeks": ["knee"], "injuries_knee": 1}
    screening = past_screening(desk, with_answers(desk, changed, hurt, "figures"))
    assert [one.reason for one in screening.refused] == [Reason.NOT_IN_PLAN]
    assert screening.content is not None
    assert screening.content.plan_changes is not None


def test_a_retest_offers_what_was_changed_and_says_what_may_not_be(desk: Desk) -> None:
    first = kept(desk)
    assert to_carry_over(past_screenings(desk, first.client)) is None
    with_plan_changes(desk, first, changes(Drop("bird-dog"), Swap("squat", "step-up")))
    knee = {
        "hurts": ["knee"],
        "lately_hurt": "yes",
        "injury_last_6_weeks": ["knee"],
        "injuries_knee": 1,
    }
    kept(desk, AUGUST, first, **knee)
    screenings = past_screenings(desk, first.client)
    found = to_carry_over(screenings)
    assert found is not None
    assert [one.change.edit for one in found.refused if one.change] == [Swap("squat", "step-up")]
    assert [one.edit for one in found.assessment.changes.changes] == [Drop("bird-dog")]
    with_plan_changes(desk, screenings[-1].record, found.assessment.changes)
    assert to_carry_over(past_screenings(desk, first.client)) is None
