"""The process that makes reports: the same paper as ``report``, and nothing left behind."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assessment.cli.quiz import report_command
from assessment.example import example_answers
from assessment.reporting.request import (
    Report,
    ReportFailure,
    ReportRequest,
    ReportResult,
    line_of,
    result_in,
)
from tests.running import Run
from tests.surroundings import PATIENCE_S, environment_at

DAY = {"SOURCE_DATE_EPOCH": "1767225600"}
EXAMPLE: dict[str, Any] = json.loads(example_answers())


def on(document: dict[str, Any]) -> ReportRequest:
    return ReportRequest(document, date(2026, 1, 1))


def changed(**answers: object) -> dict[str, Any]:
    return {**EXAMPLE, "answers": EXAMPLE["answers"] | answers}


class Worker:
    """The process, and what it says."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process

    def ask(self, request: ReportRequest) -> ReportResult:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(line_of(request))
        self.process.stdin.flush()
        return result_in(self.process.stdout.readline())


@pytest.fixture
def worker(tmp_path: Path, home: Path) -> Callable[[], Any]:
    """Return a context in which the worker runs; it ends with status 0 and leaves no file."""
    scratch = tmp_path / "scratch"
    scratch.mkdir()

    @contextmanager
    def running() -> Iterator[Worker]:
        process = subprocess.Popen(
            report_command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=tmp_path,
            env=environment_at(home, TMPDIR=str(scratch), **DAY),
        )
        yield Worker(process)
        said, complained = process.communicate(timeout=PATIENCE_S)
        assert (process.returncode, said, complained) == (0, b"", b"")
        left = [path for path in (*home.rglob("*"), *tmp_path.rglob("*")) if path.is_file()]
        assert not [path for path in left if "cache" not in str(path)]

    return running


@pytest.mark.heavy
def test_it_makes_byte_for_byte_what_the_report_command_writes(
    tmp_path: Path, run: Run, worker: Callable[[], Any]
) -> None:
    document, other = changed(chair_rise=3), tmp_path / "command.pdf"
    with worker() as one:
        made = one.ask(on(document))
    done = run("report", "-", "-o", str(other), stdin=json.dumps(document).encode(), **DAY)
    assert done.returncode == 0, done.stderr
    assert made == Report(other.read_bytes(), "pdf")


@pytest.mark.heavy
@pytest.mark.skipif(sys.platform == "win32", reason="has no such keys and ranks")
def test_it_stands_behind_the_quiz_goes_on_after_a_failure_and_minds_no_key(
    worker: Callable[[], Any],
) -> None:
    with worker() as one:
        wrong = one.ask(on(changed(age_years="old")))
        behind = os.getpriority(os.PRIO_PROCESS, one.process.pid) - os.getpriority(
            os.PRIO_PROCESS, 0
        )
        one.process.send_signal(signal.SIGINT)
        open_question = one.ask(on(changed(saddle_numbness=None)))
    assert isinstance(wrong, ReportFailure)
    assert "age_years" in wrong.reason
    assert isinstance(open_question, ReportFailure)
    assert behind > 0 or os.getpriority(os.PRIO_PROCESS, 0) >= 10


def test_a_report_that_nobody_waits_for_is_given_up(worker: Callable[[], Any]) -> None:
    """Its input ends while the report is made; the context looks at what is left."""
    with worker() as one:
        assert one.process.stdin
        one.process.stdin.write(line_of(on(changed(chair_rise=3))))
        one.process.stdin.flush()


@pytest.mark.heavy
def test_an_idle_worker_whose_input_ends_leaves_with_status_0_every_time(home: Path) -> None:
    """Whoever read the end of the input spoke up while the interpreter was being taken down."""
    code = (
        "from assessment.reporting import worker\n"
        "worker._warm_up = lambda lines: None\n"
        "worker.serve()\n"
    )
    pipe, surroundings = subprocess.PIPE, environment_at(home)
    many = [
        subprocess.Popen(
            [sys.executable, "-c", code],
            stdin=subprocess.DEVNULL,
            stdout=pipe,
            stderr=pipe,
            env=surroundings,
        )
        for _ in range(12)  # at once, so that they get in each other's way
    ]
    ends = {(*one.communicate(timeout=PATIENCE_S), one.returncode) for one in many}
    assert ends == {(b"", b"", 0)}


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="needs Linux to wait for a stranger")
def test_it_ends_when_the_quiz_is_killed(tmp_path: Path, home: Path) -> None:
    code = (
        "import json, sys\n"
        "from assessment.cli.quiz import report_command\n"
        "from assessment.reporting.report_client import ReportClient\n"
        "client = ReportClient(report_command())\n"
        "client.begin()\n"
        "client.prepare(json.load(open(sys.argv[1])))\n"
        "print(client._pool._workers[0].start().pid, flush=True)\n"
        "sys.stdin.read()\n"
    )
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps(EXAMPLE))
    quiz = subprocess.Popen(
        [sys.executable, "-c", code, str(answers)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment_at(home),
    )
    with quiz:
        assert quiz.stdout is not None
        worker = os.pidfd_open(int(quiz.stdout.readline()))
        quiz.send_signal(signal.SIGKILL)
    ended, _, _ = select.select([worker], [], [], PATIENCE_S)
    os.close(worker)
    assert ended, "the worker outlives the quiz"
