"""Files and databases that are empty, cut, foreign or shared: told of, and never touched."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from assessment.files.folders import data_folder
from assessment.records.errors import (
    ForeignStoreError,
    NotFoundError,
    StoreDamagedError,
    StoreError,
    StoreReadOnlyError,
    StoreUnreachableError,
)
from assessment.records.store import opening
from assessment.records.store.addresses import file_address
from assessment.records.store.opening import Use, open_store
from assessment.records.store.repository import add, all_of
from assessment.records.store.values import Record
from tests.cases import each
from tests.gym import Gym, done
from tests.records.holdings import a_record

needs_rights = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
STORE = "records.sqlite3"


def seen(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Return what is in *folder*: each file with its rights and what stands in it."""
    return {
        str(path.relative_to(folder)): (
            stat.S_IMODE(path.stat().st_mode),
            path.read_bytes() if path.is_file() else b"",
        )
        for path in sorted(folder.rglob("*"))
    }


@pytest.fixture
def filled(empty_store: Path) -> Callable[[Path], Path]:
    """Return a function that puts a store with some records, and nothing beside it, at a path."""

    def put(path: Path) -> Path:
        shutil.copy(empty_store, path)
        path.chmod(0o644)
        store = open_store(file_address(path))
        add(store, [a_record(number, content=os.urandom(3000)) for number in range(20)])
        store.compact()
        path.with_name(path.name + ".lock").unlink()
        return path

    return put


def cut_to(size: int) -> Callable[[bytes], bytes]:
    return lambda content: content[:size]


LEFT_OF_A_STORE: dict[str, tuple[Callable[[bytes], bytes], type[StoreError], str]] = {
    "empty": (cut_to(0), StoreDamagedError, "is empty"),
    "one byte": (cut_to(1), ForeignStoreError, "its beginning is lost"),
    "half a header": (cut_to(50), StoreDamagedError, "was cut off: 50 of 100 bytes"),
    "a header": (cut_to(100), StoreDamagedError, "was cut off: 100 of"),
    "a page": (cut_to(4096), StoreDamagedError, "was cut off: 4096 of"),
    "all but the end": (lambda content: content[:-1], StoreDamagedError, "was cut off"),
    "no header": (lambda content: content[100:], ForeignStoreError, "its beginning is lost"),
    "zeros in front": (
        lambda content: bytes(4096) + content[4096:], ForeignStoreError, "its beginning is lost",
    ),
    "zeros behind the header": (
        lambda content: content[:100] + bytes(3996) + content[4096:],
        StoreDamagedError,
        "Nothing can be read of",
    ),
    "all zeros": (lambda content: bytes(len(content)), ForeignStoreError, "its beginning is lost"),
}  # fmt: skip


@pytest.mark.parametrize("use", Use)
def test_what_is_left_of_a_store_is_told_of_and_stays_as_it_is(
    filled: Callable[[Path], Path], tmp_path: Path, use: Use
) -> None:
    whole = filled(tmp_path / STORE).read_bytes()

    @each("name", LEFT_OF_A_STORE)
    def try_one(name: str) -> None:
        spoil, kind, says = LEFT_OF_A_STORE[name]
        folder = tmp_path / name
        folder.mkdir()
        path = folder / STORE
        path.write_bytes(spoil(whole))
        before = seen(folder)

        with pytest.raises(kind) as refused:
            open_store(file_address(path), pytest.fail, use)

        for words in (str(path), says, "from a backup (posterior-chain records merge FILE)"):
            assert words in str(refused.value)
        assert seen(folder) == before

    try_one()


def another_program(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as database:
        for statement in statements:
            database.execute(statement)
        database.commit()


def a_letter(path: Path) -> None:
    path.write_text("Dear Ana,\n" * 400)


def a_browser(path: Path) -> None:
    another_program(path, "PRAGMA journal_mode = WAL", "CREATE TABLE moz_places (id, url)")


def same_names(path: Path) -> None:
    another_program(
        path,
        "CREATE TABLE records (id, title)",
        "CREATE TABLE alembic_version (version_num)",
        "INSERT INTO alembic_version VALUES ('0001')",
    )


def no_tables(path: Path) -> None:
    another_program(path, "PRAGMA user_version = 3")


def a_picture(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(5000))


@needs_rights
@each("make", [a_letter, a_browser, same_names, no_tables, a_picture])
def test_what_is_not_ours_is_refused_and_not_touched(
    make: Callable[[Path], None], gym: Gym, tmp_path: Path
) -> None:
    folder = tmp_path / make.__name__
    folder.mkdir()
    path = folder / "theirs.db"
    make(path)
    path.chmod(0o644)
    before = seen(folder)
    for arguments in (("pull", f"sqlite:///{path}"), ("push", f"sqlite:///{path}")):
        refused = gym("records", *arguments)
        assert (refused.exit_code, refused.stdout) == (2, ""), arguments
        assert f"{path} is not a store of records" in refused.stderr
        assert seen(folder) == before, arguments
    with pytest.raises(ForeignStoreError):
        open_store(file_address(path))
    assert seen(folder) == before


def test_a_place_that_is_no_file_is_told_of(gym: Gym, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to(tmp_path / "disk" / STORE)
    for name, kind, says in (
        ("folder", ForeignStoreError, "is not a file"),
        ("pipe", ForeignStoreError, "is not a file"),
        ("link", StoreUnreachableError, "Is a disk not connected?"),
    ):
        for use in Use:
            with pytest.raises(kind, match=says):
                open_store(file_address(tmp_path / name), pytest.fail, use)
    (tmp_path / "link").unlink()
    before = seen(tmp_path)
    with pytest.raises(NotFoundError, match="there is no store at"):
        open_store(file_address(tmp_path / "none" / STORE), use=Use.SOURCE)
    missing = gym("records", "pull", f"sqlite:///{tmp_path / 'none' / STORE}")
    assert (missing.exit_code, missing.stdout) == (2, "")
    assert {name for name in seen(tmp_path) if not name.startswith("one")} == set(before)


@needs_rights
def test_the_rights_of_a_shared_folder_stay_and_what_is_made_in_it_is_ours_alone(
    gym: Gym, answers: Callable[..., str], tmp_path: Path
) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o2775)
    (shared / "theirs.txt").write_text("x")
    (shared / "theirs.txt").chmod(0o664)
    done(gym("records", "add", answers(name="Ana")))

    done(gym("records", "push", f"sqlite:///{shared / 'copy.sqlite3'}"))
    done(gym("records", "bundle", str(shared / "all.bundle")))
    done(gym("records", "pull", f"sqlite:///{shared / 'copy.sqlite3'}"))

    assert stat.S_IMODE(shared.stat().st_mode) == 0o2775
    modes = {name: mode for name, (mode, _) in seen(shared).items()}
    assert modes.pop("theirs.txt") == 0o664
    assert {"copy.sqlite3", "all.bundle"} <= set(modes)
    assert set(modes.values()) == {0o600}
    own = data_folder()
    own.chmod(0o755)
    (own / STORE).chmod(0o644)
    done(gym("records", "audit"))
    assert stat.S_IMODE(own.stat().st_mode) == 0o700
    assert stat.S_IMODE((own / STORE).stat().st_mode) == 0o600


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_a_copy_where_nothing_can_be_written_is_read(
    filled: Callable[[Path], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = filled(tmp_path / STORE)
    before = seen(tmp_path)
    monkeypatch.setattr(os, "access", lambda *_: False)

    assert len(all_of(open_store(file_address(path), use=Use.SOURCE), Record)) == 20
    assert seen(tmp_path) == before

    path.with_name(f"{STORE}-wal").write_bytes(b"some of it")
    with pytest.raises(StoreReadOnlyError, match="Copy both"):
        open_store(file_address(path), use=Use.SOURCE)


def test_a_damaged_copy_is_not_mended_where_it_is(
    filled: Callable[[Path], Path], tmp_path: Path
) -> None:
    path = filled(tmp_path / STORE)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2] + b"\xff" * (len(content) - len(content) // 2))
    before = seen(tmp_path)
    for use in (Use.TARGET, Use.SOURCE):
        with pytest.raises(StoreDamagedError, match="is damaged"):
            all_of(open_store(file_address(path), pytest.fail, use), Record)
        assert before.items() <= seen(tmp_path).items()


def test_a_store_is_made_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / STORE

    def dies(_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(opening, "migrate", dies)
        with pytest.raises(KeyboardInterrupt):
            open_store(file_address(path))
    assert not path.exists()

    add(open_store(file_address(path)), [a_record(1)])

    assert {one.name for one in tmp_path.iterdir()} == {STORE, f"{STORE}.lock"}


def test_what_is_no_backup_is_replaced_by_none(
    gym: Gym, answers: Callable[..., str], tmp_path: Path
) -> None:
    done(gym("records", "pin", typed=("4711", "4711")))
    done(gym("records", "add", answers(name="Ana")))
    client = done(gym("records", "list", typed=("4711",)))[:8]
    own = data_folder() / STORE
    letter = tmp_path / "letter.txt"
    a_letter(letter)
    for path in (own, letter):
        for command in ("backup", "bundle"):
            refused = gym("records", command, str(path), "--replace")
            assert (refused.exit_code, refused.stdout) == (2, "")
            assert f"{path} is not a bundle of records." in refused.stderr
    assert letter.read_text().startswith("Dear Ana")
    assert "Ana" in done(gym("records", "list", typed=("4711",)))
    backup = tmp_path / "backup"
    backup.touch()
    done(gym("records", "backup", str(backup), "--replace"))
    backup.write_bytes(backup.read_bytes()[:-30])
    done(gym("records", "backup", str(backup), "--replace"))
    out = tmp_path / "out"
    out.mkdir()
    for content in ("{}", "[]", "notes", '{"client": "other"}'):
        (out / "records.json").write_text(content)
        refused = gym("records", "export", client, "--out", str(out), typed=("4711",))
        assert refused.exit_code == 1
        assert "name another folder" in refused.stderr
        assert [path.read_text() for path in out.iterdir()] == [content]
