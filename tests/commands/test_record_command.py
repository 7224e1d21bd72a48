"""The command by which the quiz keeps a record, as a process of its own."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from assessment.cli.quiz import record_command
from assessment.example import example_answers
from tests.running import Run


def test_the_quiz_hands_the_answers_to_a_process_that_keeps_them(start: Run, home: Path) -> None:
    *program, group, name, source = record_command()
    assert program[-2:] == ["-m", "assessment"]

    done = start(group, name, source, stdin=example_answers())

    assert (done.returncode, done.stderr) == (0, b"")
    [path] = home.rglob("records.sqlite3")
    with closing(sqlite3.connect(path)) as connection:
        [(kept,)] = connection.execute("SELECT id FROM records").fetchall()
    assert done.stdout.decode().strip().replace("-", "") == kept


def test_what_is_no_answers_document_is_refused_and_nothing_is_kept(run: Run, home: Path) -> None:
    done = run("records", "add", "-", stdin=b"{}")

    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert list(home.rglob("records.sqlite3")) == []
