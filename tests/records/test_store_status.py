"""How the store stands: told without a secret, and without changing anything."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from uuid import uuid4

from assessment.records.sealing.guard import Guard
from assessment.records.sealing.pin import set_pin
from assessment.records.store.addresses import file_address
from assessment.records.store.opening import open_store
from assessment.records.store.repository import add, note
from assessment.records.store.store_status import store_status
from assessment.records.store.values import Record

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)


def record(client: int, year: int) -> Record:
    from uuid import UUID

    finished = datetime(year, 11, 1, tzinfo=UTC)
    return Record(uuid4(), UUID(int=client), finished, None, "1.0.0", "1.0.0", b"", b"")


def test_looking_makes_no_store(tmp_path: Path) -> None:
    found = store_status(file_address(tmp_path / "records.sqlite3"), tmp_path, None, NOW)
    assert (found.is_there, found.guard, found.records) == (False, Guard.NOTHING_YET, None)
    assert list(tmp_path.iterdir()) == []


def test_it_counts_records_clients_and_what_is_too_old(tmp_path: Path) -> None:
    url = file_address(tmp_path / "records.sqlite3")
    add(open_store(url), [record(1, 2023), record(1, 2026), record(2, 2026)])
    set_pin(tmp_path, "4711")
    found = store_status(url, tmp_path, 24, NOW)
    assert (found.records, found.clients, found.older) == (3, 2, 1)
    assert (found.guard, found.last_backup, found.why) == (Guard.PIN, None, "")
    assert store_status(url, tmp_path, None, NOW).older is None


def test_it_knows_the_last_backup_from_the_log(tmp_path: Path) -> None:
    url = file_address(tmp_path / "records.sqlite3")
    store = open_store(url)
    note(store, "backed up", None, "0 records")
    assert store_status(url, tmp_path, None, NOW).last_backup == date.today()  # noqa: DTZ011


def test_a_store_that_is_none_is_told_of_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "records.sqlite3"
    path.write_bytes(b"no database at all, and longer than a header of one" * 9)
    before = path.read_bytes()
    found = store_status(file_address(path), tmp_path, None, NOW)
    assert (found.records, found.why) == (None, "DatabaseError")
    assert path.read_bytes() == before


def test_a_gym_key_that_cannot_be_read_is_not_taken_for_none(tmp_path: Path) -> None:
    (tmp_path / "gym-key.txt").write_text("not a key")
    found = store_status(file_address(tmp_path / "records.sqlite3"), tmp_path, None, NOW)
    assert found.guard is Guard.UNKNOWN
