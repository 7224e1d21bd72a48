"""A disk that is full: every command tells it as that, and nothing is lost or half written."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import event

from assessment.files import full_disk
from assessment.files.full_disk import has_no_room, is_full
from assessment.records.errors import StoreFullError
from assessment.records.store import driver_errors, opening
from assessment.records.store.addresses import file_address
from assessment.records.store.opening import open_store
from assessment.records.store.transactions import Store
from tests.cases import each
from tests.gym import Gym, done

SMALL_DISK_BYTES = 700_000
FILLING = "filling"


@each("code", ["ENOSPC", "EDQUOT", "EFBIG"])
def test_every_way_to_say_it_is_known(code: str, tmp_path: Path) -> None:
    error = OSError(getattr(errno, code), os.strerror(getattr(errno, code)))
    assert is_full(error)
    with pytest.MonkeyPatch.context() as patch:

        def full(_: int) -> None:
            raise error

        patch.setattr(os, "fsync", full)
        assert has_no_room(tmp_path)
    assert not has_no_room(tmp_path)
    assert not has_no_room(tmp_path / "none")
    assert list(tmp_path.iterdir()) == []


@each("code", [sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR | 19 << 8, sqlite3.SQLITE_FULL])
def test_what_sqlite_says_of_a_file_beside_the_store_is_told_as_a_full_disk(
    code: int, store: Store
) -> None:
    def fail(*_: object) -> None:
        error = sqlite3.OperationalError("unable to open database file")
        error.sqlite_errorcode = code
        raise error

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(driver_errors, "has_no_room", lambda _: True)
        for name, use in (("begin", store.reading), ("begin", store.writing)):
            event.listen(store.engine, name, fail)
            with pytest.raises(StoreFullError, match=r"^The disk is full\."), use():
                pass
            event.remove(store.engine, name, fail)
        patch.setattr(store.engine, "raw_connection", fail)
        with pytest.raises(StoreFullError, match=r"^The disk is full\."):
            store.compact()


@each("called", ["file_lock", "make_folder", "open_owner_only"])
def test_a_store_that_finds_no_room_to_be_made_says_so(called: str, tmp_path: Path) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, called, full)
        with pytest.raises(StoreFullError, match=r"^The disk is full\."):
            open_store(file_address(tmp_path / called / "records.sqlite3"))
    assert not (tmp_path / called / "records.sqlite3").exists()
    open_store(file_address(tmp_path / called / "records.sqlite3"))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a folder on a disk of its own that holds next to nothing."""
    place = tmp_path / "one"
    place.mkdir()
    mount = shutil.which("mount")
    made = mount and subprocess.run(
        [mount, "-t", "tmpfs", "-o", f"size={SMALL_DISK_BYTES}", "tmpfs", str(place)],
        capture_output=True,
        check=False,
    )
    if not made or made.returncode:
        pytest.skip("no disk can be made here for a test")
    try:
        yield place
    finally:
        subprocess.run([shutil.which("umount") or "umount", "--lazy", str(place)], check=True)


@pytest.fixture
def fill(small_disk: Path) -> Callable[[], None]:
    """Return a function that leaves no byte free on the small disk."""

    def write() -> None:
        with (small_disk / FILLING).open("wb", buffering=0) as file:
            size = 65_536
            while size:
                try:
                    file.write(bytes(size))
                except OSError:
                    size //= 2

    return write


def main_says(error: BaseException | None) -> str:
    """Return what the program says of an *error* that a command leaves to it."""
    return full_disk.FULL if isinstance(error, OSError) and is_full(error) else ""


def test_each_command_tells_a_real_full_disk_as_one(
    gym: Gym, answers: Callable[..., str], small_disk: Path, fill: Callable[[], None]
) -> None:
    done(gym("records", "pin", typed=("4711", "4711")))
    record = done(gym("records", "add", answers(name="Ana", recent_surgery="yes"))).strip()
    client = done(gym("records", "list", typed=("4711",)))[:8]
    data = small_disk / ".local" / "share" / "posterior-chain"
    before = (data / "records.sqlite3").read_bytes()
    fill()
    pin, long = ("4711",), "copper ladder autumn violin"
    for arguments, typed in (
        (("records", "list"), pin),
        (("records", "show", record), pin),
        (("records", "audit"), ()),
        (("records", "backup", str(small_disk / "backup")), ()),
        (("records", "bundle", str(small_disk / "bundle")), ()),
        (("records", "add", answers(name="Bo")), ()),
        (("records", "push", f"sqlite:///{small_disk / 'other.sqlite3'}"), ()),
        (("records", "export", client, "--out", str(small_disk / "out")), pin),
        (("records", "erase", client, "--yes"), pin),
        (("records", "pin"), ("4711", "1234", "1234")),
        (("seal", "setup", "--sheet", str(small_disk / "sheet.txt")), (long, long)),
        (("seal", "status"), ()),
        (("settings", "--init"), ()),
    ):
        told = gym(*arguments, typed=typed)
        assert told.exit_code == 1, (arguments, told.output)
        assert "disk is full" in told.stderr + main_says(told.exception), (arguments, told.stderr)
        assert "whether the folder is there" not in told.stderr
        made = {path.name for path in small_disk.iterdir()}
        assert made <= {FILLING, ".local", ".config", ".cache", "out"}, arguments
        (small_disk / FILLING).unlink()
        fill()
    (small_disk / FILLING).unlink()
    assert "Ana" in done(gym("records", "list", typed=pin))
    assert len(before) <= len((data / "records.sqlite3").read_bytes())
    assert not list(small_disk.rglob("*.part"))
