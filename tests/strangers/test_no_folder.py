"""No home, a home that is a file, no folder for temporary files: what can be done is done."""

from __future__ import annotations

import errno
import gc
import io
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path
from typing import Any, NamedTuple, NoReturn
from unittest.mock import patch

import pytest

from assessment.cli import main
from assessment.doctor import checks
from assessment.files.atomic_write import write_whole_file
from assessment.files.fault_log import write_fault
from assessment.files.folders import NO_HOME, data_folder, log_folder, settings_path
from reports.errors import ReportError
from reports.html import render
from tests.cases import each
from tests.surroundings import PATIENCE_S, environment_at

if sys.platform == "win32":
    pytest.skip("a home is found otherwise there", allow_module_level=True)

EXAMPLE = Path("examples/healthy.json").absolute()
OF_A_HOME = ("HOME", "USER", "LOGNAME", "LNAME", "USERNAME")


class Said(NamedTuple):
    """What a command left behind."""

    status: int
    out: str
    told: str


@pytest.fixture(params=["no home", "a file for a home", "a file for each folder"])
def nowhere(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """Yield an empty folder to be in, where nothing that lasts can be kept anywhere else."""
    for name in [*OF_A_HOME, *(one for one in os.environ if one.startswith("XDG_"))]:
        monkeypatch.delenv(name, raising=False)
    file = tmp_path / "file"
    file.touch()
    if request.param == "a file for a home":
        monkeypatch.setenv("HOME", str(file))
    elif request.param == "a file for each folder":
        for kind in ("DATA_HOME", "CONFIG_HOME", "STATE_HOME", "CACHE_HOME", "DOCUMENTS_DIR"):
            monkeypatch.setenv(f"XDG_{kind}", str(file))
    here = tmp_path / "here"
    here.mkdir()
    with patch("pwd.getpwuid", side_effect=KeyError), chdir(here):
        yield here


def said(*arguments: str, typed: str = "4711\n4711\n") -> Said:
    """Return what comes of a command, which must not fail by a fault of the program."""
    out, told = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    lines = io.TextIOWrapper(io.BytesIO(typed.encode()))
    with patch.multiple(
        sys, argv=["posterior-chain", *arguments], stdin=lines, stdout=out, stderr=told
    ):
        try:
            status = main()
        finally:
            gc.enable()
            gc.unfreeze()
        for stream in (out, told):
            stream.flush()
    texts = [stream.buffer.getvalue().decode() for stream in (out, told)]
    assert "Sorry" not in texts[1]
    assert "Traceback" not in texts[1]
    return Said(status, *texts)


def test_what_needs_no_folder_works_without_one(nowhere: Path) -> None:
    assert said("assess", str(EXAMPLE)).status == 0
    assert said("schema", "answers").status == 0
    assert said("settings").status == 0
    done = said("report", str(EXAMPLE), "--html", "-o", "report.html")
    assert (done.status, done.out) == (0, "report.html\n")
    assert [path.name for path in nowhere.iterdir()] == ["report.html"]


REFUSED = (
    ("settings", "--init"),
    ("records", "list"),
    ("records", "pin"),
    ("records", "add", str(EXAMPLE)),
    ("records", "bundle", "records.bundle"),
    ("records", "audit"),
    ("seal", "status"),
    ("seal", "setup", "--sheet", "sheet.txt"),
    ("enter", "-o", "answers.json"),
    ("report", "--all", "--out", "reports"),
    (),
)


@each("arguments", REFUSED)
def test_what_needs_a_folder_says_so_and_does_nothing(
    nowhere: Path, arguments: tuple[str, ...]
) -> None:
    done = said(*arguments)
    assert done.status == 1
    assert len(done.told.strip().splitlines()) in (1, 2)
    assert "HOME is not set" in done.told or str(nowhere.parent / "file") in done.told
    assert list(nowhere.iterdir()) == []


def test_the_doctor_says_what_to_do(nowhere: Path) -> None:
    done = said("doctor")
    assert done.status == 1
    assert "TO DO   draft" in done.out
    assert "set HOME" in done.out or str(nowhere.parent / "file") in done.out


def test_a_quiz_goes_on_and_says_that_nothing_is_kept(nowhere: Path) -> None:
    done = said("--plain", typed="34\n")
    assert "could not be saved" in done.out
    assert done.out.count("?") > 1  # the next question is asked
    assert list(nowhere.iterdir()) == []


def test_a_fault_without_a_log_is_still_told(nowhere: Path) -> None:
    assert write_fault(ValueError("x"), log_folder()) is None
    assert data_folder().is_absolute()
    assert list(nowhere.iterdir()) == []


def test_nothing_can_ever_be_made_where_no_home_is() -> None:
    with pytest.raises(NotADirectoryError):
        NO_HOME.mkdir(parents=True)


def test_the_doctor_names_what_a_pdf_lacks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    with patch.object(checks, "engine_version", side_effect=ReportError("no scratch.")):
        done = said("doctor")
    assert done.status == 1
    assert "TO DO   PDF        no scratch." in done.out


NO_SCRATCH = """
import sys, tempfile
def none():
    raise FileNotFoundError(2, "No usable temporary directory found")
tempfile.gettempdir = none
from assessment.cli import main
sys.exit(main())
"""
"""As where everything can only be read."""


@pytest.mark.heavy
def test_without_temporary_files_there_is_no_pdf_but_a_reason(tmp_path: Path, home: Path) -> None:
    """A PDF needs them in a process that has made none yet."""
    done = subprocess.run(
        [sys.executable, "-c", NO_SCRATCH, "report", str(EXAMPLE), "-o", str(tmp_path / "a.pdf")],
        env=environment_at(home),
        capture_output=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"No usable temporary directory" in done.stderr
    assert list(tmp_path.iterdir()) == []


def shut(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Let nobody look into *folder*, as where another person made it; root may, so it is played."""
    look = Path.stat

    def refused(path: Path, **how: Any) -> os.stat_result:
        if folder in path.parents:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return look(path, **how)

    monkeypatch.setattr(Path, "stat", refused)


def test_a_folder_that_nobody_may_look_into_is_told_and_stops_nothing_else(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with patch.dict(os.environ, environment_at(home)), chdir(tmp_path):
        for folder in (settings_path().parent, data_folder(), log_folder().parent):
            with monkeypatch.context() as here:
                shut(here, folder)
                found = said("doctor")
                assert "guard" in found.out
                assert found.told == ""
                assert said("settings").out.count("store ") == 1
                assert said("assess", str(EXAMPLE)).status == 0
                assert said("report", str(EXAMPLE), "--html", "-o", "a.html").status == 0


def test_what_cannot_be_kept_to_be_faster_stops_no_report(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(**_: Any) -> NoReturn:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("jinja2.bccache.tempfile.NamedTemporaryFile", full)
    render._environment.cache_clear()
    with patch.dict(os.environ, environment_at(home)), chdir(tmp_path):
        assert said("report", str(EXAMPLE), "--html", "-o", "a.html").status == 0
    render._environment.cache_clear()


def test_a_place_that_takes_no_file_is_told_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="none") as refused:
        write_whole_file(tmp_path / "none" / "a", b"x")
    assert refused.value.filename == str(tmp_path / "none" / "a")
