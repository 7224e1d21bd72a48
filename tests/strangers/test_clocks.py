"""Clocks set back or ahead, and places with other time zones: no order and no day lies."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from pathlib import Path

import pytest

from assessment.casebook.batches.batch_files import BatchRequest
from assessment.casebook.client_views import ALL, DUE, LAST, ClientViews
from assessment.casebook.clients import Client, clients_of
from assessment.casebook.earlier_screenings import earlier_than
from assessment.casebook.exporting import write_export
from assessment.casebook.history import past_screenings
from assessment.casebook.selection import screenings_of
from assessment.casebook.summaries import RecordSummary
from assessment.cli.records import erase
from assessment.records import adding
from assessment.records.adding import CLOCK_WENT_BACK, keep, keep_waiting, take_waiting
from assessment.records.erasing import old_records
from assessment.records.sealing.desk_session import Desk
from assessment.records.sealing.payload import Card
from assessment.records.store.known_ids import known_ids
from assessment.records.store.repository import add, all_of, new_id, records_of
from assessment.records.store.screening_day import day_of
from assessment.records.store.uuid7 import MOST_MILLISECONDS, uuid7
from assessment.records.store.values import Record
from assessment.records.sync.bundle import merge, write_bundle
from assessment.records.sync.syncing import bring
from reports.output.print_options import PrintOptions
from tests.gym import Gym, done
from tests.records.fixtures import MakeContent, NewStore
from tests.records.holdings import a_record

MAY = datetime(2026, 5, 12, 12, tzinfo=UTC)
JULY = datetime(2026, 7, 7, 9, tzinfo=UTC)
NOVEMBER = datetime(2026, 11, 29, 18, tzinfo=UTC)
DEAD_BATTERY = datetime(1970, 1, 1, 0, 3, tzinfo=UTC)
AHEAD = datetime(2062, 11, 28, 9, tzinfo=UTC)
WRONG = (
    DEAD_BATTERY,
    datetime(2016, 2, 3, 10, tzinfo=UTC),
    datetime(2025, 7, 7, 9, tzinfo=UTC),
    datetime(2026, 6, 1, tzinfo=UTC),
    JULY - timedelta(hours=3),
)


@pytest.fixture
def in_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Return a function that moves this computer to another time zone."""
    if not hasattr(time, "tzset"):
        pytest.skip("the time zone of this system cannot be set for a test")

    def move(zone: str) -> None:
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield move
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def make_desk(new_store: NewStore) -> Callable[[], Desk]:
    def make() -> Desk:
        store = new_store()
        desk = Desk(store, Path(store.place).parent)
        desk.choose_pin("1234")
        desk.open("1234")
        return desk

    return make


@pytest.fixture
def desk(make_desk: Callable[[], Desk]) -> Desk:
    return make_desk()


@pytest.mark.parametrize("wrong", WRONG, ids=str)
def test_a_retest_under_a_clock_set_back_is_the_last_one(
    desk: Desk, make_content: MakeContent, wrong: datetime
) -> None:
    told: list[str] = []
    first = keep(desk.store, make_content(name="Ana"), desk.seal_for, now=MAY)
    keep(desk.store, make_content(name="Bo"), desk.seal_for, now=JULY + timedelta(hours=1))
    second = keep(desk.store, make_content(), desk.seal_for, now=JULY, client=first.client)
    last = keep(
        desk.store, make_content(recent_surgery="yes"), desk.seal_for, now=wrong,
        client=first.client, tell=told.append,
    )  # fmt: skip
    again = keep(desk.store, make_content(name="An"), desk.seal_for, now=NOVEMBER, corrects=first)

    assert told == [CLOCK_WENT_BACK]
    order = [again.id, second.id, last.id]
    assert [one.record.id for one in past_screenings(desk, first.client)] == order
    clients = clients_of(desk)
    ana = next(one for one in clients.all if one.key == first.client)
    assert [one.record.id for one in ana.summaries] == order
    assert ana.last.result.startswith("a clinician first")
    assert [one.line.record.id for one in screenings_of([ana], newest_only=True)] == [last.id]
    assert ClientViews(clients, date(2026, 11, 29)).search(LAST, "")[0].key == first.client
    # and its wrong day stands beside no other
    later = earlier_than(date(2026, 12, 1), past_screenings(desk, first.client))
    assert last.id not in {one.record.id for one in later} or wrong > JULY - timedelta(days=1)


@pytest.mark.parametrize("wrong", WRONG, ids=str)
def test_what_was_just_made_is_not_old(
    desk: Desk, make_content: MakeContent, wrong: datetime
) -> None:
    old = keep(desk.store, make_content(name="Ana"), desk.seal_for, now=MAY)
    keep(desk.store, make_content(), desk.seal_for, now=NOVEMBER, client=old.client)
    new = keep(desk.store, make_content(), desk.seal_for, now=wrong, client=old.client)

    found = old_records(desk.store, 6, NOVEMBER + timedelta(days=1))

    assert found.old == [old.id]
    assert new.id not in found.old
    assert found.pause is None


def test_a_first_record_by_a_clock_that_cannot_be_is_never_old(
    desk: Desk, make_content: MakeContent
) -> None:
    for moment in (DEAD_BATTERY, AHEAD):
        told: list[str] = []
        made = keep(desk.store, make_content(), desk.seal_for, now=moment, tell=told.append)
        assert told == [CLOCK_WENT_BACK]
        assert made.id in old_records(desk.store, 1, NOVEMBER).doubtful
    assert old_records(desk.store, 1, NOVEMBER).old == []


def test_one_record_of_the_future_draws_no_other_along(
    desk: Desk, make_desk: Callable[[], Desk], make_content: MakeContent
) -> None:
    other = make_desk()
    ahead = keep(other.store, make_content(name="Zoe"), other.seal_for, now=AHEAD)
    first = keep(desk.store, make_content(name="Ana"), desk.seal_for, now=MAY)
    bring(other.store, desk.store)
    told: list[str] = []

    made = [
        keep(desk.store, make_content(), desk.seal_for, now=moment, client=client, tell=told.append)
        for moment, client in ((JULY, first.client), (NOVEMBER, None), (NOVEMBER, ahead.client))
    ]

    assert told == []
    assert all(one.id < ahead.id for one in made[:2])
    assert [one.record.id for one in past_screenings(desk, ahead.client)] == [ahead.id, made[2].id]
    assert [one.day for one in past_screenings(desk, first.client)] == [MAY.date(), JULY.date()]
    zoe = next(one for one in clients_of(desk).all if one.key == ahead.client)
    assert zoe.last.record.id == made[2].id
    assert old_records(desk.store, 1, NOVEMBER).doubtful == [ahead.id]


def test_a_clock_a_little_ahead_is_told_of_once(desk: Desk, make_content: MakeContent) -> None:
    told: list[str] = []
    for moment in (NOVEMBER + timedelta(days=90), NOVEMBER, NOVEMBER + timedelta(hours=1)):
        keep(desk.store, make_content(), desk.seal_for, now=moment, tell=told.append)
    assert told == [CLOCK_WENT_BACK]
    ids = [record.id for record in all_of(desk.store, Record)]
    assert ids == sorted(ids)


def test_a_client_whose_last_day_is_to_come_is_not_forgotten(
    desk: Desk, make_content: MakeContent
) -> None:
    keep(desk.store, make_content(name="Zoe"), desk.seal_for, now=AHEAD)
    keep(desk.store, make_content(name="Ana"), desk.seal_for, now=NOVEMBER)
    views = ClientViews(clients_of(desk), NOVEMBER.date())
    assert [one.name for one in views.search(DUE, "")] == ["Zoe"]
    assert [one.name for one in views.search(ALL, "")] == ["Ana", "Zoe"]


def test_an_id_at_the_end_of_time_stops_nobody(desk: Desk) -> None:
    last = a_record(1, id=uuid7(MOST_MILLISECONDS, b"\xff" * 10))
    add(desk.store, [last])
    made, went_back = new_id(desk.store, NOVEMBER, last.client)
    assert made.version == 7
    assert not went_back
    end = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)
    card = Card(name="Ana", outcome="train", retest_weeks=(8,))
    assert Client(last.client, (RecordSummary(replace(last, finished_at=end), card),)).due
    assert day_of(end, '{"utc_offset_minutes": 840}') == end.date()
    for more in ('{"utc_offset_minutes": "x"}', '{"utc_offset_minutes": 1e9}', "{}"):
        assert day_of(NOVEMBER, more) == day_of(NOVEMBER, "{}")


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """Return a function that sets the clock that ``records retention`` looks at."""

    def set_clock(moment: datetime) -> None:
        class Clock(datetime):
            @classmethod
            def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
                return moment.astimezone(tz)

        monkeypatch.setattr(erase, "datetime", Clock)

    return set_clock


def test_retention_erases_nothing_by_a_clock_that_may_be_wrong(
    gym: Gym, answers: Callable[..., str], at: Callable[[datetime], None]
) -> None:
    gym("records", "pin", typed=("4711", "4711"))
    for _ in range(2):
        done(gym("records", "add", answers(name="Ana")))
    asked = ("records", "retention", "--months", "12", "--yes")
    for wrong in (AHEAD, datetime.now(UTC) + timedelta(days=3 * 365), DEAD_BATTERY):
        at(wrong)
        refused = gym(*asked, typed=("4711",))
        assert (refused.exit_code, refused.stdout) == (2, ""), wrong
        assert "othing was erased" in refused.stderr
        assert refused.stderr.count(str(wrong.astimezone().date()))
    at(datetime.now(UTC) + timedelta(days=3))
    assert "0 records are older" in done(gym(*asked, typed=("4711",)))
    at(datetime.now(UTC) + timedelta(days=3 * 365))
    assert gym(*asked, "--today", "2026-01-01", typed=("4711",)).exit_code == 2
    assert len(done(gym("records", "show", listed(gym), typed=("4711",))).splitlines()) == 1


def listed(gym: Gym) -> str:
    return done(gym("records", "list", typed=("4711",)))[:8]


def test_a_record_has_the_day_of_the_place_where_it_was_made(
    desk: Desk,
    make_desk: Callable[[], Desk],
    make_content: MakeContent,
    in_zone: Callable[[str], None],
    tmp_path: Path,
) -> None:
    moments = {
        "America/Los_Angeles": (datetime(2026, 1, 24, 4, tzinfo=UTC), date(2026, 1, 23)),
        "Pacific/Kiritimati": (datetime(2026, 1, 23, 11, tzinfo=UTC), date(2026, 1, 24)),
        "Asia/Kathmandu": (datetime(2026, 1, 23, 18, 20, tzinfo=UTC), date(2026, 1, 24)),
        "UTC": (datetime(2026, 1, 23, 12, tzinfo=UTC), date(2026, 1, 23)),
    }
    kept = {}
    for zone, (moment, _) in moments.items():
        in_zone(zone)
        kept[zone] = keep(desk.store, make_content(name="Ana"), desk.seal_for, now=moment)
    in_zone("Asia/Tokyo")
    in_zone("America/Los_Angeles")
    corrected = keep(
        desk.store, make_content(name="An"), desk.seal_for, now=NOVEMBER, corrects=kept["UTC"]
    )
    far, bundle = make_desk(), tmp_path / "all.bundle"
    write_bundle(desk.store, bundle)
    merge(far.store, bundle)
    request = BatchRequest(tmp_path, "both", "pdf", PrintOptions())
    names = set()
    for zone in ("America/Los_Angeles", "Asia/Tokyo", "Pacific/Kiritimati"):
        in_zone(zone)
        for place in (desk, far):
            days = {one.id: one.day for one in all_of(place.store, Record)}
            assert days == {
                **{kept[zone].id: day for zone, (_, day) in moments.items()},
                corrected.id: moments["UTC"][1],
            }
            chosen = screenings_of(clients_of(place).all)
            names.add(tuple(sorted(item.path.name for item in request.items(chosen))))
            found = known_ids(Path(place.store.place), "id")
            assert found[kept["America/Los_Angeles"].id.hex] == "2026-01-23"
    assert len(names) == 1
    targets: list[str] = []
    client = kept["America/Los_Angeles"].client
    list(write_export(far, client, tmp_path / "x", lambda _, path: targets.append(path.name)))
    assert [name[:10] for name in targets] == ["2026-01-23"]
    [copied] = json.loads((tmp_path / "x" / "records.json").read_text())["records"]
    assert (copied["day"], copied["finished_at"]) == ("2026-01-23", "2026-01-24T04:00:00Z")


def test_a_record_that_waited_keeps_its_day(
    desk: Desk, make_content: MakeContent, in_zone: Callable[[str], None]
) -> None:
    in_zone("America/Los_Angeles")
    evening = datetime(2026, 1, 24, 4, tzinfo=UTC)
    keep_waiting(desk.folder, make_content(name="Ana"), desk.seal_for, evening)
    in_zone("Asia/Tokyo")
    take_waiting(desk.store, desk.folder, pytest.fail)
    assert [one.day for one in all_of(desk.store, Record)] == [date(2026, 1, 23)]


def test_a_record_of_an_older_program_is_as_it_was(
    desk: Desk, in_zone: Callable[[str], None]
) -> None:
    old = a_record(1)
    assert json.loads(old.more) == {}
    add(desk.store, [old])
    in_zone("America/Los_Angeles")
    [found] = records_of(desk.store, old.client)
    assert found == old
    assert found.day == old.finished_at.astimezone().date()
    assert replace(found, more='{"utc_offset_minutes": 0}').day == old.finished_at.date()


def test_the_quiz_says_once_that_its_clock_went_back(
    gym: Gym, answers: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    done(gym("records", "add", answers(name="Ana")))
    monkeypatch.setattr(adding, "new_id", lambda *_: (uuid7(1, bytes(10)), True))
    told = gym("records", "add", answers(name="Bo"))
    assert told.exit_code == 0
    assert told.stderr.count(CLOCK_WENT_BACK) == 1
