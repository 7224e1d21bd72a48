"""How far a command is: on standard error alone, and only where it takes longer than a second."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from unittest.mock import patch

import pytest

from assessment.cli.streams import progress as module
from assessment.cli.streams.progress import progress, working
from tests import contract
from tests.conftest import everyday_and_heavy
from tests.contract import all_best
from tests.running import Run


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _after_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SHOWN_AFTER_S", 1.0)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Return a function that sets the clock that progress reads."""
    now = [0.0]
    monkeypatch.setattr(module, "monotonic", lambda: now[0])

    def put(seconds: float) -> None:
        now[0] = seconds

    return put


@contextmanager
def on_terminal(kind: str = "xterm") -> Iterator[Terminal]:
    """Put a terminal in the place of standard error."""
    shown = Terminal()
    with patch.object(sys, "stderr", shown), patch.dict(os.environ, {"TERM": kind}):
        for name in ("NO_COLOR", "COLUMNS"):
            os.environ.pop(name, None)
        yield shown


def run(clock: Callable[[float], None], *seconds: float, of: int | None = 5) -> None:
    clock(0)
    with progress("Counting", of) as shown:
        for now in seconds:
            clock(now)
            shown.step()


def test_what_takes_no_second_says_nothing(
    clock: Callable[[float], None], capsys: pytest.CaptureFixture[str]
) -> None:
    run(clock, 0.1, 0.2, 0.3, 0.5, 0.9)
    with on_terminal() as terminal:
        run(clock, 0.1, 0.2, 0.3, 0.5, 0.9)
    assert (terminal.getvalue(), *capsys.readouterr()) == ("", "", "")


def test_a_pipe_gets_a_line_after_a_second_then_every_five_and_at_the_end(
    clock: Callable[[float], None], capsys: pytest.CaptureFixture[str]
) -> None:
    run(clock, 0.5, 1.5, 3, 7, 7.5)
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines() == [
        "Counting: 2 of 5",
        "Counting: 4 of 5",
        "Counting: 5 of 5",
    ]
    run(clock, 2, 3, of=None)
    assert capsys.readouterr().err == "Counting: 1\n"


def test_a_terminal_gets_a_bar_that_goes_when_the_job_is_done(
    clock: Callable[[float], None], capsys: pytest.CaptureFixture[str]
) -> None:
    clock(0)
    with on_terminal() as terminal, progress("Counting") as shown:
        clock(2)
        shown.at(2, 5)
        shown.tell("a [b] remark")
    said = terminal.getvalue()
    assert "Counting" in said
    assert "2/5" in said
    assert "a [b] remark" in said
    assert said.endswith("\x1b[2K")  # the line is empty again
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("kind", ["dumb", "unknown", ""])
def test_a_terminal_that_cannot_draw_gets_lines(clock: Callable[[float], None], kind: str) -> None:
    with on_terminal(kind) as terminal:
        run(clock, 2, of=1)
        with working("Making it ..."):
            pass
    assert terminal.getvalue() == "Counting: 1 of 1\n"


def test_where_standard_error_is_closed_nothing_is_said(clock: Callable[[float], None]) -> None:
    with patch.object(sys, "stderr", None):
        run(clock, 2, 3)
        with working("Making it ..."):
            pass


def test_a_long_step_is_named_while_it_lasts() -> None:
    with on_terminal() as terminal:
        with working("Making it ..."):
            assert terminal.getvalue() == "Making it ..."
        assert terminal.getvalue() == "Making it ...\r             \r"


JOBS = {
    ("records", "list"): "Opening: 1 of 1",
    ("records", "export", "--csv", "t.csv"): "Writing: 1 of 1",
    ("records", "backup", "b.bundle"): "Writing: ",
    ("records", "backup", "b.bundle", "--check"): "Opening: ",
    ("records", "merge", "b.bundle", "--yes"): "Merging: ",
    ("records", "push", "sqlite:///other.sqlite3"): "Pushing: ",
    ("records", "pull", "sqlite:///other.sqlite3"): "",
}
REPORTS = {("report", "--all", "--html", "--out", "papers"): "Making reports: 1 of 1"}


@pytest.mark.parametrize("jobs", everyday_and_heavy([JOBS], REPORTS))
def test_every_long_job_says_how_far_it_is_beside_its_result(
    run: Run, monkeypatch: pytest.MonkeyPatch, jobs: Mapping[tuple[str, ...], str]
) -> None:
    pin = b"4711\n" * 2
    assert run("records", "pin", stdin=pin).returncode == 0
    document = {"questionnaire": "posterior-chain", "version": contract.VERSION}
    answers = json.dumps(document | {"answers": all_best()}).encode()
    assert run("records", "add", "-", stdin=answers).returncode == 0
    monkeypatch.setattr(module, "SHOWN_AFTER_S", 0.0)
    for typed, says in jobs.items():
        result = run(*typed, stdin=pin)
        assert result.returncode == 0, result.stderr
        assert says in result.stderr.decode(), typed
        assert b": 1 of 1" not in result.stdout, typed
