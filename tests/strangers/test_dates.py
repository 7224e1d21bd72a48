"""Days that come in, from anywhere: read in one way, real, and not still to come."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from assessment.casebook.clients import clients_of
from assessment.casebook.history import past_screenings
from assessment.cli.records.bundle import lines_of
from assessment.core.answers import AnswerError
from assessment.core.days import DayAheadError, NoDayError, past_day, typed_day
from assessment.exchange.answers_document import AnswersFileError, parse_answers
from assessment.keying.typed import parse_typed
from assessment.records.adding import keep
from assessment.records.sealing.desk_session import Desk
from assessment.records.sealing.public_key import UNSEALED
from assessment.records.store import screening_day
from assessment.records.store.repository import all_of
from assessment.records.store.values import Record
from assessment.records.sync.bundle import merge, write_bundle
from assessment.records.sync.bundle_checks import preview
from questions.loader import load_questionnaire
from tests import contract
from tests.cases import each
from tests.contract import all_best
from tests.gym import Gym, done
from tests.records.fixtures import MakeContent, NewStore

TODAY = date(2026, 11, 29)
MEANS_12_MAY = (
    "2026-05-12", "2026-5-12", "2026/05/12", "12.05.2026", "12.5.2026", "12/05/2026",
    "12-05-2026", " 12. 5. 2026 ", "１２.０５.２０２６",
)  # fmt: skip
NO_DAY = (
    "", "soon", "12 May 2026", "12.05.26", "05/12", "2026-05", "20260512", "2026-W20-2", "2026.05",
    "12.05/2026", "-2026-05-12", "2026-05-12T10:00", "2026-05-12\n2026-05-13x", "١٢.٠٥.٢٠٢٦x",
)  # fmt: skip
NOT_IN_CALENDAR = ("31.02.2026", "2026-02-30", "29/02/2025", "11/29/2026", "00.05.2026", "1.1.0000")


def test_a_day_is_read_as_people_write_it() -> None:
    assert {text: typed_day(text, TODAY) for text in MEANS_12_MAY} == dict.fromkeys(
        MEANS_12_MAY, date(2026, 5, 12)
    )
    assert typed_day(" Today ", TODAY) == TODAY
    assert past_day("29.02.2024", TODAY) == date(2024, 2, 29)
    assert past_day("29/11/2026", TODAY) == TODAY


@each("text", NO_DAY + NOT_IN_CALENDAR)
def test_what_is_no_day_is_refused_with_what_is_allowed(text: str) -> None:
    with pytest.raises(NoDayError, match=r"2026-11-29.* 29\.11\.2026") as refused:
        typed_day(text, TODAY)
    assert ("calendar" in str(refused.value)) == (text in NOT_IN_CALENDAR)


def test_a_day_still_to_come_is_no_day_on_which_something_happened() -> None:
    for text in ("30.11.2026", "2062-11-28", "31/12/9999"):
        with pytest.raises(DayAheadError, match=r"is still to come; today is 2026-11-29"):
            past_day(text, TODAY)


@pytest.fixture
def day(monkeypatch: pytest.MonkeyPatch) -> date:
    """Let it be the same day in every test."""
    monkeypatch.setattr(screening_day, "today", lambda: TODAY)
    return TODAY


@pytest.mark.usefixtures("day")
def test_each_option_takes_the_same_days_and_refuses_the_same(
    gym: Gym, answers: Callable[..., str], tmp_path: Path
) -> None:
    gym("records", "pin", typed=("4711", "4711"))
    record = done(gym("records", "add", answers(name="Ana", recent_surgery="yes"))).strip()
    cleared = ("records", "clearance", record, "--by", "Dr Who", "--for", "R15", "--on")
    chosen = ("report", "--out", str(tmp_path / "out"), "--since")
    earlier = ("report", answers(), "-o", str(tmp_path / "out.html"), "--html", "--earlier")
    for start, end in ((cleared, ""), (chosen, ""), (earlier, f"={answers()}")):
        for wrong, says in (
            ("2062-11-28", "2062-11-28"),
            ("31.02.2026", "not in the calendar"),
            ("soon", "write it as 2026-11-29, 29.11.2026 or 29/11/2026, or today"),
        ):
            refused = gym(*start, wrong + end, typed=("4711",))
            assert (refused.exit_code, refused.stdout) == (2, ""), (start, wrong)
            assert says in " ".join(refused.stderr.split()), (start, wrong)
    assert "a clinician first" in done(gym("records", "list", typed=("4711",)))

    done(gym(*cleared, "28.11.2026", typed=("4711",)))

    assert "may train" in done(gym("records", "list", typed=("4711",)))
    nobody = gym(*chosen, "29/11/2026", "--client", "Zoe", typed=("4711",))
    assert "No client is called Zoe." in nobody.stderr


def test_a_document_has_its_days_in_one_way_and_none_to_come() -> None:
    for on, says in (
        ("2062-11-28", "may not lie after today (2026-11-29)"),
        ("2026-02-30", "not a day of the calendar, such as 2026-11-29"),
        ("28.11.2026", "not a day of the calendar, such as 2026-11-29"),
        ("today", "not a day of the calendar, such as 2026-11-29"),
        (None, "not a day of the calendar, such as 2026-11-29"),
    ):
        clearance: object = {"by": "Dr Who", "on": on, "for": []}
        document = {
            "questionnaire": "posterior-chain",
            "version": contract.VERSION,
            "answers": all_best() | {"clearance": clearance},
        }
        with pytest.raises(AnswersFileError) as refused:
            parse_answers(json.dumps(document).encode(), load_questionnaire(), TODAY)
        assert [fault for fault in refused.value.faults if says in fault], on


def test_the_paper_form_is_keyed_in_with_the_day_that_stands_on_it() -> None:
    questionnaire = load_questionnaire()
    item = questionnaire.by_id["clearance"]
    for typed in (*MEANS_12_MAY[:-1], "12.05.2026,"):
        value = parse_typed(item, f"Physio, Northside, {typed} R29", questionnaire, TODAY)
        assert getattr(value, "on", None) == date(2026, 5, 12), typed
    assert getattr(parse_typed(item, "Lee, Today, R29", questionnaire, TODAY), "on", None) == TODAY
    with pytest.raises(AnswerError, match=r"^K1: '31.02.2026' is not in the calendar"):
        parse_typed(item, "Lee, 31.02.2026, R29", questionnaire, TODAY)


def test_a_clearance_of_a_day_to_come_lifts_nothing_in_a_record_that_came_in(
    new_store: NewStore, make_content: MakeContent, tmp_path: Path
) -> None:
    cleared = {"by": "Dr Who", "for": ["recent_surgery"]}
    there, here = new_store(), new_store()
    for on in ("2026-11-20", "2062-11-28"):
        content = make_content(recent_surgery="yes", clearance={**cleared, "on": on})
        keep(there, content, UNSEALED, now=datetime(2026, 11, 28, tzinfo=UTC))
    keep(there, make_content(), UNSEALED, now=datetime(2062, 11, 28, tzinfo=UTC))
    write_bundle(there, tmp_path / "all.bundle")

    found = preview(here, tmp_path / "all.bundle")
    merge(here, tmp_path / "all.bundle")

    assert (found.new, found.ahead) == (3, 1)
    assert "     1  of the new ones have a day still to come: a clock was wrong there" in (
        lines_of(found)
    )
    desk = Desk(here, tmp_path)
    desk.choose_pin("1234")
    desk.open("1234")
    outcomes = [
        one.assessment.outcome.value
        for record in all_of(here, Record)
        for one in past_screenings(desk, record.client)
        if one.assessment
    ]
    assert outcomes == ["train", "see_clinician", "train"]
    listed = [one.summaries[-1] for one in clients_of(desk).all]
    assert sorted(one.result.split(",")[0] for one in listed) == [
        "a clinician first",
        "may train",
        "may train",
    ]
    assert {one.due is None for one in listed if one.outcome == "see_clinician"} == {True}
