"""A report is written whole, for its owner, or not at all."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from assessment.catalogue.model import Catalogue
from assessment.exchange.answers_document import answers_document
from reports.errors import BadTargetError, ReportError
from reports.output.print_options import OutputFormat
from reports.output.report_file import REPORT, write_whole
from reports.output.write import report_content
from tests.reports.fixtures import DAY, Case

Write = Callable[..., None]


@pytest.fixture
def write(case: Case, catalogue: Catalogue) -> Write:
    """Return a function: target (and form) -> the short report of a client, written there."""

    def to(target: Path, form: OutputFormat = "html") -> None:
        def make() -> bytes:
            return report_content(case("D13"), catalogue, created=DAY, sheets="client", form=form)

        write_whole(target, make, REPORT)

    return to


def test_a_pdf_and_a_page_are_written_for_their_owner_only(write: Write, tmp_path: Path) -> None:
    write(tmp_path / "one.pdf", "pdf")
    write(tmp_path / "one.html")
    assert (tmp_path / "one.pdf").read_bytes().startswith(b"%PDF-1.7")
    assert (tmp_path / "one.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.html", "one.pdf"]
    if sys.platform != "win32":
        assert {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {0o600}


def test_an_older_report_is_replaced_also_through_a_link(write: Write, tmp_path: Path) -> None:
    (tmp_path / "old.html").write_text("old")
    (tmp_path / "link.html").symlink_to("old.html")
    write(tmp_path / "link.html")
    assert (tmp_path / "link.html").is_symlink()
    assert (tmp_path / "old.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("target", "why"),
    [
        (".", "it is a folder"),
        ("none/out.html", "none is not there"),
        ("file/out.html", "file is not a folder"),
        ("x" * 300 + ".html", "the name is too long"),
        ("a\0b.html", "the name is not one that a file can have"),
    ],
)
def test_a_place_that_cannot_be_is_told_and_left_alone(
    write: Write, tmp_path: Path, target: str, why: str
) -> None:
    (tmp_path / "file").write_text("here first")
    with pytest.raises(ReportError) as error:
        write(tmp_path / target)
    assert why in str(error.value)
    assert str(error.value).startswith("The report was not written to ")
    assert isinstance(error.value, BadTargetError) or "x" * 300 in target
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.skipif(sys.platform == "win32", reason="no such file there")
def test_a_device_is_not_replaced(write: Write) -> None:
    write(Path(os.devnull))
    assert Path(os.devnull).is_char_device()
    assert Path(os.devnull).read_bytes() == b""


FAILURES = [
    ("os.fsync", OSError(errno.ENOSPC, "No space left on device"), "the disk is full"),
    ("os.replace", PermissionError(errno.EACCES, "Permission denied"), "you may not write in"),
    ("tempfile.mkstemp", OSError(errno.EROFS, "Read-only file system"), "can only be read"),
    ("os.fsync", OSError(errno.EIO, "Input/output error"), "Input/output error"),
]


@pytest.mark.parametrize(("function", "failure", "why"), FAILURES)
def test_a_failure_leaves_the_older_report_and_nothing_else(
    write: Write,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    function: str,
    failure: OSError,
    why: str,
) -> None:
    def fail(*_: object, **__: object) -> NoReturn:
        raise failure

    target = tmp_path / "out.html"
    target.write_text("older")
    monkeypatch.setattr(function, fail)
    with pytest.raises(ReportError, match=why):
        write(target)
    assert [path.name for path in tmp_path.iterdir()] == ["out.html"]
    assert target.read_text() == "older"


def test_an_interruption_leaves_nothing(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: int) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path / "out.html")
    assert list(tmp_path.iterdir()) == []


def test_an_incomplete_sheet_is_refused(case: Case, catalogue: Catalogue, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="incomplete"):
        write_whole(
            tmp_path / "x.pdf",
            lambda: report_content(case("D02", told_bones=None), catalogue, created=DAY),
            REPORT,
        )
    assert list(tmp_path.iterdir()) == []


SAME_BYTES = """
import datetime, json, sys
from pathlib import Path
from assessment.catalogue.loader import load_catalogue
from assessment.core.assess import assess
from assessment.exchange.answers_document import read_answers
from questions.loader import load_questionnaire
from reports.output.write import report_content
sheet = read_answers(Path(sys.argv[1]), load_questionnaire())
sheet = sheet.with_answer("name", "Ana Moreau")
catalogue = load_catalogue()
day = datetime.date(2026, 5, 12)
made = report_content(assess(sheet, catalogue), catalogue, created=day)
Path(sys.argv[2]).write_bytes(made)
"""


@pytest.mark.heavy
def test_two_computers_write_the_same_bytes(tmp_path: Path, case: Case) -> None:
    """Another hash seed, time zone, language, home and folder: the same report."""
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps(answers_document(case("D15").sheet)), encoding="utf-8")
    places = [os.pathsep.join(sys.path)]
    written = []
    for name, settings in (
        ("one", {"PYTHONHASHSEED": "0", "TZ": "UTC", "LANG": "C.UTF-8"}),
        ("two", {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Auckland", "LANG": "de_DE.UTF-8"}),
    ):
        folder = tmp_path / name
        folder.mkdir()
        environment = {
            **os.environ,
            **settings,
            "HOME": str(folder),
            "TMPDIR": str(folder),
            "PYTHONPATH": os.pathsep.join(places),
        }
        subprocess.run(
            [sys.executable, "-c", SAME_BYTES, str(answers), str(folder / "out.pdf")],
            cwd=folder,
            env=environment,
            check=True,
            timeout=300,
        )
        written.append((folder / "out.pdf").read_bytes())
        left = {path.name for path in folder.iterdir() if not path.name.startswith(".")}
        assert left <= {"out.pdf"}
    assert written[0] == written[1]
