"""Things that go wrong around a store: nothing is lost, and the words say what to do."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import event

from assessment.records.adding import keep, keep_waiting, kept_anyway, take_waiting
from assessment.records.errors import (
    StoreBusyError,
    StoreDamagedError,
    StoreError,
    StoreFullError,
    StoreReadOnlyError,
    StoreUnreachableError,
)
from assessment.records.sealing.payload import open_card
from assessment.records.sealing.public_key import SealFor
from assessment.records.store import opening
from assessment.records.store.addresses import address_of, file_address
from assessment.records.store.opening import alone, open_store
from assessment.records.store.repository import add, all_of
from assessment.records.store.transactions import Store
from assessment.records.store.values import Record
from tests.records.fixtures import MakeContent, NewStore
from tests.records.holdings import START, a_record
from tests.records.postgres import Server
from tests.records.sealed import gym

MANY = 400


def test_a_full_disk_keeps_what_was_confirmed_and_says_so(store: Store) -> None:
    add(store, [a_record(1)])
    full = lambda connection, _: connection.execute("PRAGMA max_page_count = 1")  # noqa: E731
    event.listen(store.engine, "connect", full)

    with pytest.raises(StoreFullError, match=r"The disk is full\. What was kept before is there"):
        add(store, [a_record(2, content=os.urandom(200_000))])

    event.remove(store.engine, "connect", full)
    assert all_of(open_store(store.engine.url), Record) == [a_record(1)]


def as_nobody(code: str, folder: Path) -> str:
    """Run *code* as somebody who may write nothing here, and return what it prints."""
    program = "import os\n" + (
        "os.setgroups([]); os.setgid(65534); os.setuid(65534)\n" if os.geteuid() == 0 else ""
    )
    imports = (
        "import sys, pathlib\n"
        "from assessment.records.store.addresses import file_address\n"
        "from assessment.records.errors import StoreError\n"
        "from assessment.records.store.opening import open_store\n"
        "from assessment.records.store.repository import add, all_of\n"
        "from assessment.records.store.values import Record\n"
        "from tests.records.holdings import a_record\n"
        "import sqlalchemy.dialects.sqlite\n"
        "open_store(file_address(pathlib.Path(sys.argv[2])))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", imports + program + code, str(folder), str(folder / "warm.sqlite3")],
        capture_output=True,
        text=True,
        timeout=300,
        env={**os.environ, "PYTHONPATH": ":".join(sys.path)},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.heavy
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_a_folder_that_can_only_be_read_says_so(open_folder: Path) -> None:
    code = (
        "path = pathlib.Path(sys.argv[1]) / 'shut' / 'records.sqlite3'\n"
        "try: open_store(file_address(path))\n"
        "except StoreError as error: print(type(error).__name__, error)\n"
    )
    (open_folder / "shut").mkdir(mode=0o555)

    said = as_nobody(code, open_folder)

    assert said == f"StoreReadOnlyError Nothing can be written to {open_folder / 'shut'}.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_a_file_that_can_only_be_read_says_so_and_stays(open_folder: Path) -> None:
    path = open_folder / "data" / "records.sqlite3"
    add(open_store(file_address(path)), [a_record(1)])
    before = path.read_bytes()
    (open_folder / "data").chmod(0o755)
    path.chmod(0o444)
    for beside in (open_folder / "data").glob("*.lock"):
        beside.chmod(0o666)
    code = (
        "path = pathlib.Path(sys.argv[1]) / 'data' / 'records.sqlite3'\n"
        "try: add(open_store(file_address(path)), [a_record(2)])\n"
        "except StoreError as error: print(type(error).__name__, error)\n"
    )

    said = as_nobody(code, open_folder)

    assert said.startswith("StoreReadOnlyError")
    assert path.read_bytes() == before


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Return a folder that somebody else may reach too."""
    with TemporaryDirectory(prefix="pc-open-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


def spoil_pages(content: bytes) -> bytes:
    """Return *content* with the end of it overwritten, as a failing disk does."""
    cut = len(content) * 2 // 3
    return content[:cut] + b"\xff" * (len(content) - cut)


def test_a_damaged_file_is_kept_read_as_far_as_it_goes_and_told_of(store: Store) -> None:
    path = Path(store.place)
    records = [a_record(number, content=os.urandom(500)) for number in range(MANY)]
    add(store, records)
    store.compact()
    damaged = spoil_pages(path.read_bytes())
    path.write_bytes(damaged)
    told: list[str] = []

    again = open_store(store.engine.url, told.append)

    [kept] = path.parent.glob("records.sqlite3.damaged-*[0-9]")
    assert kept.read_bytes() == damaged
    saved = all_of(again, Record)
    assert all(record in records for record in saved)
    assert len(saved) > MANY // 4
    [sentence] = told
    assert str(kept) in sentence
    assert f"{len(saved)} records could be read" in sentence
    assert "records merge FILE" in sentence
    add(again, [a_record(MANY + 1)])


def test_a_file_that_is_damaged_while_it_is_open_says_so(store: Store) -> None:
    add(store, [a_record(number, content=os.urandom(500)) for number in range(MANY)])
    store.compact()
    path = Path(store.place)
    path.write_bytes(spoil_pages(path.read_bytes()))

    with pytest.raises(StoreDamagedError, match="is damaged"):
        all_of(store, Record)


def test_a_second_program_waits_its_turn_and_then_says_who_is_in_the_way(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "PATIENCE_SECONDS", 0)
    other = open_store(store.engine.url)

    with store.writing() as connection:
        connection.exec_driver_sql("DELETE FROM records")
        with pytest.raises(StoreBusyError, match="Another program is writing"):
            add(other, [a_record(1)])

    add(other, [a_record(1)])
    assert len(all_of(store, Record)) == 1


@pytest.mark.heavy
def test_two_programs_that_open_a_new_store_at_once_both_get_it(tmp_path: Path) -> None:
    path = tmp_path / "records.sqlite3"
    code = (
        "import sys, pathlib\n"
        "from assessment.records.store.addresses import file_address\n"
        "from assessment.records.store.opening import open_store\n"
        "from assessment.records.store.repository import add\n"
        "from tests.records.holdings import a_record\n"
        "sys.stdin.readline()\n"
        "add(open_store(file_address(pathlib.Path(sys.argv[1]))), [a_record(int(sys.argv[2]))])\n"
    )
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(path), str(number)],
            stdin=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": ":".join(sys.path)},
        )
        for number in range(4)
    ]
    for program in programs:
        assert program.stdin
        program.stdin.write(b"\n")
        program.stdin.flush()
    for program in programs:
        program.communicate(timeout=300)

    assert [program.returncode for program in programs] == [0] * 4
    assert len(all_of(open_store(file_address(path)), Record)) == 4


def test_a_lock_is_told_of_where_it_is_not_given_back(tmp_path: Path) -> None:
    with (
        alone(tmp_path / "x", 0),
        pytest.raises(StoreBusyError, match="Another program"),
        alone(tmp_path / "x", 0),
    ):
        pass
    with pytest.raises(StoreReadOnlyError), alone(tmp_path / "none" / "x", 0):
        pass


def test_a_clock_that_was_set_back_keeps_the_order_and_is_noted(
    store: Store, make_content: MakeContent
) -> None:
    first = keep(store, make_content(name="Ana"), SealFor(), now=START)
    second = keep(store, make_content(name="Bo"), SealFor(), now=START - timedelta(days=2000))

    assert [record.id for record in all_of(store, Record)] == [first.id, second.id]
    assert open_card(second).clock_went_back
    assert not open_card(first).clock_went_back
    assert second.finished_at == START - timedelta(days=2000)


def test_a_server_that_is_not_there_says_so(postgres: Server) -> None:
    address = postgres.new_database().replace(str(postgres.socket), "/nowhere")

    with pytest.raises(StoreUnreachableError, match="does not answer"):
        open_store(address_of(address))


def test_a_record_waits_while_the_store_cannot_be_opened(
    new_store: NewStore, make_content: MakeContent
) -> None:
    store = gym().seals(new_store())
    folder, told = Path(store.place).parent, list[str]()

    def gone() -> Record:
        raise StoreUnreachableError("The server does not answer.")

    record = kept_anyway(
        gone,
        lambda: keep_waiting(folder, make_content(name="Ana"), gym().seal_for, START),
        told.append,
    )

    assert "The server does not answer. The record waits" in told[0]
    assert all_of(store, Record) == []
    assert take_waiting(store, folder, told.append) == 1
    assert all_of(store, Record) == [record]
    assert open_card(record, gym().keys).name == "Ana"
    assert list((folder / "waiting").iterdir()) == []
    assert take_waiting(store, folder, told.append) == 0


def test_a_waiting_record_that_is_not_whole_is_kept_and_told_of(
    store: Store, make_content: MakeContent
) -> None:
    folder, told = Path(store.place).parent, list[str]()
    keep_waiting(folder, make_content(), SealFor(), START)
    [path] = (folder / "waiting").iterdir()
    path.write_bytes(path.read_bytes()[:-20])

    take_waiting(store, folder, told.append)

    assert all_of(store, Record) == []
    assert path.with_suffix(".spoilt").exists()
    assert len(told) == 1
    assert str(path) in told[0]


def test_a_waiting_record_stays_until_the_store_has_it(
    store: Store, make_content: MakeContent
) -> None:
    folder = Path(store.place).parent
    keep_waiting(folder, make_content(), SealFor(), START)
    event.listen(
        store.engine, "connect", lambda connection, _: connection.execute("PRAGMA query_only = 1")
    )

    with pytest.raises(StoreError):
        take_waiting(store, folder, lambda _: None)

    assert len(list((folder / "waiting").glob("*.json"))) == 1
