"""The day of a screening, and which earlier ones count: one rule each, wherever it is asked."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import uuid4

import pytest

from assessment.casebook.clients import Client, clients_of
from assessment.casebook.earlier_screenings import earlier_than
from assessment.casebook.exporting import write_export
from assessment.casebook.history import past_screenings
from assessment.casebook.selection import screenings_of
from assessment.casebook.summaries import RecordSummary
from assessment.records.adding import keep
from assessment.records.sealing.desk_session import Desk
from assessment.records.sealing.payload import Card
from assessment.records.store.values import Record
from tests.records.fixtures import MakeContent
from tests.records.holdings import a_record

MAY = datetime(2026, 5, 12, 12, tzinfo=UTC)
JULY_MORNING, JULY_NOON = datetime(2026, 7, 7, 9, tzinfo=UTC), datetime(2026, 7, 7, 12, tzinfo=UTC)
SEPTEMBER = datetime(2026, 9, 1, 12, tzinfo=UTC)
EVENING = datetime(2026, 5, 13, 3, tzinfo=UTC)
"""Eight in the evening of 12 May in Los Angeles."""


@pytest.fixture
def los_angeles(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Have the gym in Los Angeles."""
    if not hasattr(time, "tzset"):
        pytest.skip("the time zone of this system cannot be set for a test")
    monkeypatch.setenv("TZ", "America/Los_Angeles")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def summary(moment: datetime, number: int = 1, outcome: str | None = "train") -> RecordSummary:
    """Return a screening that ended at *moment*; without an *outcome* it cannot be opened."""
    card = Card(name="Ana", outcome=outcome, retest_weeks=(4, 8, 12)) if outcome else None
    return RecordSummary(a_record(number, finished_at=moment), card)


@pytest.mark.usefixtures("los_angeles")
def test_a_screening_of_an_evening_is_due_from_its_own_day() -> None:
    client = Client(uuid4(), (summary(EVENING),))

    assert client.last.record.day == date(2026, 5, 12)
    assert client.due == date(2026, 7, 7)  # eight weeks after the twelfth


@pytest.mark.usefixtures("los_angeles")
def test_its_copy_for_the_client_is_named_by_that_day(
    desk: Desk, make_content: MakeContent, tmp_path: Path
) -> None:
    record = keep(desk.store, make_content(name="Ana"), desk.seal_for, now=EVENING)
    names = []

    def no_paper(_record: Record, target: Path) -> None:
        names.append(target.name)

    list(write_export(desk, record.client, tmp_path / "copy", no_paper))

    assert names == [f"2026-05-12-{record.id.hex[-8:]}.pdf"]


@pytest.mark.parametrize(
    ("moments", "day", "counting"),
    [
        ([], MAY, []),
        ([MAY], MAY, []),
        ([MAY], JULY_NOON, [MAY]),
        ([JULY_MORNING], JULY_NOON, []),  # a second try is no re-test
        ([MAY, JULY_MORNING], JULY_NOON, [MAY]),
        ([MAY, JULY_MORNING, JULY_NOON], JULY_MORNING, [MAY]),
        ([JULY_NOON, MAY, JULY_MORNING], SEPTEMBER, [MAY, JULY_NOON]),  # of a day the last
        ([SEPTEMBER], MAY, []),
    ],
)
def test_of_each_day_before_the_last_counts(
    moments: list[datetime], day: datetime, counting: list[datetime]
) -> None:
    screenings = [summary(moment, number) for number, moment in enumerate(moments)]

    found = earlier_than(day.astimezone().date(), screenings)

    assert [one.record.finished_at for one in found] == counting


@pytest.mark.parametrize("outcome", ["incomplete", None])
def test_one_without_a_result_hides_none_of_its_day(outcome: str | None) -> None:
    whole, other = summary(JULY_MORNING, 1), summary(JULY_NOON, 2, outcome)
    day = date(2026, 9, 1)

    assert earlier_than(day, [whole, other]) == (whole,)
    # a closed one alone is told of: the report comes without it
    assert earlier_than(day, [other]) == ((other,) if outcome is None else ())


def test_desk_and_batch_set_the_same_ones_beside_a_screening(
    desk: Desk, make_content: MakeContent
) -> None:
    first = keep(desk.store, make_content(name="Ana"), desk.seal_for, now=MAY)
    for moment in (JULY_MORNING, JULY_NOON, SEPTEMBER):
        keep(desk.store, make_content(), desk.seal_for, now=moment, client=first.client)

    opened = past_screenings(desk, first.client)
    chosen = list(screenings_of(clients_of(desk).all))

    by_desk = [[one.record.id for one in earlier_than(each.day, opened)] for each in opened]
    assert by_desk == [[one.record.id for one in each.before] for each in chosen]
    assert [len(each) for each in by_desk] == [0, 1, 1, 2]
