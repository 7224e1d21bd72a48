"""A clearance names its flags: it lifts those, and no other (docs/rules.md 2.8)."""

from __future__ import annotations

import datetime

import pytest

from assessment.casebook.clearance import ClearanceError, flags_meant
from assessment.casebook.clients import clients_of
from assessment.casebook.corrections import content_of, with_answers
from assessment.casebook.history import past_screening
from assessment.core.answers import AnswerError
from assessment.core.assess import Assessment
from assessment.core.gate import Outcome
from assessment.records.adding import keep
from assessment.records.sealing.desk_session import Desk
from assessment.records.store.repository import all_of
from assessment.records.store.values import Record
from tests.conftest import MakeSheet

TODAY = datetime.date(2026, 11, 26)


def clearance(*flags: str, on: str = "2026-11-20") -> dict[str, object]:
    return {"clearance": {"by": "Dr Sommer", "on": on, "for": list(flags)}}


def assessed(desk: Desk, record: Record) -> Assessment:
    found = past_screening(desk, record).assessment
    assert found is not None
    return found


def result_of(desk: Desk) -> str:
    """Return what the list says of the only client."""
    (client,) = clients_of(desk).all
    return client.last.result


@pytest.mark.parametrize(
    "names",
    [("R15", "R29"), ("r29", " R15 "), ("high_bp", "recent_surgery", "R15"), ("all",)],
)
def test_flags_are_named_by_code_or_id(make_sheet: MakeSheet, names: tuple[str, ...]) -> None:
    sheet = make_sheet(recent_surgery="yes", high_bp="unsure")
    assert flags_meant(sheet, names) == ("recent_surgery", "high_bp")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("R99", "There is no flag 'R99'. These can be cleared: R15 "),
        ("recent_surgry", "(did you mean 'recent_surgery'?)"),
        ("R29", "is not up. These can be cleared: R15 "),
        ("R02b", "a clearance does not lift this"),  # same day, and up
        ("R21", "a clearance does not lift this"),  # an emergency, and not up
        ("R24", "a clearance does not lift this"),  # postponed
        ("R08", "a clearance does not lift this"),  # up, and raised by its follow-up
        ("faint_or_breathless_new", "a clearance does not lift this"),
        ("pregnant", "a clearance does not lift this"),
    ],
)
def test_what_cannot_be_cleared_is_refused(make_sheet: MakeSheet, name: str, said: str) -> None:
    sheet = make_sheet(
        recent_surgery="yes",
        foot_drop="yes",
        faint_or_breathless="yes",
        faint_or_breathless_new="yes",
    )
    with pytest.raises(ClearanceError) as refused:
        flags_meant(sheet, ("R15", name))
    with pytest.raises(ClearanceError):
        flags_meant(sheet, ("all", name))
    (fault,) = refused.value.faults
    assert said in fault


def test_where_nothing_is_up_nothing_can_be_cleared(make_sheet: MakeSheet) -> None:
    with pytest.raises(ClearanceError, match="No red flag is up"):
        flags_meant(make_sheet(foot_drop="yes"), ("all",))


def test_the_client_may_train_once_every_flag_is_cleared(desk: Desk, make_sheet: MakeSheet) -> None:
    content = content_of(make_sheet(name="Ana", recent_surgery="yes", high_bp="yes"))
    record = keep(desk.store, content, desk.seal_for)

    one = with_answers(desk, record, clearance("high_bp"), "clearance", TODAY)
    assert result_of(desk) == "a clinician first, few signs"
    assert assessed(desk, one).gate.outcome is Outcome.SEE_CLINICIAN
    both = with_answers(desk, one, clearance("high_bp", "recent_surgery"), "clearance", TODAY)
    assert result_of(desk) == "may train, few signs"
    assert {"bp_cleared", "illness_cleared"} <= set(assessed(desk, both).gate.cautions)


def test_a_derived_flag_can_be_cleared(desk: Desk, make_sheet: MakeSheet) -> None:
    # docs/rules.md 2.2, R31: diabetes or kidney disease, and not regularly active
    sheet = make_sheet(name="Ana", diabetes_or_kidney="yes", active_days=0, active_minutes=0)
    assert flags_meant(sheet, ("R31",)) == ("known_disease_inactive",)
    record = keep(desk.store, content_of(sheet), desk.seal_for)

    new = with_answers(desk, record, clearance("known_disease_inactive"), "clearance", TODAY)

    assert assessed(desk, new).outcome is Outcome.TRAIN


def test_a_flag_that_comes_up_later_is_not_lifted(desk: Desk, make_sheet: MakeSheet) -> None:
    record = keep(desk.store, content_of(make_sheet(recent_surgery="yes")), desk.seal_for)
    cleared = with_answers(desk, record, clearance("recent_surgery"), "clearance", TODAY)
    assert assessed(desk, cleared).outcome is Outcome.TRAIN

    later = assessed(desk, with_answers(desk, cleared, {"high_bp": "yes"}, "answers"))

    assert {flag.id: flag.cleared for flag in later.gate.flags} == {
        "recent_surgery": True,
        "high_bp": False,
    }
    assert later.outcome is Outcome.SEE_CLINICIAN


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (clearance("recent_surgery", on="2026-11-27"), "may not lie after today"),
        (clearance("recent_surgery", on="1985-11-25"), "before the client was born"),
        (clearance("foot_drop"), "no clearance lifts"),
        ({"injury_last_6_weeks": ["knee"]}, "names 'knee', but injuries_knee is 0"),
    ],
)
def test_a_correction_that_contradicts_is_refused_and_nothing_is_kept(
    desk: Desk, make_sheet: MakeSheet, answers: dict[str, object], said: str
) -> None:
    record = keep(desk.store, content_of(make_sheet(recent_surgery="yes")), desk.seal_for)
    with pytest.raises(AnswerError, match=said):
        with_answers(desk, record, answers, "clearance", TODAY)
    assert [one.id for one in all_of(desk.store, Record)] == [record.id]


def test_the_day_of_an_old_clearance_is_not_judged_again(desk: Desk, make_sheet: MakeSheet) -> None:
    sheet = make_sheet(recent_surgery="yes", **clearance("recent_surgery", on="2099-01-01"))
    record = keep(desk.store, content_of(sheet), desk.seal_for)
    assert assessed(desk, with_answers(desk, record, {"stairs": 1}, "figures")).sheet.get("stairs")
