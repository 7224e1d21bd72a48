"""A file on its way to the printer: what the system is asked for, and what it answers."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from reports.errors import PrintError, ReportError
from reports.output import printing
from reports.output.printing import (
    NO_PDF,
    NO_PRINTER,
    OPENED,
    SENT,
    print_file,
    send_to_printer,
)
from tests.printers import program

NO_DEFAULT = "lp: Error - No default destination."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "Ana Lee.pdf"
    file.write_bytes(b"%PDF of Ana")
    return file


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the only folder in which programs are found."""
    folder = tmp_path / "programs"
    monkeypatch.setenv("PATH", str(folder))
    return folder


def test_lp_gets_the_pages_the_copies_and_no_name(programs: Path, path: Path) -> None:
    lp = program(programs, "lp")

    assert print_file(path, copies=3) == SENT

    assert lp.jobs == [["-n", "3", "-t", "posterior-chain"]]
    assert lp.content == b"%PDF of Ana"


@pytest.mark.parametrize(
    ("then", "says"),
    [
        (f"echo '{NO_DEFAULT}' >&2; exit 1", NO_DEFAULT),
        ("echo 'job 7'; echo 'lp: kein Papier – Fach 2' >&2; exit 9", "lp: kein Papier – Fach 2"),
        ("exit 3", "It was not printed: lp ended with status 3 and did not say why."),
    ],
)
def test_what_the_printer_says_is_shown_as_it_is(
    programs: Path, path: Path, then: str, says: str
) -> None:
    program(programs, "lp", then)

    with pytest.raises(PrintError) as raised:
        print_file(path)

    assert str(raised.value) == says
    assert isinstance(raised.value, ReportError)


def test_a_printer_that_never_answers_is_given_up(
    programs: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "MOST_SECONDS", 0.2)
    program(programs, "lp", "exec /bin/sleep 600")

    with pytest.raises(PrintError, match="did not answer within"):
        print_file(path)


def test_a_printer_that_cannot_be_started_says_why(programs: Path, path: Path) -> None:
    program(programs, "lp")
    (programs / "lp").write_text("#!/nowhere/shell\n")

    with pytest.raises(PrintError, match="No such file or directory"):
        print_file(path)


def test_without_lp_the_file_is_opened(programs: Path, path: Path) -> None:
    opener = program(programs, "xdg-open")

    assert print_file(path, copies=2) == OPENED

    assert opener.jobs == [[str(path)]]


def test_a_web_page_is_opened_where_there_is_a_printer_too(programs: Path, tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    page.write_text("<!DOCTYPE html>")
    lp, opener = program(programs, "lp"), program(programs, "xdg-open")

    assert print_file(page) == OPENED

    assert opener.jobs == [[str(page)]]
    assert not lp.was_started


def test_a_program_that_stays_open_holds_nobody_up(
    programs: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "OPENING_SECONDS", 0.2)
    ended = path.parent / "ended"
    os.mkfifo(ended)
    program(programs, "xdg-open", f"read line <'{ended}'")

    assert print_file(path) == OPENED

    ended.write_text("now\n")  # waits until the program reads, so it still ran


def test_a_program_that_cannot_open_it_says_why(programs: Path, path: Path) -> None:
    program(programs, "xdg-open", "echo 'xdg-open: no method available' >&2; exit 3")

    with pytest.raises(PrintError, match=r"^xdg-open: no method available$"):
        print_file(path)


def test_where_there_is_no_way_the_file_is_named(programs: Path, path: Path) -> None:
    programs.mkdir()
    with pytest.raises(PrintError) as raised:
        print_file(path)
    assert str(path) in str(raised.value)


def test_a_file_that_is_gone_is_named(programs: Path, tmp_path: Path) -> None:
    lp = program(programs, "lp")
    with pytest.raises(PrintError, match=r"there is no file .*gone\.pdf"):
        print_file(tmp_path / "gone.pdf")
    assert not lp.was_started


@pytest.mark.parametrize("copies", [0, -1, 100])
def test_copies_are_counted(programs: Path, path: Path, copies: int) -> None:
    lp = program(programs, "lp")
    with pytest.raises(ValueError, match="must be 1 to 99"):
        print_file(path, copies)
    assert not lp.was_started


class Windows:
    """Stands for ``os.startfile``."""

    def __init__(self, fault: OSError | None = None) -> None:
        self.started: list[tuple[object, ...]] = []
        self.fault = fault

    def __call__(self, *given: object) -> None:
        if self.fault:
            raise self.fault
        self.started.append(given)


def on_windows(patch: pytest.MonkeyPatch, fault: OSError | None = None) -> Windows:
    windows = Windows(fault)
    patch.setattr(sys, "platform", "win32")
    patch.setattr(os, "startfile", windows, raising=False)
    return windows


def test_windows_prints_once_a_copy(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    windows = on_windows(monkeypatch)

    assert print_file(path, copies=2) == SENT

    assert windows.started == [(path, "print"), (path, "print")]


def test_windows_opens_a_web_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "report.html"
    page.touch()
    windows = on_windows(monkeypatch)

    assert print_file(page) == OPENED

    assert windows.started == [(page,)]


def test_windows_says_why_not(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fault = OSError(1155, "No application is associated with the specified file")
    on_windows(monkeypatch, fault)

    with pytest.raises(PrintError, match="No application is associated"):
        print_file(path)


def test_a_client_prints_on_the_printer_of_the_gym(programs: Path, path: Path) -> None:
    lp = program(programs, "lp")

    assert send_to_printer(path, "office") == SENT
    assert send_to_printer(path) == SENT

    usual = ["-n", "1", "-t", "posterior-chain"]
    assert lp.jobs == [[*usual, "-d", "office"], usual]


def test_nothing_is_opened_before_a_client(programs: Path, path: Path, tmp_path: Path) -> None:
    opener = program(programs, "xdg-open")
    page = tmp_path / "sheet.html"

    for file, missing in ((path, NO_PRINTER), (page, NO_PDF)):
        with pytest.raises(PrintError) as raised:
            send_to_printer(file)
        assert str(raised.value) == missing
    assert not opener.was_started
