"""An update is done whole or not at all, wherever it fails or is cut off."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

pytest.importorskip("setting_up", reason="start.py is not beside the tests")

from setting_up.steps import Outcome
from setting_up.updates import rescue, updating
from setting_up.words import SetUpError
from tests.setting_up.test_newer_copy import make_copy
from tests.surroundings import PATIENCE_S


class CutOffError(BaseException):
    """Stands for a power cut: nothing that follows is done."""


def seen(folder: Path) -> dict[str, str]:
    """Return all files below *folder* with what they say."""
    return {
        file.relative_to(folder).as_posix(): said(file)
        for file in folder.rglob("*")
        if file.is_file() and file.suffix != ".whl"
    }


def said(file: Path) -> str:
    """Return what *file* says; of a database all that is in it, since SQLite counts its writes."""
    if not file.read_bytes().startswith(b"SQLite"):
        return file.read_text()
    with closing(sqlite3.connect(file)) as store:
        return "\n".join(store.iterdump())


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A gym's computer: version 2.0.0, a store with two records, a letter of the trainer."""
    home = tmp_path / "gym"
    old = make_copy(home / "program", "2.0.0")
    for name, content in {
        ".venv/bin/python": "old python",
        ".venv/asked-for.txt": "requirements-server.lock\n",
        "assessment/gone.py": "only in the old one",
        "docs/letter.txt": "of the trainer",
        "letter.txt": "of the trainer",
        "start.py": "print('old', *__import__('sys').argv[1:])",
    }.items():
        (old / name).parent.mkdir(parents=True, exist_ok=True)
        (old / name).write_text(content)
    with closing(sqlite3.connect(home / "records.sqlite3")) as store:
        store.executescript("create table records (id); insert into records values (1), (2)")
    return home


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """A copy of version 2.1.0."""
    copy = make_copy(tmp_path / "newer", "2.1.0")
    (copy / "assessment/new.py").write_text("only in the new one")
    (copy / "examples").mkdir()
    (copy / "examples/a.json").write_text("new folder")
    (copy / "start.py").write_text("print('new')")
    real = Path(rescue.__file__)
    (copy / "setting_up/updates").mkdir()
    shutil.copy(real, copy / "setting_up/updates/rescue.py")
    return copy


@pytest.fixture
def programs(home: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Callable[..., str]]:
    """What the set-up and the newer version do; a test replaces one of them."""

    def set_up(_label: str, command: list[str], *_: object) -> Outcome:
        python = Path(command[2]).parent / ".venv/bin/python"
        python.parent.mkdir(parents=True)
        python.write_text("new python " + " ".join(command[3:]))
        return Outcome(ok=True, output="")

    def migrate(_program: Path, file: str) -> str:
        with closing(sqlite3.connect(file)) as store:
            store.executescript("create table if not exists audit (at)")
        return "2\n"

    programs: dict[str, Callable[..., str]] = {
        "where": lambda _program: f"{home / 'records.sqlite3'}\n",
        "open": migrate,
        "start": lambda _program: "posterior-chain, version 2.1.0",
    }

    def ask(_self: object, program: Path, script: str, *arguments: str, on_error: str) -> str:
        name = "start" if script.endswith("launch.py") else "open" if arguments else "where"
        try:
            return programs[name](program, *(arguments if name == "open" else ()))
        except RuntimeError as error:
            raise SetUpError(on_error.format(why=error)) from None

    monkeypatch.setattr(updating, "run", set_up)
    monkeypatch.setattr(updating.Update, "_ask", ask)
    return programs


def tables(home: Path) -> list[str]:
    with closing(sqlite3.connect(home / "records.sqlite3")) as store:
        return [name for (name,) in store.execute("select name from sqlite_master")]


@pytest.mark.usefixtures("programs")
def test_the_newer_copy_takes_the_place_and_what_is_a_persons_stays(
    home: Path, newer: Path
) -> None:
    program = home / "program"

    done = updating.update(newer, program)

    files = seen(program)
    assert files["start.py"] == "print('new')"
    assert files[".venv/bin/python"] == "new python setup --server"
    assert files["examples/a.json"] == "new folder"
    assert files["letter.txt"] == "of the trainer"
    assert files["previous/docs/letter.txt"] == "of the trainer"
    assert files["previous/assessment/gone.py"] == "only in the old one"
    assert "assessment/gone.py" not in files
    assert not any(name.startswith((".update", "previous/.venv")) for name in files)
    assert tables(home) == ["records", "audit"]
    assert done.backup == home / "records.sqlite3.before-2.1.0"
    assert done.backup.stat().st_mode & 0o777 == 0o600
    with closing(sqlite3.connect(done.backup)) as backup:
        assert backup.execute("select count(*) from records").fetchone() == (2,)
    assert "2.1.0 is in the place of 2.0.0" in done.summary()
    assert "All 2 records open" in done.summary()


def fail(*_: object) -> str:
    raise RuntimeError("own words")


def fail_in(place: str, programs: dict[str, Callable[..., str]]) -> Callable[..., str]:
    """Return what opens a copy of the store, but fails on the one in *place*."""
    works = programs["open"]

    def migrate(program: Path, file: str) -> str:
        said = works(program, file)
        return fail() if place in file else said

    return migrate


@pytest.mark.parametrize("step", ["set up", "where", "rehearsal", "start", "open", "version"])
def test_a_step_that_fails_leaves_all_as_it_was(
    home: Path,
    newer: Path,
    programs: dict[str, Callable[..., str]],
    monkeypatch: pytest.MonkeyPatch,
    step: str,
) -> None:
    if step == "set up":
        monkeypatch.setattr(updating, "run", lambda *_: Outcome(ok=False, output="own words"))
    elif step in {"rehearsal", "open"}:
        place = "rehearsal" if step == "rehearsal" else "gym/records"
        programs["open"] = fail_in(place, programs)
    elif step == "version":
        programs["start"] = lambda _program: "own words: version 2.0.0"
    else:
        programs[step] = fail
    before = seen(home)

    with pytest.raises(SetUpError, match=r"(?s)all (stays|is) as it was.*own words"):
        updating.update(newer, home / "program")

    assert seen(home) == before


def test_a_store_that_is_no_database_is_told_and_left_alone(
    home: Path, newer: Path, programs: dict[str, Callable[..., str]]
) -> None:
    (home / "records.sqlite3").write_text("no database at all, but long enough to be read as one")
    before = seen(home)

    with pytest.raises(SetUpError, match="could not be copied for safety"):
        updating.update(newer, home / "program")

    assert seen(home) == before
    assert programs


def test_where_no_records_are_none_are_made(
    home: Path, newer: Path, programs: dict[str, Callable[..., str]]
) -> None:
    (home / "records.sqlite3").unlink()

    done = updating.update(newer, home / "program")

    assert done.backup is None
    assert not (home / "records.sqlite3").exists()
    programs["where"] = lambda _program: ""  # a server
    assert done.records is None


def moves(monkeypatch: pytest.MonkeyPatch, stop_at: int, error: BaseException) -> list[int]:
    """Let the move number *stop_at* raise *error*; the list counts them."""
    made: list[int] = []

    def move(source: Path, target: Path) -> None:
        made.append(1)
        if len(made) == stop_at:
            raise error
        os.replace(source, target)  # noqa: PTH105

    monkeypatch.setattr(updating, "move", move)
    return made


EACH_MOVE = pytest.mark.parametrize("pace", [6, pytest.param(1, marks=pytest.mark.heavy)])
"""Every day some moves, all with the heavy tests."""


@EACH_MOVE
@pytest.mark.usefixtures("programs")
def test_a_move_that_fails_is_gone_back_on_wherever_it_is(
    home: Path, newer: Path, monkeypatch: pytest.MonkeyPatch, pace: int
) -> None:
    before = seen(home)
    for stop_at in range(1, 100, pace):
        made = moves(monkeypatch, stop_at, OSError("the disk broke"))
        try:
            updating.update(newer, home / "program")
        except OSError:
            assert seen(home) == before, stop_at
        else:
            break
    assert 15 < len(made) < 99


@EACH_MOVE
@pytest.mark.usefixtures("programs")
def test_cut_off_anywhere_the_next_start_goes_back(
    home: Path, newer: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, pace: int
) -> None:
    """The power goes: nothing of ours runs until somebody types python3 start.py again."""
    before = seen(home)
    go_back = rescue.go_back
    monkeypatch.setattr(rescue, "go_back", lambda _folder: None)
    whole = tmp_path / "whole"
    shutil.copytree(home, whole)
    for stop_at in range(3, 100, pace):
        made = moves(monkeypatch, stop_at, CutOffError())
        try:
            updating.update(newer, home / "program")
        except CutOffError:
            if not (home / "program/.update/plan.json").exists():
                break  # all is done but the tidying
            if (home / "program/.update").exists():
                rescued(home / "program", go_back)
            assert seen(home) == before, stop_at
            shutil.rmtree(home)
            shutil.copytree(whole, home)
        else:
            break
    assert 15 < len(made) < 99


def rescued(program: Path, go_back: Callable[[Path], None]) -> None:
    """Start the program as a person does: by the guard where that is start.py, else as usual."""
    if "Goes back to the version before" in (program / "start.py").read_text():
        done = subprocess.run(
            [sys.executable, program / "start.py", "it's me"],
            capture_output=True,
            check=True,
            text=True,
            timeout=PATIENCE_S,
        )
        assert done.stderr == f"{rescue.WENT_BACK}\n"
        assert done.stdout == "old it's me\n"
    else:
        go_back(program)


def test_going_back_may_be_cut_off_too(
    home: Path,
    newer: Path,
    programs: dict[str, Callable[..., str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = seen(home)
    programs["open"] = fail_in("gym/records", programs)
    real = rescue.put_back
    calls = []

    def put_back(*arguments: Path, was_there: bool) -> None:
        calls.append(1)
        if len(calls) == 4:
            raise CutOffError
        real(*arguments, was_there=was_there)

    monkeypatch.setattr(rescue, "put_back", put_back)
    with pytest.raises(CutOffError):
        updating.update(newer, home / "program")
    assert seen(home) != before

    rescue.settle(home / "program")

    assert seen(home) == before


@pytest.mark.usefixtures("programs")
def test_nothing_starts_while_an_update_is_under_way(home: Path) -> None:
    work = home / "program/.update"
    work.mkdir()
    with (work / "lock").open("a") as lock:
        assert rescue.take(lock.fileno())
        with pytest.raises(SystemExit, match="under way"):
            rescue.settle(home / "program")
    assert work.exists()


def test_what_cannot_be_updated_is_told(home: Path, newer: Path) -> None:
    with pytest.raises(SetUpError, match="very folder"):
        updating.update(home / "program", home / "program")
    with pytest.raises(SetUpError, match="no posterior-chain in"):
        updating.update(newer, home)
    before = seen(home)
    with pytest.raises(SetUpError, match="neither a folder nor a ZIP file"):
        updating.update(home / "program/letter.txt", home / "program")
    assert seen(home) == before
    assert not (home / "program/.update").exists()


def test_without_a_plan_there_is_nothing_to_go_back_to(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is written first, and gone when the update is done."""
    before = seen(home)
    work = home / "program/.update"
    (work / "new").mkdir(parents=True)
    (work / "plan.json.part").write_text(json.dumps({})[:1])

    rescue.settle(home / "program")

    assert seen(home) == before
    assert not work.exists()
    assert capsys.readouterr().err == ""
