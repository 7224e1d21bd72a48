"""The quiz on a real terminal: what may happen there, and how it is left."""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo terminal", allow_module_level=True)
try:
    for end in os.openpty():
        os.close(end)
except OSError as error:
    pytest.skip(f"this computer gives no pseudo terminal: {error}", allow_module_level=True)

from tests.tui.pseudo_terminal import LEAVE_ALTERNATE_SCREEN, quiz


def drafts(home: Path) -> list[Path]:
    return list(home.rglob("draft.jsonl"))


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_ends_it_cleanly(tmp_path: Path, number: signal.Signals, status: int) -> None:
    terminal = quiz(tmp_path)
    terminal.wait_for("Start")
    os.kill(terminal.process, number)
    assert terminal.end() == status
    assert LEAVE_ALTERNATE_SCREEN in terminal.seen


def test_a_killed_quiz_has_every_confirmed_answer(tmp_path: Path) -> None:
    terminal = quiz(tmp_path)
    terminal.wait_for("Start")
    terminal.send(b"\r")
    terminal.wait_for("What name")
    terminal.send(b"Ana")
    terminal.wait_for("Ana")
    terminal.send(b"\r")
    terminal.wait_for("How old")
    terminal.kill()
    (draft,) = drafts(tmp_path)
    lines = [json.loads(line) for line in draft.read_text().splitlines()]
    assert {"name": "Ana"} in [line["answers"] for line in lines]
    assert draft.stat().st_mode & 0o077 == 0
    again = quiz(tmp_path)
    again.wait_for("Go on where you stopped")
    again.kill()


def test_bad_bytes_and_a_window_of_one_column_do_not_end_it(tmp_path: Path) -> None:
    terminal = quiz(tmp_path)
    terminal.wait_for("Start")
    terminal.send(b"\xe9\xff\x00")
    terminal.resize(1, 5)
    terminal.resize(80, 24)
    terminal.send(b"\r")
    terminal.wait_for("What name")
    os.kill(terminal.process, signal.SIGTERM)
    assert terminal.end() == 143


def test_a_fault_gives_a_friendly_line_and_a_log_without_answers(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from assessment.core import interview\n"
        "def broken(self, answers):\n"
        "    secret = dict(answers)\n"
        "    raise RuntimeError(f'broken on {secret}')\n"
        "interview.Interview.answer = broken\n"
        "from assessment.cli import main\n"
        "sys.argv = ['posterior-chain']\n"
        "sys.exit(main())\n"
    )
    terminal = quiz(tmp_path, code=code)
    terminal.wait_for("Start")
    terminal.send(b"\r")
    terminal.wait_for("What name")
    terminal.send(b"Secret")
    terminal.wait_for("Secret")
    terminal.send(b"\r")
    assert terminal.end() == 1
    after = terminal.seen[terminal.seen.rindex(LEAVE_ALTERNATE_SCREEN) :]
    assert b"something went wrong" in after
    assert b"Traceback" not in after
    assert b"Secret" not in after
    (log,) = tmp_path.rglob("faults.log")
    assert "RuntimeError" in log.read_text()
    assert "Secret" not in log.read_text()
    assert log.stat().st_mode & 0o077 == 0


def test_a_dumb_terminal_is_refused_in_words(tmp_path: Path) -> None:
    terminal = quiz(tmp_path, TERM="dumb")
    assert terminal.end() == 2
    assert b"Traceback" not in terminal.seen
    assert terminal.seen.strip()


def test_closing_empties_the_window_and_what_was_scrolled_out_of_it(tmp_path: Path) -> None:
    terminal = quiz(tmp_path)
    terminal.wait_for("Start")
    terminal.send(b"\r")
    terminal.wait_for("What name")
    os.kill(terminal.process, signal.SIGTERM)
    terminal.end()
    after = terminal.seen[terminal.seen.rindex(LEAVE_ALTERNATE_SCREEN) :]
    assert b"\x1b[2J\x1b[3J" in after
