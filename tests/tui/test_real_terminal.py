"""The quiz on a real terminal: what may happen there, and how it is left."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo terminal", allow_module_level=True)

from assessment.records.drafts.draft import DraftFile
from tests.kept import answers_kept
from tests.tui.kills import killed_quizzes
from tests.tui.pseudo_terminal import (
    LEAVE_ALTERNATE_SCREEN,
    Terminal,
    quiz,
)

pytestmark = pytest.mark.heavy

BROKEN = (
    "import sys\n"
    "from assessment.core import interview\n"
    "def broken(self, answers):\n"
    "    secret = dict(answers)\n"
    "    if secret.get('name'):\n"
    "        raise RuntimeError(f'broken on {secret}')\n"
    "    return answer(self, answers)\n"
    "answer = interview.Interview.answer\n"
    "interview.Interview.answer = broken\n"
    "from assessment.cli import main\n"
    "sys.argv = ['posterior-chain']\n"
    "sys.exit(main())\n"
)
"""The quiz with a fault in it that shows at the name."""


def drafts(home: Path) -> list[Path]:
    return list(home.rglob("draft.jsonl"))


def at_second_question(home: Path, **more: Any) -> Terminal:
    """Return a quiz whose first question is answered with 61."""
    terminal = quiz(home, **more)
    terminal.wait_for("Start")
    terminal.send(b"\r")
    terminal.wait_for("How old")
    terminal.send(b"61")
    terminal.wait_for("61")
    terminal.send(b"\r")
    terminal.wait_for("your sex")
    return terminal


def at_name(home: Path, **more: Any) -> Terminal:
    """Return a quiz at the line for the name, with an age that is kept."""
    at_second_question(home).kill()
    (draft,) = drafts(home)
    DraftFile(draft).append({}, "name")
    terminal = quiz(home, **more)
    terminal.wait_for("go on where")
    terminal.send(b"2")
    terminal.wait_for("What name")
    return terminal


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_ends_it_cleanly(tmp_path: Path, number: signal.Signals, status: int) -> None:
    terminal = at_second_question(tmp_path)
    os.kill(terminal.process, number)
    assert terminal.end() == status
    assert terminal.faults == []
    assert answers_kept(tmp_path) == {"age_years": 61}


def test_a_window_that_is_closed_ends_it_and_keeps_the_answers(tmp_path: Path) -> None:
    assert at_second_question(tmp_path).close() == 128 + signal.SIGHUP
    assert answers_kept(tmp_path) == {"age_years": 61}


def test_a_killed_quiz_has_every_confirmed_answer(tmp_path: Path) -> None:
    at_second_question(tmp_path).kill()
    assert answers_kept(tmp_path) == {"age_years": 61}
    (draft,) = drafts(tmp_path)
    assert draft.stat().st_mode & 0o077 == 0
    again = quiz(tmp_path)
    again.wait_for("Are you the person")
    again.kill()


def test_bad_bytes_and_a_window_of_one_column_do_not_end_it(tmp_path: Path) -> None:
    terminal = quiz(tmp_path)
    terminal.wait_for("Start")
    terminal.send(b"\xe9\xff\x00")
    terminal.resize(1, 5)
    terminal.resize(80, 24)
    terminal.send(b"\r")
    terminal.wait_for("How old")
    for columns, rows in ((1, 1), (1, 24), (80, 1), (9, 5), (80, 24)):
        terminal.forget()
        terminal.resize(columns, rows)
        terminal.send(b"\xc3")
    terminal.wait_for("How old")
    os.kill(terminal.process, signal.SIGTERM)
    assert terminal.end() == 143
    assert terminal.faults == []


@pytest.mark.parametrize(
    "paste",
    [
        b"\x1b[200~" + b"name name\n" * 10_000 + b"\x1b[201~",
        pytest.param(b"name " * 20_000, marks=pytest.mark.heavy),
    ],
    ids=["marked as one", "as if typed"],
)
def test_a_paste_of_100_kb_ends_nothing_and_answers_one_question(
    tmp_path: Path, paste: bytes
) -> None:
    terminal = at_name(tmp_path)
    terminal.send(paste)
    terminal.wait_for("name name")
    terminal.forget()
    terminal.send(b"\r")
    terminal.wait_for("Nearly done")
    os.kill(terminal.process, signal.SIGTERM)
    assert terminal.end() == 143
    assert terminal.faults == []
    name = answers_kept(tmp_path)["name"]
    assert name.startswith("name name")
    assert len(name) <= 80


def test_a_fault_gives_a_friendly_line_and_a_log_without_answers(tmp_path: Path) -> None:
    terminal = at_name(tmp_path, code=BROKEN)
    terminal.send(b"Ana\r")
    assert terminal.end() == 1
    assert terminal.faults == []
    after = terminal.seen[terminal.seen.rindex(LEAVE_ALTERNATE_SCREEN) :]
    assert b"something went wrong" in after
    assert b"Your answers up to here are kept" in after
    for word in (b"Traceback", b"Ana", b"61", b"secret"):
        assert word not in after
    assert answers_kept(tmp_path) == {"age_years": 61}
    (log,) = tmp_path.rglob("faults.log")
    assert "RuntimeError" in log.read_text()
    for secret in ("Ana", "61", "{'"):
        assert secret not in log.read_text().replace(str(tmp_path), "")
    assert log.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("given", [subprocess.DEVNULL, subprocess.PIPE])
def test_without_a_terminal_it_ends_by_itself(tmp_path: Path, given: int) -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import pathlib; from assessment.tui.app import run_quiz; "
            "from assessment.quiz.context import QuizContext; "
            "from assessment.reporting.report_client import ReportClient; p = pathlib.Path('x'); "
            "raise SystemExit(run_quiz(QuizContext(p, p, p, ReportClient(()))))",
        ],
        stdin=given,
        capture_output=True,
        timeout=300,
        cwd=tmp_path,
        check=False,
    )
    assert done.returncode == 2
    assert b"needs a terminal window" in done.stderr


@pytest.mark.heavy
def test_kills_at_moments_of_chance_lose_no_confirmed_answer(tmp_path: Path) -> None:
    """The short form of ``make kill-test``."""
    tally = killed_quizzes(tmp_path, kills=8, seed=20261126)
    assert tally.lost == []
    assert tally.confirmed > 20, "too few answers to be sure of anything"


def test_closing_empties_the_window_and_what_was_scrolled_out_of_it(tmp_path: Path) -> None:
    terminal = quiz(tmp_path)
    terminal.wait_for("Start")
    terminal.send(b"\r")
    terminal.wait_for("How old")
    os.kill(terminal.process, signal.SIGTERM)
    terminal.end()
    after = terminal.seen[terminal.seen.rindex(LEAVE_ALTERNATE_SCREEN) :]
    assert b"\x1b[2J\x1b[3J" in after
