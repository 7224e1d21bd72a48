"""Every path that a person gives, to every command: taken, or refused before anything is done."""

from __future__ import annotations

import json
import os
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import chdir
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from assessment.cli.options.given_path import GivenPath, path_fault
from assessment.files.atomic_write import write_whole_file
from questions.questionnaire import Questionnaire
from tests.cases import each
from tests.commands.test_enter import form, piped
from tests.running import Run
from tests.strangers.test_no_folder import said

EXAMPLE = Path("examples/healthy.json").absolute()
PATH = "{}"
"""Where the path stands in a command."""
FILES = {
    "report on it": ("report", PATH, "-o", "out.pdf"),
    "report to it": ("report", str(EXAMPLE), "-o", PATH),
    "report with settings": ("report", str(EXAMPLE), "-o", "out.pdf", "--settings", PATH),
    "report with another": ("report", str(EXAMPLE), "-o", "a.pdf", "--earlier", "2026-05-12={}"),
    "assess": ("assess", PATH),
    "report with changes": ("report", str(EXAMPLE), "-o", "a.pdf", "--changes", PATH),
    "assess with changes": ("assess", str(EXAMPLE), "--changes", PATH),
    "paper": ("paper", "-o", PATH),
    "enter": ("enter", "-o", PATH),
    "enter and report": ("enter", "--report", PATH),
    "add": ("records", "add", PATH),
    "add with a paper": ("records", "add", str(EXAMPLE), "--paper", PATH),
    "bundle": ("records", "bundle", PATH),
    "backup": ("records", "backup", PATH),
    "rehearse": ("records", "backup", "--check", PATH),
    "merge": ("records", "merge", PATH),
    "table": ("records", "export", "--csv", PATH),
    "sheet": ("seal", "sheet", "--sheet", PATH),
    "set up": ("seal", "setup", "--sheet", PATH),
    "renew": ("seal", "renew", "--sheet", PATH),
}  # fmt: skip
FOLDERS = {
    "batch": ("report", "--all", "--out", PATH),
    "export": ("records", "export", "00000000", "--out", PATH),
}
ENDING = ".txt"
"""Of every bad name: a recovery sheet needs one."""
BAD = {
    "long": ("x" * 300 + ENDING, "the name is too long"),
    "deep": ("x/" * 3000 + "y" + ENDING, "the name is too long"),
    "loop": ("loop" + ENDING, "a link that leads to itself"),
    "in a loop": ("loop.txt/below" + ENDING, "a link that leads to itself"),
    "NUL": ("a\0b" + ENDING, "not a name that a file can have"),
    "empty": ("", "no name stands there"),
}
AS_A_FOLDER = ("new/", "ends like a folder")


@pytest.fixture
def here(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder to be in, with a link in it that leads to itself."""
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    if sys.platform == "win32":
        pytest.skip("other names are bad there")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def with_path(command: tuple[str, ...], path: str) -> tuple[str, ...]:
    return tuple(part.replace(PATH, path) for part in command)


@each(("name", "bad"), [(name, bad) for name in FILES | FOLDERS for bad in BAD])
def test_a_path_that_can_be_none_is_refused_and_nothing_is_done(
    here: Path, name: str, bad: str
) -> None:
    path, why = BAD[bad]
    if "another" in name and not path:
        return  # told in other words
    done = said(*with_path((FILES | FOLDERS)[name], path))
    assert (done.status, done.out) == (2, "")
    assert why in " ".join(done.told.split())
    assert len(done.told) < 500
    assert [one.name for one in here.iterdir()] == ["loop.txt"]


@each("name", FILES)
def test_a_file_is_not_called_like_a_folder(here: Path, name: str) -> None:
    path, why = AS_A_FOLDER
    done = said(*with_path(FILES[name], path))
    assert (done.status, why in " ".join(done.told.split())) == (2, True)
    assert [one.name for one in here.iterdir()] == ["loop.txt"]


@each("name", [name for name in FILES if "paper" not in name.split()])
def test_a_folder_where_a_file_is_meant_is_refused(here: Path, name: str) -> None:
    (here / "folder.txt").mkdir(exist_ok=True)
    done = said(*with_path(FILES[name], "folder.txt"), typed="")
    assert done.status in (1, 2)
    assert done.out == ""
    assert list((here / "folder.txt").iterdir()) == []


@each("name", FILES | FOLDERS)
def test_in_a_folder_that_was_deleted_the_whole_path_is_asked_for(here: Path, name: str) -> None:
    gone = here / "gone"
    gone.mkdir()
    with chdir(gone):
        gone.rmdir()
        done = said(*with_path((FILES | FOLDERS)[name], "a.txt"))
        os.chdir(here)
    assert done.status == 2
    assert "not there any more" in " ".join(done.told.split())


def test_what_needs_no_path_works_in_a_folder_that_was_deleted(here: Path) -> None:
    gone = here / "gone"
    gone.mkdir()
    with chdir(gone):
        gone.rmdir()
        for command in (("doctor",), ("settings",), ("schema", "answers"), ("seal", "status")):
            assert said(*command).status == 0, command
        whole = ("report", str(EXAMPLE), "--html", "-o", str(here / "a.html"))
        assert said(*whole).status == 0
        assert "could not be saved" not in said("--plain", typed="34\n").out
        os.chdir(here)


def as_html(content: bytes) -> bool:
    return content.startswith(b"<!DOCTYPE html>") and content.rstrip().endswith(b"</html>")


@each("target", ["-", "/dev/stdout", "/dev/fd/1"])
def test_a_report_goes_to_standard_output_and_nothing_with_it(run: Run, target: str) -> None:
    done = run("report", "-", "--html", "-o", target, stdin=EXAMPLE.read_bytes())
    assert (done.returncode, done.stderr) == (0, b"")
    assert as_html(done.stdout)


def test_the_same_bytes_stand_in_a_file_and_on_standard_output(run: Run, tmp_path: Path) -> None:
    sent = run("report", str(EXAMPLE), "--html", "-o", "-")
    assert run("report", str(EXAMPLE), "--html", "-o", "./-").stdout == b"-\n"
    assert (tmp_path / "-").read_bytes() == sent.stdout
    blank = run("paper", "--html", "-o", "-")
    assert as_html(blank.stdout)
    assert as_html(run("paper", "--html", "--or-html", "-o", "-").stdout)


@pytest.mark.heavy
def test_a_pdf_on_standard_output_is_whole(run: Run) -> None:
    done = run("report", str(EXAMPLE), "--sheet", "client", "-o", "-")
    assert done.returncode == 0
    assert done.stdout.startswith(b"%PDF-")
    assert done.stdout.rstrip().endswith(b"%%EOF")


def test_answers_that_are_keyed_in_go_to_standard_output_alone(
    run: Run, questionnaire: Questionnaire
) -> None:
    done = run("enter", "-o", "-", stdin=piped(form(questionnaire)))
    assert done.returncode == 0, done.stderr
    document = json.loads(done.stdout)
    assert document["questionnaire"] == "posterior-chain"
    assert run("assess", "-", stdin=json.dumps(document).encode()).returncode == 0


def test_a_stream_is_not_a_file_where_one_is_read_again(run: Run, tmp_path: Path) -> None:
    for command in (
        ("records", "bundle", "-"),
        ("records", "merge", "-"),
        ("seal", "sheet", "--sheet", "-"),
    ):
        done = run(*command)
        assert (done.returncode, b"needs the name of a file" in done.stderr) == (2, True)
    printed = run("report", str(EXAMPLE), "-o", "-", "--print")
    assert (printed.returncode, b"--print needs the report in a file" in printed.stderr) == (
        2,
        True,
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
def test_devices_and_pipes_are_written_to_and_not_replaced(run: Run, tmp_path: Path) -> None:
    assert run("report", str(EXAMPLE), "--html", "-o", "/dev/null").returncode == 0
    assert Path("/dev/null").is_char_device()
    full = run("report", str(EXAMPLE), "--html", "-o", "/dev/full")
    assert (full.returncode, b"the disk is full" in full.stderr) == (1, True)
    os.mkfifo(tmp_path / "pipe")
    with ThreadPoolExecutor(1) as reading:
        read = reading.submit((tmp_path / "pipe").read_bytes)
        assert run("paper", "--html", "-o", "pipe").stdout == b""
    assert as_html(read.result())
    assert (tmp_path / "pipe").is_fifo()
    nothing = run("assess", "/dev/null")
    assert (nothing.returncode, nothing.stdout) == (2, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
def test_what_is_made_in_one_step_takes_the_place_of_files_alone(here: Path) -> None:
    os.mkfifo("pipe")
    device, pipe = Path("device"), Path("pipe")
    device.symlink_to("/dev/full")
    for place in (pipe, device, Path("/dev/full")):
        for command in (
            ("records", "bundle"),
            ("records", "backup"),
            ("records", "export", "--csv"),
        ):
            done = said(*command, str(place), "--replace")
            assert (done.status, done.out) == (2, ""), command
            assert "is not a file" in done.told
        with pytest.raises(OSError, match="it is not a file"):
            write_whole_file(place, b"x")
    assert pipe.is_fifo()
    assert device.is_symlink()
    assert Path("/dev/full").is_char_device()
    assert said("report", str(EXAMPLE), "--html", "-o", "a", "--settings", "/dev/null").told == (
        "/dev/null: it is not a file\n"
    )
    assert not [one for one in here.iterdir() if one.name.startswith((".writing", "a"))]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_link_stays_one_and_what_it_leads_to_is_written(tmp_path: Path) -> None:
    below = tmp_path / "below"
    below.mkdir()
    link = tmp_path / "link"
    link.symlink_to("below/file")
    for content in (b"one", b"two"):  # first where nothing is yet
        write_whole_file(link, content)
        assert (link.is_symlink(), (below / "file").read_bytes()) == (True, content)
    assert (below / "file").stat().st_mode & 0o777 == 0o600
    assert [one.name for one in below.iterdir()] == ["file"]


def test_assess_reads_one_document_or_one_a_line(run: Run) -> None:
    whole = run("assess", str(EXAMPLE)).stdout
    assert run("assess", "-", stdin=EXAMPLE.read_bytes()).stdout == whole
    line = json.dumps(json.loads(EXAMPLE.read_bytes())).encode()
    lines = run("assess", "-", stdin=line + b"\nno\n" + line).stdout.splitlines()
    assert [json.loads(one).get("line") for one in lines] == [None, 2, None]
    assert json.loads(lines[0]) == json.loads(whole)
    of_windows = b"\xef\xbb\xbf" + EXAMPLE.read_bytes().replace(b"\n", b"\r\n")
    assert run("assess", "-", stdin=of_windows).stdout == whole
    cut = run("assess", "-", stdin=EXAMPLE.read_bytes()[:-30])
    assert (cut.returncode, cut.stdout) == (2, b"")
    assert cut.stderr.startswith(b"standard input: ")
    assert run("assess", "-").stdout == b""


def test_a_home_is_a_home_also_where_the_shell_leaves_it(run: Run, home: Path) -> None:
    shutil.copy(EXAMPLE, home / "mine.json")
    done: CompletedProcess[bytes] = run("report", "~/mine.json", "--html", "-o", "~/mine.html")
    assert done.returncode == 0
    assert as_html((home / "mine.html").read_bytes())
    assert b"no-such-person" in run("assess", "~no-such-person/a.json").stderr


def test_a_name_that_begins_like_a_home_is_a_name(tmp_path: Path) -> None:
    (tmp_path / "~").mkdir()
    with chdir(tmp_path):
        assert GivenPath().convert("~/a.json", None, None) == Path("~/a.json")
    assert path_fault("/") == ""
