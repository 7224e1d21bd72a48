from __future__ import annotations

import os
import stat
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from assessment.records.errors import BadAddressError, NotFoundError
from assessment.records.store import opening
from assessment.records.store.addresses import address_of, default_address, file_address, shown
from assessment.records.store.opening import open_store
from assessment.records.store.repository import (
    add,
    all_of,
    current,
    holdings_of,
    new_id,
    note,
    record_named,
    records_of,
)
from assessment.records.store.rows import put
from assessment.records.store.transactions import Store
from assessment.records.store.values import AuditEntry, Record
from tests.records.fixtures import NewStore
from tests.records.holdings import START, a_record, an_id


def test_a_record_comes_back_as_it_was_kept(store: Store) -> None:
    record = a_record(corrects=an_id(7), sealed_to="age1x", generation=2, more='{"later": 1}')

    add(store, [record])

    assert all_of(open_store(store.engine.url), Record) == [record]


def test_a_record_cannot_be_changed_by_adding_it_again(store: Store) -> None:
    record = a_record()
    add(store, [record])
    first = all_of(store, Record)

    add(store, [record])

    assert all_of(store, Record) == first


def test_a_correction_takes_the_place_of_what_it_names(store: Store) -> None:
    old = a_record(1)
    new = a_record(2, client=old.client, corrects=old.id)
    add(store, [old, new])

    kept = records_of(store, old.client)

    assert kept == [old, new]
    assert current(kept) == [new]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_only_the_owner_may_read_any_file_of_the_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "data"
    monkeypatch.setattr(opening, "data_folder", lambda: folder)
    before = os.umask(0)
    try:
        folder.mkdir(mode=0o755)
        store = open_store(file_address(folder / "records.sqlite3"))
        with store.writing() as connection:
            put(store, connection, [a_record()])
            modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    finally:
        os.umask(before)

    assert {"records.sqlite3", "records.sqlite3-wal", "records.sqlite3-shm"} <= set(modes)
    assert set(modes.values()) == {0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_what_is_confirmed_is_on_the_disk_and_what_is_deleted_is_overwritten(store: Store) -> None:
    with store.reading() as connection:

        def pragma(name: str) -> object:
            return connection.exec_driver_sql(f"PRAGMA {name}").scalar()

        assert pragma("journal_mode") == "wal"
        assert pragma("synchronous") == 2  # FULL
        assert pragma("secure_delete") == 1


def test_ids_sort_after_what_is_there_also_where_the_clock_was_set_back(store: Store) -> None:
    first, went_back = new_id(store, START)
    assert not went_back
    add(store, [a_record(id=first)])

    second, went_back = new_id(store, START - timedelta(days=400))

    assert went_back
    assert second > first


def test_a_record_is_found_by_the_begin_or_the_end_of_its_id(store: Store) -> None:
    one, other = a_record(1), a_record(2)
    add(store, [one, other])

    assert record_named(store, str(one.id)) == one
    assert record_named(store, one.id.hex[-8:]) == one
    with pytest.raises(NotFoundError, match="More than one"):
        record_named(store, one.id.hex[:4])
    with pytest.raises(NotFoundError, match="no record ffff"):
        record_named(store, "ffff")
    with pytest.raises(NotFoundError):
        record_named(store, "")


def test_the_log_says_who_and_what_and_grows_in_order(store: Store) -> None:
    note(store, "opened", an_id(1))
    note(store, "erased", None, "x" * 300)

    first, second = all_of(store, AuditEntry)
    assert (first.action, first.target, second.action) == ("opened", an_id(1), "erased")
    assert first.who
    assert len(second.detail) == 200


def test_a_server_keeps_a_record_as_a_file_does(new_server_store: NewStore) -> None:
    store = new_server_store()
    record = a_record(corrects=an_id(7), more='{"later": "ä"}')

    add(store, [record])
    note(store, "opened", record.id)

    again = open_store(address_of(store.engine.url.render_as_string(hide_password=False)))
    assert all_of(again, Record) == [record]
    assert list(holdings_of(again).records) == [record.id]
    again.compact()


@pytest.mark.parametrize(
    "text",
    ["", "records", "mysql://a/b", "sqlite://", "sqlite:///:memory:", "postgresql", "http://x:y"],
)
def test_an_address_that_is_none_is_refused_and_says_what_is_allowed(text: str) -> None:
    with pytest.raises(BadAddressError, match="postgresql"):
        address_of(text)


def test_a_password_is_never_shown() -> None:
    url = address_of("postgresql://kim:secret@db.example/records")

    assert shown(url) == "postgresql+psycopg://kim@db.example/records"
    with pytest.raises(BadAddressError) as refused:
        address_of("mysql://kim:secret@db.example/records")
    assert "secret" not in str(refused.value)


def test_the_environment_says_where_the_store_is(tmp_path: Path) -> None:
    path = tmp_path / "x.sqlite3"

    assert default_address({"POSTERIOR_CHAIN_DATABASE": f"sqlite:///{path}"}) == file_address(path)
    assert default_address({}).database is not None
    assert str(default_address({}).database).endswith("records.sqlite3")


def test_two_programs_that_write_take_turns(new_store: NewStore) -> None:
    one = new_store()
    other = open_store(one.engine.url)
    with one.reading():
        add(other, [a_record(1)])
    add(one, [replace(a_record(2))])

    assert len(all_of(other, Record)) == 2
