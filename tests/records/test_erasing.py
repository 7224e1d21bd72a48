from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assessment.casebook.clients import clients_of
from assessment.records import erasing
from assessment.records.adding import keep
from assessment.records.erasing import (
    end_of_erasures,
    erase_client,
    erase_records,
    finish_erasing,
    older_than,
)
from assessment.records.errors import StoreBusyError
from assessment.records.sealing.desk_session import Desk
from assessment.records.sealing.public_key import SealFor
from assessment.records.store import opening
from assessment.records.store.opening import open_store
from assessment.records.store.reports_made import paper_made
from assessment.records.store.repository import add, all_of, put_all
from assessment.records.store.transactions import Store
from assessment.records.store.values import Erasure, Record
from assessment.records.sync.bundle import merge, write_bundle
from assessment.records.sync.syncing import bring
from tests.records.fixtures import MakeContent, NewStore
from tests.records.holdings import START, a_record, an_id
from tests.records.sealed import gym

NAME = "Zebedee Quillfeather"


def folder_of(store: Store) -> Path:
    return Path(store.place).parent


def bytes_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


@pytest.fixture
def full(store: Store, make_content: MakeContent) -> tuple[Store, Record]:
    """Return a store with forty clients, one of them called NAME, with a paper."""
    for number in range(40):
        keep(store, make_content(name=f"Client {number}"), SealFor())
    record = keep(store, make_content(name=NAME), SealFor())
    paper = folder_of(store) / "report.pdf"
    paper.write_bytes(b"%PDF " + NAME.encode())
    paper_made(store, record, paper)
    return store, record


def test_nothing_of_an_erased_client_is_left_in_any_byte(full: tuple[Store, Record]) -> None:
    store, record = full
    before = bytes_in(folder_of(store))
    assert NAME.encode() in before
    assert record.content[:64] in before

    erased = erase_client(store, folder_of(store), record.client)

    after = bytes_in(folder_of(store))
    assert erased.records == 1
    assert erased.left == ()
    for part in (NAME.encode(), b"Quillfeather", record.content[:64], record.card):
        assert part not in after
    assert len(all_of(store, Record)) == 40
    assert not (folder_of(store) / "erasing").exists()


def test_while_another_program_has_the_store_open_nothing_is_left_either(
    full: tuple[Store, Record],
) -> None:
    store, record = full
    with closing(sqlite3.connect(store.place)) as other:  # the log stays as long as this is open
        other.execute("SELECT count(*) FROM records").fetchone()

        erase_client(store, folder_of(store), record.client)

        assert (folder_of(store) / "records.sqlite3-wal").exists()
        assert NAME.encode() not in bytes_in(folder_of(store))


def test_where_another_program_reads_just_then_it_is_ended_at_the_next_start(
    full: tuple[Store, Record], monkeypatch: pytest.MonkeyPatch
) -> None:
    store, record = full
    monkeypatch.setattr(opening, "PATIENCE_SECONDS", 0)
    hasty = open_store(store.engine.url)
    with closing(sqlite3.connect(store.place, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM records").fetchone()

        with pytest.raises(StoreBusyError):
            erase_client(hasty, folder_of(store), record.client)

    assert record.id not in {one.id for one in all_of(store, Record)}
    assert finish_erasing(store, folder_of(store)) == ()
    assert NAME.encode() not in bytes_in(folder_of(store))


def test_a_copy_does_not_bring_an_erased_client_back(
    new_store: NewStore, make_content: MakeContent, tmp_path: Path
) -> None:
    store, server = new_store(), new_store()
    record = keep(store, make_content(name=NAME), SealFor())
    write_bundle(store, tmp_path / "old.bundle")
    bring(store, server)
    erase_client(store, folder_of(store), record.client)

    bring(server, store)
    merge(store, tmp_path / "old.bundle")
    assert all_of(store, Record) == []

    bring(store, server)
    assert all_of(server, Record) == []
    assert NAME.encode() not in bytes_in(folder_of(server))


def test_what_was_corrected_goes_too_also_under_another_client(
    store: Store, make_content: MakeContent
) -> None:
    old = keep(store, make_content(name=NAME), SealFor(), now=START)
    keep(store, make_content(name=NAME), SealFor(), corrects=old, client=an_id(5))

    erased = erase_client(store, folder_of(store), an_id(5))

    assert erased.records == 2
    assert all_of(store, Record) == []
    assert {one.kind for one in all_of(store, Erasure)} == {"client", "record"}


def test_an_erasure_that_was_cut_off_is_ended_at_the_next_start(
    full: tuple[Store, Record], monkeypatch: pytest.MonkeyPatch
) -> None:
    store, record = full
    with monkeypatch.context() as patch:
        patch.setattr(erasing, "erase_papers", lambda _: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            erase_client(store, folder_of(store), record.client)
    assert (folder_of(store) / "report.pdf").exists()

    assert finish_erasing(store, folder_of(store)) == ()

    assert NAME.encode() not in bytes_in(folder_of(store))
    assert finish_erasing(store, folder_of(store)) == ()


def test_a_paper_that_cannot_be_taken_away_is_named_and_tried_again(
    full: tuple[Store, Record],
) -> None:
    store, record = full
    paper = folder_of(store) / "report.pdf"
    paper.unlink()
    paper.mkdir()
    (paper / "in the way").touch()

    assert erase_client(store, folder_of(store), record.client).left == (paper,)

    (paper / "in the way").unlink()
    paper.rmdir()
    assert finish_erasing(store, folder_of(store)) == ()


def test_an_erasure_from_elsewhere_takes_papers_and_cards_away(
    new_store: NewStore, make_content: MakeContent
) -> None:
    laptop, other = gym().seals(new_store()), new_store()
    record = keep(laptop, make_content(name=NAME), gym().seal_for)
    desk = Desk(laptop, folder_of(laptop))
    desk.open_with(gym().keys)
    clients_of(desk)
    paper = folder_of(laptop) / "report.pdf"
    paper.write_bytes(b"%PDF")
    paper_made(laptop, record, paper)
    put_all(other, [Erasure(record.client, "client", START)])

    bring(other, laptop)
    end_of_erasures(laptop, folder_of(laptop))

    assert not paper.exists()
    assert not (folder_of(laptop) / "cards.age").exists()


def test_a_damaged_file_from_before_is_named(full: tuple[Store, Record]) -> None:
    store, record = full
    damaged = folder_of(store) / "records.sqlite3.damaged-20260101-000000"
    damaged.write_bytes(b"?")

    assert erase_client(store, folder_of(store), record.client).left == (damaged,)


@pytest.mark.parametrize(
    ("now", "months", "gone"),
    [
        # finished on 2026-11-26 12:00 + 1, 2, 3 days
        (datetime(2028, 11, 29, 11, 0, tzinfo=UTC), 24, {1, 2}),
        (datetime(2028, 11, 29, 13, 0, tzinfo=UTC), 24, {1, 2, 3}),
        (datetime(2028, 11, 26, 13, 0, tzinfo=UTC), 24, set()),
        (datetime(2027, 2, 28, 13, 0, tzinfo=UTC), 3, {1, 2}),  # the 28th of November
        (datetime(2027, 2, 28, 13, 0, tzinfo=UTC), 600, set()),
    ],
)
def test_retention_counts_months(
    store: Store, now: datetime, months: int, gone: Iterable[int]
) -> None:
    add(store, [a_record(number) for number in (1, 2, 3)])

    assert set(older_than(store, months, now)) == {a_record(number).id for number in gone}


def test_old_records_are_erased_and_the_client_stays(store: Store) -> None:
    old, young = a_record(1, client=an_id(9)), a_record(3, client=an_id(9))
    add(store, [old, young])

    erase_records(store, folder_of(store), [old.id], START)

    assert all_of(store, Record) == [young]
    assert all_of(store, Erasure) == [Erasure(old.id, "record", START)]
